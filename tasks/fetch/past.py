"""How a source is walked back in time: which sources can be, and what every walk gives.

Pages of a listing are walked until everything on them is older than what was asked for; a
WordPress site is asked for the days alone; a sitemap names all at once; numbers are asked for one
by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tasks.fetch.desk import Desk
from tasks.fetch.outcomes import Verdict
from tasks.records import Discovery, ItemFailure, ParsedItem
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import load_all_sources
from warehouse.errors import UsageError


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are asked for, both included.

    What is dated from `watched_from` on, on pages that a run walks too, is left to the runs: an
    item that nobody has seen there is news, and a backfill alerts nobody. Null where no run has
    loaded the source yet.
    """

    first: date
    last: date
    watched_from: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day was asked for."""
        return self.first <= day <= self.last

    def is_watched(self, day: date | None) -> bool:
        """Whether an item of that day may be news; one without a date may be."""
        return self.watched_from is not None and (day is None or day >= self.watched_from)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one step of a walk named of the days asked for.

    `left` counts what it left to the runs that watch the source.
    """

    discoveries: tuple[Discovery, ...] = ()
    left: int = 0


class Walk(Protocol):
    """One walk back; after the last step `failure` tells why it ended early, if it did."""

    failure: Verdict | None
    notes: list[str]

    async def step(self, desk: Desk) -> Stretch | None:
        """Read the next page, or choose the next numbers; null at the end."""

    def note(self, items: Sequence[ParsedItem], failures: Sequence[ItemFailure]) -> None:
        """Learn what came of a step's discoveries."""


def refuse_unwalkable(source: Source) -> None:
    """Refuse a source of which only the present can be asked.

    Raises:
        UsageError: one line that says why, and which other source of the publisher can.
    """
    reason = _find_hindrance(source)
    if reason is not None:
        others = [
            one.id
            for one in load_all_sources()
            if one.publisher == source.publisher and _find_hindrance(one) is None
        ]
        hint = f"; {', '.join(others)} can" if others else ""
        raise UsageError(f"{source.id} cannot be walked back: {reason}{hint}")


def _find_hindrance(source: Source) -> str | None:
    if source.kind is SourceKind.FEED:
        return "a feed names only its newest items"
    if source.kind is SourceKind.FILE:
        return "it is not asked at all, but imported from files"
    if source.kind in (SourceKind.PROBE, SourceKind.SITEMAP):
        return None
    if not any("{page}" in url for url in source.urls):
        return "its listing has no pages"
    if source.items is not None and source.items.date is None:
        return "its listing prints no dates"
    return None
