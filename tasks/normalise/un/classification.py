"""What a document is: its symbol is the first witness, its title the second.

Source: un-documents guide, sections 4 and 7 (observed documents); that a note by the
Secretary-General is no letter: section 7 (Editorial Manual).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tasks.normalise.text import Line
from tasks.normalise.un.other_forms import find_other_form
from tasks.normalise.un.symbols import Symbol
from tasks.normalise.un.title_forms import find_letter_form
from warehouse.vocabulary import DocumentType

_HEAD_ZONE = 40
_SUBJECT_LINES = 5


class Classification(NamedTuple):
    """The type, and the index of the line where the title begins (None: not found)."""

    document_type: DocumentType
    title_index: int | None
    is_letter_title: bool


def classify(
    lines: Sequence[Line], start: int, symbols: Sequence[Symbol], *, is_masthead: bool
) -> Classification:
    """Classify a document whose masthead ends before line `start`.

    >>> lines = [Line("Note by the Secretary-General", 1)]
    >>> classify(lines, 0, [Symbol.parse("A/75/8")], is_masthead=True).document_type.value
    'note'
    >>> classify(lines, 0, [Symbol.parse("A/75/8/Corr.1")], is_masthead=True).document_type.value
    'corrigendum'
    """
    index, kind, is_letter = _find_title(lines, start)
    named = _kind_of_symbol(symbols, lines, start)
    if named is DocumentType.CORRIGENDUM:
        return Classification(named, index, is_letter)
    if named is not None and kind is not DocumentType.OTHER:
        return Classification(named, None if is_letter else index, is_letter_title=False)
    if kind is None or (is_letter and not is_masthead and index != start):
        return Classification(DocumentType.OTHER, index, is_letter_title=False)
    return Classification(kind, index, is_letter)


def _find_title(lines: Sequence[Line], start: int) -> tuple[int | None, DocumentType | None, bool]:
    """The first line of page 1 below the masthead that begins a title of a known form."""
    for index in range(start, min(len(lines), start + _HEAD_ZONE)):
        if lines[index].page != lines[0].page:
            break
        text = lines[index].text
        letter = find_letter_form(text)
        if letter is not None:
            return index, letter.document_type, True
        two_lines = " ".join(line.text for line in lines[index : index + 2])
        other = find_other_form(text) or (find_other_form(two_lines) if index == start else None)
        if other is not None:
            return _prefer_kind(lines, index, other.document_type)
        if _begins_text(text):
            break
    return None, None, False


def _prefer_kind(
    lines: Sequence[Line], index: int, kind: DocumentType
) -> tuple[int, DocumentType, bool]:
    """`List of candidates` may be what a note is about: its own line follows.

    >>> lines = [Line("List of candidates", 1), Line("Note by the Secretary-General", 1)]
    >>> index, kind, _ = _prefer_kind(lines, 0, DocumentType.OTHER)
    >>> index, kind.value
    (1, 'note')
    """
    if kind is DocumentType.OTHER:
        for below in range(index + 1, min(len(lines), index + _SUBJECT_LINES)):
            other = find_other_form(lines[below].text)
            if other is not None and other.document_type in (
                DocumentType.NOTE,
                DocumentType.REPORT,
            ):
                return below, other.document_type, False
    return index, kind, False


def _begins_text(text: str) -> bool:
    """Whether the text itself begins: no title stands below.

    >>> _begins_text("I have the honour to transmit a list"), _begins_text("List of lamps")
    (True, False)
    """
    return text.startswith(("I have the honour", "I. Introduction", "1. "))


def _kind_of_symbol(
    symbols: Sequence[Symbol], lines: Sequence[Line], start: int
) -> DocumentType | None:
    """The kind a symbol names, or the word `Corrigendum` at the head; None where neither does.

    >>> _kind_of_symbol([Symbol.parse("A/78/L.110")], (), 0).value
    'draft_resolution'
    >>> _kind_of_symbol([Symbol.parse("S/2021/7")], (), 0) is None
    True
    """
    head = [line.text.strip(" *") for line in lines[start : start + 12]]
    if any(symbol.is_corrigendum for symbol in symbols) or "Corrigendum" in head:
        return DocumentType.CORRIGENDUM
    for symbol in symbols:
        for part in symbol.parts[1:]:
            name = part.split(".")[0].upper()
            if name in _KINDS:
                return _KINDS[name]
    return None


_KINDS = {
    "RES": DocumentType.RESOLUTION,
    "DEC": DocumentType.RESOLUTION,
    "PV": DocumentType.MEETING_RECORD,
    "SR": DocumentType.MEETING_RECORD,
    "AGENDA": DocumentType.AGENDA,
    "PRST": DocumentType.OTHER,
    "L": DocumentType.DRAFT_RESOLUTION,
}
