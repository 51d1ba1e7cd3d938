"""Fetching and reading all sources side by side, a probe when the feeds have been read."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass

from pebble import ProcessPool

from flows.halting import Halt
from flows.handing import hand_over
from flows.progress import Report
from tasks.fetch.client import Fetcher
from tasks.fetch.probe import list_names
from tasks.probing import is_probe
from tasks.reading import open_readers
from tasks.records import Harvest, ParsedItem
from tasks.run_context import RunContext
from tasks.sources.declaration import Source
from tasks.stages import fetch_source, read_items
from warehouse.answers import KnownSource


@dataclass(frozen=True, slots=True)
class Means:
    """What all sources of a run share: one client, one pool of readers, one report."""

    fetcher: Fetcher
    readers: ProcessPool
    context: RunContext
    report: Report


@dataclass(frozen=True, slots=True)
class Gathered:
    """One source after fetching and reading, before the load."""

    source: Source
    known: KnownSource
    harvest: Harvest
    items: tuple[ParsedItem, ...]


async def gather_sources(
    sources: Sequence[Source],
    known: Mapping[str, KnownSource],
    fetcher: Fetcher,
    context: RunContext,
    report: Report,
    halt: Halt,
) -> list[Gathered]:
    """Fetch and read every source; in the order in which they were given.

    A run that is asked to end gets those that are done.

    A probe waits for the United Nations' other sources, so that it asks for nothing that they
    have just named; the ministries it does not wait for. The readers start with the first item
    that is to be read: a run with nothing new starts none.
    """
    with open_readers() as readers:
        means = Means(fetcher, readers, context, report)
        return await halt.gather(_start_all(sources, known, means))


def _start_all(
    sources: Sequence[Source], known: Mapping[str, KnownSource], means: Means
) -> list[asyncio.Task[Gathered]]:
    calls: dict[str, asyncio.Task[Gathered]] = {}
    feeds: list[asyncio.Task[Gathered]] = []
    for source in sorted(sources, key=is_probe):
        others = tuple(feeds) if is_probe(source) else ()
        call = _gather(source, known[source.id], means, others)
        calls[source.id] = asyncio.create_task(call)
        if source.is_un:
            feeds.append(calls[source.id])
    return [calls[source.id] for source in sources]


async def _gather(
    source: Source,
    known: KnownSource,
    means: Means,
    others: Sequence[Awaitable[Gathered]],
) -> Gathered:
    before = await asyncio.gather(*others)
    named = frozenset(name for one in before for name in list_names(one.harvest, one.items))
    context = means.context
    harvest = await fetch_source(
        hand_over(source),
        hand_over(known),
        hand_over(means.fetcher),
        context,
        hand_over(means.report),
        hand_over(named),
    )
    return Gathered(source, known, harvest, await _read(source, harvest, means))


async def _read(source: Source, harvest: Harvest, means: Means) -> tuple[ParsedItem, ...]:
    """Read what was fetched; a source that gave nothing costs no task."""
    if not harvest.items:
        return ()
    return await read_items(
        hand_over(source), hand_over(harvest), means.context, hand_over(means.readers)
    )
