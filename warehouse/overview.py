"""What operators look at: sources, alerts, quarantine, runs; read from any connection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from warehouse.connection import Connection
from warehouse.errors import NotFoundError
from warehouse.literals import ask
from warehouse.rows import AlertRow, ExpectationResultRow, QuarantineRow, RunRow, SourceRunRow
from warehouse.selecting import restore_value, select_rows


@dataclass(frozen=True, slots=True)
class SourceOverview:
    """How one source stands; a row of the view `source_freshness`."""

    source_id: str
    runs: int
    last_run_at_utc: datetime
    last_outcome: str
    last_reason: str | None
    last_message: str | None
    last_success_at_utc: datetime | None
    last_new_at_utc: datetime | None
    last_item_date: date | None
    documents: int
    pending: int
    quarantined: int


@dataclass(frozen=True, slots=True)
class SourceActivity:
    """What was lately going on at one source.

    `items_per_week` is the mean over the last four weeks, by the dates printed on the documents.
    The others wait for a person: `findings` noted while reading documents of those weeks, and
    `warnings`, checks of its last checked run that only warn and did not hold.
    """

    items_per_week: float
    findings: int
    warnings: int


_ACTIVITY = """
with lately as (
    select
        source_id,
        count(*) filter (
            coalesce(distribution_date, published_date)
                between cast($now as date) - 27 and cast($now as date)
        ) / 4.0 as items_per_week,
        coalesce(sum(len(findings)) filter (first_seen_at_utc > $now - interval 28 day), 0)
            as findings
    from documents
    group by source_id
),
warned as (
    select source_id, count(*) as warnings
    from ops.expectation_results
    where not is_success and severity = 'warning'
        and (source_id, run_id) in (
            select source_id, max(run_id) from ops.expectation_results group by source_id
        )
    group by source_id
)
select source_id, coalesce(items_per_week, 0)::double, coalesce(findings, 0)::bigint,
    coalesce(warnings, 0)::bigint
from lately full join warned using (source_id)
"""


def read_sources(con: Connection) -> tuple[SourceOverview, ...]:
    """Read how every source that was ever asked stands, by id."""
    names = ", ".join(SourceOverview.__dataclass_fields__)
    rows = con.execute(f"select {names} from source_freshness order by source_id")  # noqa: S608
    return tuple(
        SourceOverview(*(restore_value(value) for value in row)) for row in rows.fetchall()
    )


def read_activity(con: Connection, now: datetime) -> dict[str, SourceActivity]:
    """Read what was lately going on at each source, by id; sources without anything are absent."""
    rows = ask(con, _ACTIVITY, {"now": now})
    return {source_id: SourceActivity(*rest) for source_id, *rest in rows}


def read_source_runs(con: Connection, run_id: str) -> tuple[SourceRunRow, ...]:
    """Read how each source came out of one run."""
    return select_rows(con, SourceRunRow, "where run_id = ? order by source_id", [run_id])


def read_last_source_run(con: Connection, source_id: str) -> SourceRunRow | None:
    """Read how one source came out when it was last asked."""
    condition = "where source_id = ? order by started_at_utc desc, run_id desc limit 1"
    return next(iter(select_rows(con, SourceRunRow, condition, [source_id])), None)


def read_runs(con: Connection, limit: int) -> tuple[RunRow, ...]:
    """Read the newest runs, newest first."""
    return select_rows(con, RunRow, "order by started_at_utc desc, run_id desc limit ?", [limit])


def read_alerts(con: Connection, limit: int, state: str | None = None) -> tuple[AlertRow, ...]:
    """Read the newest alerts, newest first; of one state where that is given."""
    return select_rows(
        con,
        AlertRow,
        "where ? is null or state = ? order by created_at_utc desc, alert_id limit ?",
        [state, state, limit],
    )


def read_quarantine(
    con: Connection, limit: int, source_id: str | None = None
) -> tuple[QuarantineRow, ...]:
    """Read the newest quarantine rows, newest first; of one source where that is given."""
    return select_rows(
        con,
        QuarantineRow,
        "where ? is null or source_id = ? order by quarantined_at_utc desc, quarantine_id limit ?",
        [source_id, source_id, limit],
    )


def read_quarantined(con: Connection, quarantine_id: str) -> QuarantineRow:
    """Read one quarantine row by its id, or by the beginning of its id.

    Raises:
        NotFoundError: none, or more than one, begins so.
    """
    rows = select_rows(
        con, QuarantineRow, "where starts_with(quarantine_id, ?) limit 2", [quarantine_id]
    )
    if len(rows) != 1:
        raise NotFoundError(
            f"{'no' if not rows else 'more than one'} quarantine row {quarantine_id}"
        )
    return rows[0]


def read_results(con: Connection, run_id: str) -> tuple[ExpectationResultRow, ...]:
    """Read what was checked in one run and how it came out."""
    return select_rows(
        con,
        ExpectationResultRow,
        "where run_id = ? order by source_id, table_name, expectation, column_name",
        [run_id],
    )


def read_held_by(con: Connection, run_id: str) -> tuple[QuarantineRow, ...]:
    """Read what one run was the first to hold back."""
    return select_rows(
        con, QuarantineRow, "where run_id = ? order by source_id, row_key, expectation", [run_id]
    )
