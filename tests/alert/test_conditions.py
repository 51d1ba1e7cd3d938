"""Operators' alarms over a year: once, their repeats, their all-clear; whatever dies between."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tasks.alert.conditions import OK, Alarm, Kind, Observed, judge_conditions
from tasks.alert.deliver import deliver_due
from tasks.fetch.webhook import post_webhook
from tasks.operating import note_conditions
from tasks.settings import Settings
from tasks.sources.registry import find_source
from tests.warehouse.builders import build_discovery, build_quarantined, build_source_run
from warehouse.alert_rows import ConditionRow
from warehouse.connection import Connection, transaction
from warehouse.merging import merge_rows
from warehouse.rows import AlertRow, DiscoveryRow, Row

START = datetime(2026, 1, 1, 5, 0, tzinfo=UTC)
REPEATS = [timedelta(days=days) for days in (1, 3, 7)]
SOURCE = find_source("un_ga")
LIMIT = timedelta(hours=SOURCE.cadence.silent_after_hours)
SETTINGS = Settings()


class Operator:
    """Keeps what `judge_conditions` says to be kept, and all alarms with their times."""

    def __init__(self) -> None:
        self.stored: dict[tuple[str, str], ConditionRow] = {}
        self.told: list[tuple[datetime, Alarm]] = []

    def look(self, now: datetime, *observed: Observed) -> list[str]:
        rows, alarms = judge_conditions(self.stored, observed, REPEATS, now)
        self.stored |= {(row.kind, row.subject): row for row in rows}
        self.told += [(now, alarm) for alarm in alarms]
        return [alarm.event_type.value for alarm in alarms]


def see(state: str, *parts: str, kind: Kind = Kind.SOURCE) -> Observed:
    return Observed(kind, "un_ga", state, f"it is {state}", parts=parts)


def test_a_change_of_state_is_told_once_and_cleared_once() -> None:
    operator = Operator()
    assert operator.look(START, see(OK)) == []
    assert operator.look(START, see("failing")) == ["source_failing"]
    assert operator.look(START + timedelta(hours=2), see("failing")) == []
    assert operator.look(START + timedelta(hours=4), see("blocked")) == ["source_blocked"]
    assert operator.look(START + timedelta(hours=6), see(OK)) == ["all_clear"]
    assert operator.look(START + timedelta(hours=8), see(OK)) == []
    assert operator.look(START + timedelta(hours=9), see("failing")) == ["source_failing"]
    threads = [alarm.thread_id for _, alarm in operator.told]
    assert threads[0] == threads[1] == threads[2] != threads[3]
    assert len({alarm.event_id for _, alarm in operator.told}) == 4


def test_a_gap_that_grows_is_told_again_one_that_shrinks_is_not() -> None:
    operator = Operator()
    gap = {"kind": Kind.GAP}
    assert operator.look(START, see("open", "4", "5", **gap)) == ["gap_open"]
    assert operator.look(START, see("open", "5", **gap)) == []
    assert operator.look(START, see("open", "5", "9", **gap)) == ["gap_open"]
    assert operator.look(START) == ["all_clear"]
    assert operator.look(START) == []


def test_a_source_that_is_switched_off_is_cleared() -> None:
    operator = Operator()
    operator.look(START, see("failing"))
    assert operator.look(START) == ["all_clear"]
    assert operator.told[-1][1].observed.message == "no longer watched"


def test_a_year_of_looks_every_hour_with_a_silence_across_each_change_of_clocks() -> None:
    operator = Operator()
    silences = [(datetime(2026, 3, 1, tzinfo=UTC), 20), (datetime(2026, 10, 28, tzinfo=UTC), 9)]
    for hour in range(365 * 24):
        now = START + timedelta(hours=hour)
        is_silent = any(begin <= now < begin + timedelta(days=days) for begin, days in silences)
        operator.look(now, see("silent" if is_silent else OK, kind=Kind.FRESHNESS))
    told = [
        (f"{now:%m-%d %H}", alarm.event_type.value, alarm.number) for now, alarm in operator.told
    ]
    assert told == [
        ("03-01 00", "source_silent", 1),
        ("03-02 00", "source_silent", 2),
        ("03-05 00", "source_silent", 3),
        ("03-12 00", "source_silent", 4),
        ("03-19 00", "source_silent", 5),
        ("03-21 00", "all_clear", 0),
        ("10-28 00", "source_silent", 1),
        ("10-29 00", "source_silent", 2),
        ("11-01 00", "source_silent", 3),
        ("11-06 00", "all_clear", 0),
    ]


# --- from what is stored ---------------------------------------------------------------------


def put(con: Connection, *rows: Row) -> None:
    with transaction(con):
        for row in rows:
            merge_rows(con, [row])


def put_run(
    con: Connection, now: datetime, outcome: str = "unchanged", reason: str | None = None
) -> None:
    run = build_source_run(f"run-{now:%m%d%H%M}", outcome=outcome)
    put(con, replace(run, reason=reason, message="seen", started_at_utc=now, ended_at_utc=now))


def name_item(con: Connection, key: str, now: datetime, **changed: object) -> None:
    row: DiscoveryRow = replace(build_discovery(key), first_seen_at_utc=now)
    put(con, replace(row, **changed))  # type: ignore[arg-type]


def look(con: Connection, now: datetime, settings: Settings = SETTINGS) -> list[str]:
    alerts = note_conditions(con, settings, [SOURCE], now)
    return [alert.event_type for alert in alerts]


def travel(con: Connection, days: int, step: timedelta) -> list[tuple[str, str]]:
    """Run and look again and again; the source names something each day but for a long silence."""
    told: list[tuple[str, str]] = []
    silent = (datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 20, tzinfo=UTC))
    now = datetime(2026, 2, 20, tzinfo=UTC)
    for number in range(int(timedelta(days=days) / step)):
        put_run(con, now)
        if not silent[0] <= now < silent[1]:
            name_item(con, f"A/80/{number}", now)
        told += [(f"{now:%m-%d %H}", one) for one in look(con, now)]
        assert look(con, now) == []
        now += step
    return told


def test_a_silent_source_is_one_alarm_its_repeats_and_its_all_clear(con: Connection) -> None:
    told = travel(con, 32, timedelta(hours=12))
    assert told == [
        ("03-06 00", "source_silent"),
        ("03-07 00", "source_silent"),
        ("03-10 00", "source_silent"),
        ("03-17 00", "source_silent"),
        ("03-20 00", "all_clear"),
    ]


@pytest.mark.trial
def test_the_same_over_a_year(con: Connection) -> None:
    told = travel(con, 400, timedelta(hours=6))
    assert [one for _, one in told].count("all_clear") == 1
    assert [one for _, one in told].count("source_silent") == 4


def test_failures_are_told_by_their_kind_and_cleared(con: Connection) -> None:
    now = START
    told = []
    for outcome, reason in (
        ("unchanged", None),
        ("failed", "unreachable"),
        ("failed", "timed_out"),
        ("failed", "challenge_page"),
        ("failed", "layout_changed"),
        ("new", None),
    ):
        put_run(con, now, outcome, reason)
        told.append(look(con, now))
        now += timedelta(hours=2)
    assert told == [
        [],
        ["source_failing"],
        [],
        ["source_blocked"],
        ["layout_changed"],
        ["all_clear"],
    ]


def test_one_failure_may_be_forgiven(con: Connection) -> None:
    settings = Settings(operators={"failing_after_runs": 3})  # type: ignore[arg-type]
    told = []
    for hour in range(4):
        now = START + timedelta(hours=hour)
        put_run(con, now, "failed", "unreachable")
        told.append(look(con, now, settings))
    assert told == [[], [], ["source_failing"], []]


def test_a_full_quarantine_is_told_and_clears_with_time(con: Connection) -> None:
    settings = Settings(operators={"quarantine_limit": 2})  # type: ignore[arg-type]
    put_run(con, START)
    name_item(con, "A/80/1", START + timedelta(days=8))
    for number in range(3):
        put(con, replace(build_quarantined(f"A/80/{number}"), quarantined_at_utc=START))
    assert look(con, START + timedelta(hours=1), settings) == ["quarantine_over_limit"]
    assert look(con, START + timedelta(hours=2), settings) == []
    assert look(con, START + timedelta(days=8), settings) == ["all_clear"]


def test_a_gap_that_stays_open_is_told_after_its_days_and_cleared(con: Connection) -> None:
    put_run(con, START)
    for number in (100, 103):
        name_item(con, f"S/2026/{number}", START, source_id="un_sc")
    for days in (5, 7):
        name_item(con, f"A/80/{days}", START + timedelta(days=days))
    assert look(con, START + timedelta(days=6)) == []
    assert look(con, START + timedelta(days=8)) == ["gap_open"]
    (message,) = con.execute("select message from ops.conditions where kind = 'gap'").fetchall()[0]
    assert message == "missing: 101 to 102"
    for number in (101, 102):
        name_item(con, f"S/2026/{number}", START + timedelta(days=8), source_id="un_sc")
    assert look(con, START + timedelta(days=8)) == ["all_clear"]


def test_state_and_message_are_one_transaction(
    con: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_run(con, START, "failed", "unreachable")

    def die(con: Connection, alerts: list[AlertRow]) -> None:
        raise RuntimeError("no power")

    with monkeypatch.context() as patch:
        patch.setattr("warehouse.conditions.write_alerts", die)
        with pytest.raises(RuntimeError, match="no power"):
            look(con, START)
    assert con.execute("select count(*) from ops.conditions").fetchall() == [(0,)]
    assert look(con, START) == ["source_failing"]
    assert look(con, START) == []


def test_an_alarm_says_what_since_when_and_where_to_look(con: Connection) -> None:
    put_run(con, START, "failed", "unreachable")
    (alert,) = note_conditions(con, SETTINGS, [SOURCE], START + timedelta(hours=3))
    assert alert.title == "Source failing: un_ga, unreachable: seen"
    assert "Look at:       herewith sources" in alert.body_text
    assert alert.watches == ("operators",)


def test_several_alarms_at_once_are_one_message(con: Connection) -> None:
    sources = [find_source(one) for one in ("un_ga", "un_sc", "mfa_az")]
    for source in sources:
        run = build_source_run("run-1", outcome="failed", source_id=source.id)
        put(con, replace(run, reason="unreachable", started_at_utc=START, ended_at_utc=START))
    assert len(note_conditions(con, SETTINGS, sources, START)) == 3
    printed: list[str] = []
    done = deliver_due(con, SETTINGS, START, printed.append, post_webhook)
    assert (done.sent, done.pending) == (1, 0)
    assert printed[0] == "Digest: 3 alarms, 1 January 2026 (operators)"
    assert deliver_due(con, SETTINGS, START, printed.append, post_webhook).sent == 0


def test_a_source_that_is_declared_to_refuse_is_no_alarm(con: Connection) -> None:
    shut = find_source("mfa_ru")
    run = build_source_run("run-1", outcome="failed", source_id=shut.id)
    put(con, replace(run, reason="blocked", started_at_utc=START, ended_at_utc=START))
    assert note_conditions(con, SETTINGS, [shut], START) == ()
