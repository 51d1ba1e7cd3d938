"""Asking for the numbers of a series, from below, for the years and days asked for.

A number tells its year only; the day stands on the document. The walk therefore begins a little
below the first number that can be of the days asked for, as far as the warehouse knows, and ends
where the documents that came are all later, or where nothing is there any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tasks.fetch.desk import Desk
from tasks.fetch.outcomes import Verdict
from tasks.fetch.past import Stretch, Window
from tasks.fetch.probe import guess_item
from tasks.fetch.shelf import Shelf
from tasks.records import Discovery, ItemFailure, ParsedItem, UnDocument
from tasks.sources.declaration import Source
from tasks.sources.registry import series_parser
from warehouse.vocabulary import Reason

STEP = 20
"""Numbers asked for between two loads."""

MARGIN = 30
"""Numbers are given out nearly, not quite, in the order of the days printed on documents."""

MISSES = 10
"""So many numbers in a row that are not there, past the last one known, are the series' end."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known of a series: its numbers by year, their days, and from where it is watched.

    `watched` gives for the years that runs look after the lowest number that is theirs.
    """

    named: frozenset[str]
    days: Mapping[str, date]
    watched: Mapping[int, int]


class NumberWalk:
    """Walks the numbers of each year asked for, upwards."""

    def __init__(self, source: Source, window: Window, shelf: Shelf, numbers: Numbers) -> None:
        self.failure: Verdict | None = None
        self.notes: list[str] = []
        self._source = source
        self._series = series_parser(source)
        self._window = window
        self._shelf = shelf
        self._numbers = numbers
        self._years = list(range(window.first.year, window.last.year + 1))
        self._highest = self._next = self._ceiling = self._misses = self._late = 0
        self._is_passed = False
        self._begin_year()

    async def step(self, desk: Desk) -> Stretch | None:
        """Choose the next numbers; null when all years are done."""
        while self._years:
            year = self._years[0]
            if self._misses < MISSES and not self._is_passed and self._next <= self._ceiling:
                end = min(self._next + STEP - 1, self._ceiling)
                keys = [self._series.write(year, n) for n in range(self._next, end + 1)]
                self._next = end + 1
                return Stretch(self._choose(keys))
            self._years.pop(0)
            self._begin_year()
        return None

    def note(self, items: Sequence[ParsedItem], failures: Sequence[ItemFailure]) -> None:
        """Learn how many at the end were not there, and whether the days are passed."""
        absent = {one.discovery.key for one in failures if one.reason is Reason.NOT_PUBLISHED_YET}
        self._count_misses(absent)
        days = [
            one.document.distribution_date
            for one in items
            if isinstance(one.document, UnDocument) and one.document.distribution_date
        ]
        self._late = self._late + len(days) if days and min(days) > self._window.last else 0
        self._is_passed = self._late >= MARGIN

    def _begin_year(self) -> None:
        self._misses = self._late = 0
        self._is_passed = False
        self._asked: list[str] = []
        if not self._years:
            return
        year = self._years[0]
        self._highest = max((number for number, _ in self._list(year)), default=0)
        self._next = self._find_start(year)
        watched = self._numbers.watched.get(year)
        self._ceiling = watched - 1 if watched is not None else 99_999
        if watched is not None:
            first = self._series.write(year, watched)
            self.notes.append(f"from {first} on it is left to `herewith run`")

    def _choose(self, keys: Sequence[str]) -> tuple[Discovery, ...]:
        """Leave what others have named to them, and what was not there a short time ago."""
        self._asked = list(keys)
        guesses = (guess_item(self._source, key) for key in keys if key not in self._numbers.named)
        return tuple(one for one in guesses if not self._shelf.is_absent(one.url))

    def _count_misses(self, absent: set[str]) -> None:
        """Count what is missing past the last known number, up to the end of what was asked."""
        for key in self._asked:
            serial = self._series.read(key)
            is_past = serial is not None and serial.number > self._highest
            url = self._source.fill_document_url(key, "en")
            is_there = key not in absent and not self._shelf.is_absent(url)
            self._misses = 0 if is_there or not is_past else self._misses + 1

    def _find_start(self, year: int) -> int:
        """Begin below the last number that is known to be older than what was asked for."""
        older = [
            number
            for number, key in self._list(year)
            if (day := self._numbers.days.get(key)) is not None and day < self._window.first
        ]
        return max(1, max(older, default=1) - MARGIN)

    def _list(self, year: int) -> list[tuple[int, str]]:
        read = ((self._series.read(key), key) for key in self._numbers.named)
        return [(one.number, key) for one, key in read if one is not None and one.year == year]
