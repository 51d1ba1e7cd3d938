"""What operators must know, derived from what is stored: sources, quarantine, gaps in numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from warehouse.connection import Connection, transaction
from warehouse.literals import ask
from warehouse.merging import merge_rows
from warehouse.outbox import write_alerts
from warehouse.rows import AlertRow, ConditionRow
from warehouse.selecting import restore_value, select_rows


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """How a source stands by its runs; `failed_runs` are those since it last did not fail."""

    source_id: str
    last_outcome: str
    last_reason: str | None
    last_message: str | None
    failed_runs: int


@dataclass(frozen=True, slots=True)
class GapFacts:
    """A run of numbers that is missing; `open_since_utc` is when a higher one was first named."""

    series: str
    year: int
    first_number: int
    last_number: int
    open_since_utc: datetime


_SOURCES = """
with mine as (
    select * from ops.source_runs where source_id in (select unnest($ids::varchar[]))
),
good as (
    select source_id, max(ended_at_utc) as at from mine where outcome <> 'failed' group by source_id
)
select mine.source_id, arg_max(outcome, ended_at_utc),
    max({'ended': ended_at_utc, 'reason': reason}).reason,
    max({'ended': ended_at_utc, 'message': message}).message,
    count(*) filter (outcome = 'failed' and (good.at is null or ended_at_utc > good.at))
from mine
left join good on good.source_id = mine.source_id
group by mine.source_id
order by mine.source_id
"""

_QUARANTINE = """
select source_id, count(distinct row_key)
from ops.quarantine where quarantined_at_utc > ? group by source_id
"""

_GAPS = """
select g.series, g.year, g.first_number, g.last_number, min(n.first_seen_at_utc)
from number_gaps g
join number_series n on n.series = g.series and n.year = g.year and n.number > g.last_number
where g.is_watched and n.is_named
group by all
order by all
"""


def read_source_facts(con: Connection, source_ids: Collection[str]) -> tuple[SourceFacts, ...]:
    """Read how these sources stand; one that never ran has no facts."""
    rows = ask(con, _SOURCES, {"ids": sorted(source_ids)})
    return tuple(SourceFacts(*(restore_value(value) for value in row)) for row in rows)


def count_quarantined(con: Connection, since: datetime) -> dict[str, int]:
    """Count the documents that were put in quarantine since then, by source."""
    return dict(ask(con, _QUARANTINE, [since]))


def read_gap_facts(con: Connection) -> tuple[GapFacts, ...]:
    """Read the gaps in the series that are watched."""
    rows = con.execute(_GAPS).fetchall()
    return tuple(GapFacts(*(restore_value(value) for value in row)) for row in rows)


def read_conditions(con: Connection) -> dict[tuple[str, str], ConditionRow]:
    """Read what operators were alarmed about, by kind and subject."""
    rows = select_rows(con, ConditionRow, "order by kind, subject")
    return {(row.kind, row.subject): row for row in rows}


def write_conditions(
    con: Connection, conditions: Sequence[ConditionRow], alerts: Sequence[AlertRow]
) -> tuple[AlertRow, ...]:
    """Write how things stand and what is said of it in one step; returns the alerts written."""
    if not conditions:
        return ()
    with transaction(con):
        merge_rows(con, conditions)
        return write_alerts(con, alerts)
