"""One batch from records to the warehouse: built, compared, checked, loaded in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from expectations.sources import BatchCounts
from tasks.alert.rules import Watch
from tasks.load.absences import find_absences, find_presences
from tasks.load.discoveries import discovery_rows
from tasks.load.operations import fetch_rows, quarantine_rows, run_row, source_run_row
from tasks.records import Harvest, ParsedItem
from tasks.run_context import RunContext
from tasks.sources.declaration import Source
from tasks.validate.gate import check_bundles
from warehouse.answers import KnownSource
from warehouse.changes import select_news
from warehouse.connection import connect_writer
from warehouse.identity import resolve_identities
from warehouse.loading import SourceBatch, load_batch, load_quiet
from warehouse.rows import DocumentBundle, QuarantineRow, RunRow, SourceRunRow
from warehouse.vocabulary import SEEDS, Outcome


@dataclass(frozen=True, slots=True)
class Intake:
    """How one source came out: its row, and how many events it gave to be alerted on."""

    source_run: SourceRunRow
    events: int = 0


@dataclass(frozen=True, slots=True)
class Quiet:
    """One source that brought no item: what was known of it, and how asking it went."""

    source: Source
    known: KnownSource
    harvest: Harvest


@dataclass(frozen=True, slots=True)
class Sifted:
    """A batch by what a load would do: insert or update, or nothing."""

    news: tuple[DocumentBundle, ...]
    same: tuple[DocumentBundle, ...]


def take_in_harvest(
    context: RunContext,
    source: Source,
    known: KnownSource,
    harvest: Harvest,
    items: Sequence[ParsedItem],
    watches: Sequence[Watch],
) -> Intake:
    """Check and load what one source gave; a failed assertion keeps its documents out.

    Without `watches` nobody is alerted.
    """
    batch, row = _make_batch(context, source, known, harvest, items)
    return _load(context, batch, row, watches)


def take_in_quiet(context: RunContext, quiet: Sequence[Quiet]) -> tuple[Intake, ...]:
    """Check and load what sources gave that brought no item, all in one transaction."""
    batches = [_make_batch(context, one.source, one.known, one.harvest, ())[0] for one in quiet]
    with connect_writer(context.home) as con:
        rows = load_quiet(con, batches, context.now)
    return tuple(Intake(row) for row in rows)


def _make_batch(
    context: RunContext,
    source: Source,
    known: KnownSource,
    harvest: Harvest,
    items: Sequence[ParsedItem],
) -> tuple[SourceBatch, SourceRunRow]:
    items, built = _build(items, source, known)
    sifted = sift_bundles(context, built)
    unread = quarantine_rows(items, context.run_id, context.now)
    checked = check_bundles(
        sifted.news,
        source,
        _count_batch(harvest, known, len(items), len(unread)),
        context.run_id,
        context.now,
        context.home.quality,
    )
    held = (*unread, *checked.quarantine)
    row = source_run_row(harvest, known, context.run_id, _count_held(held), checked.stopped)
    batch = SourceBatch(
        run_id=context.run_id,
        source_id=source.id,
        bundles=() if checked.stopped else (*checked.clean, *sifted.same),
        quarantine=held,
        results=checked.results,
        discoveries=discovery_rows(harvest, known, context.now, stopped=bool(checked.stopped)),
        fetches=fetch_rows(harvest, context.run_id),
        absences=find_absences(harvest, known),
        presences=find_presences(harvest, known),
        source_run=row,
        run=_run_so_far(context),
        is_resolved=True,
    )
    return batch, row


def take_in_seeds(
    context: RunContext,
    bundles: Sequence[DocumentBundle],
    message: str | None,
    input_sha256: str | None = None,
) -> Intake:
    """Check and load the seed corpus, which is history: it never alerts.

    `input_sha256` is noted, so that a later run can tell whether it would read the same.
    """
    sifted = sift_bundles(context, bundles)
    checked = check_bundles(
        sifted.news, None, BatchCounts(), context.run_id, context.now, context.home.quality
    )
    row = _seed_run(context, len(bundles), _count_held(checked.quarantine), message)
    row = replace(row, input_sha256=input_sha256)
    batch = SourceBatch(
        run_id=context.run_id,
        source_id=SEEDS,
        bundles=(*checked.clean, *sifted.same),
        quarantine=checked.quarantine,
        results=checked.results,
        source_run=row,
        run=_run_so_far(context),
        is_resolved=True,
    )
    return _load(context, batch, row, ())


def load_unchanged(context: RunContext, row: SourceRunRow) -> Intake:
    """Note that a source was found as it was, without reading it again."""
    batch = SourceBatch(context.run_id, row.source_id, source_run=row, run=_run_so_far(context))
    with connect_writer(context.home) as con:
        load_quiet(con, [batch], context.now)
    return Intake(row)


def _load(
    context: RunContext, batch: SourceBatch, row: SourceRunRow, watches: Sequence[Watch]
) -> Intake:
    from tasks.alerting import make_composer

    with connect_writer(context.home) as con:
        compose = make_composer(con, watches, context.now)
        result = load_batch(con, batch, compose, context.now)
    events = {alert.event_id for alert in result.alerts}
    return Intake(source_run=result.source_run or row, events=len(events))


def sift_bundles(context: RunContext, bundles: Sequence[DocumentBundle]) -> Sifted:
    """Part what is new or changed, which must be checked, from what is stored as it stands."""
    if not bundles:
        return Sifted((), ())
    with connect_writer(context.home) as con:
        resolved = resolve_identities(con, bundles)
        news = select_news(con, resolved)
    ids = {one.document.document_id for one in news}
    return Sifted(news, tuple(one for one in resolved if one.document.document_id not in ids))


def _build(
    items: Sequence[ParsedItem], source: Source, known: KnownSource
) -> tuple[tuple[ParsedItem, ...], tuple[DocumentBundle, ...]]:
    if not items:
        return (), ()
    from tasks.building import build_bundles

    return build_bundles(items, source, known)


def _count_batch(harvest: Harvest, known: KnownSource, items: int, unread: int) -> BatchCounts:
    """Count what was named and read; of a page a backfill takes what is in its window only."""
    listed = None if known.is_backfill else len(harvest.discoveries) or None
    return BatchCounts(listed, items - unread, unread)


def _count_held(rows: Sequence[QuarantineRow]) -> int:
    """Count documents: the keys of their parts are the document's, `#` and a place."""
    return len({row.row_key.partition("#")[0] for row in rows})


def _run_so_far(context: RunContext) -> RunRow:
    return run_row(context.run_id, context.now, context.trigger, Outcome.UNCHANGED)


def _seed_run(
    context: RunContext, found: int, quarantined: int, message: str | None
) -> SourceRunRow:
    now = context.now
    harvest = Harvest(source_id=SEEDS, outcome=Outcome.NEW, started_at_utc=now, ended_at_utc=now)
    row = source_run_row(harvest, KnownSource(SEEDS), context.run_id, quarantined)
    return replace(row, discovered=found, fetched=found, message=message, is_baseline=False)
