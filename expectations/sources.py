"""Assertions about a whole batch and about a source's pace, made from what it declares of itself.

They are plain comparisons, so that a run with nothing new need not import Great Expectations;
`Assertion.rule` says the same to Great Expectations, for Data Docs.
"""

from __future__ import annotations

from dataclasses import dataclass

from expectations.checks import is_between
from expectations.rules import Rule, advise, require
from warehouse.cells import Cells

TABLE = "source"
"""The name under which the assertions of a source are stored; no table of the warehouse."""

SMALLEST_JUDGED_BATCH = 5
"""Of fewer fetched items no share is taken."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a source declares: numbers of listed items, share (0 to 1) of items read."""

    min_listed: int
    max_listed: int
    min_parsed_share: float


@dataclass(frozen=True, slots=True)
class SourceCells(Cells):
    """What came of one source in one run; empty where the source named or fetched nothing."""

    listed: int | None
    parsed_share: float | None


PACE_FACTOR = 5
"""A source may bring so many times more, or fewer, items a week than it declares."""

FEWEST_JUDGED = 8
"""Of a source that declares fewer items in the time watched no pace is taken: chance rules."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a source declares: items a week, and hours of silence that are too many."""

    items_per_week: float
    silent_after_hours: int


@dataclass(frozen=True, slots=True)
class PaceCells(Cells):
    """How a source goes: hours since its last new item, and items a week of the time watched.

    Empty where the source was not watched for long enough.
    """

    silent_hours: float | None
    items_per_week: float | None


@dataclass(frozen=True, slots=True)
class Assertion:
    """A bound and the value it is asked of; a value that is not there is not judged."""

    rule: Rule
    value: float | None
    minimum: float | None
    maximum: float | None

    @property
    def holds(self) -> bool:
        """Whether the value lies within the bounds, both allowed."""
        if self.value is None:
            return True
        above = self.minimum is None or self.value >= self.minimum
        return above and (self.maximum is None or self.value <= self.maximum)

    @property
    def report(self) -> str:
        """One line for people: the sentence, and the value that broke it."""
        return f"{self.rule.message} It was {self.value:g}."


@dataclass(frozen=True, slots=True)
class BatchCounts:
    """How many items a source named and gave; `listed` is null when it was not read in full.

    `read` and `unread` count what was fetched, by whether it could be made a record.
    """

    listed: int | None = None
    read: int = 0
    unread: int = 0

    @property
    def read_share(self) -> float | None:
        """The share (0 to 1) that could be read; null of a batch too small to judge a source by.

        One damaged file in a quiet week says nothing about its source.
        """
        fetched = self.read + self.unread
        return self.read / fetched if fetched >= SMALLEST_JUDGED_BATCH else None


def count_source(source_id: str, counts: BatchCounts) -> SourceCells:
    """Make the one row that the assertions are asked of."""
    return SourceCells(0, source_id, counts.listed, counts.read_share)


def assert_source(bounds: Bounds, cells: SourceCells) -> tuple[Assertion, ...]:
    """Ask the row everything the source declares: a min stops the load, a max warns."""
    low, high, share = bounds.min_listed, bounds.max_listed, bounds.min_parsed_share
    return (
        Assertion(
            require(
                TABLE,
                "listing_is_not_collapsed",
                "listed",
                f"The listing of the source names at least {low} items.",
                is_between(low, None),
            ),
            cells.listed,
            low,
            None,
        ),
        Assertion(
            advise(
                TABLE,
                "listing_is_not_exploded",
                "listed",
                f"The listing of the source names at most {high} items.",
                is_between(None, high),
            ),
            cells.listed,
            None,
            high,
        ),
        Assertion(
            require(
                TABLE,
                "most_items_can_be_read",
                "parsed_share",
                f"Of the items fetched from the source, a share of {share:g} can be read.",
                is_between(share, None),
            ),
            cells.parsed_share,
            share,
            None,
        ),
    )


def pace_source(
    source_id: str, pace: Pace, silent_hours: float, new_items: int, weeks: float
) -> PaceCells:
    """Make the one row that the assertions about a pace are asked of.

    `new_items` are those first named within the `weeks` in which the source was watched.
    """
    is_judged = weeks >= 1 and pace.items_per_week * weeks >= FEWEST_JUDGED
    return PaceCells(0, source_id, silent_hours, new_items / weeks if is_judged else None)


def assert_pace(pace: Pace, cells: PaceCells) -> tuple[Assertion, ...]:
    """Ask the row whether the source is fresh and keeps its pace; both only warn.

    A source that is silent brings nothing whose load could be stopped.
    """
    limit, usual = pace.silent_after_hours, pace.items_per_week
    low, high = usual / PACE_FACTOR, usual * PACE_FACTOR
    return (
        Assertion(
            advise(
                TABLE,
                "source_has_news",
                "silent_hours",
                f"The source names something new at least every {limit} hours.",
                is_between(None, limit),
            ),
            cells.silent_hours,
            None,
            limit,
        ),
        Assertion(
            advise(
                TABLE,
                "source_keeps_its_pace",
                "items_per_week",
                f"The source names about {usual:g} new items a week, {low:g} to {high:g}.",
                is_between(low, high),
            ),
            cells.items_per_week,
            low,
            high,
        ),
    )
