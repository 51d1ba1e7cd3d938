"""The monitor flow: seeds, sources, checks, load, links, publish, alerts; nothing but order.

Sources are fetched and read side by side, then loaded one after the other, each in one
transaction. The lock is held from the first look at what is known until the last alert is
marked, so that two runs never do the same work; the database itself is opened only to read and
to load.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from prefect import flow
from prefect.logging import get_run_logger

from flows.artifacts import publish_summary
from flows.progress import Report, show_progress
from flows.summary import RunSummary, SourceLine
from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.records import Harvest, ParsedItem
from tasks.run_context import RunContext, begin_run
from tasks.settings import load_settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source, load_sources
from tasks.stages import (
    close_run,
    deliver,
    fetch_source,
    load_harvest,
    load_seeds,
    publish,
    read_items,
    read_known,
    refresh_links,
)
from warehouse.lock import hold_writer_lock
from warehouse.rows import KnownSource

Fetched = tuple[Source, Harvest, tuple[ParsedItem, ...]]


@flow(name="monitor", log_prints=False, persist_result=False, validate_parameters=False)
async def monitor(
    sources: list[str] | None = None,
    seeds: str | None = None,
    trigger: str = "schedule",
    quiet: bool = True,
) -> RunSummary:
    """Watch the sources once (all enabled ones by default) and say how it went.

    Raises:
        WarehouseBusyError: another run holds the writer lock.
    """
    settings = load_settings()
    context = begin_run(settings.paths, trigger)
    with hold_writer_lock(context.home):
        lines = [await load_seeds(context, Path(seeds) if seeds else settings.seeds)]
        with show_progress(not quiet) as report:
            fetched = await _fetch_all(_choose(sources), context, report)
        lines += [await load_harvest(*one, context) for one in fetched]
        summary = await _finish(context, tuple(lines), settings.snapshots_kept)
    await publish_summary(summary)
    return summary


def _choose(ids: Sequence[str] | None) -> tuple[Source, ...]:
    return tuple(find_source(one) for one in ids) if ids else load_sources()


async def _fetch_all(
    sources: Sequence[Source], context: RunContext, report: Report
) -> list[Fetched]:
    known = await read_known(context, [source.id for source in sources])
    with ArchiveWriter(context.home.archive, context.run_id) as archive:
        async with Fetcher(load_settings(), archive) as fetcher:
            return await asyncio.gather(
                *(_fetch_one(s, known[s.id], fetcher, context, report) for s in sources)
            )


async def _fetch_one(
    source: Source, known: KnownSource, fetcher: Fetcher, context: RunContext, report: Report
) -> Fetched:
    harvest = await fetch_source(source, known, fetcher, context, report)
    return source, harvest, await read_items(source, harvest, context)


async def _finish(
    context: RunContext, lines: tuple[SourceLine, ...], kept: int
) -> RunSummary:
    links = await refresh_links(context)
    await close_run(context, lines)
    await publish(context, kept)
    delivered = await deliver(context, _printer(context))
    documents = await publish(context, kept)
    return RunSummary(
        run_id=context.run_id,
        trigger=context.trigger,
        sources=lines,
        links_inserted=links.insert,
        alerts_sent=delivered.sent,
        alerts_failed=delivered.failed,
        alerts_pending=delivered.pending,
        documents=documents,
        published=str(context.home.published),
    )


def _printer(context: RunContext) -> Callable[[str], None]:
    """Return where the terminal channel prints: a person's terminal, or the run's log."""
    return get_run_logger().info if context.trigger == "schedule" else click.echo
