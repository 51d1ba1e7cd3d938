"""The outbox: what is due, and what became of it; sent only when a channel acknowledged.

Delivery is at least once: a process that dies between a channel's acknowledgement and
`mark_sent` sends again, under the same event id. What goes out in a digest is held until the
digest, a row of its own with frozen text, is acknowledged.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from warehouse.connection import Connection, transaction
from warehouse.errors import NotFoundError
from warehouse.literals import ask
from warehouse.merging import insert_missing
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


def write_alerts(con: Connection, alerts: Sequence[AlertRow]) -> tuple[AlertRow, ...]:
    """Write those that are not there yet; returns them."""
    written = {alert_id for (alert_id,) in insert_missing(con, alerts)}
    return tuple(alert for alert in alerts if alert.alert_id in written)


def read_due(con: Connection, now: datetime) -> tuple[AlertRow, ...]:
    """Read what is to be sent now, oldest first."""
    return select_rows(
        con,
        AlertRow,
        "where state = ? and (next_attempt_at_utc is null or next_attempt_at_utc <= ?)"
        " order by created_at_utc, alert_id",
        [AlertState.PENDING.value, now],
    )


def read_held(con: Connection, now: datetime) -> tuple[AlertRow, ...]:
    """Read what waits for a digest whose hour has come, by recipient, oldest first."""
    return select_rows(
        con,
        AlertRow,
        "where state = ? and digest_id is null and next_attempt_at_utc <= ?"
        " order by recipient, created_at_utc, alert_id",
        [AlertState.HELD.value, now],
    )


def write_digest(con: Connection, digest: AlertRow, members: Sequence[AlertRow]) -> None:
    """Write the row of a digest and note in its members that they go out in it, in one step."""
    with transaction(con):
        insert_missing(con, [digest])
        con.execute(
            "update ops.alerts set digest_id = ?"
            " where alert_id in (select unnest(?::varchar[])) and digest_id is null",
            [digest.alert_id, [one.alert_id for one in members]],
        )


def mark_sent(con: Connection, alert_id: str, now: datetime) -> None:
    """Mark one alert, and what went out in it, as acknowledged by its channel.

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
    """Put one alert back in line, alone, to be sent with the next delivery.

    Raises:
        NotFoundError: no such alert.
    """
    _update(
        con,
        alert_id,
        "state = ?, attempts = 0, next_attempt_at_utc = null, last_error = null, digest_id = null",
        [AlertState.PENDING.value],
    )


def find_alert(con: Connection, beginning: str) -> AlertRow:
    """Find one alert by its id, or by the beginning of its id.

    Raises:
        NotFoundError: none, or more than one, begins so.
    """
    rows = select_rows(con, AlertRow, "where starts_with(alert_id, ?) limit 2", [beginning])
    if len(rows) != 1:
        raise NotFoundError(f"{'no' if not rows else 'more than one'} alert {beginning}")
    return rows[0]


def list_failed(con: Connection) -> list[str]:
    """List the ids of what was given up, but for the members of a digest that was."""
    found = con.execute(
        "select alert_id from ops.alerts where state = 'failed' and digest_id is null"
        " order by created_at_utc, alert_id"
    ).fetchall()
    return [alert_id for (alert_id,) in found]


def read_feed(con: Connection, limit: int) -> tuple[AlertRow, ...]:
    """Read the newest events of the feed, newest first."""
    return select_rows(
        con,
        AlertRow,
        "where channel = 'feed' and state <> 'muted'"
        " order by created_at_utc desc, event_id limit ?",
        [limit],
    )


def count_pending(con: Connection) -> int:
    """Count what still waits in the outbox; what is held for a later digest is not overdue."""
    sql = "select count(*) from ops.alerts where state = ?"
    found = ask(con, sql, [AlertState.PENDING.value])
    return int(found[0][0])


def _update(con: Connection, alert_id: str, assignments: str, values: list[object]) -> None:
    """Change a row; what a digest holds shares its end: sent with it, failed with it."""
    sql = f"update ops.alerts set {assignments} where alert_id = ? returning state"  # noqa: S608
    with transaction(con):
        found = con.execute(sql, [*values, alert_id]).fetchall()
        if not found:
            raise NotFoundError(f"no alert {alert_id}")
        state = found[0][0]
        if state != AlertState.PENDING.value:
            con.execute(
                "update ops.alerts set state = d.state, sent_at_utc = d.sent_at_utc,"
                " last_error = d.last_error, next_attempt_at_utc = null"
                " from (select * from ops.alerts where alert_id = ?) d"
                " where alerts.digest_id = d.alert_id",
                [alert_id],
            )
