"""The running text of a document as chunks of rows, ready to be put on pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.replica.un.geometry import (
    BODY_LEADING,
    BODY_SIZE,
    COLUMN_LEFT,
    COLUMN_RIGHT,
    INDENT,
    PARAGRAPH_GAP,
    SIGNATURE_RIGHT,
)
from tests.replica.un.lines import (
    BOLD,
    ITALIC,
    Line,
    Piece,
    break_lines,
    right_aligned,
    style_text,
)
from tests.replica.un.spec import (
    Annex,
    Block,
    Bullet,
    Footnote,
    Heading,
    Paragraph,
    Raw,
    Signature,
    Table,
    UnSpec,
)
from tests.replica.un.words import WORDS, Words

COLUMN_WIDTH = COLUMN_RIGHT - COLUMN_LEFT
MIDDLE = (COLUMN_LEFT + COLUMN_RIGHT) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Lines on one baseline, and how far that lies below the one before."""

    lines: tuple[Line, ...]
    advance: float


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that belong together; `gap` is left out at the top of a page."""

    rows: tuple[Row, ...]
    gap: float = 0.0
    notes: tuple[Footnote, ...] = ()
    is_whole: bool = False
    keeps_next: bool = False
    starts_page: bool = False


def flow_document(spec: UnSpec) -> Iterator[Chunk]:
    """Yield everything below the masthead: title, text, signatures, annexes.

    The title's first row has no advance: the page decides where it stands.
    """
    if spec.lead:
        yield _lead(spec.lead)
    yield _heading(spec.title, size=12, leading=13.4, gap=12 if spec.lead else 0)
    if spec.subtitle:
        yield _heading(spec.subtitle, size=12, leading=13.4, gap=12)
    words = WORDS[spec.masthead.tongue]
    yield from flow_blocks(spec.blocks, first_gap=12)
    yield from _signatures(spec.signatures, words)
    for annex in spec.annexes:
        yield from _annex(annex, words)
    if spec.masthead.is_old:
        yield Chunk((Row((Line((Piece("-----"),), MIDDLE),), BODY_LEADING),), gap=24)


def flow_blocks(blocks: Sequence[Block], first_gap: float = PARAGRAPH_GAP) -> Iterator[Chunk]:
    """Yield the chunks of some blocks."""
    for number, block in enumerate(blocks):
        gap = first_gap if number == 0 else PARAGRAPH_GAP
        match block:
            case Paragraph():
                yield _paragraph(block, gap)
            case Bullet():
                yield _bullet(block, gap)
            case Heading():
                yield _numbered_heading(block)
            case Table():
                yield _table(block)
            case Raw():
                lines = [Line((Piece(text),), COLUMN_LEFT) for text in block.lines]
                yield Chunk(_rows(lines, BODY_LEADING), gap)


def _paragraph(block: Paragraph, gap: float) -> Chunk:
    lines = break_lines(
        style_text(block.text), COLUMN_LEFT, COLUMN_WIDTH, first_x=INDENT, justify=True
    )
    number = Line((Piece(block.number),), COLUMN_LEFT) if block.number else None
    rows = _rows(lines, BODY_LEADING, margin=number)
    return Chunk(rows, gap, notes=block.notes, is_whole=bool(block.notes))


def _bullet(block: Bullet, gap: float) -> Chunk:
    lines = break_lines(style_text(block.text), INDENT, COLUMN_RIGHT - INDENT, justify=True)
    return Chunk(_rows(lines, BODY_LEADING, margin=Line((Piece("•"),), 140.5)), gap)


def _numbered_heading(block: Heading) -> Chunk:
    chunk = _heading(block.text, size=12, leading=14, gap=16)
    if not block.number:
        return chunk
    number = right_aligned((Piece(block.number, BOLD, 12),), 111.2, 0, "text")
    first, *others = chunk.rows
    rows = (Row((number, *first.lines), first.advance), *others)
    return Chunk(rows, chunk.gap, keeps_next=True)


def _heading(text: str, *, size: float, leading: float, gap: float) -> Chunk:
    lines = break_lines(style_text(text, size, BOLD), COLUMN_LEFT, COLUMN_WIDTH, justify=False)
    return Chunk(_rows(lines, leading), gap, keeps_next=True)


def _lead(text: str) -> Chunk:
    lines = break_lines(style_text(text, BODY_SIZE, BOLD), COLUMN_LEFT, COLUMN_WIDTH, justify=False)
    return Chunk(_rows(lines, BODY_LEADING), keeps_next=True)


def _table(block: Table) -> Chunk:
    width = COLUMN_WIDTH / len(block.header)
    starts = [COLUMN_LEFT + width * number for number in range(len(block.header))]
    rows = [_cells(block.header, starts, ITALIC, 14.0)]
    rows += [_cells(row, starts, "Times-Roman", BODY_LEADING) for row in block.rows]
    return Chunk(tuple(rows), gap=8, is_whole=True)


def _cells(texts: Sequence[str], starts: Sequence[float], font: str, advance: float) -> Row:
    cells = (
        Line((Piece(text, font, 9),), x) for text, x in zip(texts, starts, strict=True) if text
    )
    return Row(tuple(cells), advance)


def _signatures(signatures: Sequence[Signature], words: Words) -> Iterator[Chunk]:
    for signature in signatures:
        name = (
            Piece("("),
            Piece(words.signed, ITALIC),
            Piece(f") {signature.given} "),
            Piece(signature.surname, BOLD),
        )
        titles = [(Piece(line),) for line in signature.title_lines]
        lines = [*titles, name] if words.titles_first else [name, *titles]
        rows = tuple(
            Row((right_aligned(line, SIGNATURE_RIGHT, 0, "text"),), BODY_LEADING) for line in lines
        )
        yield Chunk(rows, gap=12, is_whole=True)


def _annex(annex: Annex, words: Words) -> Iterator[Chunk]:
    head = _heading(annex.head, size=14, leading=15, gap=0)
    yield Chunk(head.rows, keeps_next=True, starts_page=True)
    if annex.original_language:
        language = words.name(annex.original_language)
        text = Piece(words.annex_original.format(language))
        line = right_aligned((text,), COLUMN_RIGHT, 0, "text")
        yield Chunk((Row((line,), BODY_LEADING),), gap=8, keeps_next=True)
    if annex.title and annex.title not in annex.head:
        yield _heading(annex.title, size=12, leading=13.4, gap=13)
    yield from flow_blocks(annex.blocks, first_gap=12)
    yield from _signatures(annex.signatures, words)
    for below in annex.under:
        yield from _annex(below, words)


def _rows(lines: Sequence[Line], leading: float, margin: Line | None = None) -> tuple[Row, ...]:
    first = Row((margin, lines[0]) if margin else (lines[0],), leading)
    return (first, *(Row((line,), leading) for line in lines[1:]))
