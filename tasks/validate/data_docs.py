"""The quality folder: Great Expectations' Data Docs, one site a source, and a first page.

The first page links each table's validation itself: the index that Great Expectations builds shows
nothing without scripts from outside.

A site is built beside the one it replaces, so that the folder holds the latest validation of each
source and no more.
"""

from __future__ import annotations

import html
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

_SUMMARY = "summary.txt"
_ABANDONED_AFTER_SECONDS = 3600
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Quality of the last loads</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ text-align: left; padding: .4rem .8rem; border-bottom: 1px solid #ccc }}
</style></head><body>
<h1>Quality of the last loads</h1>
<p>One row a source: its last batch with documents, and the Data Docs of that batch by table.</p>
<table><thead><tr><th>Source</th><th>Checked (UTC)</th><th>Documents</th><th>Quarantined</th>
<th>Rules failed</th><th>Data Docs</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first page says of the last batch of a source."""

    checked_at_utc: datetime
    documents: int
    quarantined: int
    failed_rules: tuple[str, ...]


@contextmanager
def replace_site(quality: Path, source_id: str) -> Iterator[Path]:
    """Give a folder to build a site in, and put it in the place of the source's last one."""
    quality.mkdir(parents=True, exist_ok=True)
    _sweep(quality, source_id)
    building = Path(tempfile.mkdtemp(prefix=f".{source_id}-", dir=quality))
    try:
        yield building
        _swap(building, quality / source_id)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def write_summary(site: Path, summary: Summary) -> None:
    """Write the cells of the first page beside the site, one a line."""
    lines = (
        summary.checked_at_utc.strftime("%Y-%m-%d %H:%M"),
        str(summary.documents),
        str(summary.quarantined),
        ", ".join(summary.failed_rules) or "none",
    )
    (site / _SUMMARY).write_text("\n".join(lines), encoding="utf-8")


def write_first_page(quality: Path) -> None:
    """Write `index.html` anew from the sites that are there."""
    rows = "\n".join(_print_row(path) for path in sorted(quality.glob(f"[!.]*/{_SUMMARY}")))
    fresh = quality / ".index.html"
    fresh.write_text(_PAGE.format(rows=rows), encoding="utf-8")
    fresh.replace(quality / "index.html")


def _print_row(summary: Path) -> str:
    name = html.escape(summary.parent.name)
    cells = (html.escape(line) for line in summary.read_text(encoding="utf-8").splitlines())
    row = (name, *cells, _print_links(summary.parent))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"


def _print_links(site: Path) -> str:
    pages = sorted(site.glob("validations/*/*/*/*.html"))
    links = {page.relative_to(site).parts[1]: page.relative_to(site.parent) for page in pages}
    return "<br>".join(
        f'<a href="{html.escape(quote(page.as_posix()))}">{html.escape(table)}</a>'
        for table, page in links.items()
    )


def _sweep(quality: Path, source_id: str) -> None:
    """Remove what a killed run left half built; an hour is longer than any build."""
    for left in quality.glob(f".{source_id}-*"):
        if time.time() - left.stat().st_mtime > _ABANDONED_AFTER_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    fresh.chmod(0o755)
    old = fresh.with_name(f"{fresh.name}-old")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
