"""True PDF files: the set pages drawn with the standard fonts, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from tests.replica.un.fonts import choose_face, choose_scale, load_face
from tests.replica.un.geometry import (
    BARCODE_Y,
    CHARACTER_SPACE,
    JOB_LEFT,
    LEFT_EDGE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT_EDGE,
)
from tests.replica.un.lines import Line
from tests.replica.un.pages import Page, set_pages
from tests.replica.un.spec import UnSpec

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def render_pdf(spec: UnSpec) -> bytes:
    """Draw a document as the UN layout has it; needs reportlab (the extra `demo`)."""
    from reportlab.pdfgen.canvas import Canvas

    sink = io.BytesIO()
    canvas = Canvas(sink, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(spec.masthead.joined_symbols)
    canvas.setAuthor("herewith replica (invented document)")
    for number, page in enumerate(set_pages(spec)):
        if number == 0:
            _draw_ornaments(canvas, spec)
        _draw_page(canvas, page)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _draw_page(canvas: Canvas, page: Page) -> None:
    for rule in page.rules:
        canvas.setLineWidth(rule.thickness)
        canvas.line(LEFT_EDGE, PAGE_HEIGHT - rule.y, RIGHT_EDGE, PAGE_HEIGHT - rule.y)
    for line in page.lines:
        canvas.saveState()
        _draw_line(canvas, line)
        canvas.restoreState()


def _draw_line(canvas: Canvas, line: Line) -> None:
    text = canvas.beginText(line.x, PAGE_HEIGHT - line.y)
    text.setCharSpace(CHARACTER_SPACE)
    text.setWordSpace(line.word_space)
    if line.zone == "barcode":
        text.setTextRenderMode(3)  # invisible: the bars are drawn
    for piece in line.pieces:
        face = choose_face(piece.font, piece.text)
        load_face(face)
        text.setFont(face, piece.size)
        text.setHorizScale(choose_scale(face))
        text.setRise(piece.rise)
        text.textOut(piece.text)
    canvas.drawText(text)


def _draw_ornaments(canvas: Canvas, spec: UnSpec) -> None:
    """Draw what real pages carry as pictures: a globe for the emblem, barcode, a square code."""
    _draw_globe(canvas)
    _draw_barcode(canvas, spec.job_digits)
    _draw_square_code(canvas, spec.job_digits)


def _draw_globe(canvas: Canvas) -> None:
    x, y = 92.0, PAGE_HEIGHT - 94.0
    canvas.setLineWidth(0.8)
    for radius in (23.0, 16.0, 9.0):
        canvas.circle(x, y, radius)
    canvas.line(x - 23, y, x + 23, y)
    canvas.line(x, y - 23, x, y + 23)


def _draw_barcode(canvas: Canvas, digits: str) -> None:
    from reportlab.graphics.barcode.code39 import Standard39

    code = Standard39(digits, barWidth=0.79, ratio=2.2, barHeight=13, checksum=0, quiet=0)
    code.drawOn(canvas, JOB_LEFT, PAGE_HEIGHT - BARCODE_Y - 3)


def _draw_square_code(canvas: Canvas, seed: str) -> None:
    """A pattern that stands where real pages have a QR code; it says nothing."""
    bits = b"".join(hashlib.sha256(f"{seed}{n}".encode()).digest() for n in range(3))
    cell, side = 2.15, 25
    left, bottom = 500.0, PAGE_HEIGHT - 767.0
    for number in range(side * side):
        if bits[number // 8] >> (number % 8) & 1:
            row, column = divmod(number, side)
            canvas.rect(left + column * cell, bottom + row * cell, cell, cell, stroke=0, fill=1)
