"""The recorded pages of every source: `recorded/<id>/`, written afresh in the site's layout.

`good` is a feed, listing or answer as it should be, `empty` one that names nothing, `changed`
one of another layout; `golden.json` is what the parser must make of `good`. The pages of a layout
that is past stay, in `recorded/<id>@<until>/`.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from flows.checks import list_checked
from tasks.records import Discovery
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import find_source, listing_parser, load_all_sources
from tests.live import IS_LIVE, fetch_first_page

FOLDER = Path(__file__).parent / "recorded"
PARSED = tuple(
    name
    for one in load_all_sources()
    if one.kind not in (SourceKind.PROBE, SourceKind.FILE)
    for name in (one.id, *(f"{one.id}@{layout.until}" for layout in one.earlier_layouts))
)
"""Every source and past layout that has something to parse; a probe has numbers only."""


SHOWN = tuple(one.id for one in list_checked()) if IS_LIVE else PARSED
"""The sources whose good pages are read: all, or those that can be read in the live world."""


class Item(NamedTuple):
    """What is promised of one item."""

    key: str
    url: str
    date: str | None
    title: str | None


def read_page(source_id: str, name: str) -> bytes:
    """The one recorded page of that name, whatever its suffix.

    Raises:
        AssertionError: there is none, or more than one.
    """
    found = list((FOLDER / source_id).glob(f"{name}.*"))
    assert len(found) == 1, f"one tests/sources/recorded/{source_id}/{name}.* is wanted: {found}"
    return found[0].read_bytes()


def read_good(source_id: str) -> bytes:
    """A page as it should be: the recorded one, or with HEREWITH_LIVE=1 the one shown now."""
    return fetch_first_page(source_id) if IS_LIVE else read_page(source_id, "good")


def read_shared(name: str) -> bytes:
    """A page that may stand in the place of any other."""
    return (FOLDER / name).read_bytes()


def find_layout(name: str) -> Source:
    """The source of that id, or as it was before the day after the `@`."""
    source_id, _, until = name.partition("@")
    source = find_source(source_id)
    return source.as_of(date.fromisoformat(until) - timedelta(days=1)) if until else source


def parse(source_id: str, body: bytes) -> tuple[Discovery, ...]:
    """Read bytes as the first page of a source's listing."""
    source = find_layout(source_id)
    return listing_parser(source)(body, first_page(source), source)


def first_page(source: Source) -> str:
    """The address of the first page of a source's first listing."""
    return source.list_pages(source.urls[0])[0]


def describe(found: tuple[Discovery, ...]) -> list[Item]:
    """What is promised of these items."""
    return [Item(one.key, one.url, _iso(one.listed_date), one.title) for one in found]


def read_golden(source_id: str, found: tuple[Discovery, ...]) -> list[Item]:
    """The promise for a source; where there is none it is written, to be reviewed by a person.

    Raises:
        AssertionError: there was none.
    """
    path = FOLDER / source_id / "golden.json"
    if not path.exists():
        rows = [item._asdict() for item in describe(found)]
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        raise AssertionError(f"{path.name} of {source_id} was not there; it is written: review it")
    return [Item(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
