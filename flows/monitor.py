"""The monitor flow: seeds, sources, checks, load, links, publish, alerts; nothing but order.

Sources are fetched and read side by side, then loaded one after the other, each in one
transaction. The lock is held from the first look at what is known until the last alert is
marked, so that two runs never do the same work; the database itself is opened only to read and
to load.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
from prefect.logging import get_run_logger

from flows.artifacts import publish_quality, publish_summary, start_progress, update_progress
from flows.events import emit_alerts
from flows.gathering import Gathered, gather_sources
from flows.halting import Halt, watch_for_halt
from flows.handing import hand_over
from flows.plain_flow import plain_flow
from flows.progress import Report, show_progress
from flows.quality import write_quality_page
from flows.summary import NotDue, RunSummary, SourceLine, conclude
from tasks.alert.deliver import Delivered
from tasks.due import Asking, plan_asking
from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.intake import Intake, Quiet
from tasks.run_context import RunContext, begin_run
from tasks.settings import Settings, load_settings
from tasks.stages import (
    close_run,
    correct_documents,
    deliver,
    load_harvest,
    load_quiet_sources,
    load_seeds,
    publish,
    read_known,
    refresh_links,
    write_status,
)
from tasks.watching import load_watches
from warehouse.answers import KnownSource
from warehouse.connection import keep_writer_open
from warehouse.lock import hold_writer_lock


@plain_flow("monitor")
async def monitor(
    sources: list[str] | None = None,
    seeds: str | None = None,
    trigger: str = "schedule",
    quiet: bool = True,
) -> RunSummary:
    """Watch the sources once (all enabled ones by default) and say how it went.

    Raises:
        WarehouseBusyError: another run holds the writer lock.
        SettingsError: a watch cannot be evaluated.
    """
    settings = load_settings()
    load_watches(settings)
    context = begin_run(settings.paths, trigger)
    with (
        hold_writer_lock(context.home),
        show_progress(not quiet) as report,
        watch_for_halt() as halt,
    ):
        with keep_writer_open(context.home):
            intakes = [await load_seeds(context, Path(seeds) if seeds else settings.find_seeds())]
            asking = plan_asking(context.home, sources, context.now)
            known = await read_known(context, [source.id for source in asking.due])
        gathered = await _gather_all(asking, known, context, settings, report, halt)
        with keep_writer_open(context.home):
            intakes += await _load_all(gathered, context)
            quality = await _settle(context, intakes)
        summary = await _finish(context, intakes, asking, settings.snapshots_kept, halt)
    await publish_summary(summary)
    await publish_quality(quality)
    return summary


async def _gather_all(
    asking: Asking,
    known: Mapping[str, KnownSource],
    context: RunContext,
    settings: Settings,
    report: Report,
    halt: Halt,
) -> list[Gathered]:
    with ArchiveWriter(context.home.archive, context.run_id) as archive:
        async with Fetcher(settings, archive, parked=asking.parked) as fetcher:
            return await gather_sources(asking.due, known, fetcher, context, report, halt)


async def _load_all(gathered: Sequence[Gathered], context: RunContext) -> list[Intake]:
    """Load what brought nothing all at once, then the rest in turn, each in its transaction.

    The United Nations come first: a release announces no letter that came with the same run.
    """
    quiet = [one for one in gathered if not one.items]
    rest = sorted((one for one in gathered if one.items), key=lambda one: not one.source.is_un)
    found = [Quiet(one.source, one.known, one.harvest) for one in quiet]
    loaded = list(await load_quiet_sources(hand_over(found), context)) if quiet else []
    bar = await start_progress("sources loaded") if rest else None
    for one in rest:
        intake = await load_harvest(
            hand_over(one.source),
            hand_over(one.known),
            hand_over(one.harvest),
            hand_over(one.items),
            context,
        )
        loaded.append(intake)
        if bar is not None:
            await update_progress(bar, len(loaded), len(gathered))
    order = [one.source.id for one in gathered]
    return sorted(loaded, key=lambda one: order.index(one.source_run.source_id))


async def _settle(context: RunContext, intakes: Sequence[Intake]) -> str:
    """Bring about corrections, join what belongs together, and write how the run came out.

    Returns the run's quality page.
    """
    await correct_documents(context)
    await refresh_links(context)
    await close_run(context, conclude(_draw_lines(intakes)))
    return write_quality_page(context.home, context.run_id)


async def _finish(
    context: RunContext, intakes: Sequence[Intake], asking: Asking, kept: int, halt: Halt
) -> RunSummary:
    """Publish, then alert: who is alerted can already query what the alert is about.

    A run that was asked to end leaves the messages in the outbox: a channel may take its time.
    """
    documents = await publish(context, kept)
    delivered = Delivered()
    if not halt.is_asked:
        delivered = await deliver(_printer(context.trigger))
        emit_alerts(delivered.alerts)
    if delivered != Delivered():
        await publish(context, kept, if_cheap=True)
    await write_status()
    return RunSummary(
        run_id=context.run_id,
        trigger=context.trigger,
        sources=_draw_lines(intakes),
        not_due=tuple(NotDue.of(one) for one in asking.resting),
        events=sum(one.events for one in intakes),
        alerts_sent=delivered.sent,
        alerts_failed=delivered.failed,
        alerts_pending=delivered.pending,
        documents=documents,
        published=str(context.home.published),
        is_stopped=halt.is_asked,
    )


def _draw_lines(intakes: Sequence[Intake]) -> tuple[SourceLine, ...]:
    return tuple(SourceLine.of(one.source_run) for one in intakes)


def _printer(trigger: str) -> Callable[[str], None]:
    """Return where the terminal channel prints: the log of a scheduled run, else the terminal."""
    return get_run_logger().info if trigger == "schedule" else click.echo
