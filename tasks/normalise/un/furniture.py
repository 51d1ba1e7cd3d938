"""Everything on a page that is no content: running heads, page numbers, job line, barcode.

In PDF and DOCX a line's zone says what it is; in flat text the forms of the lines themselves
and their order do. Source: un-documents guide, sections 5 and 8 (observed documents).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from tasks.normalise.text import ExtractedText, Line, is_rule
from tasks.normalise.un.symbols import Symbol, SymbolLine, close_symbols, parse_symbol_line


class Kind(Enum):
    """What a line is."""

    CONTENT = auto()
    HEAD = auto()
    FOOT = auto()
    FOOTNOTE = auto()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document without its furniture; pages are counted anew where heads showed a break."""

    lines: tuple[Line, ...]
    footnotes: tuple[Line, ...]
    own: frozenset[Symbol]
    job_number: str | None
    job_line: Line | None
    is_job_reissued: bool
    has_layout: bool


@dataclass(frozen=True, slots=True)
class _Job:
    number: str | None
    is_reissued: bool
    line: Line | None


_JOB = re.compile(
    r"(?P<job>\d{2}-\d{5})(?P<star>\*?)"
    r"(?:\s+\d{4}[a-z])?(?:\s*\((?P<language>[A-Z])\)(?P<star2>\*?))?(?P<dates>(?:\s+\d{6})*)\s*\*?(?:\s*/\.\.\.)?"
)
_JOB_REVERSED = re.compile(r"(?:\d{6}\s+)+(?P<job>\d{2}-\d{5})(?P<star>\*?)\s*(?:\([A-Z]\))?")
_JOB_AND_PAGE = re.compile(r"\d{2}-\d{5}\*?\s*\d{1,3}(?:/\d{1,3})?")
_PAGE_AND_JOB = re.compile(r"\d{1,3}(?:/\d{1,3})?\s+\d{2}-\d{5}\*?")
_PAGE = re.compile(r"\d{1,3}/\d{1,4}")
_NUMBER = re.compile(r"\d{1,3}")
_RELEASE = re.compile(r"(?:[0-3]\d[01]\d{3}\*?\s*)+")
_BARCODE = re.compile(r"\*\s*(?:\d\s*){7}[A-Z]?\s*\*")
_END = re.compile(r"(?:/\.\.\.|/…|-{3,}|[-–—]{2,}|\* \* \*|\*)")
_OLD_HEAD = re.compile(
    r"(?:English|French|Spanish|Russian|Arabic|Chinese|Français|Español)|[Pp]age \d+", re.IGNORECASE
)
_FURNITURE_STARTS = frozenset("0123456789*/-–—")
_NOTE_STARTS = frozenset("_*¹²³⁰⁴⁵⁶⁷⁸⁹")
_STARRED = re.compile(r"\*{1,4}\s?[^\s*]")
_RAISED = re.compile(r"[¹²³⁰⁴-⁹]+\s?\S")
_LEAD = "United Nations "
_NO_LINE = Line("", 0)
"""What pdfium prints on one line with the symbol: `United Nations A/75/660–S/2020/1267`."""

_FIRST_LINES = 24
_SHORTEST_BARCODE = 7


def strip_furniture(text: ExtractedText) -> Sheet:
    """Separate content and footnotes from the furniture of the pages."""
    own = _own_symbols(text.lines)
    has_layout = any(line.zone is not None for line in text.lines)
    kinds = [_kind_of_zone(line) for line in text.lines] if has_layout else []
    if has_layout:
        _extend_heads(text.lines, kinds)
    else:
        kinds = _classify_flat(text.lines, own)
    lines = _count_pages(text.lines, kinds) if not has_layout else text.lines
    job = _find_job(text.lines, kinds)
    return Sheet(
        lines=tuple(x for x, kind in zip(lines, kinds, strict=True) if kind is Kind.CONTENT),
        footnotes=_join_footnotes(lines, kinds),
        own=own,
        job_number=job.number,
        job_line=job.line,
        is_job_reissued=job.is_reissued,
        has_layout=has_layout,
    )


def _own_symbols(lines: tuple[Line, ...]) -> frozenset[Symbol]:
    """The symbols that fill lines at the head of page 1; running heads repeat them."""
    own: set[Symbol] = set()
    has_masthead = False
    for line in lines[:_FIRST_LINES]:
        if len(line.text) > 80 or line.page > 1:
            break
        if "/" in line.text:
            read = parse_symbol_line(close_symbols(line.text.removeprefix(_LEAD)))
            own.update(read.symbols if read else ())
        has_masthead |= line.text.startswith("Distr")
    return frozenset(own) if own or not has_masthead else _symbols_of_heads(lines)


def _symbols_of_heads(lines: tuple[Line, ...]) -> frozenset[Symbol]:
    """The symbols of the running heads, where the masthead lost its own; none if heads differ."""
    heads: set[frozenset[Symbol]] = set()
    found: list[Symbol] = []
    for above, line in pairwise((*lines, _NO_LINE)):
        read = parse_symbol_line(above.text) if len(above.text) < 60 else None
        found.extend(read.symbols if read else ())
        if found and (read is None or line.page != above.page):
            heads.add(frozenset(found))
            found = []
    return heads.pop() if len(heads) == 1 else frozenset()


def _kind_of_zone(line: Line) -> Kind:
    if line.zone == "footnote":
        return Kind.FOOT if is_rule(line.text) else Kind.FOOTNOTE
    if line.zone in ("head", "foot"):
        return Kind.HEAD if line.zone == "head" else Kind.FOOT
    return Kind.FOOT if _END.fullmatch(line.text) or _BARCODE.fullmatch(line.text) else Kind.CONTENT


def _extend_heads(lines: tuple[Line, ...], kinds: list[Kind]) -> None:
    """The running heads of the 1990s reach lower: symbols, `English`, `Page 2`."""
    for index in range(1, len(lines)):
        if kinds[index - 1] is Kind.HEAD and _OLD_HEAD.fullmatch(lines[index].text):
            kinds[index] = Kind.HEAD


def _classify_flat(lines: tuple[Line, ...], own: frozenset[Symbol]) -> list[Kind]:
    kinds = [_kind_of_form(line.text) for line in lines]
    _mark_heads(lines, kinds, own)
    _mark_numbers(lines, kinds)
    _mark_vertical_barcode(lines, kinds)
    _mark_footnotes(lines, kinds)
    return kinds


def _kind_of_form(text: str) -> Kind:
    if len(text) > 60 or text[0] not in _FURNITURE_STARTS:
        return Kind.CONTENT
    forms = (_JOB, _JOB_REVERSED, _JOB_AND_PAGE, _PAGE_AND_JOB, _PAGE, _BARCODE, _END)
    if any(form.fullmatch(text) for form in forms) or _RELEASE.fullmatch(text):
        return Kind.FOOT
    return Kind.CONTENT


def _mark_heads(lines: tuple[Line, ...], kinds: list[Kind], own: frozenset[Symbol]) -> None:
    """Own symbols alone on a line are running heads once the masthead has printed them."""
    seen: set[Symbol] = set()
    after_head, has_text = False, False
    for index, line in enumerate(lines):
        has_text |= kinds[index] is Kind.FOOT or len(line.text) > 60 or line.page > 1
        read = _read_head(line.text, index) if "/" in line.text else None
        if read and own.issuperset(read.symbols):
            if has_text and (line.page > 1 or seen.issuperset(read.symbols)):
                kinds[index], after_head = Kind.HEAD, True
            seen.update(read.symbols)
        elif after_head and _OLD_HEAD.fullmatch(line.text):
            kinds[index] = Kind.HEAD
        elif kinds[index] is Kind.CONTENT:
            after_head = False


def _read_head(text: str, index: int) -> SymbolLine | None:
    bare = text.removeprefix(_LEAD) if index < _FIRST_LINES else text
    return parse_symbol_line(bare) if len(bare) < 60 else None


def _mark_numbers(lines: tuple[Line, ...], kinds: list[Kind]) -> None:
    """A lone number beside furniture, or last of its page, is a page number."""
    for index in [index for index, line in enumerate(lines) if len(line.text) <= 3]:
        line = lines[index]
        if kinds[index] is not Kind.CONTENT or not _NUMBER.fullmatch(line.text):
            continue
        before = index > 0 and kinds[index - 1] is Kind.FOOT and index > 1
        after = index + 1 == len(lines) or kinds[index + 1] is not Kind.CONTENT
        breaks = index + 1 < len(lines) and lines[index + 1].page != line.page
        if before or after or breaks:
            kinds[index] = Kind.FOOT


def _mark_vertical_barcode(lines: tuple[Line, ...], kinds: list[Kind]) -> None:
    signs = [index for index, line in enumerate(lines) if len(line.text) == 1]
    if len(signs) < _SHORTEST_BARCODE:
        return
    run: list[int] = []
    for index in range(len(lines) + 1):
        is_sign = index < len(lines) and len(lines[index].text) == 1
        if is_sign and lines[index].text in "*0123456789":
            run.append(index)
            continue
        if len(run) >= _SHORTEST_BARCODE:
            for position in run:
                kinds[position] = Kind.FOOT
        run.clear()


def _mark_footnotes(lines: tuple[Line, ...], kinds: list[Kind]) -> None:
    """After a rule all is footnote to the page's end; after a mark, up to a gap."""
    below_rule, in_note, page = False, False, 1
    for index, line in enumerate(lines):
        if kinds[index] is Kind.HEAD or line.page != page:
            below_rule, in_note, page = False, False, line.page
        if kinds[index] is not Kind.CONTENT:
            in_note = False
        elif line.text[0] in _NOTE_STARTS and is_rule(line.text):
            below_rule, kinds[index] = True, Kind.FOOT
        elif line.text[0] in _NOTE_STARTS and _starts_note(line.text):
            in_note, kinds[index] = True, Kind.FOOTNOTE
        elif below_rule or (in_note and not line.follows_gap):
            kinds[index] = Kind.FOOTNOTE
        else:
            in_note = False


def _starts_note(text: str) -> bool:
    return _STARRED.match(text) is not None or _RAISED.match(text) is not None


def _count_pages(lines: tuple[Line, ...], kinds: list[Kind]) -> tuple[Line, ...]:
    """Start a page at each running head, as well as at each form feed."""
    counted: list[Line] = []
    page, printed, previous = 1, 1, Kind.CONTENT
    for line, kind in zip(lines, kinds, strict=True):
        if line.page != printed or (kind is Kind.HEAD and previous is not Kind.HEAD):
            page += 1
        printed, previous = line.page, kind
        counted.append(line if line.page == page else line._replace(page=page))
    return tuple(counted)


def _find_job(lines: tuple[Line, ...], kinds: list[Kind]) -> _Job:
    """The job number of the first job line, and whether it carries a reissue mark."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not Kind.FOOT:
            continue
        match = _JOB.match(line.text) or _JOB_REVERSED.match(line.text)
        if match:
            star2 = match.groupdict().get("star2")
            return _Job(match.group("job"), bool(match.group("star") or star2), line)
        match = _PAGE_AND_JOB.fullmatch(line.text)
        if match:
            return _Job(line.text.split()[-1].rstrip("*"), False, line)
    return _Job(None, False, None)


def _join_footnotes(lines: tuple[Line, ...], kinds: list[Kind]) -> tuple[Line, ...]:
    """Whole footnotes, one line each."""
    notes: list[Line] = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not Kind.FOOTNOTE:
            continue
        starts = _starts_note(line.text) or re.match(r"\d{1,3}(?:\s|$)", line.text)
        if starts or not notes or notes[-1].page != line.page:
            notes.append(line)
        else:
            notes[-1] = notes[-1]._replace(text=f"{notes[-1].text} {line.text}")
    return tuple(notes)
