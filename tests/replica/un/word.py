"""Word files in the UN layout: masthead in the first page's header, job line in its footer.

Where real files keep their masthead is second-hand knowledge; `masthead="body"` sets it as the
first table of the body instead.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from tests.replica.calendar import long_date, ordinal, short_digits
from tests.replica.un.inline import split_runs
from tests.replica.un.masthead import agenda_line, session_line
from tests.replica.un.spec import (
    Annex,
    AssemblyBlock,
    Block,
    Bullet,
    Footnote,
    Heading,
    Masthead,
    Paragraph,
    Signature,
    Table,
    UnSpec,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import _Header
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EPOCH = (2000, 1, 1, 0, 0, 0)


def render_docx(spec: UnSpec, masthead: Literal["header", "body"] = "header") -> bytes:
    """Write a document as DOCX; the same bytes every time."""
    from docx import Document

    document = Document()
    _set_up_page(document, spec)
    frame = document.sections[0].first_page_header if masthead == "header" else document
    _write_masthead(frame, spec.masthead)
    _write_text(document, spec)
    for note in _notes(spec):
        document.add_paragraph(f"{note.mark} {note.text}")
    sink = io.BytesIO()
    document.save(sink)
    return _freeze(sink.getvalue())


def _set_up_page(document: WordDocument, spec: UnSpec) -> None:
    from docx.shared import Pt

    section = document.sections[0]
    section.page_width, section.page_height = Pt(612), Pt(792)
    section.left_margin, section.right_margin = Pt(60), Pt(60)
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    running = "\n".join(spec.masthead.symbols)
    section.header.paragraphs[0].text = running
    section.even_page_header.paragraphs[0].text = running
    section.footer.paragraphs[0].text = spec.job_number
    section.even_page_footer.paragraphs[0].text = spec.job_number
    foot = section.first_page_footer
    star = "*" if spec.masthead.is_reissued else ""
    foot.paragraphs[0].text = f"{spec.job_number}{star} (E)    {short_digits(spec.released)}"
    foot.add_paragraph(f"*{spec.job_digits}*")


def _write_masthead(frame: WordDocument | _Header, head: Masthead) -> None:
    table = _add_frame(frame)
    table.cell(0, 0).text = "United Nations"
    table.cell(0, 1).text = head.joined_symbols
    table.cell(1, 0).text = "\n".join(head.organs)
    language = f"\n{head.language}" if head.language else ""
    table.cell(1, 1).text = (
        f"Distr.: {head.distribution}\n{long_date(head.distributed)}{language}\n\n"
        f"Original: {head.original}"
    )


def _add_frame(frame: WordDocument | _Header) -> WordTable:
    """Add the masthead's table; a header, unlike the body, must be told its width."""
    from docx.section import _Header
    from docx.shared import Pt

    return frame.add_table(2, 2, Pt(492)) if isinstance(frame, _Header) else frame.add_table(2, 2)


def _write_text(document: WordDocument, spec: UnSpec) -> None:
    if spec.masthead.assembly:
        _write_session(document, spec.masthead.assembly, spec.masthead.council_year)
    for text in (spec.lead, spec.title, spec.subtitle):
        if text:
            _bold(document, text)
    _write_blocks(document, spec.blocks)
    _write_signatures(document, spec.signatures)
    for annex in spec.annexes:
        _write_annex(document, annex)


def _write_session(document: WordDocument, block: AssemblyBlock, council_year: int | None) -> None:
    rows = ["General Assembly"] if council_year is not None else []
    rows += [session_line(block), *([agenda_line(block)] if block.items else []), *block.titles]
    if council_year is None:
        for row in rows:
            document.add_paragraph(row)
        return
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "\n".join(rows)
    table.cell(0, 1).text = f"Security Council\n{ordinal(council_year)} year"


def _write_blocks(document: WordDocument, blocks: Sequence[Block]) -> None:
    for block in blocks:
        match block:
            case Paragraph():
                _runs(
                    document.add_paragraph(f"{block.number}\t" if block.number else ""), block.text
                )
            case Bullet():
                _runs(document.add_paragraph(style="List Bullet"), block.text)
            case Heading():
                _bold(document, f"{block.number}\t{block.text}" if block.number else block.text)
            case Table():
                _write_table(document, block)


def _write_table(document: WordDocument, block: Table) -> None:
    table = document.add_table(1 + len(block.rows), len(block.header))
    for row, texts in zip(table.rows, (block.header, *block.rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _write_signatures(document: WordDocument, signatures: Sequence[Signature]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for signature in signatures:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _runs(paragraph, f"(<i>Signed</i>) {signature.given} <b>{signature.surname}</b>")
        for line in signature.title_lines:
            paragraph.add_run().add_break()
            paragraph.add_run(line)


def _write_annex(document: WordDocument, annex: Annex) -> None:
    from docx.enum.text import WD_BREAK

    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _bold(document, annex.head)
    if annex.original_language:
        document.add_paragraph(f"[Original: {annex.original_language}]")
    if annex.title and annex.title not in annex.head:
        _bold(document, annex.title)
    _write_blocks(document, annex.blocks)
    _write_signatures(document, annex.signatures)
    for below in annex.under:
        _write_annex(document, below)


def _bold(document: WordDocument, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def _runs(paragraph: WordParagraph, text: str) -> None:
    for run, style in split_runs(text):
        added = paragraph.add_run(run)
        added.italic, added.bold = style == "i", style == "b"
        added.font.superscript = style == "sup"


def _notes(spec: UnSpec) -> Iterator[Footnote]:
    yield from spec.notes
    for blocks in (spec.blocks, *(annex.blocks for annex in spec.annexes)):
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from block.notes


def _freeze(data: bytes) -> bytes:
    """Rewrite the archive with one fixed time, so that equal documents are equal bytes."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(sink, "w") as written:
        for name in read.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(info, read.read(name))
    return sink.getvalue()
