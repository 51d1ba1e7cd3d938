"""Titles of documents that are no letters: the line that names the kind, and those about it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.normalise.text import Line
from tasks.normalise.un.joining import Vocabulary, join_lines, tidy_text

_WIDTH = 70
_MOST_LINES = 8


def read_other_title(lines: Sequence[Line], start: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Read the title whose telling line is `start`; the number is the line after it.

    In bold print it may begin above: a list of sponsors ends in `: draft resolution`.
    """
    index, first = start + 1, start
    while first > 0 and lines[first - 1].is_bold and _goes_on(lines, first):
        first -= 1
    while index < len(lines) and index - start < _MOST_LINES and _goes_on(lines, index):
        index += 1
    text = tidy_text(join_lines([line.text for line in lines[first:index]], vocabulary))
    return text.rstrip("*"), index


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    line, above = lines[index], lines[index - 1]
    if line.page != above.page or line.follows_gap:
        return False
    if line.is_bold is not None:
        return bool(line.is_bold and above.is_bold)
    return line.text[:1].islower() and len(above.text) < _WIDTH
