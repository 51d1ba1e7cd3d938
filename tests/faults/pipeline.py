"""One monitoring run without Prefect around it: the same stages in the same order as the flow.

A run of the whole command over all sources costs many times as much; a promise that is tried
hundreds of times is tried here, and a few times on the whole command (test_run.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from tasks.delivering import deliver_all
from tasks.fetch.archive import ArchiveWriter, read_payload
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.fetch.wanted import look_back
from tasks.intake import take_in_harvest, take_in_seeds
from tasks.load.operations import run_row
from tasks.normalise.seeds import build_seed_bundles
from tasks.reading import open_readers, read_documents
from tasks.records import Harvest
from tasks.run_context import RunContext, begin_run
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source
from tasks.watching import load_watches
from warehouse.answers import KnownSource
from warehouse.connection import connect_writer, transaction
from warehouse.known import open_known_sources
from warehouse.loading import record_run
from warehouse.lock import hold_writer_lock
from warehouse.publishing import publish_snapshot
from warehouse.seeds.catalogue import load_catalogue
from warehouse.vocabulary import Outcome

SOURCES = ("un_ga", "un_sc", "mfa_az")
"""Two feeds that name the same joint letter, and a listing with pages of their own."""


def run_pipeline(settings: Settings) -> None:
    """Watch some sources once: seeds, fetch, read, check, load, link, publish, deliver."""
    context = begin_run(settings.paths, "shell")
    with hold_writer_lock(context.home):
        take_in_seeds(context, build_seed_bundles(load_catalogue(), None), None)
        _load_all(context, asyncio.run(_fetch_all(context, settings)), settings)
        _link(context)
        publish_snapshot(context.home, context.run_id, settings.snapshots_kept)
        deliver_all(settings, context.now, lambda line: None)
        publish_snapshot(context.home, context.run_id, settings.snapshots_kept)


async def _fetch_all(
    context: RunContext, settings: Settings
) -> list[tuple[Source, KnownSource, Harvest]]:
    sources = [find_source(one) for one in SOURCES]
    since = {one.id: look_back(one, context.now) for one in sources}
    known = open_known_sources(context.home, since).values()
    with ArchiveWriter(context.home.archive, context.run_id) as archive:
        async with Fetcher(settings, archive) as fetcher:
            harvests = await asyncio.gather(
                *(
                    harvest_source(source, old, fetcher, context.now)
                    for source, old in zip(sources, known, strict=True)
                )
            )
    return list(zip(sources, known, harvests, strict=True))


def _load_all(
    context: RunContext,
    gathered: Sequence[tuple[Source, KnownSource, Harvest]],
    settings: Settings,
) -> None:
    get_bytes = partial(read_payload, context.home.archive)
    watches = load_watches(settings)
    with open_readers() as readers:
        for source, known, harvest in gathered:
            items = read_documents(harvest.items, source, get_bytes, readers)
            take_in_harvest(context, source, known, harvest, items, watches)


def _link(context: RunContext) -> None:
    from tasks.link.refresh import link_changes

    with connect_writer(context.home) as con:
        link_changes(con)
        with transaction(con):
            record_run(
                con,
                run_row(
                    context.run_id, context.now, context.trigger, Outcome.UNCHANGED, context.now
                ),
            )
