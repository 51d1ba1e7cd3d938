"""What each line of a flat text is, told by its form and by the order of the lines.

Most lines are text and have none of these forms; each rule looks only at the few that may have
its own: short lines, lines with a slash, lines that begin with a mark.

Source: un-documents guide, sections 5 and 7, `Before 1999` (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from tasks.normalise.text import Line, is_rule
from tasks.normalise.un.job_lines import FOOT_STARTS, is_foot_line
from tasks.normalise.un.symbols import Symbol, SymbolLine, parse_symbol_line
from tasks.normalise.un.words import drop_name

Kind = Literal["content", "head", "foot", "footnote"]
"""What a line is."""

FIRST_LINES = 24
"""How many lines a masthead may take."""

_LONGEST_HEAD = 60
_LONGEST_NUMBER = 3
_SHORTEST_BARCODE = 7
_BARS = "*0123456789"
_NUMBER = re.compile(r"\d{1,3}")
_OLD_HEAD = re.compile(
    r"(?:English|French|Spanish|Russian|Arabic|Chinese|Français|Español)|P[aá]g(?:e|ina) \d+",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:Annexe?|Anexo|Enclosure|Appendix)(?: [IVXLC]+)?", re.IGNORECASE)
_PAGE_OF_PART = re.compile(r"P[aá]g(?:e|ina) \d+", re.IGNORECASE)
_NOTE_STARTS = frozenset("_*¹²³⁰⁴⁵⁶⁷⁸⁹")
_STARRED = re.compile(r"\*{1,4}\s?[^\s*]")
_RAISED = re.compile(r"[¹²³⁰⁴-⁹]+\s?\S")


def classify_flat(lines: Sequence[Line], own: frozenset[Symbol]) -> list[Kind]:
    """The kind of each line; `own` are the symbols of the document itself.

    >>> lines = [Line("I send a list.", 1), Line("21-01265 (E)", 1), Line("* See A/75/8.", 1)]
    >>> classify_flat(lines, frozenset())
    ['content', 'foot', 'footnote']
    """
    kinds: list[Kind] = ["content"] * len(lines)
    texts = [line.text for line in lines]
    for index, text in enumerate(texts):
        if text[0] in FOOT_STARTS and is_foot_line(text):
            kinds[index] = "foot"
    _mark_heads(lines, kinds, own)
    short = [index for index, text in enumerate(texts) if len(text) <= _LONGEST_NUMBER]
    if short:
        _mark_numbers(lines, kinds, short)
        _mark_vertical_barcode(lines, kinds, short)
    _mark_footnotes(lines, kinds, texts)
    return kinds


def is_old_head(text: str, below: str = "") -> bool:
    """Whether a line is the lower part of a running head of the 1990s: `English`, `Page 2`.

    >>> is_old_head("Annex II", below="Page 3"), is_old_head("Annex II", below="List of lamps")
    (True, False)
    """
    if _OLD_HEAD.fullmatch(text):
        return True
    return _PART.fullmatch(text) is not None and _PAGE_OF_PART.fullmatch(below) is not None


def starts_note(text: str) -> bool:
    """Whether a footnote with a mark begins: `* Reissued`, `² See`.

    >>> starts_note("* Reissued"), starts_note("² See"), starts_note("* * *")
    (True, True, False)
    """
    return _STARRED.match(text) is not None or _RAISED.match(text) is not None


def _mark_heads(lines: Sequence[Line], kinds: list[Kind], own: frozenset[Symbol]) -> None:
    """Own symbols alone on a line are running heads once the masthead has printed them."""
    seen: set[Symbol] = set()
    text_starts = _find_text(lines, kinds)
    for index in [index for index, line in enumerate(lines) if "/" in line.text]:
        read = _read_head(lines[index].text, index)
        if read is None or not own.issuperset(read.symbols):
            continue
        is_repeated = lines[index].page > 1 or seen.issuperset(read.symbols)
        if is_repeated and index >= text_starts:
            kinds[index] = "head"
            _extend_head(lines, kinds, index)
        seen.update(read.symbols)


def _find_text(lines: Sequence[Line], kinds: list[Kind]) -> int:
    """Index of the first line that no masthead has: long, of the foot, or on page 2."""
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_HEAD or kinds[index] == "foot" or line.page > 1:
            return index
    return len(lines)


def _read_head(text: str, index: int) -> SymbolLine | None:
    bare = drop_name(text) if index < FIRST_LINES else text
    return parse_symbol_line(bare) if len(bare) < _LONGEST_HEAD else None


def _extend_head(lines: Sequence[Line], kinds: list[Kind], head: int) -> None:
    """The lines below a head of the 1990s, up to the next line of text."""
    for index in range(head + 1, len(lines)):
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        if is_old_head(lines[index].text, below):
            kinds[index] = "head"
        elif kinds[index] == "content":
            break


def _mark_numbers(lines: Sequence[Line], kinds: list[Kind], short: Sequence[int]) -> None:
    """A lone number beside furniture, or last of its page, is a page number."""
    for index in short:
        line = lines[index]
        if kinds[index] != "content" or not _NUMBER.fullmatch(line.text):
            continue
        before = index > 0 and kinds[index - 1] == "foot" and index > 1
        after = index + 1 == len(lines) or kinds[index + 1] != "content"
        breaks = index + 1 < len(lines) and lines[index + 1].page != line.page
        if before or after or breaks:
            kinds[index] = "foot"


def _mark_vertical_barcode(lines: Sequence[Line], kinds: list[Kind], short: Sequence[int]) -> None:
    """A barcode whose signs stand one a line.

    >>> lines, kinds = [Line(sign, 1) for sign in "*2101265*"], ["content"] * 9
    >>> _mark_vertical_barcode(lines, kinds, range(9))
    >>> set(kinds)
    {'foot'}
    """
    signs = [i for i in short if len(lines[i].text) == 1 and lines[i].text in _BARS]
    for _, run in groupby(enumerate(signs), key=lambda pair: pair[1] - pair[0]):
        indexes = [index for _, index in run]
        if len(indexes) >= _SHORTEST_BARCODE:
            for index in indexes:
                kinds[index] = "foot"


def _mark_footnotes(lines: Sequence[Line], kinds: list[Kind], texts: Sequence[str]) -> None:
    """After a rule all is footnote to the page's end; after a mark, up to a gap."""
    marked = [index for index, text in enumerate(texts) if text[0] in _NOTE_STARTS]
    first = next((index for index in marked if kinds[index] == "content"), len(lines))
    below_rule, in_note, page = False, False, 1
    for index in range(first, len(lines)):
        line = lines[index]
        if kinds[index] == "head" or line.page != page:
            below_rule, in_note, page = False, False, line.page
        if kinds[index] != "content":
            in_note = False
        elif is_rule(line.text):
            below_rule, kinds[index] = True, "foot"
        elif line.text[0] in _NOTE_STARTS and starts_note(line.text):
            in_note, kinds[index] = True, "footnote"
        elif below_rule or (in_note and not line.follows_gap):
            kinds[index] = "footnote"
        else:
            in_note = False
