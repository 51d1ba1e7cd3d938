"""Data Docs: there for people, and never more than the latest of each source."""

from __future__ import annotations

import re
from pathlib import Path

from expectations.sources import BatchCounts
from tasks.validate.gate import check_bundles
from tests.expectations.examples import make_examples
from tests.expectations.sample import NOW, make_letter
from tests.validate.declared import declare_source

EXAMPLES = make_examples()
TABLES = (
    "agenda_items",
    "annexes",
    "citations",
    "document_symbols",
    "documents",
    "figures",
    "letters",
    "source",
)


def test_a_rebuild_does_not_grow(tmp_path: Path) -> None:
    for run in ("run-1", "run-2"):
        check_bundles([make_letter()], declare_source(), BatchCounts(9, 1), run, NOW, tmp_path)
    first_page = (tmp_path / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="(un_ga/[^"]+)"', first_page)
    assert links == [f"un_ga/{table}.html" for table in TABLES]
    assert all((tmp_path / link).is_file() for link in links)
    assert "run-2" in (tmp_path / "un_ga" / "letters.html").read_text(encoding="utf-8")
    names = ["index.html", "style.css", "un_ga"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_no_page_asks_for_anything_from_elsewhere(tmp_path: Path) -> None:
    spoilt = [EXAMPLES["body_has_text"].broken, EXAMPLES["letter_has_sender"].broken]
    check_bundles(spoilt, declare_source(), BatchCounts(9, 2), "run", NOW, tmp_path)
    for page in (tmp_path / "index.html", *(tmp_path / "un_ga").glob("*.html")):
        text = page.read_text(encoding="utf-8")
        wanted = re.findall(r'(?:src|href)="([^"#]+)"', text)
        assert wanted
        assert all((page.parent / one).is_file() for one in wanted), page
        assert not re.search(r"<script|@import|url\(", text), page
    assert "✗ body_has_text" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "! letter_has_sender" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_no_text_of_a_document_is_in_the_pages(tmp_path: Path) -> None:
    letter = make_letter()
    check_bundles([letter], None, BatchCounts(), "run-1", NOW, tmp_path)
    pages = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))
    assert "A letter is dated on or before the day it was distributed." in pages
    assert "joint survey of sturgeon" not in pages


def test_pages_that_an_older_version_wrote_stay_and_break_nothing(tmp_path: Path) -> None:
    check_bundles([make_letter()], declare_source(), BatchCounts(9, 1), "run", NOW, tmp_path)
    [summary] = [path for path in (tmp_path / "un_ga").iterdir() if path.suffix != ".html"]
    older = tmp_path / "un_sc"
    older.mkdir()
    (older / summary.name).write_text("2026-03-01 12:00\n7\n1\n", encoding="utf-8")
    check_bundles([make_letter()], declare_source(), BatchCounts(9, 1), "run", NOW, tmp_path)
    assert "<td>un_sc</td>" in (tmp_path / "index.html").read_text(encoding="utf-8")
