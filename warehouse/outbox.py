"""The outbox: what is due, and what became of it; sent only when a channel acknowledged.

Delivery is at least once: a process that dies between a channel's acknowledgement and
`mark_sent` sends again, under the same event id.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from warehouse.connection import Connection
from warehouse.errors import NotFoundError
from warehouse.rows import AlertRow
from warehouse.selecting import select_rows
from warehouse.vocabulary import AlertState

RETRY_SCHEDULE = (
    timedelta(minutes=5),
    timedelta(minutes=20),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(hours=24),
)
"""How long to wait after the first, second, … failed try; after the last of them it is failed."""


def read_due(con: Connection, now: datetime) -> tuple[AlertRow, ...]:
    """Read what is to be sent now, oldest first."""
    return select_rows(
        con,
        AlertRow,
        "where state = ? and (next_attempt_at_utc is null or next_attempt_at_utc <= ?)"
        " order by created_at_utc, alert_id",
        [AlertState.PENDING.value, now],
    )


def mark_sent(con: Connection, alert_id: str, now: datetime) -> None:
    """Mark one alert as acknowledged by its channel.

    Raises:
        NotFoundError: no such alert.
    """
    _update(
        con,
        alert_id,
        "state = ?, attempts = attempts + 1, sent_at_utc = ?, next_attempt_at_utc = null,"
        " last_error = null",
        [AlertState.SENT.value, now],
    )


def mark_failed(con: Connection, alert_id: str, error: str, now: datetime) -> AlertState:
    """Note a try that failed: tried again by `RETRY_SCHEDULE`, or failed for good.

    `error` is one line for people and must hold no secret. Returns the state it is in now.

    Raises:
        NotFoundError: no such alert.
    """
    found = con.execute("select attempts from ops.alerts where alert_id = ?", [alert_id]).fetchall()
    if not found:
        raise NotFoundError(f"no alert {alert_id}")
    attempts = int(found[0][0]) + 1
    wait = RETRY_SCHEDULE[attempts - 1] if attempts <= len(RETRY_SCHEDULE) else None
    state = AlertState.FAILED if wait is None else AlertState.PENDING
    _update(
        con,
        alert_id,
        "state = ?, attempts = ?, next_attempt_at_utc = ?, last_error = ?",
        [state.value, attempts, None if wait is None else now + wait, error],
    )
    return state


def redeliver(con: Connection, alert_id: str) -> None:
    """Put one alert back in line, to be sent with the next delivery.

    Raises:
        NotFoundError: no such alert.
    """
    _update(
        con,
        alert_id,
        "state = ?, attempts = 0, next_attempt_at_utc = null, last_error = null",
        [AlertState.PENDING.value],
    )


def read_recent(con: Connection, limit: int) -> tuple[AlertRow, ...]:
    """Read the newest events for the feed, one row an event, newest first."""
    return select_rows(
        con,
        AlertRow,
        "qualify row_number() over (partition by event_id order by channel <> 'feed', alert_id) = 1"
        " order by created_at_utc desc, event_id limit ?",
        [limit],
    )


def count_pending(con: Connection) -> int:
    """Count what still waits in the outbox."""
    found = con.execute(
        "select count(*) from ops.alerts where state = ?", [AlertState.PENDING.value]
    ).fetchall()
    return int(found[0][0])


def _update(con: Connection, alert_id: str, assignments: str, values: list[object]) -> None:
    sql = f"update ops.alerts set {assignments} where alert_id = ? returning alert_id"  # noqa: S608
    if not con.execute(sql, [*values, alert_id]).fetchall():
        raise NotFoundError(f"no alert {alert_id}")
