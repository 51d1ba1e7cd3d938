"""Whether the sources of a run are fresh and keep the pace that they declare."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from expectations.sources import Assertion, Pace, assert_pace, pace_source
from tasks.sources.declaration import Source
from tasks.validate.results import make_assertion_row
from warehouse.connection import Connection
from warehouse.merging import merge_rows
from warehouse.pace import SourcePace, read_paces
from warehouse.rows import ExpectationResultRow


def judge_paces(
    con: Connection, sources: Mapping[str, Source], run_id: str, now: datetime
) -> tuple[ExpectationResultRow, ...]:
    """Judge every source that was asked in the run, and keep how it came out.

    A source that is declared as one that refuses programs is silent as it is expected to be.
    """
    rows = tuple(
        make_assertion_row(one.source_id, assertion, run_id, now)
        for one in read_paces(con, now, run_id).values()
        if one.source_id in sources and not sources[one.source_id].is_shut
        for assertion in _assert(one, sources[one.source_id], now)
    )
    merge_rows(con, rows)
    return rows


def _assert(one: SourcePace, source: Source, now: datetime) -> tuple[Assertion, ...]:
    pace = Pace(source.cadence.items_per_week, source.cadence.silent_after_hours)
    hours, weeks = one.count_silent_hours(now), one.count_weeks(now)
    return assert_pace(pace, pace_source(source.id, pace, hours, one.new_items, weeks))
