"""Titles of documents that are no letters: what they are about, else the line of their kind.

A report or note has its subject above the line of its kind (`Report of the …`) or below it;
a draft has it below the sponsors, a resolution below the line of its adoption.

Source: observed documents; their classes: un-documents guide, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tasks.normalise.text import Line
from tasks.normalise.un.joining import Vocabulary, join_lines, tidy_text
from tasks.normalise.un.signatures import is_signature

_WIDTH = 70
_MOST_LINES = 8
_NO_TITLE = re.compile(
    r"\[|\*|(?:Summary|Contents|Addendum|Corrigendum|Добавление)$|(?:[IVX]+|\d{1,3})\.(?:\s[A-Z]|$)"
    r"|\([a-z]\)|(?:The|At|In|On|By|Having|Recalling|Pursuant|As|I|We|This|After|Upon|По|В|На)\s"
)


class OtherTitle(NamedTuple):
    """The title, and the lines it and the line of the kind take: from `first` before `after`."""

    text: str
    first: int
    after: int


def read_other_title(
    lines: Sequence[Line], start: int, index: int, vocabulary: Vocabulary
) -> OtherTitle:
    """Read the title around line `index`, which tells the kind; the masthead ends at `start`.

    >>> lines = [Line("Note by the Secretary-General", 1), Line("Keeping of seeds", 1)]
    >>> read_other_title(lines, 0, 0, Vocabulary())
    OtherTitle(text='Keeping of seeds', first=0, after=2)
    """
    first, after = _kind_block(lines, start, index)
    above = lines[start:first]
    if above and len(above) <= _MOST_LINES and all(map(_looks_set_as_title, above)):
        return OtherTitle(_join(above, vocabulary), start, after)
    below = _skip_brackets(lines, after)
    end = _find_end(lines, below)
    if end > below:
        return OtherTitle(_join(lines[below:end], vocabulary), first, end)
    return OtherTitle(_join(lines[first:after], vocabulary), first, after)


def _join(lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    return tidy_text(join_lines([line.text for line in lines], vocabulary)).rstrip("*")


def _kind_block(lines: Sequence[Line], start: int, index: int) -> tuple[int, int]:
    """The lines of the kind: in bold print a list of sponsors begins above."""
    first, after = index, index + 1
    while first > start and lines[first].is_bold and _goes_on(lines, first):
        first -= 1
    while after < len(lines) and _goes_on(lines, after):
        after += 1
    return first, after


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    line, above = lines[index], lines[index - 1]
    if line.page != above.page or line.follows_gap:
        return False
    if line.is_bold is not None:
        return bool(line.is_bold and above.is_bold)
    in_capitals = line.text.isupper() and above.text.isupper()
    return (line.text[:1].islower() or in_capitals) and len(above.text) < _WIDTH


def _skip_brackets(lines: Sequence[Line], start: int) -> int:
    """Pass `[without reference to a Main Committee (A/80/547, para. 17)]`.

    >>> _skip_brackets([Line("[without reference to a", 1), Line("Main Committee]", 1)], 0)
    2
    """
    if start < len(lines) and lines[start].text.startswith("["):
        for index in range(start, min(len(lines), start + 4)):
            if lines[index].text.endswith("]"):
                return index + 1
    return start


def _find_end(lines: Sequence[Line], start: int) -> int:
    """Where the block of title lines that begins at `start` ends; `start` if it is none.

    >>> _find_end([Line("Keeping of seeds", 1), Line("in cold vaults", 1), Line("Summary", 1)], 0)
    2
    """
    end = start
    while end < min(len(lines), start + _MOST_LINES):
        line = lines[end]
        if end > start and (line.follows_gap or line.page != lines[start].page):
            break
        if not _is_title_line(line) or line.page != lines[0].page:
            break
        end += 1
    return end


def _is_title_line(line: Line) -> bool:
    return _NO_TITLE.match(line.text) is None and _looks_set_as_title(line)


def _looks_set_as_title(line: Line) -> bool:
    """Bold, or, where print is not known, short and no sentence.

    >>> _looks_set_as_title(Line("Keeping of seeds", 1)), _looks_set_as_title(Line("We met.", 1))
    (True, False)
    """
    if is_signature(line) or line.text.startswith("["):
        return False
    if line.is_bold is not None:
        return line.is_bold
    return len(line.text) < _WIDTH and not line.text.endswith((".", ",", ":", ";"))
