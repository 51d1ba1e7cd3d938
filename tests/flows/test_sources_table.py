"""`herewith sources` says at a glance how each source stands, in a hundred columns."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from flows.commands.sources import COLUMNS, SourceLine, describe_age
from flows.console import print_table
from tasks.sources.registry import load_all_sources
from warehouse.connection import Connection, connect_writer
from warehouse.overview import SourceActivity, SourceOverview, read_activity
from warehouse.paths import Home
from warehouse.vocabulary import Outcome, Reason

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ALL = load_all_sources()


def stand(
    source_id: str, outcome: Outcome, reason: Reason | None, days: int = 99
) -> SourceOverview:
    past = NOW - timedelta(days=days)
    said = "no such page" if reason else None
    return SourceOverview(
        source_id, 12, past, outcome, reason, said, past, past, past.date(), 1200, 40, 17
    )


@pytest.mark.parametrize("reason", Reason)
def test_a_hundred_columns_are_enough_for_every_source_and_failure(
    capsys: pytest.CaptureFixture[str], reason: Reason
) -> None:
    activity = SourceActivity(123.75, 120, 4)
    lines = [SourceLine(one, stand(one.id, Outcome.FAILED, reason), activity) for one in ALL]
    print_table(COLUMNS, [line.list_cells(NOW) for line in lines])
    printed = capsys.readouterr().out.splitlines()
    assert max(map(len, printed)) <= 100
    assert len(printed) == 2 + len(ALL) + 1
    for line in lines:
        [shown] = [row for row in printed if row.split()[:1] == [line.source.id]]
        assert reason.replace("_", " ") in shown
        assert f"≥{line.source.assertions.min_listed}" in shown
        assert "141" in shown, "in quarantine, noticed and warned of"
        assert line.complaint == "no such page"


def test_silence_and_age_are_told_in_days() -> None:
    [source] = [one for one in ALL if one.id == "mfa_am"]
    silent = SourceLine(source, stand("mfa_am", Outcome.UNCHANGED, None), None)
    assert silent.list_cells(NOW)[1:6] == ("unchanged", "99 d", "99 d", None, "silent 99 d")
    fresh = SourceLine(source, stand("mfa_am", Outcome.NEW, None, days=1), None)
    assert fresh.list_cells(NOW)[5] == "fresh"
    assert silent.describe(NOW)["items a week expected"] == source.cadence.items_per_week
    never = SourceLine(source, None, None)
    assert never.list_cells(NOW)[1:4] == ("never asked", None, None)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=5), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=47), "47 h"),
        (timedelta(days=2), "2 d"),
        (timedelta(seconds=-5), "0 min"),
    ],
)
def test_an_age_is_said_in_its_largest_unit(ago: timedelta, said: str) -> None:
    assert describe_age(NOW - ago, NOW) == said
    assert describe_age(None, NOW) is None


def insert_release(con: Connection, day: datetime, findings: int) -> None:
    noted = [{"code": "c", "message": "m"}] * findings
    con.execute(
        "insert into documents (document_id, document_type, source_id, symbols, published_date,"
        " is_reissued, has_text, findings, is_history, version_number, content_sha256,"
        " first_seen_at_utc, changed_at_utc) values ($id, 'press_release', 'mfa_am', [],"
        " $day::date, false, true, [{'code': one.code, 'message': one.message, 'field': null,"
        " 'page': null, 'start': null, 'end': null} for one in $noted::struct(code varchar,"
        " message varchar)[]], false, 1, 'x', $day, $day)",
        {"id": f"mfa_am:{day}", "day": day, "noted": noted},
    )


def test_items_of_the_last_four_weeks_and_open_findings_are_counted(home: Home) -> None:
    with connect_writer(home) as con:
        for days, findings in ((1, 2), (27, 0), (28, 5), (-3, 0)):
            insert_release(con, NOW - timedelta(days=days), findings)
        for run, is_success in (("run-1", False), ("run-2", False), ("run-2", True)):
            con.execute(
                "insert into ops.expectation_results (run_id, source_id, table_name, expectation,"
                " severity, is_success, checked_at_utc)"
                " values (?, 'mfa_am', 't', 'e', 'warning', ?, ?)",
                [run, is_success, NOW],
            )
        found = read_activity(con, NOW)
    assert found == {"mfa_am": SourceActivity(0.5, 2, 1)}
