"""DOCX to lines: header, tables, paragraphs and footnotes say themselves what they are."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from tasks.normalise.text import ExtractedText, Line, Zone, clean_line, number_lines
from warehouse.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from lxml.etree import _Element

    Block = Paragraph | Table

MAX_BYTES = 200_000_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FOOTNOTES = "/footnotes"
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, KeyError, ValueError, TypeError, LookupError,
    AttributeError, EOFError, NotImplementedError, RuntimeError, OSError, SyntaxError,
)  # fmt: skip
"""What python-docx and its parts raise for a damaged package; SyntaxError is lxml's base."""


def extract_docx(data: bytes) -> ExtractedText:
    """Read the text of a DOCX.

    Raises:
        UnreadableDocumentError: damaged, no Word document, empty, or over 200 MB unpacked.
    """
    from docx.opc.exceptions import OpcError

    try:
        _check_size(data)
        lines = number_lines(_read_package(data))
    except (*_DAMAGE, OpcError) as error:
        raise UnreadableDocumentError(f"DOCX cannot be read: {error}") from error
    if not lines:
        raise UnreadableDocumentError("DOCX without text")
    return ExtractedText(lines, pages=max(line.page for line in lines), origin="docx")


def _check_size(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        if sum(entry.file_size for entry in package.infolist()) > MAX_BYTES:
            raise UnreadableDocumentError(f"more than {MAX_BYTES} bytes when unpacked")


def _read_package(data: bytes) -> Iterator[Line]:
    import docx

    document = docx.Document(BytesIO(data))
    yield from _read_header(document)
    body = list(_read_body(document))
    yield from body
    yield from _read_footnotes(document)
    yield from _read_footers(document)


def _read_header(document: Document) -> Iterator[Line]:
    """The header of page 1 holds the top of the masthead."""
    section = document.sections[0]
    is_own = section.different_first_page_header_footer
    header = section.first_page_header if is_own else section.header
    for block in header.iter_inner_content():
        yield from _read_block(block, 1, "masthead")


def _read_footers(document: Document) -> Iterator[Line]:
    """Job line, barcode and page numbers."""
    section = document.sections[0]
    for footer in (section.first_page_footer, section.footer, section.even_page_footer):
        for block in footer.iter_inner_content():
            yield from _read_block(block, 1, "foot")


def _read_body(document: Document) -> Iterator[Line]:
    """Paragraphs and tables in order; the tables up to Distr. are the masthead."""
    page = 1
    for block in document.iter_inner_content():
        page += _breaks_before(block)
        lines = list(_read_block(block, page, "body"))
        if page == 1 and hasattr(block, "rows") and any("Distr" in line.text for line in lines):
            lines = [line._replace(zone="masthead") for line in lines]
        yield from lines
        page += _breaks_after(block)


def _read_block(block: Block, page: int, zone: Zone) -> Iterator[Line]:
    from docx.table import Table

    if isinstance(block, Table):
        yield from _read_table(block, page, zone)
    else:
        yield from _read_paragraph(block, page, zone)


def _read_table(table: Table, page: int, zone: Zone) -> Iterator[Line]:
    """Cell by cell; a merged cell counts once."""
    seen: set[object] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc in seen:
                continue
            seen.add(cell._tc)
            for block in cell.iter_inner_content():
                yield from _read_block(block, page, zone)


def _read_paragraph(paragraph: Paragraph, page: int, zone: Zone) -> Iterator[Line]:
    is_bold = _is_bold(paragraph)
    follows_gap = True
    style = paragraph.style.name if paragraph.style is not None else None
    mark = "• " if style and style.startswith("List Bullet") else ""
    for piece in (mark + paragraph.text).split("\n"):
        text = clean_line(piece.replace("\t", " "))
        if text:
            yield Line(text, page, is_bold=is_bold, zone=zone, follows_gap=follows_gap)
            follows_gap = False


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether every run with text is bold, by itself or by a style."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    inherited = _style_bold(paragraph.style)
    return bool(runs) and all(_run_bold(run, inherited) for run in runs)


def _run_bold(run: Run, inherited: bool) -> bool:
    if run.bold is not None:
        return bool(run.bold)
    return inherited or _style_bold(run.style)


def _style_bold(style: CharacterStyle | None) -> bool:
    depth = 0
    while style is not None and depth < 12:
        if style.font.bold is not None:
            return bool(style.font.bold)
        style, depth = style.base_style, depth + 1
    return False


def _breaks_before(block: Block) -> int:
    """Page breaks that stand before the text of a block."""
    from docx.table import Table

    if isinstance(block, Table):
        return 0
    before = 1 if block.paragraph_format.page_break_before else 0
    return before + (_count_breaks(block._p) if not block.text.strip() else 0)


def _breaks_after(block: Block) -> int:
    """Page breaks inside or after the text of a block."""
    from docx.table import Table

    if isinstance(block, Table):
        return _count_breaks(block._tbl)
    element = block._p
    inside = _count_breaks(element) if block.text.strip() else 0
    ends = element.find(f"{_W}pPr/{_W}sectPr")
    return inside + (0 if ends is None else 1)


def _count_breaks(element: _Element) -> int:
    hard = [br for br in element.iter(f"{_W}br") if br.get(f"{_W}type") == "page"]
    soft = 0 if hard else len(list(element.iter(f"{_W}lastRenderedPageBreak")))
    return len(hard) + soft


def _read_footnotes(document: Document) -> Iterator[Line]:
    """Footnotes are a part of their own; separators have a type, notes have none."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_FOOTNOTES):
            continue
        for note in parse_xml(relation.target_part.blob).iter(f"{_W}footnote"):
            text = clean_line("".join(piece.text or "" for piece in note.iter(f"{_W}t")))
            if text and note.get(f"{_W}type") is None:
                yield Line(text, 1, zone="footnote", follows_gap=True)
