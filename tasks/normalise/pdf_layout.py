"""The layout of a PDF: what stands where tells masthead, text, footnotes and furniture.

Geometry of UN documents as observed (points from the top-left of a 612×792 page): masthead
above 205 on page 1, running heads above 62 from page 2 on, job line, barcode and page numbers
in the last 57; footnotes are set smaller, below the text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tasks.normalise.pdf_lines import MASTHEAD_BOTTOM, PrintedLine
from tasks.normalise.text import Line, Zone, is_rule

_HEAD_BOTTOM = 62.0
_FOOT_HEIGHT = 57.0
_GAP = 1.5
_SMALLEST = 8.0
_USUAL_SIZE = 10.0
_NOTE = re.compile(r"\*|\d")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page in pdfium's order, and its height in points."""

    lines: tuple[PrintedLine, ...]
    height: float


_Zoned = list[tuple[Zone, PrintedLine]]


def lay_out(pages: Sequence[PrintedPage]) -> tuple[Line, ...]:
    """Zones, gaps and the place in the text, for all lines of a document."""
    zoned = [_zone_page(page) for page in pages]
    size = _body_size(chain.from_iterable(zoned))
    lines: list[Line] = []
    start = 0
    for page in zoned:
        top = _footnotes_top(page, size)
        for (zone, printed), gap in zip(page, _list_gaps(page), strict=True):
            is_note = zone == "body" and (printed.y0 or 0.0) >= top
            lines.append(Line(*printed, "footnote" if is_note else zone, gap, start))
            start += len(printed.text) + 1
    return tuple(lines)


def _zone_page(page: PrintedPage) -> _Zoned:
    """The masthead in reading order, where there is a Distr. line; then the rest as printed."""
    has_masthead = any(
        line.page == 1
        and (line.y0 or 0.0) <= MASTHEAD_BOTTOM
        and ("Distr" in line.text or "DISTR" in line.text)
        for line in page.lines
    )
    zoned = [(_zone(line, page.height, has_masthead), line) for line in page.lines]
    if not has_masthead:
        return zoned
    top = [one for one in zoned if one[0] == "masthead"]
    top.sort(key=lambda one: (one[1].y0 or 0.0, one[1].x0 or 0.0))
    return [*top, *(one for one in zoned if one[0] != "masthead")]


def _zone(line: PrintedLine, height: float, has_masthead: bool) -> Zone:
    y = line.y0
    if y is None:
        return "body"
    if y > height - _FOOT_HEIGHT:
        return "foot"
    if line.page > 1 and y < _HEAD_BOTTOM:
        return "head"
    return "masthead" if has_masthead and y <= MASTHEAD_BOTTOM else "body"


def _list_gaps(zoned: _Zoned) -> Iterator[bool]:
    """Whether white space is above each line; furniture has none and makes none."""
    above: tuple[Zone, PrintedLine] | None = None
    for zone, line in zoned:
        if zone in ("head", "foot"):
            yield False
            continue
        yield above is None or above[0] != zone or _is_gap(above[1], line)
        above = zone, line


def _is_gap(above: PrintedLine, line: PrintedLine) -> bool:
    if above.y0 is None or line.y0 is None:
        return True
    distance = line.y0 - above.y0
    return distance < 0 or distance > _GAP * max(above.size or 0, line.size or 0, _SMALLEST)


def _footnotes_top(zoned: _Zoned, size: float) -> float:
    """Where the footnotes of a page begin: at a rule, or at small lines below the text.

    Infinity where it has none; `size` is that of the document's text.
    """
    lines = [line for zone, line in zoned if zone == "body"]
    rules = [line.y0 or 0.0 for line in lines if is_rule(line.text)]
    if rules:
        return min(rules)
    small = [line for line in lines if (line.size or size) <= size - 1]
    if not small:
        return math.inf
    text = (line.y0 or 0.0 for line in lines if (line.size or size) > size - 1)
    lowest = max(text, default=math.inf)
    starts = (line.y0 or 0.0 for line in small if _NOTE.match(line.text))
    return min((y for y in starts if y > lowest), default=math.inf)


def _body_size(zoned: Iterable[tuple[Zone, PrintedLine]]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for zone, line in zoned:
        if zone == "body" and line.size:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else _USUAL_SIZE
