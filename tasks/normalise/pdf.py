"""PDF to lines: pdfium gives text and positions, the layout says what each line is."""

from __future__ import annotations

from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING

from tasks.normalise.pdf_layout import PrintedPage, lay_out
from tasks.normalise.pdf_lines import PageReader
from tasks.normalise.text import ExtractedText
from warehouse.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 3000

_PDFIUM = Lock()
"""pdfium must not be entered by two threads at once, not even for two documents."""


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
    lines = lay_out(pages)
    if not lines:
        raise UnreadableDocumentError("PDF without a text layer")
    return ExtractedText(lines, pages=len(pages), origin="pdf")


def _read_page(document: PdfDocument, index: int) -> PrintedPage:
    with closing(document[index]) as page, closing(page.get_textpage()) as text:
        height = page.get_height()
        reader = PageReader(text.raw, index + 1, height)
        return PrintedPage(tuple(reader.read_lines(text.get_text_range())), height)
