"""What prefect.yaml, prefect.toml and the pins say, read with the tools that will read them."""

from __future__ import annotations

import asyncio
import tomllib
from collections import Counter
from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from packaging.requirements import Requirement

from flows.environment import FORCED, TUNED

REPOSITORY = Path(__file__).resolve().parents[2]
NEW_YORK = ZoneInfo("America/New_York")
PINNED = ("prefect", "fastapi", "sqlalchemy")

# What `herewith up` sets itself, or what only a server that stands for long needs.
FILE_ONLY = ("HOME", "SERVER_API_HOST", "SERVER_API_PORT", "SERVER_SERVICES_DB_VACUUM_ENABLED")


def _read_deployments() -> dict[str, dict[str, Any]]:
    content = yaml.safe_load((REPOSITORY / "prefect.yaml").read_text())
    return {one["name"]: one for one in content["deployments"]}


@pytest.fixture(scope="module")
def deployment() -> dict[str, Any]:
    """Return the deployment of the monitor."""
    return _read_deployments()["monitor"]


def _list_times(deployment: dict[str, Any], start: datetime, days: int) -> list[datetime]:
    """Return all times of so many days, in order, in New York, as Prefect's scheduler sees them."""
    from prefect.server.schemas.schedules import CronSchedule

    end = start + timedelta(days=days)
    times: set[datetime] = set()
    for given in deployment["schedules"]:
        schedule = CronSchedule(cron=given["cron"], timezone=given["timezone"])
        moment = start
        # Prefect gives at most a thousand dates at a time.
        while dates := asyncio.run(schedule.get_dates(n=500, start=moment, end=end)):
            times.update(dates)
            moment = dates[-1] + timedelta(minutes=1)
    return sorted(time.astimezone(NEW_YORK) for time in times)


@pytest.mark.parametrize("name", PINNED)
def test_what_is_installed_is_what_was_tested(name: str) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    pins = {pin.name: pin.specifier for pin in map(Requirement, project["dependencies"])}

    assert str(pins[name])
    assert version(name) in pins[name]


@pytest.mark.parametrize("name", _read_deployments())
def test_two_runs_of_one_deployment_never_work_at_the_same_time(name: str) -> None:
    deployment = _read_deployments()[name]

    assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
    # By the tag the automations know what is ours.
    assert "herewith" in deployment["tags"]


@pytest.mark.parametrize("name", _read_deployments())
def test_every_deployment_names_a_flow_that_is_there(name: str) -> None:
    path, function = _read_deployments()[name]["entrypoint"].split(":")
    module = import_module(path.removesuffix(".py").replace("/", "."))

    assert getattr(module, function).name == name


def test_the_weekly_comparison_keeps_out_of_the_monitors_way(deployment: dict[str, Any]) -> None:
    start = datetime(2026, 1, 1, tzinfo=NEW_YORK)
    runs = _list_times(deployment, start, 365)
    weekly = _list_times(_read_deployments()["compare"], start, 365)

    assert len(weekly) == 52
    assert all(
        moment - time > timedelta(hours=1) or moment - time < timedelta(0)
        for time in weekly
        for moment in runs
    )


def test_over_a_year_every_day_has_its_runs_whatever_the_clocks_do(
    deployment: dict[str, Any],
) -> None:
    times = _list_times(deployment, datetime(2026, 1, 1, tzinfo=NEW_YORK), 365)
    runs_a_day = Counter(time.date() for time in times)

    assert len(runs_a_day) == 365
    assert {(day.weekday() < 5, runs) for day, runs in runs_a_day.items()} == {
        (True, 9),
        (False, 4),
    }
    # The night on which the clocks go back is an hour longer.
    assert max(b.astimezone(UTC) - a.astimezone(UTC) for a, b in pairwise(times)) <= timedelta(
        hours=8
    )


def test_the_runs_say_that_a_schedule_made_them(deployment: dict[str, Any]) -> None:
    assert deployment["entrypoint"] == "flows/monitor.py:monitor"
    assert deployment["parameters"] == {"trigger": "schedule"}
    assert "herewith" in deployment["tags"]


def test_every_schedule_has_a_name_and_new_york_time(deployment: dict[str, Any]) -> None:
    slugs = [schedule["slug"] for schedule in deployment["schedules"]]

    assert len(set(slugs)) == len(slugs) == 3
    assert {schedule["timezone"] for schedule in deployment["schedules"]} == {"America/New_York"}


def test_no_run_falls_into_the_hours_that_daylight_saving_skips_or_repeats(
    deployment: dict[str, Any],
) -> None:
    times = _list_times(deployment, datetime(2026, 1, 1, tzinfo=NEW_YORK), 365)

    assert times
    assert not [moment for moment in times if moment.hour in (1, 2)]


def test_no_one_waits_longer_than_said(deployment: dict[str, Any]) -> None:
    times = _list_times(deployment, datetime(2026, 3, 2, tzinfo=NEW_YORK), 28)

    gaps = [(later - earlier, earlier) for earlier, later in pairwise(times)]
    weekdays = [gap for gap, since in gaps if since.weekday() < 5]
    working_hours = [gap for gap, since in gaps if since.weekday() < 5 and 8 <= since.hour < 20]
    assert max(working_hours) == timedelta(hours=2)
    assert max(weekdays) <= timedelta(hours=4, minutes=30)
    assert max(gap for gap, _ in gaps) == timedelta(hours=8)
    assert min(gap for gap, _ in gaps) >= timedelta(hours=2)


def test_no_program_started_here_is_sent_to_a_server_that_may_not_be_there() -> None:
    settings = tomllib.loads((REPOSITORY / "prefect.toml").read_text())

    assert "api" not in settings
    assert settings["server"]["analytics_enabled"] is False


def test_leases_survive_a_reboot() -> None:
    settings = tomllib.loads((REPOSITORY / "prefect.toml").read_text())

    assert settings["server"]["concurrency"]["lease_storage"].endswith(".filesystem")
    assert settings["flows"]["heartbeat_frequency"] == 30


def test_the_tested_settings_hold_in_every_folder() -> None:
    settings = tomllib.loads((REPOSITORY / "prefect.toml").read_text())

    assert {**TUNED, **FORCED}.items() >= {
        f"PREFECT_{name}": str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in _flatten(settings)
        if name not in FILE_ONLY
    }.items()


def _flatten(table: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for key, value in table.items():
        name = f"{prefix}{key.upper()}"
        pairs += _flatten(value, f"{name}_") if isinstance(value, dict) else [(name, value)]
    return pairs
