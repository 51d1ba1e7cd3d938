"""One source's batch into the warehouse: everything in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from warehouse.answers import Counts
from warehouse.changes import Plan, plan_changes
from warehouse.connection import Connection, transaction
from warehouse.faults import reach
from warehouse.identity import resolve_identities
from warehouse.literals import ask
from warehouse.merging import insert_missing, merge_rows, replace_rows
from warehouse.quarantine import release_replaced
from warehouse.rows import (
    AgendaItemRow,
    AlertRow,
    AnnexRow,
    CitationRow,
    CorrectionRow,
    DiscoveryRow,
    DocumentBundle,
    DocumentSymbolRow,
    ExpectationResultRow,
    FetchRow,
    FigureRow,
    LetterRow,
    PressReleaseRow,
    QuarantineRow,
    Row,
    RunRow,
    SourceRunRow,
    UnlinkedRow,
)
from warehouse.versions import Step
from warehouse.vocabulary import SEEDS, Outcome
from warehouse.withdrawals import Absence, Presence, end_absences, record_absences


@dataclass(frozen=True, slots=True)
class News:
    """What a load has just written: documents new and not history, and known ones that changed.

    `steps` are the new versions of the changed ones, with what changed.
    """

    inserted: tuple[DocumentBundle, ...] = ()
    updated: tuple[DocumentBundle, ...] = ()
    steps: tuple[Step, ...] = ()


Compose = Callable[[News], Sequence[AlertRow]]
"""Makes the outbox rows for news; called within the load's transaction, after its rows."""


@dataclass(frozen=True, slots=True)
class SourceBatch:
    """All that one source brings in one run; `run` is the run's row as it stands so far.

    `is_resolved` says that `bundles` have been through `resolve_identities` under the lock that is
    still held: to look again would read every symbol of the warehouse twice.
    """

    run_id: str
    source_id: str
    bundles: Sequence[DocumentBundle] = ()
    quarantine: Sequence[QuarantineRow] = ()
    results: Sequence[ExpectationResultRow] = ()
    discoveries: Sequence[DiscoveryRow] = ()
    fetches: Sequence[FetchRow] = ()
    absences: Sequence[Absence] = ()
    presences: Sequence[Presence] = ()
    source_run: SourceRunRow | None = None
    run: RunRow | None = None
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did: counts of documents, their ids, the alerts and the outcome it wrote."""

    counts: Counts = field(default_factory=Counts)
    inserted_ids: tuple[str, ...] = ()
    updated_ids: tuple[str, ...] = ()
    alerts: tuple[AlertRow, ...] = ()
    quarantined: int = 0
    source_run: SourceRunRow | None = None


def load_batch(con: Connection, batch: SourceBatch, compose: Compose, now: datetime) -> LoadResult:
    """Load a batch in one transaction; whatever raises, `compose` too, rolls all of it back.

    The same batch again changes nothing: documents are noop, quarantine rows and alerts that
    are there stay as they are. `now` is stored as first seen, changed and loaded time. The
    counts are written into the source's and the run's rows.
    """
    with transaction(con):
        bundles = tuple(batch.bundles)
        if not batch.is_resolved:
            bundles = resolve_identities(con, bundles)
        plan = plan_changes(con, bundles, now)
        _write_documents(con, plan)
        reach("mid-load")
        _write_children(con, plan)
        _write_catalogue(con, plan)
        _write_library_records(con, bundles)
        insert_missing(con, [UnlinkedRow(row.document_id) for row in plan.rows])
        alerts = _write_alerts(con, compose, plan)
        release_replaced(con, batch.run_id, plan.inserted + plan.updated, now)
        quarantined = insert_missing(con, batch.quarantine)
        _write_operations(con, batch)
        record_absences(con, batch.source_id, batch.absences, now)
        end_absences(con, batch.source_id, batch.presences, now)
        source_run = _write_source_run(con, batch, plan.counts)
        if batch.run is not None:
            record_run(con, replace(batch.run, alerts=batch.run.alerts + len(alerts)))
        reach("before-commit")
    return LoadResult(
        counts=plan.counts,
        inserted_ids=tuple(bundle.document.document_id for bundle in plan.inserted),
        updated_ids=tuple(bundle.document.document_id for bundle in plan.updated),
        alerts=alerts,
        quarantined=len(quarantined),
        source_run=source_run,
    )


def load_quiet(
    con: Connection, batches: Sequence[SourceBatch], now: datetime
) -> tuple[SourceRunRow, ...]:
    """Load batches without documents in one transaction; returns the sources' rows, in order.

    A run over many quiet sources costs little more than one over a single one.
    """
    rows = tuple(one.source_run for one in batches if one.source_run is not None)
    with transaction(con):
        insert_missing(con, [row for one in batches for row in one.quarantine])
        merge_rows(con, [row for one in batches for row in one.results])
        merge_rows(con, [row for one in batches for row in one.discoveries])
        merge_rows(con, [row for one in batches for row in one.fetches])
        for one in batches:
            record_absences(con, one.source_id, one.absences, now)
            end_absences(con, one.source_id, one.presences, now)
        merge_rows(con, rows)
        for run in [one.run for one in batches if one.run is not None][:1]:
            record_run(con, run)
    return rows


def record_run(con: Connection, run: RunRow) -> RunRow:
    """Write a run's row with the sums of its sources so far; returns it as written.

    Alerts are never counted down: the greater of the stored number and the given one stays.
    """
    found = ask(
        con,
        "select coalesce(sum(inserted), 0)::int, coalesce(sum(updated), 0)::int,"
        " coalesce(sum(noop), 0)::int, coalesce(sum(quarantined), 0)::int"
        " from ops.source_runs where run_id = ?",
        [run.run_id],
    )
    inserted, updated, noop, quarantined = found[0]
    stored = ask(con, "select alerts from ops.runs where run_id = ?", [run.run_id])
    whole = replace(
        run,
        inserted=inserted,
        updated=updated,
        noop=noop,
        quarantined=quarantined,
        alerts=max(run.alerts, stored[0][0] if stored else 0),
    )
    merge_rows(con, [whole])
    return whole


def _write_documents(con: Connection, plan: Plan) -> None:
    merge_rows(con, plan.rows, compare=("content_sha256", "version_number"))
    merge_rows(con, [step.version for step in plan.steps], compare=("content_sha256",))
    merge_rows(con, [change for step in plan.steps for change in step.changes])
    insert_missing(con, plan.withdrawals)


def _write_children(con: Connection, plan: Plan) -> None:
    stored_ids = [one.document.document_id for one in plan.updated]
    changed = plan.inserted + plan.updated
    children: tuple[tuple[type[Row], list[Row]], ...] = (
        (LetterRow, [one.letter for one in changed if one.letter is not None]),
        (PressReleaseRow, [one.press_release for one in changed if one.press_release is not None]),
        (AnnexRow, [row for one in changed for row in one.annexes]),
        (DocumentSymbolRow, [row for one in changed for row in one.symbols]),
        (AgendaItemRow, [row for one in changed for row in one.agenda_items]),
        (CitationRow, [row for one in changed for row in one.citations]),
        (CorrectionRow, [row for one in changed for row in one.corrections]),
    )
    for kind, rows in children:
        replace_rows(con, kind, stored_ids, rows)


def _write_catalogue(con: Connection, plan: Plan) -> None:
    """Write figures and abstracts; only the seed catalogue has them, whoever brought the text."""
    stored = plan.updated + plan.set_aside
    told = [one for one in stored if one.figures or one.document.source_id == SEEDS]
    rows = [row for one in (*plan.inserted, *told) for row in one.figures]
    replace_rows(con, FigureRow, [one.document.document_id for one in told], rows)
    for one in plan.set_aside:
        con.execute(
            "update documents set abstract = ? where document_id = ?",
            [one.document.abstract, one.document.document_id],
        )


def _write_alerts(con: Connection, compose: Compose, plan: Plan) -> tuple[AlertRow, ...]:
    seen_first = plan.inserted + plan.first_read
    inserted = tuple(bundle for bundle in seen_first if not bundle.document.is_history)
    updated = tuple(bundle for bundle in plan.updated if bundle not in plan.first_read)
    if not (inserted or updated):
        return ()
    changed = {bundle.document.document_id for bundle in updated}
    steps = tuple(step for step in plan.steps if step.version.document_id in changed)
    alerts = tuple(compose(News(inserted, updated, steps)))
    written = {alert_id for (alert_id,) in insert_missing(con, alerts)}
    return tuple(alert for alert in alerts if alert.alert_id in written)


def _write_library_records(con: Connection, bundles: Sequence[DocumentBundle]) -> None:
    """Write what libraries say, also of documents that are there and stay as they are."""
    rows = [row for bundle in bundles for row in bundle.catalogue]
    merge_rows(con, rows, compare=("payload_sha256", "document_id"))


def _write_operations(con: Connection, batch: SourceBatch) -> None:
    merge_rows(con, batch.results)
    merge_rows(con, batch.discoveries)
    merge_rows(con, batch.fetches)


def _write_source_run(con: Connection, batch: SourceBatch, counts: Counts) -> SourceRunRow | None:
    """Write how the source came out; bytes that were new but said nothing new are unchanged."""
    if batch.source_run is None:
        return None
    row = replace(batch.source_run, inserted=counts.insert, updated=counts.update, noop=counts.noop)
    nothing_new = not (counts.insert or counts.update or row.quarantined)
    if row.outcome == Outcome.NEW and nothing_new:
        row = replace(row, outcome=Outcome.UNCHANGED.value)
    merge_rows(con, [row])
    return row
