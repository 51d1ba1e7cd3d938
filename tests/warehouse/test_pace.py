"""What counts as the last sign of life of a source, for findings, alarms and the status page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.warehouse.builders import NOW, build_discovery, build_source_run
from warehouse.connection import Connection
from warehouse.merging import merge_rows
from warehouse.pace import read_paces

BEGUN = NOW - timedelta(weeks=8)
LAST = NOW - timedelta(hours=1)


def ask_first(con: Connection, source_id: str = "un_ga", run_id: str = "run-1") -> None:
    run = replace(build_source_run(run_id), source_id=source_id)
    merge_rows(con, [replace(run, started_at_utc=BEGUN, ended_at_utc=BEGUN)])


@pytest.mark.parametrize(
    ("change", "last", "items"),
    [
        ({"is_history": False}, LAST, 1),
        ({"is_history": True}, LAST, 0),
        ({"is_history": False, "state": "pending"}, LAST, 1),
        ({"is_history": False, "state": "guessed"}, None, 0),
        ({"is_history": True, "is_backfilled": True}, None, 0),
        ({"is_history": False, "first_seen_at_utc": NOW + timedelta(hours=1)}, None, 0),
        ({"is_history": False, "first_seen_at_utc": BEGUN}, BEGUN, 0),
    ],
)
def test_what_a_source_itself_named_up_to_now_is_new(
    con: Connection, change: dict[str, object], last: datetime | None, items: int
) -> None:
    ask_first(con)
    row = replace(build_discovery(), first_seen_at_utc=LAST)
    merge_rows(con, [replace(row, **change)])  # type: ignore[arg-type]
    pace = read_paces(con, NOW)["un_ga"]
    assert (pace.last_new_at_utc, pace.new_items) == (last, items)
    assert pace.silent_since_utc == (last or BEGUN)


def test_a_source_is_not_silent_for_longer_than_it_is_asked(con: Connection) -> None:
    ask_first(con)
    merge_rows(con, [replace(build_discovery(), first_seen_at_utc=BEGUN - timedelta(weeks=9))])
    pace = read_paces(con, NOW)["un_ga"]
    assert pace.silent_since_utc == BEGUN
    assert pace.count_weeks(NOW) == 4


def test_of_a_run_only_those_asked_in_it_are_read(con: Connection) -> None:
    ask_first(con)
    ask_first(con, "mfa_az", "run-2")
    assert set(read_paces(con, NOW)) == {"un_ga", "mfa_az"}
    assert set(read_paces(con, NOW, "run-2")) == {"mfa_az"}
