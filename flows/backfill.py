"""History of one source, fetched, loaded and published; nothing but order."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from flows.progress import Report
from tasks.backfill import Backfill
from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.outcomes import Verdict
from tasks.fetch.past import Walk, Window, refuse_unwalkable
from tasks.fetch.past_numbers import Numbers, NumberWalk
from tasks.fetch.past_pages import PageWalk
from tasks.fetch.past_sitemaps import SitemapWalk
from tasks.fetch.probe import measure_years
from tasks.fetch.shelf import PAGE_AGE, Shelf
from tasks.history import PATIENCE_SECONDS, HistoryLoader, Tally, publish_history
from tasks.leftovers import load_leftovers
from tasks.probing import is_probe, read_known_probe
from tasks.reading import open_readers
from tasks.run_context import begin_run
from tasks.settings import Settings
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import find_source, series_parser
from warehouse.answers import KnownSource
from warehouse.archived import (
    read_absent,
    read_archived,
    read_dated_symbols,
    read_named_keys,
)
from warehouse.asking import read_parked_hosts
from warehouse.connection import connect_writer
from warehouse.known import read_known_source
from warehouse.lock import hold_source_lock, wait_for_writer_lock
from warehouse.vocabulary import BACKFILL

ENOUGH_REQUESTS = 1_000_000
"""A run's budget of requests does not count for history: its pause does."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What of a source's history is asked for, and how gently.

    `pause_seconds` lies between two requests where it is longer than what the source declares;
    after `at_most` items that were asked for it stops, to be gone on with another day.
    """

    source_id: str
    first: date
    last: date
    pause_seconds: float = 0.0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Backfilled:
    """How a backfill went; `failure` says why it ended before its end, if it did."""

    tally: Tally
    documents: int
    published: str
    failure: Verdict | None
    is_cut_short: bool
    notes: tuple[str, ...]


def backfill_source(settings: Settings, wish: Wish, report: Report) -> Backfilled:
    """Fetch what a source published between two days, load it as history, and publish.

    Killed at any time, it goes on where it stood when it is called again.

    Raises:
        UsageError: the source cannot be walked back.
        WarehouseBusyError: another backfill of the source is at work, or a run does not end.
    """
    home, declared = settings.paths, find_source(wish.source_id)
    source = _slow_down(declared.as_of(datetime.now(UTC).date()), wish.pause_seconds)
    refuse_unwalkable(source)
    with hold_source_lock(home, source.id), open_readers() as readers:
        loader = HistoryLoader(home, source, readers)
        load_leftovers(loader)
        work = _prepare(loader, wish, report)
        asyncio.run(_walk(settings, work))
        documents = publish_history(home, BACKFILL, settings.snapshots_kept)
    return Backfilled(
        tally=loader.tally,
        documents=documents,
        published=str(home.published),
        failure=work.failure,
        is_cut_short=work.is_cut_short,
        notes=tuple(work.walk.notes),
    )


def _slow_down(source: Source, pause_seconds: float) -> Source:
    declared = source.politeness
    pause = max(declared.seconds_between_requests, pause_seconds)
    changes = {"seconds_between_requests": pause, "requests_per_run": ENOUGH_REQUESTS}
    return source.model_copy(update={"politeness": declared.model_copy(update=changes)})


def _prepare(loader: HistoryLoader, wish: Wish, report: Report) -> Backfill:
    """Look up what is here, what is archived, and what is left to the runs that watch."""
    home, source, now = loader.home, loader.source, datetime.now(UTC)
    with wait_for_writer_lock(home, PATIENCE_SECONDS), connect_writer(home) as con:
        known = read_known_source(con, source.id)
        archived = read_archived(con, source.id)
        absent = read_absent(con, source.id, now - PAGE_AGE)
        numbers = Numbers(read_named_keys(con, source.id), read_dated_symbols(con), {})
        named = read_known_probe(con, source, now).named if is_probe(source) else frozenset()
    window = Window(wish.first, wish.last, _find_watch(source, known, now))
    shelf = Shelf(home.archive, archived, absent, now)
    walk: Walk
    if is_probe(source):
        lowest = _find_watched_numbers(source, known, named, now)
        walk = NumberWalk(source, window, shelf, replace(numbers, watched=lowest))
    elif source.kind is SourceKind.SITEMAP:
        walk = SitemapWalk(source, window, shelf)
    else:
        walk = PageWalk(source, window, shelf)
    return Backfill(loader, walk, shelf, report, wish.at_most)


def _find_watch(source: Source, known: KnownSource, now: datetime) -> date | None:
    return (now - timedelta(days=source.look_back_days)).date() if known.has_baseline else None


def _find_watched_numbers(
    source: Source, known: KnownSource, named: frozenset[str], now: datetime
) -> dict[int, int]:
    """Find for each open year the lowest number that runs look after, as the probe does."""
    years = measure_years(known, named, series_parser(source), source, now)
    return {one.year: one.lowest for one in years}


async def _walk(settings: Settings, work: Backfill) -> None:
    home, first = settings.paths, begin_run(settings.paths, BACKFILL)
    with wait_for_writer_lock(home, PATIENCE_SECONDS), connect_writer(home) as con:
        parked = read_parked_hosts(con, first.now)
    with ArchiveWriter(home.archive, first.run_id) as archive:
        async with Fetcher(settings, archive, parked=parked) as fetcher:
            await work.run(fetcher, archive)
