"""Whether there is anything that readers do not have yet, told without reading the tables.

A run with nothing new writes that it asked, and what; on a large warehouse that alone is no
reason to copy all of it. The published file is compared with the private one, and not with what
the last run says it did: a run that was killed before it published leaves news to the next.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from warehouse.connection import CATALOG, Connection, connect_writer, quote_text
from warehouse.paths import Home

CHEAP_BYTES = 64 * 2**20
"""A file up to this size is copied in a fraction of a second: it is published after every run."""

OLDEST = timedelta(days=1)
"""How far the published file may be behind in what a run writes even with nothing new."""

_ROUTINE = ("ops.runs", "ops.source_runs", "ops.fetches", "ops.expectation_results")

_PUBLISHED = "published"

_MARKS = (
    "select max(version) from {catalog}.ops.migrations",
    "select state, count(*), sum(attempts) from {catalog}.ops.alerts group by state order by state",
    "select count(ended_at_utc), sum(looks) from {catalog}.ops.withdrawals",
    "select count(*) from {catalog}.ops.discoveries where state <> 'fetched'",
    "select list((source_id, outcome = 'failed', reason, failed, not_yet_available)"
    " order by source_id) from ("
    "select * from {catalog}.ops.source_runs"
    " qualify row_number() over (partition by source_id order by run_id desc) = 1)",
)
"""Questions whose answers are the same while nothing but routine has happened."""


def is_cheap(home: Home) -> bool:
    """Whether the private file is copied in no time."""
    return home.warehouse.stat().st_size <= CHEAP_BYTES


def has_news(home: Home, now: datetime | None = None) -> bool:
    """Whether the private file holds more than the published one than that sources were asked."""
    if not home.published.exists():
        return True
    age = (now or datetime.now(UTC)).timestamp() - home.published.stat().st_mtime
    if age > OLDEST.total_seconds():
        return True
    with connect_writer(home) as con:
        con.execute(f"attach {quote_text(home.published)} as {_PUBLISHED} (read_only)")
        try:
            if _list_tables(con, CATALOG) != _list_tables(con, _PUBLISHED):
                return True
            return _answer(con, CATALOG) != _answer(con, _PUBLISHED)
        finally:
            con.execute(f"detach {_PUBLISHED}")


def _list_tables(con: Connection, catalog: str) -> list[str]:
    rows = con.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where database_name = ?"
        " order by all",
        [catalog],
    ).fetchall()
    return [name for (name,) in rows]


def _answer(con: Connection, catalog: str) -> list[object]:
    """Answer all marks, and count the rows of each table but those of routine."""
    counts = [
        f"select count(*) from {catalog}.{table}"  # noqa: S608
        for table in _list_tables(con, catalog)
        if table not in _ROUTINE
    ]
    questions = [mark.format(catalog=catalog) for mark in _MARKS] + counts
    return [con.execute(question).fetchall() for question in questions]
