"""Where each field was read: the page, and the span in the extracted text.

Source: none, no rule of a document stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.normalise.text import Line
from tasks.records import FieldSource


def make_source(field: str, lines: Sequence[Line]) -> FieldSource:
    """The place of a field that was read from these lines, which follow one another.

    >>> make_source("title", [Line("Letter dated", 1), Line("4 May", 1, start=13)]).end
    18
    """
    first, last = lines[0], lines[-1]
    return FieldSource(
        field=field, page=first.page, start=first.start, end=last.start + len(last.text)
    )


def find_word(field: str, words: str, lines: Iterable[Line]) -> FieldSource | None:
    """The first place where a line prints these words; None where they are broken over lines.

    >>> find_word("cited_symbols", "S/2021/7", [Line("see S/2021/7.", 2, start=40)]).start
    44
    """
    for line in lines:
        at = line.text.find(words)
        if at >= 0:
            start = line.start + at
            return FieldSource(field=field, page=line.page, start=start, end=start + len(words))
    return None
