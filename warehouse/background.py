"""What is known of the documents that news speaks of: for the words and the threads of alerts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from warehouse.connection import Connection
from warehouse.rows import Struct
from warehouse.selecting import restore_value


@dataclass(frozen=True, slots=True)
class Reference:
    """A stored document as another one's message names it; `senders` is empty for no letter."""

    document_id: str
    document_type: str
    symbols: tuple[str, ...]
    title: str | None
    url: str | None
    letter_date: date | None
    published_date: date | None
    senders: tuple[Struct, ...]


_REFERENCES = """
select d.document_id, d.document_type, d.symbols, d.title, d.url, l.letter_date,
    d.published_date, coalesce(l.senders, [])
from documents d
left join letters l on l.document_id = d.document_id
where d.document_id in (select unnest(?::varchar[]))
"""

_BEARERS = """
select s.symbol, min(s.document_id)
from document_symbols s
where s.symbol in (select unnest(?::varchar[]))
group by s.symbol
"""

_THREADS = """
select document_id, event_type, any_value(thread_id)
from ops.alerts
where document_id in (select unnest(?::varchar[])) and thread_id is not null
group by document_id, event_type, thread_id
order by min(created_at_utc), thread_id
"""


def read_references(con: Connection, ids: Collection[str]) -> dict[str, Reference]:
    """Read what messages say of these documents."""
    if not ids:
        return {}
    rows = con.execute(_REFERENCES, [sorted(ids)]).fetchall()
    found = (Reference(*(restore_value(value) for value in row)) for row in rows)
    return {one.document_id: one for one in found}


def find_bearers(con: Connection, symbols: Collection[str]) -> dict[str, str]:
    """Find one document for each of these symbols that is here."""
    if not symbols:
        return {}
    return dict(con.execute(_BEARERS, [sorted(symbols)]).fetchall())


def read_threads(con: Connection, ids: Collection[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Read the threads in which these documents were alerted on: event type and thread id."""
    threads: dict[str, tuple[tuple[str, str], ...]] = {}
    if ids:
        for document_id, kind, thread in con.execute(_THREADS, [sorted(ids)]).fetchall():
            threads[document_id] = (*threads.get(document_id, ()), (kind, thread))
    return threads


def read_payloads(con: Connection, versions: Sequence[tuple[str, int]]) -> dict[str, str]:
    """Read the hash of the bytes of each of these versions (document id, number), by document."""
    if not versions:
        return {}
    ids, numbers = zip(*versions, strict=True)
    rows = con.execute(
        "select v.document_id, v.payload_sha256 from versions v"
        " join (select unnest(?::varchar[]) as document_id, unnest(?::integer[]) as number) n"
        " on n.document_id = v.document_id and v.version_number = n.number"
        " where v.payload_sha256 is not null",
        [list(ids), list(numbers)],
    ).fetchall()
    return dict(rows)


def read_announced(con: Connection, shared: Collection[str]) -> frozenset[str]:
    """Read which announcements, by what their languages share, were alerted on in any of them."""
    rows = con.execute(
        "select distinct p.announcement_id from press_releases p"
        " join ops.alerts a on a.document_id = p.document_id"
        " where a.event_type = 'announcement'"
        " and p.announcement_id in (select unnest(?::varchar[]))",
        [sorted(shared)],
    )
    return frozenset(one for (one,) in rows.fetchall())
