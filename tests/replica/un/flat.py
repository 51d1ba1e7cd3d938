"""Plain text as a PDF text extractor prints it: in reading order, lines as set, form feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tests.replica.un.lines import Line, Zone
from tests.replica.un.pages import Page, set_pages
from tests.replica.un.spec import UnSpec


def render_text(spec: UnSpec) -> str:
    """Return the document's text; a form feed ends every page but the last."""
    first, *others = set_pages(spec)
    pages = [_first_page(first, spec.masthead.is_old), *(_later_page(page) for page in others)]
    return "\f".join(pages)


def _first_page(page: Page, is_old: bool) -> str:
    corners: tuple[Zone, ...] = ("nations", "symbol") if is_old else ("symbol", "nations")
    parts = [
        *(_lines(page, zone) for zone in corners),
        *([organ] for organ in _lines(page, "organ")),
        _lines(page, "distr"),
        _lines(page, "block"),
        _lines(page, "text"),
        _lines(page, "note"),
        *([part] for part in _job(page)),
        _lines(page, "barcode"),
    ]
    return _join(parts)


def _later_page(page: Page) -> str:
    foot = [" ".join(_lines(page, "foot"))]
    return _join([_lines(page, "head"), _lines(page, "text"), _lines(page, "note"), foot])


def _job(page: Page) -> Iterator[str]:
    for line in page.lines:
        if line.zone == "job":
            yield line.text


def _lines(page: Page, zone: str) -> list[str]:
    """Return the zone's lines; what stands on one baseline is one line.

    The session block is not joined: its two columns are read one after the other.
    """
    lines = [line for line in page.lines if line.zone == zone]
    if zone == "block":
        return [_clean([line]) for line in lines]
    return [_clean(list(row)) for _, row in groupby(lines, key=lambda line: round(line.y, 1))]


def _clean(row: Sequence[Line]) -> str:
    return " ".join(line.text.rstrip() for line in sorted(row, key=lambda line: line.x))


def _join(parts: Sequence[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"
