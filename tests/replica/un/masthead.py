"""The top of page 1 and its foot: symbol, organs, Distr. block, session, job line."""

from __future__ import annotations

from collections.abc import Iterator

from tests.replica.calendar import long_date, ordinal, short_digits
from tests.replica.un.geometry import (
    BARCODE_Y,
    BLOCK_WIDTH,
    BLOCK_Y,
    COLUMN_LEFT,
    DISTR_LEFT,
    DISTR_Y,
    JOB_LEFT,
    JOB_Y,
    LEFT_EDGE,
    NATIONS_Y,
    ORGAN_Y,
    RIGHT_EDGE,
    SECOND_BLOCK_LEFT,
    SYMBOL_Y,
)
from tests.replica.un.lines import BOLD, ROMAN, Line, Piece, break_lines, right_aligned, style_text
from tests.replica.un.spec import AssemblyBlock, Masthead, UnSpec

BLOCK_LEADING = 11.6


def set_masthead(head: Masthead) -> Iterator[Line]:
    """Yield the lines above the thick rule."""
    yield Line((Piece("United Nations", ROMAN, 14),), COLUMN_LEFT, NATIONS_Y, "nations")
    yield right_aligned(tuple(_symbol_pieces(head)), RIGHT_EDGE, SYMBOL_Y, "symbol")
    for number, organ in enumerate(head.organs):
        yield Line((Piece(organ, BOLD, 20),), COLUMN_LEFT, ORGAN_Y + 22 * number, "organ")
    for text, offset in _distr_block(head):
        yield Line((Piece(text),), DISTR_LEFT, DISTR_Y + offset, "distr")


def set_session_block(head: Masthead) -> tuple[Line, ...]:
    """Return the second block: empty for documents of the Security Council alone."""
    if head.assembly is None:
        return ()
    is_joint = head.council_year is not None
    left = _stack(_assembly_pieces(head.assembly, is_joint), LEFT_EDGE)
    if head.council_year is None:
        return left
    words = ("Security Council", f"{ordinal(head.council_year)} year")
    return left + _stack(tuple((Piece(word, BOLD),) for word in words), SECOND_BLOCK_LEFT)


def set_job_line(spec: UnSpec) -> Iterator[Line]:
    """Yield job number, release date and barcode text at the foot of page 1."""
    star = "*" if spec.masthead.is_reissued else ""
    job = Line((Piece(f"{spec.job_number}{star} (E)"),), JOB_LEFT, JOB_Y, "job")
    yield job
    yield Line((Piece(short_digits(spec.released)),), JOB_LEFT + job.width + 10, JOB_Y, "job")
    yield Line((Piece(f"*{spec.job_digits}*", ROMAN, 12),), JOB_LEFT, BARCODE_Y, "barcode")


def agenda_line(block: AssemblyBlock) -> str:
    """Return "Agenda item 12", "Agenda items 12, 16 and 79 (a)" or the provisional form."""
    plural = "s" if len(block.items) > 1 else ""
    *first, last = block.items
    items = f"{', '.join(first)} and {last}" if first else last
    if block.is_provisional:
        return f"Item{plural} {items} of the provisional agenda*"
    return f"Agenda item{plural} {items}"


def session_line(block: AssemblyBlock) -> str:
    """Return "Eighty-first session" or "Eleventh emergency special session"."""
    kind = "emergency special session" if block.is_emergency_special else "session"
    return f"{ordinal(block.session)} {kind}"


def _symbol_pieces(head: Masthead) -> Iterator[Piece]:
    """The first letter of each symbol is set large."""
    for number, symbol in enumerate(head.symbols):
        last = number == len(head.symbols) - 1
        yield Piece(symbol[0], ROMAN, 20)
        yield Piece(symbol[1:] + (("*" if head.is_reissued else "") if last else "–"))


def _distr_block(head: Masthead) -> tuple[tuple[str, float], ...]:
    day = long_date(head.distributed)
    rows = [(f"Distr.: {head.distribution}", 0.0), (day, 12.0)]
    if head.language:
        rows.append((head.language, 24.0))
    return (*rows, (f"Original: {head.original}", 36.0))


def _assembly_pieces(block: AssemblyBlock, is_joint: bool) -> tuple[tuple[Piece, ...], ...]:
    rows = [(Piece("General Assembly", BOLD),)] if is_joint else []
    rows.append((Piece(session_line(block), BOLD),))
    if block.items:
        rows.append((Piece(agenda_line(block)),))
    rows.extend((Piece(title, BOLD),) for title in block.titles)
    return tuple(rows)


def _stack(rows: tuple[tuple[Piece, ...], ...], x: float) -> tuple[Line, ...]:
    lines = [
        line for pieces in rows for line in break_lines(pieces, x, BLOCK_WIDTH - 10, justify=False)
    ]
    return tuple(
        Line(line.pieces, x, BLOCK_Y + BLOCK_LEADING * number, "block")
        for number, line in enumerate(lines)
    )


def note_pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a footnote's text."""
    return style_text(text, 8.5)
