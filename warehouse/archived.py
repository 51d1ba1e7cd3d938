"""What is archived of a source already, so that a backfill asks for nothing a second time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from warehouse.connection import Connection
from warehouse.selecting import restore_value

_GOOD = """
select f.url, arg_max({'file': f.archive_file, 'at': f.archive_offset, 'sha256': f.payload_sha256,
        'content_type': f.content_type, 'fetched': f.fetched_at_utc,
        'is_backfill': r.trigger = 'backfill'}, (f.fetched_at_utc, f.position)) as answer
from ops.fetches f
join ops.runs r on r.run_id = f.run_id
where f.source_id = ? and f.status = 200 and f.outcome in ('new', 'unchanged')
    and f.archive_file is not null
group by f.url
"""
_ABSENT = """
select distinct f.url
from ops.fetches f
join ops.runs r on r.run_id = f.run_id
where f.source_id = ? and r.trigger = 'backfill' and f.fetched_at_utc >= ?
    and f.reason in ('not_found', 'not_published_yet', 'empty_listing')
"""


@dataclass(frozen=True, slots=True)
class Archived:
    """The newest good answer of an address, and where its bytes are.

    `is_backfill` says that a backfill asked for it, and not a run that watches.
    """

    file: str
    offset: int
    payload_sha256: str
    content_type: str | None
    fetched_at_utc: datetime
    is_backfill: bool


def read_archived(con: Connection, source_id: str) -> dict[str, Archived]:
    """Read the newest good answer of every address of a source, by address."""
    rows = con.execute(_GOOD, [source_id]).fetchall()
    return {url: Archived(*(restore_value(one) for one in said.values())) for url, said in rows}


def read_absent(con: Connection, source_id: str, since: datetime) -> frozenset[str]:
    """Read the addresses of which a backfill was told since then that nothing is there."""
    return frozenset(url for (url,) in con.execute(_ABSENT, [source_id, since]).fetchall())


def read_run_ids(con: Connection) -> frozenset[str]:
    """Read the ids of all runs that reached their load."""
    return frozenset(run_id for (run_id,) in con.execute("select run_id from ops.runs").fetchall())


def read_dated_symbols(con: Connection) -> dict[str, date]:
    """Read the masthead date of every document that bears a symbol, by symbol."""
    rows = con.execute(
        "select s.symbol, max(d.distribution_date) from document_symbols s"
        " join documents d on d.document_id = s.document_id"
        " where d.distribution_date is not null group by s.symbol"
    ).fetchall()
    return dict(rows)


def read_named_keys(con: Connection, source_id: str) -> frozenset[str]:
    """Read every key that other sources than this one have named, and the symbols held."""
    rows = con.execute(
        "select key from ops.discoveries where source_id <> ? or state = 'fetched'"
        " union select symbol from document_symbols",
        [source_id],
    ).fetchall()
    return frozenset(key for (key,) in rows)
