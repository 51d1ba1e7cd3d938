"""The recorded pages of every source: `recorded/<id>/`, written afresh in the site's layout.

Which pages those are stands in `cases`; what the parsers must make of the good ones stands beside
them, in `golden.json` and `golden_detail.json`. The pages of a layout that is past stay, in
`recorded/<id>@<until>/`.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from flows.checks import list_checked
from tasks.records import Discovery
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import find_source, listing_parser, load_all_sources
from tests.live import IS_LIVE, fetch_first_page
from tests.sources.cases import GOLDEN, RECORDED, Case, list_owed
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason

FOLDER = Path(__file__).parent / "recorded"
NAMES = tuple(
    name
    for one in load_all_sources()
    if list_owed(one)
    for name in (one.id, *(f"{one.id}@{layout.until}" for layout in one.earlier_layouts))
)
"""Every source and past layout that owes a case of the walk."""

SHOWN = tuple(one.id for one in list_checked()) if IS_LIVE else NAMES
"""The sources whose good pages are read: all, or those that can be read in the live world."""

_SUFFIXES = {
    SourceKind.LISTING: "html",
    SourceKind.FEED: "xml",
    SourceKind.SITEMAP: "xml",
    SourceKind.JSON_API: "json",
    SourceKind.WORDPRESS: "json",
}


def find_layout(name: str) -> Source:
    """The source of that id, or as it was before the day after the `@`."""
    source_id, _, until = name.partition("@")
    source = find_source(source_id)
    if not until:
        return source
    past = source.as_of(date.fromisoformat(until) - timedelta(days=1))
    return past.model_copy(update={"earlier_layouts": ()})


def list_missing(source: Source, folder: Path) -> dict[str, str]:
    """The recorded pages that a source owes and that folder does not hold: what stands on each."""
    return {
        f"{case}.{'html' if case is Case.DETAIL else _SUFFIXES.get(source.kind, '*')}": words
        for case, words in RECORDED.items()
        if case in list_owed(source) and not list(folder.glob(f"{case}.*"))
    }


def require_pages(name: str) -> None:
    """Fail the test, naming every page that is missing, unless all are there."""
    if missing := list_missing(find_layout(name), FOLDER / name):
        folder = (FOLDER / name).relative_to(FOLDER.parents[2])
        pages = ", ".join(f"{page} ({words})" for page, words in missing.items())
        pytest.fail(f"{folder}/ lacks {pages}: docs/sources.md, step 5", pytrace=False)


def read_page(name: str, case: str) -> bytes:
    """The one recorded page of a source for a case, whatever its suffix.

    Raises:
        AssertionError: there is none, or more than one.
    """
    found = list((FOLDER / name).glob(f"{case}.*"))
    assert len(found) == 1, f"one tests/sources/recorded/{name}/{case}.* is wanted: {found}"
    return found[0].read_bytes()


def read_good(name: str) -> bytes:
    """A page as it should be: the recorded one, or with HEREWITH_LIVE=1 the one shown now."""
    return fetch_first_page(name) if IS_LIVE else read_page(name, Case.GOOD)


def read_shared(case: str) -> bytes:
    """A page that may stand in the place of any other: `challenge` or `decoy`."""
    return (FOLDER / f"{case}.html").read_bytes()


def compare_golden(name: str, case: Case, found: object) -> None:
    """Hold what was read against its golden file, which is written where there is none.

    Raises:
        AssertionError: it differs, or had to be written: a person reviews it first.
    """
    path = FOLDER / name / GOLDEN[case]
    if not path.exists():
        path.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        told = path.relative_to(FOLDER.parents[2])
        message = f"{told} was not there; it is written: read it line by line, then run again"
        pytest.fail(message, pytrace=False)
    assert found == json.loads(path.read_text(encoding="utf-8"))


def parse(name: str, body: bytes) -> tuple[Discovery, ...]:
    """Read bytes as the first page of a source's listing."""
    source = find_layout(name)
    return listing_parser(source)(body, first_page(source), source)


def reason_of(name: str, body: bytes) -> Reason:
    """Why bytes cannot be read as the first page of a source's listing."""
    with pytest.raises(ListingError) as caught:
        parse(name, body)
    return caught.value.reason


def first_page(source: Source) -> str:
    """The address of the first page of a source's first listing."""
    return source.list_pages(source.urls[0])[0]
