"""The stages of a run as Prefect tasks: thin, one a source and stage, never one a document.

Retries stand where a retry helps: HTTP has its own, inside the client; publishing may meet a
full disk or a slow folder. What a document does wrong is not retried, it is quarantined.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.alert.deliver import Delivered
from tasks.fetch.archive import read_payload
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.records import Harvest, ParsedItem
from tasks.run_context import RunContext
from tasks.sources.declaration import Source
from warehouse.rows import KnownSource

Report = Callable[[str, int, int], None]


@task(name="fetch", task_run_name="fetch {source.id}", cache_policy=NO_CACHE)
async def fetch_source(
    source: Source, known: KnownSource, fetcher: Fetcher, context: RunContext, report: Report
) -> Harvest:
    """Discover and fetch what one source has; failures are outcomes, not exceptions."""
    return await harvest_source(source, known, fetcher, context.now, progress=report)


@task(name="read", task_run_name="read {source.id}", cache_policy=NO_CACHE)
async def read_items(
    source: Source, harvest: Harvest, context: RunContext
) -> tuple[ParsedItem, ...]:
    """Parse what was archived for one source, beside the other sources' fetching."""
    return await asyncio.to_thread(_read_all, source, harvest, context.home.archive)


def _read_all(source: Source, harvest: Harvest, archive: Path) -> tuple[ParsedItem, ...]:
    from tasks.normalise.parse import parse_item

    return tuple(
        parse_item(item, source, read_payload(archive, item.archive)) for item in harvest.items
    )


@task(name="publish", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
async def publish(context: RunContext, kept: int) -> int:
    """Replace the published snapshot; returns how many documents it holds.

    Raises:
        PublishError: after the last try; the last good snapshot is still served.
    """
    from warehouse.publishing import publish_snapshot

    manifest = await asyncio.to_thread(publish_snapshot, context.home, context.run_id, kept)
    return manifest.row_counts["documents"]


@task(name="deliver", cache_policy=NO_CACHE)
async def deliver(context: RunContext, print_line: Callable[[str], None]) -> Delivered:
    """Send what the outbox holds; what a channel did not acknowledge stays there."""
    return await asyncio.to_thread(_deliver_all, context, print_line)


def _deliver_all(context: RunContext, print_line: Callable[[str], None]) -> Delivered:
    from tasks.alert.deliver import deliver_due
    from tasks.settings import load_settings
    from warehouse.connection import connect_writer

    with connect_writer(context.home) as con:
        return deliver_due(con, load_settings(), context.now, print_line)
