"""PDF to lines: what stands where on the page tells masthead, text, footnotes and furniture.

Geometry of UN documents as observed (points from the top-left of a 612×792 page): masthead
above 205 on page 1, running heads above 62 from page 2 on, job line, barcode and page numbers
in the last 57; footnotes are set smaller, below the text.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from tasks.normalise.text import ExtractedText, Line, Zone, clean_line, number_lines
from warehouse.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 3000

_PDFIUM = Lock()
"""pdfium must not be entered by two threads at once, not even for two documents."""

_MASTHEAD_BOTTOM = 205.0
_HEAD_BOTTOM = 62.0
_FOOT_HEIGHT = 57.0
_COLUMN_GAP = 18.0
_GAP = 1.5
_NAME_LENGTH = 128
_BOLD_WEIGHT = 600
_SOFT_HYPHEN = "\ufffe"
_RULE = re.compile(r"_{5,}")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page open for reading: pdfium, its text handle, its height and its number.

    The cells are what pdfium writes its answers to, made once a page.
    """

    pdfium: Any
    raw: Any
    text: str
    height: float
    number: int
    x: Any
    y: Any
    name: Any
    flags: Any


def extract_pdf(data: bytes) -> ExtractedText:
    """Read the text layer of a PDF.

    Raises:
        UnreadableDocumentError: damaged, encrypted, without text, or of more than 3000 pages.
    """
    import pypdfium2

    try:
        with _PDFIUM, closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > MAX_PAGES:
                raise UnreadableDocumentError(f"more than {MAX_PAGES} pages")
            pages = [_read_page(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(f"PDF cannot be read: {error}") from error
    lines = [line for page in pages for line in page]
    if not lines:
        raise UnreadableDocumentError("PDF without a text layer")
    return ExtractedText(number_lines(_mark_footnotes(lines)), pages=len(pages), origin="pdf")


def _read_page(document: PdfDocument, index: int) -> list[Line]:
    from pypdfium2 import raw

    with closing(document[index]) as page, closing(page.get_textpage()) as text_page:
        open_page = _Page(
            raw, text_page.raw, text_page.get_text_range(), page.get_height(), index + 1,
            ctypes.c_double(), ctypes.c_double(), ctypes.create_string_buffer(_NAME_LENGTH),
            ctypes.c_int(),
        )  # fmt: skip
        return _lay_out(list(_read_lines(open_page)), open_page.height)


def _read_lines(page: _Page) -> Iterator[Line]:
    """One line each; a line across two columns at the head of page 1 gives two."""
    position = 0
    for printed in page.text.split("\r\n"):
        for piece in printed.split(_SOFT_HYPHEN):
            is_broken = position + len(piece) < len(page.text) and (
                page.text[position + len(piece)] == _SOFT_HYPHEN
            )
            yield from _read_piece(page, position, piece, hyphen="-" if is_broken else "")
            position += len(piece) + 1
        position += 1


def _read_piece(page: _Page, position: int, piece: str, hyphen: str) -> Iterator[Line]:
    start = position + len(piece) - len(piece.lstrip())
    line = _measure(page, start, clean_line(piece + hyphen))
    if line is None:
        return
    if page.number > 1 or line.y0 is None or line.y0 > _MASTHEAD_BOTTOM:
        yield line
        return
    columns = _split_columns(page, position, piece)
    if len(columns) == 1:
        yield line
        return
    for offset, column in columns:
        part = _measure(page, position + offset, clean_line(column))
        if part is not None:
            yield part


def _measure(page: _Page, position: int, text: str) -> Line | None:
    """The layout facts of the character at `position`, as those of its line."""
    if not text:
        return None
    pdfium = page.pdfium
    index = pdfium.FPDFText_GetCharIndexFromTextIndex(page.raw, position)
    if index < 0:
        return Line(text, page.number)
    pdfium.FPDFText_GetCharOrigin(page.raw, index, page.x, page.y)
    size = pdfium.FPDFText_GetFontSize(page.raw, index)
    page.name.value = b""
    pdfium.FPDFText_GetFontInfo(page.raw, index, page.name, _NAME_LENGTH, page.flags)
    font = page.name.value.decode("latin-1").lower()
    return Line(
        text,
        page.number,
        x0=round(page.x.value, 1),
        y0=round(page.height - page.y.value, 1),
        size=round(size, 1),
        is_bold="bold" in font or pdfium.FPDFText_GetFontWeight(page.raw, index) >= _BOLD_WEIGHT,
        is_italic="italic" in font or "oblique" in font,
    )


def _split_columns(page: _Page, position: int, piece: str) -> list[tuple[int, str]]:
    """Split where the space between two words is wider than a column's gap."""
    columns: list[tuple[int, str]] = []
    start, right = 0, 0.0
    box = [ctypes.c_double() for _ in range(4)]
    for offset, sign in enumerate(piece):
        index = page.pdfium.FPDFText_GetCharIndexFromTextIndex(page.raw, position + offset)
        if sign == " " or index < 0:
            continue
        page.pdfium.FPDFText_GetCharBox(page.raw, index, *box)
        if right and box[0].value - right > _COLUMN_GAP and piece[offset - 1] == " ":
            columns.append((start, piece[start:offset]))
            start = offset
        right = box[1].value
    columns.append((start, piece[start:]))
    return columns


def _lay_out(lines: list[Line], height: float) -> list[Line]:
    """Zones by height on the page; a masthead only where its Distr. line is; then the gaps."""
    above = [line for line in lines if line.page == 1 and (line.y0 or 0) <= _MASTHEAD_BOTTOM]
    has_masthead = any("Distr" in line.text or "DISTR" in line.text for line in above)
    zoned = [(_zone(line, height, has_masthead), line) for line in lines]
    top = [line for zone, line in zoned if zone == "masthead"]
    top.sort(key=lambda line: (line.y0 or 0.0, line.x0 or 0.0))
    rest = [(zone, line) for zone, line in zoned if zone != "masthead"]
    return _mark_gaps([*(("masthead", line) for line in top), *rest])


def _zone(line: Line, height: float, has_masthead: bool) -> Zone:
    y = line.y0
    if y is None:
        return "body"
    if y > height - _FOOT_HEIGHT:
        return "foot"
    if line.page > 1 and y < _HEAD_BOTTOM:
        return "head"
    return "masthead" if has_masthead and y <= _MASTHEAD_BOTTOM else "body"


def _mark_gaps(zoned: list[tuple[Zone, Line]]) -> list[Line]:
    marked: list[Line] = []
    above: tuple[Zone, Line] | None = None
    for zone, line in zoned:
        if zone in ("head", "foot"):
            marked.append(Line(*line[:7], zone))
            continue
        gap = above is None or above[0] != zone or _is_gap(above[1], line)
        marked.append(Line(*line[:7], zone, gap))
        above = zone, line
    return marked


def _is_gap(above: Line, line: Line) -> bool:
    if above.y0 is None or line.y0 is None:
        return True
    distance = line.y0 - above.y0
    return distance < 0 or distance > _GAP * max(above.size or 0, line.size or 0, 8.0)


def _mark_footnotes(lines: list[Line]) -> list[Line]:
    """Small lines below the last line of text on a page, and all below a rule, are footnotes."""
    size = _body_size(lines)
    marked = list(lines)
    pages = {line.page for line in lines}
    for page in pages:
        indexes = [i for i, line in enumerate(lines) if line.page == page and line.zone == "body"]
        top = _footnotes_top([lines[i] for i in indexes], size)
        for index in indexes:
            if (lines[index].y0 or 0) >= top:
                marked[index] = lines[index]._replace(zone="footnote")
    return marked


def _footnotes_top(lines: list[Line], size: float) -> float:
    """Where the footnotes of a page begin; infinity where it has none."""
    rules = [line.y0 for line in lines if _RULE.fullmatch(line.text) and line.y0 is not None]
    if rules:
        return min(rules)
    text = [line.y0 or 0.0 for line in lines if (line.size or size) > size - 1]
    lowest = max(text, default=float("inf"))
    small = [line for line in lines if (line.size or size) <= size - 1 and (line.y0 or 0) > lowest]
    starts = [line.y0 or 0.0 for line in small if re.match(r"\*|\d", line.text)]
    return min(starts, default=float("inf"))


def _body_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.zone == "body" and line.size:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
