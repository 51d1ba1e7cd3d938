"""Assertions about a whole batch, made from what a source declares of itself.

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
