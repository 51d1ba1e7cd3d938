"""What a killed backfill had archived and not loaded: it is loaded from the archive."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.fetch.replay import Answer, ArchiveReader, Replay
from tasks.history import PATIENCE_SECONDS, HistoryLoader
from tasks.past_runs import PastRun, list_runs
from tasks.run_context import RunContext
from tasks.sources.declaration import Source
from warehouse.answers import KnownSource
from warehouse.archived import read_run_ids
from warehouse.connection import connect_writer
from warehouse.lock import wait_for_writer_lock
from warehouse.paths import Home
from warehouse.vocabulary import BACKFILL


def load_leftovers(loader: HistoryLoader) -> None:
    """Load what backfills of a source have archived in runs that never reached their load.

    Only their own files are taken: what a killed run that watches has left is news still, and
    the next run fetches it again to alert on it.

    Raises:
        WarehouseBusyError: another run did not end in time.
    """
    home, source = loader.home, loader.source
    with wait_for_writer_lock(home, PATIENCE_SECONDS), connect_writer(home) as con:
        loaded = read_run_ids(con)
    for run in list_runs(home.archive, None):
        if run.run_id not in loaded and _belongs_to(home, run, source):
            replay = Replay(source, KnownSource(source.id, is_backfill=True))
            for answer in _read_answers(home, run):
                replay.take(answer)
            loader.load(RunContext(run.run_id, run.start, BACKFILL, home), replay.conclude())


def _belongs_to(home: Home, run: PastRun, source: Source) -> bool:
    first = next(_read_answers(home, run), None)
    return first is not None and first.label.is_backfill and first.label.source_id == source.id


def _read_answers(home: Home, run: PastRun) -> Iterator[Answer]:
    for file in run.files:
        yield from ArchiveReader(home.archive, file, _remember_nothing)


def _remember_nothing(file: str, offset: int) -> None:
    """Say nothing of records without a label: they are older than backfills."""
