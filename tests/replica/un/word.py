"""Word files in the UN layout: masthead in the first page's header, job line in its footer.

Where real files keep their masthead is second-hand knowledge; `masthead="body"` sets it as the
first table of the body instead.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from tests.replica.un.inline import split_runs
from tests.replica.un.masthead import block_rows, distr_rows, job_dates, second_rows
from tests.replica.un.spec import (
    Annex,
    Block,
    Bullet,
    Footnote,
    Heading,
    Masthead,
    Paragraph,
    Raw,
    Signature,
    Table,
    UnSpec,
)
from tests.replica.un.words import WORDS, Words

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
    letter = WORDS[spec.masthead.tongue].job_letter
    dates = "    ".join(job_dates(spec))
    foot.paragraphs[0].text = f"{spec.job_number}{star} ({letter})    {dates}"
    if not spec.masthead.is_old:
        foot.add_paragraph(f"*{spec.job_digits}*")


def _write_masthead(frame: WordDocument | _Header, head: Masthead) -> None:
    table = _add_frame(frame)
    words = WORDS[head.tongue]
    letters = "  ".join(symbol[0] for symbol in head.symbols)
    table.cell(0, 0).text = "UNITED\nNATIONS" if head.is_old else words.nations
    table.cell(0, 1).text = letters if head.is_old else head.joined_symbols
    table.cell(1, 0).text = "\n".join(words.name(organ) for organ in head.organs)
    *rows, original = (text for text, _ in distr_rows(head))
    table.cell(1, 1).text = "\n".join([*rows, "", original])


def _add_frame(frame: WordDocument | _Header) -> WordTable:
    """Add the masthead's table; a header, unlike the body, must be told its width."""
    from docx.section import _Header
    from docx.shared import Pt

    return frame.add_table(2, 2, Pt(492)) if isinstance(frame, _Header) else frame.add_table(2, 2)


def _write_text(document: WordDocument, spec: UnSpec) -> None:
    words = WORDS[spec.masthead.tongue]
    _write_session(document, spec.masthead)
    for text in (spec.lead, spec.title, spec.subtitle):
        if text:
            _bold(document, text)
    _write_blocks(document, spec.blocks)
    _write_signatures(document, spec.signatures, words)
    for annex in spec.annexes:
        _write_annex(document, annex, words)


def _write_session(document: WordDocument, head: Masthead) -> None:
    rows, second = block_rows(head), second_rows(head)
    if not second:
        for row in rows:
            document.add_paragraph(row)
        return
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "\n".join(rows)
    table.cell(0, 1).text = "\n".join(second)


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
            case Raw():
                document.add_paragraph("\n".join(block.lines))


def _write_table(document: WordDocument, block: Table) -> None:
    table = document.add_table(1 + len(block.rows), len(block.header))
    for row, texts in zip(table.rows, (block.header, *block.rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _write_signatures(
    document: WordDocument, signatures: Sequence[Signature], words: Words
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for signature in signatures:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        name = f"(<i>{words.signed}</i>) {signature.given} <b>{signature.surname}</b>"
        titles = signature.title_lines
        for number, line in enumerate((*titles, name) if words.titles_first else (name, *titles)):
            if number:
                paragraph.add_run().add_break()
            _runs(paragraph, line)


def _write_annex(document: WordDocument, annex: Annex, words: Words) -> None:
    from docx.enum.text import WD_BREAK

    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _bold(document, annex.head)
    if annex.original_language:
        language = words.name(annex.original_language)
        document.add_paragraph(words.annex_original.format(language))
    if annex.title and annex.title not in annex.head:
        _bold(document, annex.title)
    _write_blocks(document, annex.blocks)
    _write_signatures(document, annex.signatures, words)
    for below in annex.under:
        _write_annex(document, below, words)


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
