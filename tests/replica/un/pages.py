"""A document set on its pages: every line and rule at its place, before any file format."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.replica.un.flow import COLUMN_WIDTH, Chunk, flow_document
from tests.replica.un.geometry import (
    COLUMN_LEFT,
    FIRST_LINE_Y,
    FOOT_Y,
    HEAD_Y,
    LAST_LINE_Y,
    LAST_LINE_Y_FIRST_PAGE,
    LEFT_EDGE,
    LONE_TITLE_Y,
    RIGHT_EDGE,
    THICK_RULE_Y,
    THIN_RULE_Y,
)
from tests.replica.un.lines import BOLD, ROMAN, Line, Piece, RunningZone, break_lines, right_aligned
from tests.replica.un.masthead import note_pieces, set_job_line, set_masthead, set_session_block
from tests.replica.un.spec import Footnote, UnSpec

NOTE_LEADING = 10.3
OLD_HEAD_Y = 36.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule over the whole width."""

    y: float
    thickness: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page; the lines stand in the order in which real files draw them."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]


@dataclass
class _Draft:
    """A page that is being filled."""

    y: float
    last_y: float
    lines: list[Line] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    is_fresh: bool = True

    @property
    def limit(self) -> float:
        """The lowest baseline that text may take above the footnotes."""
        return self.last_y - (_notes_height(self.notes) + 12 if self.notes else 0)


def set_pages(spec: UnSpec) -> tuple[Page, ...]:
    """Set a document: masthead, text, footnotes, job line, running heads and feet."""
    drafts = _fill(spec)
    job = spec.job_number + ("*" if spec.masthead.is_reissued else "")
    first = _first_page(spec, drafts[0], len(drafts) > 1)
    others = (
        _later_page(spec, draft, number, len(drafts), job)
        for number, draft in enumerate(drafts[1:], start=2)
    )
    return (first, *others)


def _fill(spec: UnSpec) -> list[_Draft]:
    block = set_session_block(spec.masthead)
    start = max(line.y for line in block) + 30 if block else LONE_TITLE_Y
    drafts = [_Draft(start, LAST_LINE_Y_FIRST_PAGE - 12, notes=list(spec.notes))]
    for chunk in flow_document(spec):
        _place(chunk, drafts)
    return drafts


def _place(chunk: Chunk, drafts: list[_Draft]) -> None:
    page = drafts[-1]
    if chunk.starts_page or not _fits(chunk, page):
        page = _turn(drafts)
    page.notes.extend(chunk.notes)
    page.y += 0 if page.is_fresh else chunk.gap
    for row in chunk.rows:
        if not page.is_fresh and page.y + row.advance > page.limit:
            page = _turn(drafts)
        page.y += 0 if page.is_fresh else row.advance
        page.is_fresh = False
        page.lines.extend(line.at(page.y) for line in row.lines)


def _fits(chunk: Chunk, page: _Draft) -> bool:
    if page.is_fresh or not (chunk.is_whole or chunk.keeps_next):
        return True
    height = chunk.gap + sum(row.advance for row in chunk.rows) + 36 * chunk.keeps_next
    return page.y + height + _notes_height(chunk.notes) <= page.limit


def _turn(drafts: list[_Draft]) -> _Draft:
    drafts.append(_Draft(FIRST_LINE_Y, LAST_LINE_Y))
    return drafts[-1]


def _first_page(spec: UnSpec, draft: _Draft, has_more: bool) -> Page:
    lines = (
        *set_masthead(spec.masthead),
        *set_job_line(spec, has_more),
        *set_session_block(spec.masthead),
        *draft.lines,
        *_set_notes(draft),
    )
    return Page(lines, (Rule(THIN_RULE_Y, 0.6), Rule(THICK_RULE_Y, 2.2)))


def _later_page(spec: UnSpec, draft: _Draft, number: int, count: int, job: str) -> Page:
    if spec.masthead.is_old:
        return _old_page(spec, draft, number, is_last=number == count)
    is_even = number % 2 == 0
    star = "*" if spec.masthead.is_reissued else ""
    lines: list[Line] = []
    top = HEAD_Y - 9.5 * (len(spec.masthead.symbols) - 1)
    for row, symbol in enumerate(spec.masthead.symbols):
        lines.append(_edge(symbol + star, BOLD, 8.5, is_even, top + 9.5 * row, "head"))
    foot = [(f"{number}/{count}", BOLD, 8.5, is_even), (job, ROMAN, 7.0, not is_even)]
    for text, font, size, is_left in foot if is_even else reversed(foot):
        lines.append(_edge(text, font, size, is_left, FOOT_Y, "foot"))
    return Page((*lines, *draft.lines, *_set_notes(draft)), (Rule(THIN_RULE_Y, 0.6),))


def _old_page(spec: UnSpec, draft: _Draft, number: int, *, is_last: bool) -> Page:
    """A page of the 1990s: symbols, language and number stand above each other at its head."""
    rows = (*spec.masthead.symbols, "English", f"Page {number}")
    lines = [
        _edge(row, ROMAN, 10, number % 2 == 0, OLD_HEAD_Y + 12 * place, "head")
        for place, row in enumerate(rows)
    ]
    if not is_last:
        lines.append(_edge("/...", ROMAN, 10, False, FOOT_Y, "foot"))
    return Page((*lines, *draft.lines, *_set_notes(draft)), ())


def _edge(text: str, font: str, size: float, is_left: bool, y: float, zone: RunningZone) -> Line:
    pieces = (Piece(text, font, size),)
    if is_left:
        return Line(pieces, LEFT_EDGE, y, zone)
    return right_aligned(pieces, RIGHT_EDGE, y, zone)


def _set_notes(draft: _Draft) -> list[Line]:
    if not draft.notes:
        return []
    y = draft.last_y - _notes_height(draft.notes) + 14
    lines = [Line((Piece("__________________", BOLD, 8),), 99.6, y - 13.6, "note")]
    for note in draft.notes:
        mark = Piece(note.mark, ROMAN, 5.5 if note.mark.isdigit() else 8.5)
        mark = replace(mark, rise=3.0 if note.mark.isdigit() else 0.0)
        lines.append(right_aligned((mark,), 119.5, y, "note"))
        for line in _note_lines(note):
            lines.append(Line(line.pieces, line.x, y, "note"))
            y += NOTE_LEADING
    return lines


def _note_lines(note: Footnote) -> list[Line]:
    return break_lines(note_pieces(note.text), COLUMN_LEFT, COLUMN_WIDTH, justify=False)


def _notes_height(notes: list[Footnote] | tuple[Footnote, ...]) -> float:
    return 14 + NOTE_LEADING * sum(len(_note_lines(note)) for note in notes) if notes else 0.0
