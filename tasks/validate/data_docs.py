"""The quality folder: Great Expectations' Data Docs, one folder a source, and a first page.

A folder is built beside the one it replaces, so that it holds the latest validation of its source
and no more. Nothing in it is asked from elsewhere.
"""

from __future__ import annotations

import html
import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

_SUMMARY = "summary.txt"
_STYLE = Path(__file__).with_name("style.css")
_ABANDONED_AFTER_SECONDS = 3600
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Quality of the last loads</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="style.css"></head><body>
<h1>Quality of the last loads</h1>
<p class="lead">One row a source: its last batch with documents, the rules that any of its rows
failed, and the Data Docs of that batch by table. What was held back stands in
<code>herewith quarantine</code>, the results of all runs in
<code>ops.expectation_results</code>.</p>
<table><thead><tr><th>Source</th><th>Checked (UTC)</th><th class="number">Documents</th>
<th class="number">Quarantined</th><th>Rules failed</th><th>Data Docs</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first page says of the last batch of a source.

    `errors` and `warnings` are the rules that any row failed, by their force.
    """

    checked_at_utc: datetime
    documents: int
    quarantined: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


def write_site(quality: Path, source_id: str, pages: Mapping[str, str], summary: Summary) -> None:
    """Put the pages of a source in the place of its last ones, and write the first page anew."""
    quality.mkdir(parents=True, exist_ok=True)
    _sweep(quality, source_id)
    building = Path(tempfile.mkdtemp(prefix=f".{source_id}-", dir=quality))
    try:
        for table, page in pages.items():
            (building / f"{table}.html").write_text(page, encoding="utf-8")
        (building / _SUMMARY).write_text(_print_summary(summary), encoding="utf-8")
        _swap(building, quality / source_id)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _write_whole(quality / "style.css", _STYLE.read_text(encoding="utf-8"))
    rows = "\n".join(_print_row(path) for path in sorted(quality.glob(f"[!.]*/{_SUMMARY}")))
    _write_whole(quality / "index.html", _PAGE.format(rows=rows))


_LINES = 5


def _print_summary(summary: Summary) -> str:
    """Print the cells of the first page, one a line."""
    lines = (
        summary.checked_at_utc.strftime("%Y-%m-%d %H:%M"),
        str(summary.documents),
        str(summary.quarantined),
        " ".join(summary.errors),
        " ".join(summary.warnings),
    )
    return "\n".join(lines)


def _print_row(summary: Path) -> str:
    lines = html.escape(summary.read_text(encoding="utf-8")).split("\n")
    # A home that an older version wrote has a line less.
    checked, documents, quarantined, errors, warnings = (*lines, *[""] * _LINES)[:_LINES]
    cells = (
        f"<td>{html.escape(summary.parent.name)}</td><td>{checked}</td>",
        f'<td class="number">{documents}</td><td class="number">{quarantined}</td>',
        f"<td>{_print_rules(errors.split(), warnings.split())}</td>",
        f"<td>{_print_links(summary.parent)}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def _print_rules(errors: list[str], warnings: list[str]) -> str:
    lines = [f'<span class="bad">✗ {name}</span>' for name in errors]
    lines += [f'<span class="doubt">! {name}</span>' for name in warnings]
    return "<br>".join(lines) or '<span class="good">✓ none</span>'


def _print_links(site: Path) -> str:
    return " · ".join(
        f'<a href="{quote(f"{site.name}/{page.name}")}">{html.escape(page.stem)}</a>'
        for page in sorted(site.glob("*.html"))
    )


def _write_whole(target: Path, text: str) -> None:
    fresh = target.with_name(f".{target.name}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(target)


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
