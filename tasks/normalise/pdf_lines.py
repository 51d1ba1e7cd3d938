"""The lines of a page of a PDF: each with place, size and style of its first sign."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tasks.normalise.text import clean_lines

if TYPE_CHECKING:
    from pypdfium2.raw import FPDF_TEXTPAGE

MASTHEAD_BOTTOM = 205.0
"""In points from the top of page 1, as observed on pages of 612×792."""

_COLUMN_GAP = 18.0
_NAME_LENGTH = 128
_BOLD_WEIGHT = 600
_SOFT_HYPHEN = "\ufffe"
_SPACES = re.compile(r"(?<=[^ ]) +(?=[^ ])")


class PrintedLine(NamedTuple):
    """The first seven fields of `Line`; None where pdfium does not say."""

    text: str
    page: int
    x0: float | None = None
    y0: float | None = None
    size: float | None = None
    is_bold: bool | None = None
    is_italic: bool | None = None


class PageReader:
    """A page open for reading; pdfium writes its answers to cells that are made once a page."""

    def __init__(self, handle: FPDF_TEXTPAGE, number: int, height: float) -> None:
        from pypdfium2 import raw

        self._pdfium = raw
        self._handle = handle
        self._number = number
        self._height = height
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()
        self._styles: dict[bytes, tuple[bool, bool]] = {}

    def read_lines(self, text: str) -> Iterator[PrintedLine]:
        """One line each; a line across two columns at the head of page 1 gives two."""
        pieces = list(_list_pieces(text))
        cleaned = clean_lines(piece for _, piece in pieces)
        for (position, piece), words in zip(pieces, cleaned, strict=True):
            if not words:
                continue
            start = position + len(piece) - len(piece.lstrip())
            line = self._measure(start, words)
            is_above = line.y0 is not None and line.y0 <= MASTHEAD_BOTTOM
            if self._number == 1 and is_above and " " in words:
                yield from self._split_columns(position, piece, line)
            else:
                yield line

    def _measure(self, position: int, text: str) -> PrintedLine:
        """A line with the layout facts of the sign at `position`."""
        pdfium, handle = self._pdfium, self._handle
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(handle, position)
        if index < 0:
            return PrintedLine(text, self._number)
        pdfium.FPDFText_GetCharOrigin(handle, index, self._x, self._y)
        size = pdfium.FPDFText_GetFontSize(handle, index)
        is_bold, is_italic = self._read_style(index)
        return PrintedLine(
            text, self._number,
            round(self._x.value, 1), round(self._height - self._y.value, 1), round(size, 1),
            is_bold, is_italic,
        )  # fmt: skip

    def _read_style(self, index: int) -> tuple[bool, bool]:
        """Whether the sign is bold, by its font's name or weight, and whether it is italic."""
        self._name.value = b""
        self._pdfium.FPDFText_GetFontInfo(
            self._handle, index, self._name, _NAME_LENGTH, self._flags
        )
        name = self._name.value
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = _style_of_font(name.decode("latin-1").lower())
        is_bold, is_italic = style
        if not is_bold:
            weight = self._pdfium.FPDFText_GetFontWeight(self._handle, index)
            is_bold = weight >= _BOLD_WEIGHT
        return is_bold, is_italic

    def _split_columns(
        self, position: int, piece: str, whole: PrintedLine
    ) -> Iterator[PrintedLine]:
        """Split where the space between two words is wider than a column's gap."""
        starts = [0]
        for space in _SPACES.finditer(piece):
            before = self._find_edges(position + space.start() - 1)
            after = self._find_edges(position + space.end())
            if before and after and after[0] - before[1] > _COLUMN_GAP:
                starts.append(space.end())
        if len(starts) == 1:
            yield whole
            return
        columns = [piece[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
        for start, text in zip(starts, clean_lines(columns), strict=True):
            if text:
                yield self._measure(position + start, text)

    def _find_edges(self, position: int) -> tuple[float, float] | None:
        """Left and right edge of the sign at `position`; None where it is not printed."""
        index = self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, position)
        if index < 0 or not self._pdfium.FPDFText_GetCharBox(self._handle, index, *self._box):
            return None
        return self._box[0].value, self._box[1].value


def _style_of_font(name: str) -> tuple[bool, bool]:
    """Whether a font is bold, and italic, by its name.

    >>> _style_of_font("timesnewromanps-bolditalicmt")
    (True, True)
    """
    return "bold" in name, "italic" in name or "oblique" in name


def _list_pieces(text: str) -> Iterator[tuple[int, str]]:
    r"""The printed lines with their place in the text; pdfium marks a broken word by U+FFFE.

    >>> list(_list_pieces("the al\ufffeready\r\nsaid"))
    [(0, 'the al-'), (7, 'ready'), (14, 'said')]
    """
    position = 0
    for printed in text.split("\r\n"):
        *broken, last = printed.split(_SOFT_HYPHEN)
        for piece in broken:
            yield position, f"{piece}-"
            position += len(piece) + 1
        yield position, last
        position += len(last) + 2
