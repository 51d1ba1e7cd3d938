"""History, fetched in batches: each is a run of its own, archived, loaded, and never asked twice.

A batch is one page of a listing or a few numbers. Its bytes stand in a file of the archive that
bears the id of its run, each marked as a backfill's, before anything is loaded; that is all the
progress there is to keep. What a killed backfill left in the archive is loaded from there first;
pages and items that are archived are read from there. The writer lock is held only to look up
and to load, and no request is sent while another run is working.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.desk import Desk
from tasks.fetch.harvest import HOST_WIDE
from tasks.fetch.items import fetch_item
from tasks.fetch.outcomes import Verdict
from tasks.fetch.past import Stretch, Walk
from tasks.fetch.shelf import Shelf
from tasks.fetch.wanted import Wanted
from tasks.history import HistoryLoader
from tasks.records import Discovery, FetchedItem, Harvest, ItemFailure
from tasks.run_context import RunContext, begin_run
from tasks.sources.declaration import SourceKind
from warehouse.answers import KnownSource
from warehouse.lock import is_writer_busy
from warehouse.vocabulary import BACKFILL, Outcome

Report = Callable[[str, int, int], None]
_LOOK_EVERY_SECONDS = 0.5


@dataclass(slots=True)
class Caught:
    """What one batch has brought so far."""

    items: list[FetchedItem] = field(default_factory=list)
    failures: list[ItemFailure] = field(default_factory=list)


class Backfill:
    """Walks one source back and loads what it finds, batch by batch.

    `failure` says why it ended before its end; `is_cut_short` that enough was asked.
    """

    def __init__(
        self,
        loader: HistoryLoader,
        walk: Walk,
        shelf: Shelf,
        report: Report,
        at_most: int | None = None,
    ) -> None:
        self.walk = walk
        self.failure: Verdict | None = None
        self.is_cut_short = False
        self._loader = loader
        self._shelf = shelf
        self._report = report
        self._left_to_ask = at_most
        self._done = self._named = 0

    async def run(self, fetcher: Fetcher, archive: ArchiveWriter) -> None:
        """Go through all batches until the walk ends, the host refuses, or enough was asked."""
        is_going_on = True
        while is_going_on:
            context = begin_run(self._loader.home, BACKFILL)
            archive.turn_to(context.run_id)
            is_going_on = await self._run_batch(context, fetcher)
        self.failure = self.failure or self.walk.failure

    async def _run_batch(self, context: RunContext, fetcher: Fetcher) -> bool:
        await self._wait_for_turn()
        source = self._loader.source
        desk = Desk(source, KnownSource(source.id, is_backfill=True), fetcher)
        stretch, caught = await self.walk.step(desk), Caught()
        if stretch is not None:
            await self._fetch_all(desk, self._leave_known(stretch), caught)
        if desk.records or caught.items:
            harvest = _make_harvest(desk, caught, context.now)
            items = await asyncio.to_thread(self._loader.load, context, harvest)
            self.walk.note(items, caught.failures)
        return stretch is not None and self.failure is None and not self.is_cut_short

    def _leave_known(self, stretch: Stretch) -> tuple[Discovery, ...]:
        known = self._loader.look_up([one.key for one in stretch.discoveries])
        wanted = tuple(one for one in stretch.discoveries if one.key not in known)
        self._loader.tally.known += len(stretch.discoveries) - len(wanted)
        self._loader.tally.left += stretch.left
        return wanted

    async def _fetch_all(self, desk: Desk, wanted: Sequence[Discovery], caught: Caught) -> None:
        self._named += len(wanted)
        for discovery in wanted:
            found = self._shelf.find_item(discovery)
            if found is None and not self._may_ask():
                return
            await self._fetch(desk, discovery, found, caught)
            self._done += 1
            self._report(desk.source.id, self._done, self._named)
            if self.failure is not None:
                return

    async def _fetch(
        self, desk: Desk, discovery: Discovery, found: FetchedItem | None, caught: Caught
    ) -> None:
        if found is not None:
            caught.items.append(found)
            return
        await self._wait_for_turn()
        is_guess = desk.source.kind is SourceKind.PROBE
        result = await fetch_item(desk, Wanted(discovery, is_guess=is_guess))
        if isinstance(result, FetchedItem):
            caught.items.append(result)
        elif isinstance(result, ItemFailure):
            caught.failures.append(result)
            if result.outcome is Outcome.FAILED and result.reason in HOST_WIDE:
                self.failure = Verdict(result.outcome, result.reason, result.message)

    def _may_ask(self) -> bool:
        if self._left_to_ask is None:
            return True
        self.is_cut_short = self._left_to_ask <= 0
        self._left_to_ask -= 1
        return not self.is_cut_short

    async def _wait_for_turn(self) -> None:
        """Send nothing while a run is working: it may be asking the same host."""
        while await asyncio.to_thread(is_writer_busy, self._loader.home):
            await asyncio.sleep(_LOOK_EVERY_SECONDS)


def _make_harvest(desk: Desk, caught: Caught, started: datetime) -> Harvest:
    return Harvest(
        source_id=desk.source.id,
        outcome=Outcome.NEW if caught.items else Outcome.UNCHANGED,
        items=tuple(caught.items),
        failures=tuple(caught.failures),
        fetches=tuple(desk.records),
        started_at_utc=started,
        ended_at_utc=datetime.now(UTC),
    )
