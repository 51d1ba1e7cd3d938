"""Everything on a page that is no content: running heads, page numbers, job line, barcode.

In PDF and DOCX a line's zone says what it is; in flat text the forms of the lines themselves
and their order do. Source: un-documents guide, sections 5 and 8 (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tasks.normalise.text import ExtractedText, Line, is_rule, new_line
from tasks.normalise.un.flat_furniture import (
    FIRST_LINES,
    Kind,
    classify_flat,
    is_old_head,
    starts_note,
)
from tasks.normalise.un.job_lines import find_job, is_end_or_barcode
from tasks.normalise.un.symbols import Symbol, close_symbols, parse_symbol_line
from tasks.normalise.un.words import drop_name

_NUMBERED_NOTE = re.compile(r"\d{1,3}(?:\s|$)")
_NO_LINE = Line("", 0)
_LONGEST_FIRST = 80
_LONGEST_HEAD = 60


class Sheet(NamedTuple):
    """A document without its furniture; pages are counted anew where heads showed a break."""

    lines: tuple[Line, ...]
    footnotes: tuple[Line, ...]
    own: frozenset[Symbol]
    job_number: str | None
    job_line: Line | None
    is_job_reissued: bool
    has_layout: bool


def strip_furniture(text: ExtractedText) -> Sheet:
    """Separate content and footnotes from the furniture of the pages.

    >>> lines = (Line("S/2021/7", 1), Line("I send a list.", 1), Line("21-01265 (E)", 1))
    >>> sheet = strip_furniture(ExtractedText(lines, pages=1, origin="text"))
    >>> [line.text for line in sheet.lines], sheet.job_number
    (['S/2021/7', 'I send a list.'], '21-01265')
    """
    own = _own_symbols(text.lines)
    has_layout = text.origin != "text"
    kinds = _classify_zones(text.lines) if has_layout else classify_flat(text.lines, own)
    lines = text.lines if has_layout else _count_pages(text.lines, kinds)
    job = find_job(_list_kind(text.lines, kinds, "foot"))
    return Sheet(
        lines=tuple(_list_kind(lines, kinds, "content")),
        footnotes=_join_footnotes(_list_kind(lines, kinds, "footnote")),
        own=own,
        job_number=job.number,
        job_line=job.line,
        is_job_reissued=job.is_reissued,
        has_layout=has_layout,
    )


def _list_kind(lines: Sequence[Line], kinds: Sequence[Kind], wanted: Kind) -> list[Line]:
    if wanted not in kinds:
        return []
    return [line for line, kind in zip(lines, kinds, strict=True) if kind == wanted]


def _own_symbols(lines: tuple[Line, ...]) -> frozenset[Symbol]:
    """The symbols that fill lines at the head of page 1; running heads repeat them.

    >>> lines = (Line("A/75/660–S/2020/1267", 1), Line("Distr.: General", 1), Line("S/2021/7", 2))
    >>> sorted(map(str, _own_symbols(lines)))
    ['A/75/660', 'S/2020/1267']
    """
    own: set[Symbol] = set()
    has_masthead = False
    for line in lines[:FIRST_LINES]:
        if len(line.text) > _LONGEST_FIRST or line.page > 1:
            break
        if "/" in line.text:
            read = parse_symbol_line(close_symbols(drop_name(line.text)))
            own.update(read.symbols if read else ())
        has_masthead |= line.text.startswith("Distr")
    return frozenset(own) if own or not has_masthead else _symbols_of_heads(lines)


def _symbols_of_heads(lines: tuple[Line, ...]) -> frozenset[Symbol]:
    """The symbols of the running heads, where the masthead lost its own; none if heads differ."""
    heads: set[frozenset[Symbol]] = set()
    found: list[Symbol] = []
    for above, line in pairwise((*lines, _NO_LINE)):
        read = parse_symbol_line(above.text) if len(above.text) < _LONGEST_HEAD else None
        found.extend(read.symbols if read else ())
        if found and (read is None or line.page != above.page):
            heads.add(frozenset(found))
            found = []
    return heads.pop() if len(heads) == 1 else frozenset()


def _classify_zones(lines: Sequence[Line]) -> list[Kind]:
    """Kinds by zone; the running heads of the 1990s reach lower than theirs."""
    kinds = [_kind_of_zone(line) for line in lines]
    if "head" in kinds:
        texts = [*(line.text for line in lines), ""]
        for index in range(1, len(lines)):
            if kinds[index - 1] == "head" and is_old_head(texts[index], texts[index + 1]):
                kinds[index] = "head"
    return kinds


def _kind_of_zone(line: Line) -> Kind:
    """What a line is by the place where it stands.

    >>> _kind_of_zone(Line("S/2021/7", 2, zone="head")), _kind_of_zone(Line("*2101265*", 1))
    ('head', 'foot')
    """
    if line.zone == "footnote":
        return "foot" if is_rule(line.text) else "footnote"
    if line.zone == "head" or line.zone == "foot":
        return line.zone
    return "foot" if is_end_or_barcode(line.text) else "content"


def _count_pages(lines: tuple[Line, ...], kinds: list[Kind]) -> tuple[Line, ...]:
    """Start a page at each running head, as well as at each form feed."""
    if "head" not in kinds and lines[-1].page == 1:
        return lines
    counted: list[Line] = []
    page, printed, previous = 1, 1, "content"
    for line, kind in zip(lines, kinds, strict=True):
        if line.page != printed or (kind == "head" and previous != "head"):
            page += 1
        printed, previous = line.page, kind
        counted.append(line if printed == page else new_line((line.text, page, *line[2:])))
    return tuple(counted)


def _join_footnotes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Whole footnotes, one line each.

    >>> notes = _join_footnotes([Line("* To be", 1), Line("issued.", 1), Line("1 See A/75/8.", 1)])
    >>> [note.text for note in notes]
    ['* To be issued.', '1 See A/75/8.']
    """
    notes: list[Line] = []
    for line in lines:
        starts = starts_note(line.text) or _NUMBERED_NOTE.match(line.text)
        if starts or not notes or notes[-1].page != line.page:
            notes.append(line)
        else:
            notes[-1] = notes[-1]._replace(text=f"{notes[-1].text} {line.text}")
    return tuple(notes)
