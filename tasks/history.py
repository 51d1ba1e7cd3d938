"""Loading a batch of history: read, checked and loaded in one transaction, and nobody alerted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from pebble import ProcessPool

from tasks.fetch.archive import read_payload
from tasks.intake import take_in_harvest
from tasks.link.refresh import link_changes
from tasks.load.operations import run_row
from tasks.reading import read_documents
from tasks.records import Harvest, ParsedItem
from tasks.run_context import RunContext, begin_run
from tasks.sources.declaration import Source
from warehouse.answers import KnownDiscovery, KnownSource
from warehouse.connection import connect_writer, transaction
from warehouse.known import read_discoveries
from warehouse.loading import record_run
from warehouse.lock import wait_for_writer_lock
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.rows import SourceRunRow
from warehouse.vocabulary import BACKFILL, Outcome

PATIENCE_SECONDS = 3600.0
"""How long a backfill waits for another run to end; runs take minutes."""


@dataclass(slots=True)
class Tally:
    """What a backfill did, in documents and items.

    `known` were there before; `left` is left to the runs that watch the source; `absent` and
    `failed` items gave nothing, and are asked for again by the next backfill. `stopped` are the
    messages of assertions that kept a batch out.
    """

    batches: int = 0
    fetched: int = 0
    inserted: int = 0
    updated: int = 0
    noop: int = 0
    quarantined: int = 0
    known: int = 0
    left: int = 0
    absent: int = 0
    failed: int = 0
    stopped: list[str] = field(default_factory=list)

    def add(self, row: SourceRunRow) -> None:
        """Add how one batch came out."""
        self.batches += 1
        self.fetched += row.fetched
        self.inserted += row.inserted
        self.updated += row.updated
        self.noop += row.noop
        self.quarantined += row.quarantined
        self.absent += row.not_yet_available
        self.failed += row.failed
        if row.outcome == Outcome.FAILED and row.message:
            self.stopped.append(row.message)


class HistoryLoader:
    """Loads batches of one source; the writer lock is held only for each look-up and load."""

    def __init__(
        self, home: Home, source: Source, readers: ProcessPool, trigger: str = BACKFILL
    ) -> None:
        self.home = home
        self.source = source
        self.tally = Tally()
        self._readers = readers
        self._trigger = trigger

    def look_up(self, keys: Sequence[str]) -> dict[str, KnownDiscovery]:
        """Read what is remembered of items; what a run that watches waits for is among it."""
        with wait_for_writer_lock(self.home, PATIENCE_SECONDS):
            return self._look_up(keys)

    def load(
        self, context: RunContext, harvest: Harvest, *, is_update: bool = False
    ) -> tuple[ParsedItem, ...]:
        """Read and load what one batch brought.

        What a run has loaded meanwhile is its own, unless known items are brought anew.
        """
        get_bytes = partial(read_payload, self.home.archive)
        items = read_documents(harvest.items, self.source, get_bytes, self._readers)
        with wait_for_writer_lock(self.home, PATIENCE_SECONDS):
            known = {} if is_update else self._look_up([one.listed_key for one in items])
            left = tuple(one for one in harvest.items if one.discovery.key not in known)
            harvest = harvest.model_copy(update={"items": left, "discoveries": ()})
            self._load(context, harvest, [one for one in items if one.listed_key not in known])
        return items

    def _look_up(self, keys: Sequence[str]) -> dict[str, KnownDiscovery]:
        with connect_writer(self.home) as con:
            return read_discoveries(con, self.source.id, keys)

    def _load(self, context: RunContext, harvest: Harvest, items: Sequence[ParsedItem]) -> None:
        known = KnownSource(self.source.id, is_backfill=True)
        row = take_in_harvest(context, self.source, known, harvest, items, ()).source_run
        outcome, ended = Outcome(row.outcome), datetime.now(UTC)
        with connect_writer(self.home) as con, transaction(con):
            record_run(con, run_row(context.run_id, context.now, self._trigger, outcome, ended))
        self.tally.add(row)


def publish_history(home: Home, trigger: str, kept: int) -> int:
    """Link what was loaded and publish; returns how many documents are here.

    Raises:
        WarehouseBusyError: another run does not end.
    """
    with wait_for_writer_lock(home, PATIENCE_SECONDS):
        with connect_writer(home) as con:
            link_changes(con)
        manifest = publish_snapshot(home, begin_run(home, trigger).run_id, kept)
    return manifest.row_counts["documents"]
