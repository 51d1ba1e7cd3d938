"""What an older file tells of the archive and of its runs, for a rebuild.

Records of the archive say by themselves for whom they were asked; those written before they did
are found by file and offset among the requests that the file remembers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from warehouse.connection import Connection
from warehouse.selecting import restore_value

CARRIED = (
    "runs",
    "source_runs",
    "fetches",
    "discoveries",
    "expectation_results",
    "alerts",
    "withdrawals",
    "mutes",
    "conditions",
    "quarantine_attempts",
)
"""Tables of `ops` that no archive can tell again: what was asked in vain, said, and sent."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom an archived answer was asked; `key` is null for a feed or listing page."""

    source_id: str
    url: str
    key: str | None
    title: str | None
    listed_date: date | None
    language: str | None
    fingerprint: str | None


@dataclass(frozen=True, slots=True)
class Memory:
    """What an older file remembers: answers by place, starts of runs, and who was loaded in each.

    `loaded` holds pairs of run and source: of other runs the load never came about.
    """

    asked: dict[tuple[str, int], Asked]
    starts: dict[str, datetime]
    loaded: frozenset[tuple[str, str]]


_ASKED = """
select f.archive_file, f.archive_offset, f.source_id, f.url, d.key, d.title, d.listed_date,
    d.language, d.fingerprint
from ops.fetches f
left join ops.discoveries d on d.source_id = f.source_id and d.url = f.url
where f.archive_file is not null
"""


def read_memory(con: Connection) -> Memory:
    """Read what a rebuild needs to know of the runs that made a file."""
    places = con.execute(_ASKED).fetchall()
    runs = con.execute("select run_id, started_at_utc from ops.runs").fetchall()
    loaded = con.execute("select run_id, source_id from ops.source_runs").fetchall()
    return Memory(
        asked={(file, offset): Asked(*rest) for file, offset, *rest in places},
        starts={run_id: restore_value(start) for run_id, start in runs},
        loaded=frozenset(loaded),
    )


def carry_operations(con: Connection, old: str) -> None:
    """Put the operators' tables of the attached catalog `old` in place of the rebuilt ones."""
    for table in CARRIED:
        con.execute(f"delete from ops.{table}")  # noqa: S608
        con.execute(f"insert into ops.{table} by name select * from {old}.ops.{table}")  # noqa: S608
