"""Runs against the replica without an engine, to have a past that can be made again."""

from __future__ import annotations

import asyncio
from functools import partial

from pebble import ProcessPool

from tasks.fetch.archive import ArchiveWriter, read_payload
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.intake import take_in_harvest, take_in_seeds
from tasks.link.refresh import refresh_links
from tasks.load.operations import run_row
from tasks.normalise.seeds import build_seed_bundles
from tasks.reading import open_readers, read_documents
from tasks.records import Harvest
from tasks.run_context import RunContext, begin_run
from tasks.settings import Settings
from tasks.sources.registry import find_source
from warehouse.answers import KnownSource
from warehouse.connection import connect_writer, transaction
from warehouse.known import read_known_source
from warehouse.loading import record_run
from warehouse.paths import Home
from warehouse.seeds.catalogue import load_catalogue
from warehouse.vocabulary import Outcome

SOURCES = ("mfa_az", "un_ga", "un_sc")


def run_like_the_monitor(home: Home, replica: str, *, is_killed: bool = False) -> str:
    """Run once, seeds and all; killed means: fetched and archived, but never loaded."""
    context = begin_run(home, "shell")
    take_in_seeds(context, build_seed_bundles(load_catalogue(), None), None)
    known = {one: read_known(home, one) for one in SOURCES}
    settings = Settings(home=home.root, replica=replica, pace=0, backoff_seconds=0)
    harvests = asyncio.run(fetch_all(settings, known, context))
    if not is_killed:
        with open_readers() as readers:
            for harvest in harvests:
                load(harvest, known[harvest.source_id], context, readers)
    with connect_writer(home) as con, transaction(con):
        record_run(con, run_row(context.run_id, context.now, "shell", Outcome.NEW, context.now))
    with connect_writer(home) as con:
        refresh_links(con)
    return context.run_id


def read_known(home: Home, source_id: str) -> KnownSource:
    with connect_writer(home) as con:
        return read_known_source(con, source_id)


async def fetch_all(
    settings: Settings, known: dict[str, KnownSource], context: RunContext
) -> list[Harvest]:
    with ArchiveWriter(context.home.archive, context.run_id) as archive:
        async with Fetcher(settings, archive) as fetcher:
            return [
                await harvest_source(find_source(one), known[one], fetcher, context.now)
                for one in SOURCES
            ]


def load(harvest: Harvest, known: KnownSource, context: RunContext, readers: ProcessPool) -> None:
    source = find_source(harvest.source_id)
    archive = partial(read_payload, context.home.archive)
    items = read_documents(harvest.items, source, archive, readers)
    take_in_harvest(context, source, known, harvest, items, ())
