"""Where each field was read: the page, and the span in the extracted text.

Source: none, no rule of a document stands here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

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
        if words in line.text:
            start = line.start + line.text.index(words)
            return FieldSource(field=field, page=line.page, start=start, end=start + len(words))
    return None


def find_sentences(
    places: Sequence[tuple[str, str]], lines: Sequence[Line]
) -> Iterator[FieldSource]:
    """The lines over which sentences stand; one that was mended too much to be found has none.

    Spaces and hyphens are left out of the comparison, as joining lines adds and removes them.

    >>> lines = [Line("We ask to have it circu-", 1), Line("lated.", 1, start=25)]
    >>> [place.end for place in find_sentences([("a", "We ask to have it circulated.")], lines)]
    [31]
    """
    if not places:
        return
    bare = _squeeze("\n".join([line.text for line in lines])).split("\n")
    starts = list(accumulate((len(text) for text in bare), initial=0))
    whole = "".join(bare)
    for field, sentence in places:
        wanted = _squeeze(sentence)
        at = whole.find(wanted)
        if at >= 0:
            first = bisect_right(starts, at) - 1
            last = bisect_right(starts, at + len(wanted) - 1) - 1
            yield make_source(field, lines[first : last + 1])


def _squeeze(text: str) -> str:
    """Leave out what joining lines may change.

    >>> _squeeze("circu- lated")
    'circulated'
    """
    return text.replace(" ", "").replace("-", "").replace("\u00ad", "")
