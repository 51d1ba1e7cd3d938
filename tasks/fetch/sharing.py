"""Answers that one run was given about items, so that what two sources name is asked for once.

A document of two organs stands in the feeds of both, and a ministry's feed and listing name the
same pages. The first source asks; whoever comes to the same address later in the run is handed
what it was answered, out of the archive. Failures are not handed on.
"""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.fetched import Order, Trip
from tasks.records import ArchiveRef

Question = tuple[str, str | None, tuple[tuple[str, str], ...]]
"""An address, what is accepted there, and the validators that are sent along."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer; its bytes, if it had any, lie in the archive."""

    status: int | None
    headers: httpx.Headers
    archive: ArchiveRef | None


class SharedAnswers:
    """What was answered in this run, which writes its answers to `archive`."""

    def __init__(self, archive: ArchiveWriter) -> None:
        self._archive = archive
        self._answers: dict[Question, Answer] = {}

    def note(self, trip: Trip) -> None:
        """Keep the answer that a trip has just been given about an item."""
        if trip.order.item is not None:
            answer = Answer(trip.status, trip.headers, trip.archive)
            self._answers[_ask(trip.order, trip.at)] = answer

    def recall(self, trip: Trip) -> bool:
        """Give a trip the answer that is here already; whether there is one."""
        found = self._answers.get(_ask(trip.order, trip.at))
        if found is None or trip.order.item is None:
            return False
        trip.forget_answer()
        trip.status, trip.headers = found.status, found.headers
        trip.body = self._archive.read(found.archive) if found.archive else b""
        trip.is_complete = trip.is_handed_on = True
        return True


def _ask(order: Order, at: httpx.URL) -> Question:
    return str(at), order.accept, tuple(order.conditions.items())
