"""The stages of a run as Prefect tasks: thin, one a source and stage, never one a document.

Retries stand where a retry helps: HTTP has its own, inside the client; publishing may meet a
full disk or a slow folder. What a document does wrong is not retried, it is quarantined.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pebble import ProcessPool
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.alert.deliver import Delivered
from tasks.delivering import deliver_all
from tasks.fetch.archive import read_payload
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.fetch.wanted import look_back
from tasks.intake import Intake, Quiet, take_in_harvest, take_in_quiet
from tasks.load.operations import run_row
from tasks.probing import is_probe, read_known_probe
from tasks.reading import read_documents
from tasks.records import Harvest, ParsedItem
from tasks.run_context import RunContext
from tasks.seeding import take_in_corpus
from tasks.settings import load_settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source, load_sources
from tasks.validate.pace import judge_paces
from tasks.watching import load_watches
from warehouse.answers import Counts, KnownSource
from warehouse.connection import connect_writer, keep_writer_open, transaction
from warehouse.known import open_known_sources
from warehouse.loading import record_run
from warehouse.vocabulary import Outcome

Report = Callable[[str, int, int], None]


@task(name="known", cache_policy=NO_CACHE)
async def read_known(context: RunContext, source_ids: Sequence[str]) -> dict[str, KnownSource]:
    """Read what the warehouse remembers of each source: the recent, the rest when asked for."""
    sources = [find_source(name) for name in source_ids]
    since = {one.id: look_back(one, context.now) for one in sources if not is_probe(one)}
    with keep_writer_open(context.home), connect_writer(context.home) as con:
        return open_known_sources(context.home, since) | {
            one.id: read_known_probe(con, one, context.now) for one in sources if is_probe(one)
        }


@task(name="fetch", task_run_name="fetch {source.id}", cache_policy=NO_CACHE)
async def fetch_source(
    source: Source,
    known: KnownSource,
    fetcher: Fetcher,
    context: RunContext,
    report: Report,
    named: frozenset[str] = frozenset(),
) -> Harvest:
    """Discover and fetch what one source has; failures are outcomes, not exceptions.

    `named` is for a probe: what other sources have named in this run.
    """
    everything = known.named | named
    return await harvest_source(
        source, known, fetcher, context.now, progress=report, named=everything
    )


@task(name="read", task_run_name="read {source.id}", cache_policy=NO_CACHE)
async def read_items(
    source: Source, harvest: Harvest, context: RunContext, readers: ProcessPool
) -> tuple[ParsedItem, ...]:
    """Parse what was archived for one source, while other sources are still fetching."""
    read = partial(read_payload, context.home.archive)
    return await asyncio.to_thread(read_documents, harvest.items, source, read, readers)


@task(name="load", task_run_name="load {source.id}", cache_policy=NO_CACHE)
async def load_harvest(
    source: Source,
    known: KnownSource,
    harvest: Harvest,
    items: tuple[ParsedItem, ...],
    context: RunContext,
) -> Intake:
    """Check and load what one source gave, in one transaction."""
    watches = load_watches(load_settings())
    return await asyncio.to_thread(take_in_harvest, context, source, known, harvest, items, watches)


@task(name="load quiet sources", cache_policy=NO_CACHE)
async def load_quiet_sources(quiet: Sequence[Quiet], context: RunContext) -> tuple[Intake, ...]:
    """Load what the sources without an item gave: how they were asked, and what they answered."""
    return await asyncio.to_thread(take_in_quiet, context, quiet)


@task(name="seeds", cache_policy=NO_CACHE)
async def load_seeds(context: RunContext, texts: Path | None) -> Intake:
    """Read the seed corpus, with its texts where they are at hand, and load it."""
    return await asyncio.to_thread(take_in_corpus, context, texts)


@task(name="correct", cache_policy=NO_CACHE)
async def correct_documents(context: RunContext) -> int:
    """Bring about corrections that are new, changed or taken out; returns what they changed."""
    from tasks.rereading import apply_corrections

    reread = await asyncio.to_thread(apply_corrections, context, load_settings())
    return reread.inserted + reread.updated


@task(name="link", cache_policy=NO_CACHE)
async def refresh_links(context: RunContext) -> Counts:
    """Join releases to the letters they report, and letters to those they answer or cite."""
    from tasks.link.refresh import link_changes

    with connect_writer(context.home) as con:
        return link_changes(con)


@task(name="close", cache_policy=NO_CACHE)
async def close_run(context: RunContext, outcome: Outcome) -> None:
    """Write how the run came out, with the sums of its sources, and judge how they go."""
    row = run_row(context.run_id, context.now, context.trigger, outcome, datetime.now(UTC))
    with connect_writer(context.home) as con, transaction(con):
        record_run(con, row)
        sources = {source.id: source for source in load_sources()}
        judge_paces(con, sources, context.run_id, context.now)


@task(name="publish", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
async def publish(context: RunContext, kept: int, *, if_cheap: bool = False) -> int:
    """Replace the published snapshot if there is news; returns how many documents it holds.

    A large file is not copied for nothing, and with `if_cheap` not at all.

    Raises:
        PublishError: after the last try; the last good snapshot is still served.
    """
    from warehouse.publishing import publish_news

    manifest = await asyncio.to_thread(
        publish_news, context.home, context.run_id, kept, if_cheap=if_cheap
    )
    return manifest.row_counts["documents"]


@task(name="health", cache_policy=NO_CACHE)
async def write_status() -> None:
    """Leave the page and the metrics of how everything stands in HEREWITH_HOME."""
    from tasks.health.reading import write_health

    await asyncio.to_thread(write_health, load_settings(), datetime.now(UTC))


@task(name="deliver", cache_policy=NO_CACHE)
async def deliver(print_line: Callable[[str], None]) -> Delivered:
    """Send what the outbox holds and write the feeds; what was not acknowledged stays there."""
    return await asyncio.to_thread(deliver_all, load_settings(), datetime.now(UTC), print_line)
