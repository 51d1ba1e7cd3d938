"""Data Docs: there for people, and never more than the latest of each source."""

from __future__ import annotations

import re
from pathlib import Path

from expectations.sources import BatchCounts
from tasks.validate.gate import check_bundles
from tests.expectations.sample import NOW, make_letter
from tests.validate.declared import declare_source


def test_a_rebuild_does_not_grow(tmp_path: Path) -> None:
    for run in ("run-1", "run-2"):
        check_bundles([make_letter()], declare_source(), BatchCounts(9, 1), run, NOW, tmp_path)
    first_page = (tmp_path / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', first_page)
    assert len(links) == 5
    assert all((tmp_path / link).is_file() for link in links)
    site = tmp_path / "un_ga"
    assert (site / "index.html").is_file()
    assert [path.name for path in site.glob("validations/letters/*")] == ["run-2"]
    assert sorted(path.name for path in (site / "validations").iterdir()) == [
        "annexes",
        "citations",
        "documents",
        "letters",
        "source",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "un_ga"]


def test_no_text_of_a_document_is_in_the_pages(tmp_path: Path) -> None:
    letter = make_letter()
    check_bundles([letter], None, BatchCounts(), "run-1", NOW, tmp_path)
    pages = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))
    assert "A letter is dated on or before the day it was distributed." in pages
    assert "joint survey of sturgeon" not in pages
