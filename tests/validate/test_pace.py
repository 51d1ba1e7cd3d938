"""Freshness and pace, from what sources declare: a silent, a slow and a flooding source warn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from expectations.checkpoint import run_checkpoint
from expectations.sources import Pace, assert_pace, pace_source
from tasks.sources.declaration import Cadence, Source, Standing
from tasks.validate.pace import judge_paces
from tests.validate.declared import declare_source
from tests.warehouse.builders import NOW, build_discovery, build_source_run
from warehouse.connection import Connection, connect_writer
from warehouse.merging import merge_rows
from warehouse.paths import Home
from warehouse.vocabulary import Severity

PACE = Pace(items_per_week=5, silent_after_hours=48)


@pytest.fixture
def con(tmp_path: Path) -> Iterator[Connection]:
    with connect_writer(Home(tmp_path / "home")) as connection:
        yield connection


def watch(con: Connection, weeks: float, items: int, last: timedelta) -> dict[str, bool]:
    """Let a source be watched for so long; returns which of its rules hold."""
    begun = NOW - timedelta(weeks=weeks)
    runs = [
        replace(build_source_run(f"run-{n}"), started_at_utc=at, ended_at_utc=at)
        for n, at in enumerate((begun, NOW))
    ]
    merge_rows(con, runs)
    merge_rows(
        con,
        [
            replace(build_discovery(f"A/80/{n}"), first_seen_at_utc=NOW - last, is_history=False)
            for n in range(items)
        ],
    )
    rows = judge_paces(con, {"un_ga": declare()}, "run-1", NOW)
    stored = con.execute("select count(*) from ops.expectation_results").fetchall()[0][0]
    assert stored == len(rows)
    assert {row.severity for row in rows} == {"warning"}
    return {row.expectation: row.is_success for row in rows}


def declare(standing: Standing = Standing.REPORTED) -> Source:
    changes = {"cadence": Cadence(items_per_week=5, silent_after_hours=48), "standing": standing}
    return declare_source().model_copy(update={"id": "un_ga", **changes})


@pytest.mark.parametrize(
    ("items", "hours", "fresh", "steady"),
    [
        (20, 47, True, True),
        (20, 49, False, True),
        (4, 1, True, True),
        (3, 1, True, False),
        (100, 1, True, True),
        (101, 1, True, False),
        (0, 1, False, False),
    ],
)
def test_a_source_is_held_to_its_limit_and_its_pace(
    con: Connection, items: int, hours: int, fresh: bool, steady: bool
) -> None:
    held = watch(con, weeks=8, items=items, last=timedelta(hours=hours))
    assert held == {"source_has_news": fresh, "source_keeps_its_pace": steady}


def test_a_source_watched_for_some_days_has_no_pace_yet(con: Connection) -> None:
    held = watch(con, weeks=1, items=0, last=timedelta())
    assert held == {"source_has_news": False, "source_keeps_its_pace": True}


def test_what_the_first_load_named_is_no_pace(con: Connection) -> None:
    merge_rows(con, [replace(build_discovery(f"A/79/{n}"), is_history=True) for n in range(500)])
    held = watch(con, weeks=4, items=20, last=timedelta(hours=1))
    assert held == {"source_has_news": True, "source_keeps_its_pace": True}


def test_a_source_that_refuses_programs_is_not_judged(con: Connection) -> None:
    merge_rows(con, [build_source_run("run-1")])
    shut = declare(Standing.BLOCKED)
    assert judge_paces(con, {"un_ga": shut}, "run-1", NOW) == ()
    assert judge_paces(con, {}, "run-1", NOW) == ()


@pytest.mark.parametrize(("silent", "items"), [(1, 20), (48, 20), (48.1, 20), (1, 3), (1, 101)])
def test_plainly_and_to_great_expectations_the_rules_say_the_same(
    silent: float, items: int
) -> None:
    cells = pace_source("un_ga", PACE, silent, items, 4)
    assertions = assert_pace(PACE, cells)
    results = run_checkpoint(
        {"source": [one.rule for one in assertions]},
        {"source": [cells]},
        today=NOW.date(),
        run_id="r",
    ).results
    assert {one.rule.name: not one.failures for one in results} == {
        one.rule.name: one.holds for one in assertions
    }
    assert {one.rule.severity for one in assertions} == {Severity.WARNING}
