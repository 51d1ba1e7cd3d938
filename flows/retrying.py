"""What is in quarantine read again, loaded and alerted on where it passes; nothing but order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasks.alert.deliver import Delivered
from tasks.delivering import deliver_all
from tasks.load.operations import run_row
from tasks.rereading import Reread, reread_places
from tasks.run_context import RunContext, begin_run
from tasks.settings import Settings
from tasks.watching import load_watches
from warehouse.connection import connect_writer, transaction
from warehouse.errors import NotFoundError
from warehouse.history_rows import QuarantineAttemptRow
from warehouse.loading import record_run
from warehouse.lock import hold_writer_lock
from warehouse.places import Place, read_held
from warehouse.publishing import publish_snapshot
from warehouse.quarantine import HELD, LOST, RELEASED, note_attempts
from warehouse.rows import QuarantineRow
from warehouse.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Retried:
    """How a retry went: each row with its outcome, documents loaded, messages sent."""

    attempts: tuple[QuarantineAttemptRow, ...]
    inserted: int = 0
    updated: int = 0
    alerts_sent: int = 0


def retry_quarantine(
    settings: Settings, ids: Sequence[str], print_line: Callable[[str], None]
) -> Retried:
    """Read rows of the quarantine again: those of these ids, or all where none is given.

    Raises:
        WarehouseBusyError: a run is at work.
        NotFoundError: an id is that of no row, or begins those of several.
    """
    context = begin_run(settings.paths, "retry")
    with hold_writer_lock(context.home):
        rows = _choose(context, ids)
        if not rows:
            return Retried(())
        places = tuple(dict.fromkeys(place for row in rows if (place := _locate(row))))
        reread = reread_places(context, places, load_watches(settings))
        attempts = tuple(_judge(row, reread, context) for row in rows)
        with connect_writer(context.home) as con, transaction(con):
            note_attempts(con, attempts)
        sent = _finish(context, settings, reread, print_line).sent
    return Retried(attempts, reread.inserted, reread.updated, sent)


def _choose(context: RunContext, ids: Sequence[str]) -> tuple[QuarantineRow, ...]:
    with connect_writer(context.home) as con:
        rows = read_held(con, ids)
    for wanted in ids:
        found = sum(row.quarantine_id.startswith(wanted) for row in rows)
        if found != 1:
            raise NotFoundError(f"{'more than one' if found else 'no'} quarantine row {wanted}")
    return rows


def _locate(row: QuarantineRow) -> Place | None:
    if row.archive_file is None or row.archive_offset is None:
        return None
    return row.archive_file, row.archive_offset


def _judge(row: QuarantineRow, reread: Reread, context: RunContext) -> QuarantineAttemptRow:
    """Say how one row came out: it is held while the same rule fails on the same bytes."""
    place = _locate(row)
    lost = dict(reread.lost)
    still = {one.quarantine_id: one.message for one in reread.held}
    if place is None or place in lost:
        outcome, message = LOST, lost[place] if place else "it has no bytes in the archive"
    elif row.quarantine_id in still:
        outcome, message = HELD, still[row.quarantine_id]
    else:
        outcome, message = RELEASED, ""
    return QuarantineAttemptRow(
        quarantine_id=row.quarantine_id,
        run_id=context.run_id,
        source_id=row.source_id,
        row_key=row.row_key,
        expectation=row.expectation,
        outcome=outcome,
        message=message or None,
        attempted_at_utc=context.now,
    )


def _finish(
    context: RunContext, settings: Settings, reread: Reread, print_line: Callable[[str], None]
) -> Delivered:
    from tasks.link.refresh import link_changes

    is_new = reread.inserted or reread.updated
    row = run_row(
        context.run_id,
        context.now,
        context.trigger,
        Outcome.NEW if is_new else Outcome.UNCHANGED,
        context.now,
    )
    with connect_writer(context.home) as con:
        link_changes(con)
        with transaction(con):
            record_run(con, row)
    publish_snapshot(context.home, context.run_id, settings.snapshots_kept)
    delivered = deliver_all(settings, context.now, print_line)
    if delivered != Delivered():
        publish_snapshot(context.home, context.run_id, settings.snapshots_kept)
    return delivered
