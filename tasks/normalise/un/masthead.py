"""The masthead: symbols, distribution, date, languages, organs, sessions, agenda items.

Source: un-documents guide, sections 5 and 7 (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tasks.normalise.text import Line
from tasks.normalise.un.agenda import AgendaItems, parse_agenda_line, starts_agenda_line
from tasks.normalise.un.alternatives import any_of
from tasks.normalise.un.columns import split_columns
from tasks.normalise.un.dates import read_date_line
from tasks.normalise.un.other_forms import starts_other_title
from tasks.normalise.un.sessions import parse_organ_time
from tasks.normalise.un.symbols import Symbol, close_symbols, parse_symbol_line
from tasks.normalise.un.title_forms import starts_letter_title
from tasks.normalise.un.words import (
    DISTRIBUTIONS,
    ORGAN_NAMES,
    UNITED_NATIONS,
    read_languages,
)

_UN = any_of(UNITED_NATIONS)
_ORGANS = any_of(ORGAN_NAMES)
_HEADING = re.compile(
    rf"(?:{_UN}|UNITED|NATIONS|UNITED NATIONS|(?:UNITED\s+)?[ASET](?:\s*[ASET])?|Provisional)",
    re.IGNORECASE,
)
_DISTRIBUTION = re.compile(r"Distr\s?\.?\s*:?\s*(?P<value>\S+)?", re.IGNORECASE)
_ORIGINAL = re.compile(r"\[?Original\s?:\s*(?P<value>.*)", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?:Security Council Committee .{0,60}|(?:established )?pursuant to resolutions? .{4,60}"
    r"|\w+ Committee|Committee on .{3,60}|Conference on .{3,60}"
    r"|Special .{0,60}Committee|\(\w+ Committee\))(?: \(.+\))?"
)
_ORGAN_LINE = re.compile(rf"(?:{_ORGANS})(?:\s+(?:{_ORGANS}))*\*?", re.IGNORECASE)
_INDENT = 30.0
_ONLY = re.compile(r"\s+only$", re.IGNORECASE)
_LONGEST_LANGUAGES = 60
_MASTHEAD_LINES = 24
_LONGEST_LINE = 90
_GOES_ON = re.compile(
    r"(?:\d{1,3}\b(?!/)[^/]*$|and \d|of the |the provisional|provisional agenda|\([a-z]{1,2}\)"
    r"|preliminary list|agenda\*?$|list\*?$)"
)
_MEETS = re.compile(
    r"(?:\d{4}|substantive|organizational|annual|regular|high-level) session\*?"
    r"(?: (?:of|for) \d{4})?"
    r"|(?:[^\W\d][^\d,]{2,30}, )?\d{1,2}(?: [^\W\d]+){0,2}(?: (?:de )?\d{4})?"
    r"(?:\s?[–—-]\s?|\s(?:a|al|au)\s)\d{1,2}(?: de)? [^\W\d]+(?: de)? \d{4}(?: года)?\*?",
    re.IGNORECASE,
)
"""When a council meets: `2021 session`, `24 February–20 March 2020`; its own masthead line."""

_BRACKETED = re.compile(r"\[([^\]]{4,60})\]")
_DOCUMENT = re.compile(r"Document\s+(?=[ASE]/)", re.IGNORECASE)
_ITEM_WIDTH = 75
_OWN_SESSIONS = {"Human Rights Council", "Economic and Social Council"}
"""Organs that count sessions of their own: below their name a session is not the Assembly's."""


@dataclass(slots=True)
class Masthead:
    """What stands above the title; null and empty where it does not stand there."""

    symbols: list[Symbol] = field(default_factory=list)
    is_reissued: bool = False
    distribution: str | None = None
    distribution_date: date | None = None
    language: str | None = None
    original_language: str | None = None
    organs: list[str] = field(default_factory=list)
    ga_session: int | None = None
    ga_session_type: str | None = None
    sc_year: int | None = None
    agenda: AgendaItems | None = None
    agenda_titles: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    places: list[tuple[str, Line]] = field(default_factory=list)

    @property
    def is_present(self) -> bool:
        """Whether anything of a masthead was printed.

        >>> Masthead().is_present, Masthead(distribution="General").is_present
        (False, True)
        """
        return bool(self.symbols or self.distribution or self.distribution_date or self.organs)


def read_masthead(lines: tuple[Line, ...]) -> tuple[Masthead, int]:
    """Read the masthead of page 1; the number is the index of the first line below it.

    >>> lines = tuple(Line(text, 1) for text in ("S/2021/7", "Distr.: General", "6 May 2021", "…"))
    >>> masthead, below = read_masthead(lines)
    >>> masthead.distribution, str(masthead.distribution_date), below
    ('General', '2021-05-06', 3)
    """
    reader = _Reader(lines)
    while reader.index < len(lines) and lines[reader.index].page == lines[0].page:
        line = lines[reader.index]
        is_title = starts_letter_title(line.text) and not reader.names_item()
        if is_title or reader.ends_at(line) or not reader.read(line):
            break
    return reader.masthead, reader.index


def read_brackets(masthead: Masthead, lines: Sequence[Line], index: int) -> int:
    """Read `[Original: French]` and `[4 April 1961]` below a title of the Official Records.

    Returns the index of the line below them (observed in supplements of the 1960s).

    >>> masthead = Masthead()
    >>> read_brackets(masthead, [Line("[Original: French]", 1), Line("[4 April 1961]", 1)], 0)
    2
    >>> masthead.original_language, str(masthead.distribution_date)
    ('French', '1961-04-04')
    """
    while index < len(lines) and (match := _BRACKETED.fullmatch(lines[index].text)):
        text = match.group(1)
        original = _ORIGINAL.fullmatch(text)
        if original and masthead.original_language is None:
            masthead.original_language = read_languages(original.group("value"))
        elif (day := read_date_line(text)) and masthead.distribution_date is None:
            masthead.distribution_date = day
        else:
            break
        index += 1
    return index


class _Reader:
    """Reads one line after the other; remembers whether an agenda line stands above."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.index = 0
        self.masthead = Masthead()
        self.is_in_agenda = False
        self.last_distribution = _find_distribution(lines)
        self.agenda_x0: float | None = None
        self.holds_sessions = True

    def ends_at(self, line: Line) -> bool:
        """Whether a line below an agenda line is the title, though it names no letter.

        Items have titles such as "Report of the Security Council" too: what stands in the
        column of the agenda line, or (in flat text) at once below it, is an item's title;
        one item has one title, which a gap ends.
        """
        if not self.is_in_agenda:
            return False
        if _ORGAN_LINE.fullmatch(line.text) or parse_organ_time(line.text):
            return False
        if line.x0 is not None and self.agenda_x0 is not None:
            return line.x0 > self.agenda_x0 + _INDENT
        if not self.masthead.agenda_titles or self._letter_follows():
            return False
        items = self.masthead.agenda.items if self.masthead.agenda else ()
        return starts_other_title(line.text) or (line.follows_gap and len(items) == 1)

    def names_item(self) -> bool:
        """Whether a letter's title is that of an agenda item: the document's own follows.

        Item 5 of the eleventh emergency special session is `Letter dated 28 February 2014 …`.
        """
        return self.is_in_agenda and self._letter_follows(1)

    def _letter_follows(self, skipped: int = 0) -> bool:
        """Whether only short lines stand before a letter's title: they are titles of items."""
        first = self.index + skipped
        for line in self.lines[first : first + _MASTHEAD_LINES]:
            if line.page != self.lines[0].page or len(line.text) > _ITEM_WIDTH:
                return False
            if starts_letter_title(line.text):
                return True
        return False

    def read(self, line: Line) -> bool:
        """Take one line in; false when it is no part of a masthead, or the title below it."""
        pieces = split_columns(line.text)
        if all(self._read_piece(piece) for piece in pieces):
            self.index += 1
            return True
        self.is_in_agenda |= self._titles_follow()
        if not self.is_in_agenda and starts_other_title(line.text):
            return False
        if self.index < self.last_distribution:
            self.masthead.bodies.append(line.text)
            self.index += 1
            return True
        if self.is_in_agenda or (line.zone == "masthead" and len(line.text) < 120):
            place = self.masthead.agenda_titles if self.is_in_agenda else self.masthead.unread
            place.append(line.text)
            self.index += 1
            return True
        return False

    def _titles_follow(self) -> bool:
        """Whether the titles of the items stand below the Council's year, as in two columns."""
        agenda = self.masthead.agenda
        has_titles = bool(self.masthead.agenda_titles) or agenda is None or not agenda.items
        return not has_titles and self._letter_follows()

    def _read_piece(self, text: str) -> bool:
        if starts_agenda_line(text):
            return self._read_agenda(text)
        if self._read_field(text):
            self.is_in_agenda = False
            return True
        return False

    def _read_field(self, text: str) -> bool:
        """Read what fills a line, or a piece of one, by itself."""
        if text.lower() in ORGAN_NAMES:
            return self._read_organ(text)
        return (
            self._read_symbols(text)
            or self._read_heading(text)
            or self._read_distribution(text)
            or self._read_date(text)
            or self._read_time(text)
            or self._read_original(text)
            or self._read_organ(text)
            or _MEETS.fullmatch(text) is not None
        )

    def _note(self, name: str) -> None:
        """Remember the line on which a field was read."""
        self.masthead.places.append((name, self.lines[self.index]))

    def _read_symbols(self, text: str) -> bool:
        if "/" not in text:
            return False
        read = parse_symbol_line(close_symbols(_DOCUMENT.sub("", text)))
        if read is None:
            return False
        new = [symbol for symbol in read.symbols if symbol not in self.masthead.symbols]
        self.masthead.symbols.extend(new)
        for _ in new:
            self._note("symbols")
        self.masthead.is_reissued |= read.is_reissued
        return True

    def _read_heading(self, text: str) -> bool:
        return _HEADING.fullmatch(text) is not None

    def _read_distribution(self, text: str) -> bool:
        match = _DISTRIBUTION.fullmatch(text)
        value = match.group("value") if match else text
        if match and value is None:
            return True
        name = DISTRIBUTIONS.get(value.strip(" .:").lower())
        if name is None or (match is None and self.masthead.distribution is not None):
            return False
        self.masthead.distribution = name
        self._note("distribution")
        return True

    def _read_date(self, text: str) -> bool:
        day = read_date_line(text.strip("[]"))
        if day is None:
            return False
        if self.masthead.distribution_date is None:
            self.masthead.distribution_date = day
            self._note("distribution_date")
        return True

    def _read_original(self, text: str) -> bool:
        match = _ORIGINAL.fullmatch(text)
        if match is None:
            return self._read_language(text)
        value = match.group("value")
        follows = self.lines[self.index + 1].text if self.index + 1 < len(self.lines) else ""
        if not value and (known := read_languages(follows)):
            self.masthead.original_language = known
            self.index += 1
            self._note("original_language")
            return True
        self.masthead.original_language = read_languages(value)
        self._note("original_language")
        if self.masthead.original_language is None:
            self.masthead.unread.append(text)
        return True

    def _read_language(self, text: str) -> bool:
        if len(text) > _LONGEST_LANGUAGES or text[-1].isdigit():
            return False
        name = read_languages(_ONLY.sub("", text))
        if name is None:
            return False
        self.masthead.language = self.masthead.language or name
        return True

    def _read_organ(self, text: str) -> bool:
        lower = text.lower()
        if lower in ORGAN_NAMES:
            named = [ORGAN_NAMES[lower]]
        elif _COMMITTEE.fullmatch(text):
            return True
        elif _ORGAN_LINE.fullmatch(text):
            named = [english for name, english in ORGAN_NAMES.items() if name in lower]
        else:
            return False
        self.holds_sessions = not set(named) <= _OWN_SESSIONS
        self.masthead.organs.extend(
            name for name in dict.fromkeys(named) if name not in self.masthead.organs
        )
        return True

    def _read_time(self, text: str) -> bool:
        time = parse_organ_time(text)
        if time is None:
            return False
        is_assembly = time.ga_session is not None and self.holds_sessions
        if is_assembly and self.masthead.ga_session is None:
            self.masthead.ga_session = time.ga_session
            self.masthead.ga_session_type = time.ga_session_type
            self._note("ga_session")
        if time.sc_year is not None and self.masthead.sc_year is None:
            self.masthead.sc_year = time.sc_year
            self._note("sc_year")
        return True

    def _read_agenda(self, text: str) -> bool:
        """An agenda line may be broken: `Items 33, 34 and 86 of the` / `provisional agenda*`."""
        self.agenda_x0 = self.lines[self.index].x0
        self._note("agenda_items")
        while self._agenda_goes_on():
            self.index += 1
            text = f"{text} {self.lines[self.index].text}"
        agenda, above = parse_agenda_line(text), self.masthead.agenda
        if above is not None and agenda is not None:
            agenda = above.join(agenda)
        self.masthead.agenda = agenda
        self.is_in_agenda = True
        return True

    def _agenda_goes_on(self) -> bool:
        if self.index + 1 >= len(self.lines):
            return False
        follows = self.lines[self.index + 1].text
        return _GOES_ON.match(follows) is not None and read_date_line(follows) is None


def _find_distribution(lines: tuple[Line, ...]) -> int:
    """Index of the Distr. line: what stands above it is masthead, also a body we do not know."""
    for index, line in enumerate(lines[:_MASTHEAD_LINES]):
        if line.page != lines[0].page or len(line.text) > _LONGEST_LINE:
            break
        if "distr." in line.text.lower():
            return index
    return 0
