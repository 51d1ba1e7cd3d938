"""What a run looks up before it asks anyone: numbers named, sources asked lately, parked hosts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from warehouse.connection import Connection
from warehouse.literals import ask
from warehouse.values import restore_value


def read_names(con: Connection, source_ids: Sequence[str], since: datetime) -> frozenset[str]:
    """Read the keys that sources have named, and the symbols of documents, first seen since.

    What a backfill brought is left out: a series is watched from where the feeds began.
    """
    found = ask(
        con,
        "select key from ops.discoveries where first_seen_at_utc >= $since"
        " and source_id in (select unnest($source_ids::varchar[])) and not is_backfilled"
        " union select symbol from document_symbols join documents using (document_id)"
        " where first_seen_at_utc >= $since and not exists (select 1 from ops.discoveries"
        " where is_backfilled and discoveries.source_id = documents.source_id"
        " and list_contains(documents.symbols, key))",
        {"source_ids": list(source_ids), "since": since},
    )
    return frozenset(key for (key,) in found)


def read_last_asked(con: Connection, source_ids: Sequence[str]) -> dict[str, datetime]:
    """Read when each of these sources was last asked by a run that watches it, if ever."""
    found = ask(
        con,
        "select source_id, max(fetched_at_utc) from ops.fetches"
        " where source_id in (select unnest(?::varchar[]))"
        " and run_id not in (select run_id from ops.runs where trigger = 'backfill')"
        " group by source_id",
        [list(source_ids)],
    )
    return {source_id: restore_value(moment) for source_id, moment in found}


def read_parked_hosts(con: Connection, now: datetime) -> dict[str, datetime]:
    """Read which hosts want to be left alone beyond `now`, and until when."""
    found = ask(
        con,
        "select regexp_extract(coalesce(final_url, url), '^https?://([^/?#]+)', 1) as host,"
        " max(retry_at_utc) from ops.fetches where retry_at_utc > ? group by host",
        [now],
    )
    return {host: restore_value(until) for host, until in found}
