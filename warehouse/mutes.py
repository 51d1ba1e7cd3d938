"""What is muted for a time, and the outbox rows that a mute stops."""

from __future__ import annotations

from datetime import datetime

from warehouse.connection import Connection, transaction
from warehouse.errors import NotFoundError
from warehouse.merging import merge_rows
from warehouse.rows import MuteRow
from warehouse.selecting import select_rows
from warehouse.vocabulary import AlertState, MuteKind

_STOP = """
update ops.alerts set state = $muted
where state in ('pending', 'held') and digest_id is null and event_type <> 'digest' and """

_MEANT = {
    MuteKind.WATCH: "len(watches) > 0 and len(list_filter(watches, lambda one: one <> $value)) = 0",
    MuteKind.SYMBOL: "document_id in"
    " (select document_id from document_symbols where symbol = $value)",
    MuteKind.SOURCE: "document_id in (select document_id from documents where source_id = $value)",
    MuteKind.SENDER: "document_id in (select document_id from letters where len(list_filter("
    "senders, lambda one: coalesce(one.iso3, one.party) = $value)) > 0)",
}


def write_mute(con: Connection, mute: MuteRow) -> int:
    """Mute something, and what waits in the outbox about it; returns how many rows that stopped.

    A row that another rule asked for as well still goes out.
    """
    kind = MuteKind(mute.kind)
    with transaction(con):
        merge_rows(con, [mute])
        stopped = con.execute(
            _STOP + _MEANT[kind] + " returning alert_id",
            {"muted": AlertState.MUTED.value, "value": mute.value},
        ).fetchall()
    return len(stopped)


def remove_mute(con: Connection, kind: MuteKind, value: str) -> None:
    """End a mute; what it has stopped stays muted until it is sent again by hand.

    Raises:
        NotFoundError: nothing of that name is muted.
    """
    found = con.execute(
        "delete from ops.mutes where kind = ? and value = ? returning value", [kind.value, value]
    ).fetchall()
    if not found:
        raise NotFoundError(f"no {kind.value} {value} is muted")


def read_mutes(con: Connection, now: datetime) -> tuple[MuteRow, ...]:
    """Read what is muted now."""
    return select_rows(con, MuteRow, "where until_at_utc > ? order by kind, value", [now])
