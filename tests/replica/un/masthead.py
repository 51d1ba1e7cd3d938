"""The top of page 1 and its foot: symbol, organs, Distr. block, session, job line."""

from __future__ import annotations

from collections.abc import Iterator

from tests.replica.calendar import ordinal, short_digits
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
from tests.replica.un.words import WORDS, Words, year_line

BLOCK_LEADING = 11.6
ORGAN_WIDTH, LONG_NAME = 260.0, 30


def set_masthead(head: Masthead) -> Iterator[Line]:
    """Yield the lines above the thick rule."""
    words = WORDS[head.tongue]
    yield from _set_corners(head, words)
    yield from _set_organs(tuple(words.name(organ) for organ in head.organs))
    for text, offset in distr_rows(head):
        yield Line((Piece(text),), DISTR_LEFT, DISTR_Y + offset, "distr")


def set_session_block(head: Masthead) -> tuple[Line, ...]:
    """Return the second block: empty for documents of the Security Council alone."""
    if head.assembly is None:
        return ()
    left = _stack(_assembly_pieces(head), LEFT_EDGE)
    right = tuple((Piece(row, BOLD),) for row in second_rows(head))
    return left + (_stack(right, SECOND_BLOCK_LEFT) if right else ())


def set_job_line(spec: UnSpec, has_more: bool = False) -> Iterator[Line]:
    """Yield job number, release dates and barcode text at the foot of page 1.

    The form of the 1990s has no barcode; `/...` there says that a page follows.
    """
    head = spec.masthead
    star = "*" if head.is_reissued else ""
    job = f"{spec.job_number}{star} ({WORDS[head.tongue].job_letter})"
    x = JOB_LEFT
    for text in (job, *job_dates(spec)):
        line = Line((Piece(text),), x, JOB_Y, "job")
        yield line
        x += line.width + 10
    if not head.is_old:
        yield Line((Piece(f"*{spec.job_digits}*", ROMAN, 12),), JOB_LEFT, BARCODE_Y, "barcode")
    elif has_more:
        yield right_aligned((Piece("/..."),), RIGHT_EDGE, JOB_Y, "job")


def job_dates(spec: UnSpec) -> tuple[str, ...]:
    """Return the job line's dates: one, or two where it was released again."""
    days = (spec.released, spec.released_again)
    return tuple(short_digits(day) for day in days if day)


def agenda_line(block: AssemblyBlock, tongue: str = "en") -> str:
    """Return "Agenda item 12", "Agenda items 12, 16 and 79 (a)" or the provisional form."""
    if block.agenda_text is not None:
        return block.agenda_text
    words = WORDS[tongue]
    *first, last = block.items
    joined = f"{', '.join(first)}{words.conjunction}{last}" if first else last
    if block.is_provisional:
        return (words.provisional_items if first else words.provisional_item).format(joined)
    return (words.items if first else words.item).format(joined)


def session_line(block: AssemblyBlock) -> str:
    """Return "Eighty-first session" or "Eleventh emergency special session"."""
    if block.session_text is not None:
        return block.session_text
    kind = "emergency special session" if block.is_emergency_special else "session"
    return f"{ordinal(block.session)} {kind}"


def block_rows(head: Masthead) -> tuple[str, ...]:
    """Return the rows of the session block as printed, the organ first where two share it."""
    block = head.assembly
    if block is None:
        return ()
    organ = WORDS[head.tongue].name(block.organ)
    names = () if not second_rows(head) else (organ.upper() if head.is_old else organ,)
    agenda = (agenda_line(block, head.tongue),) if block.items or block.agenda_text else ()
    return (*names, session_line(block), *block.rows, *agenda, *block.titles)


def second_rows(head: Masthead) -> tuple[str, ...]:
    """Return the second column of a joint document's session block."""
    if head.second_column or head.council_year is None:
        return head.second_column
    name = "Security Council"
    return (name.upper() if head.is_old else name, year_line(head.council_year))


def distr_rows(head: Masthead) -> tuple[tuple[str, float], ...]:
    """Return the rows of the Distr. block, each with its distance from the first."""
    words = WORDS[head.tongue]
    day, language = words.date(head.distributed), head.language or words.language
    if head.is_old:
        original = f"ORIGINAL: {head.original.upper()}"
        rows = ("Distr.", head.distribution.upper(), *head.symbols, day, original)
        return tuple((row, 12.0 * number) for number, row in enumerate(rows))
    distribution = words.distr.format(words.name(head.distribution))
    rows = (distribution, day, *([language] if language else []))
    original = words.original.format(words.name(head.original))
    return (*((row, 12.0 * number) for number, row in enumerate(rows)), (original, 36.0))


def _set_corners(head: Masthead, words: Words) -> Iterator[Line]:
    """The name of the United Nations and the symbols; the 1990s print the organs' letters."""
    if head.is_old:
        yield Line((Piece("UNITED", ROMAN, 12),), LEFT_EDGE, NATIONS_Y - 13, "nations")
        yield Line((Piece("NATIONS", ROMAN, 12),), LEFT_EDGE, NATIONS_Y, "nations")
        letters = (Piece("  ".join(symbol[0] for symbol in head.symbols), BOLD, 20),)
        yield right_aligned(letters, RIGHT_EDGE, SYMBOL_Y, "symbol")
        return
    yield Line((Piece(words.nations, ROMAN, 14),), COLUMN_LEFT, NATIONS_Y, "nations")
    yield right_aligned(tuple(_symbol_pieces(head)), RIGHT_EDGE, SYMBOL_Y, "symbol")


def _set_organs(names: tuple[str, ...]) -> Iterator[Line]:
    """The organs' names; a committee's long name is set smaller, on several lines."""
    y = ORGAN_Y
    for name in names:
        size = 20 if len(name) < LONG_NAME else 14
        pieces = (Piece(name, BOLD, size),)
        for line in break_lines(pieces, COLUMN_LEFT, ORGAN_WIDTH, justify=False):
            yield Line(line.pieces, COLUMN_LEFT, y, "organ")
            y += 1.1 * size


def _symbol_pieces(head: Masthead) -> Iterator[Piece]:
    """The first letter of each symbol is set large."""
    for number, symbol in enumerate(head.symbols):
        last = number == len(head.symbols) - 1
        yield Piece(symbol[0], ROMAN, 20)
        yield Piece(symbol[1:] + (("*" if head.is_reissued else "") if last else "–"))


def _assembly_pieces(head: Masthead) -> tuple[tuple[Piece, ...], ...]:
    """The agenda line is roman, all else bold."""
    block = head.assembly
    agenda = agenda_line(block, head.tongue) if block and (block.items or block.agenda_text) else ""
    return tuple((Piece(row, ROMAN if row == agenda else BOLD),) for row in block_rows(head))


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
