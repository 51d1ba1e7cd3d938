"""`herewith up` for real: a schedule makes runs, the worker completes them, a stop leaves nothing.

One `herewith up` serves the whole file, since it takes half a minute to stand.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.automations import build_automations
from flows.server_api import ask
from flows.standing import find_standing_server
from tests.flows.clone import (
    Standing,
    build_clone,
    find_processes,
    start_up,
    wait_for,
)

pytestmark = [pytest.mark.prefect, pytest.mark.slow, pytest.mark.xdist_group("up")]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """Start `herewith up --every 20s` on a clone of its own and wait until its worker stands."""
    folder = tmp_path_factory.mktemp("up")
    up = start_up(build_clone(folder / "clone"), folder / "home", every="20s")
    try:
        up.await_server()
        yield up
    finally:
        up.cut()


def test_a_run_that_the_schedule_made_is_completed_on_the_worker(standing: Standing) -> None:
    run = standing.await_runs("COMPLETED")[0]

    assert run["auto_scheduled"] is True
    assert run["parameters"] == {"trigger": "schedule"}
    assert run["work_pool_name"] == "herewith"
    notes = (standing.home / "processes").read_text().splitlines()
    assert {Path(note.split()[1]) for note in notes} == {standing.clone}


def test_a_run_from_the_shell_finds_the_server_that_stands(standing: Standing) -> None:
    assert find_standing_server(standing.home) == standing.api_url


def test_a_second_up_on_the_same_home_ends_with_one_line(standing: Standing) -> None:
    second = start_up(standing.clone, standing.home)
    output, _ = second.process.communicate(timeout=60)

    assert second.process.returncode == 2
    assert len(output.splitlines()) == 1
    assert f"already runs on {standing.home.resolve()}" in output
    assert f"127.0.0.1:{standing.port}" in output


def test_what_was_set_up_is_there_once(standing: Standing) -> None:
    automations = ask(standing.api_url, "/automations/filter", {})
    deployment = _find_monitor(standing)

    assert sorted(one["name"] for one in automations) == sorted(
        one.name for one in build_automations()
    )
    assert all(one["enabled"] for one in automations)
    assert [schedule["slug"] for schedule in deployment["schedules"]] == ["every"]
    assert deployment["global_concurrency_limit"]["limit"] == 1
    assert deployment["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"


def test_a_run_that_is_killed_has_crashed_and_the_next_one_completes(standing: Standing) -> None:
    _await_long_run(standing)
    before = len(standing.read_runs("COMPLETED"))

    (standing.home / "seconds").write_text("0")
    os.kill(standing.read_run_process(), signal.SIGKILL)

    standing.await_runs("CRASHED")
    standing.await_runs("COMPLETED", count=before + 1)


def test_a_stop_in_mid_run_ends_it_at_a_safe_point_and_leaves_no_process(
    standing: Standing,
) -> None:
    """It ends what the tests before it use."""
    _await_long_run(standing)

    code, output = standing.stop(signal.SIGTERM)

    assert code == 0, standing.describe()
    assert "Next run:" in output
    assert "waiting up to" in output
    assert "no run is left" in output
    assert (standing.home / "halted").exists()
    assert find_processes(standing.home) == []


@pytest.fixture(scope="module")
def restarted(standing: Standing) -> Iterator[Standing]:
    """Start it again on the same home, with the schedules of the file: nothing runs at once."""
    standing.cut()
    again = start_up(standing.clone, standing.home)
    try:
        again.await_server()
        wait_for(lambda: bool(again.read_runs("SCHEDULED")), again.describe)
        yield again
    finally:
        again.cut()


def test_the_next_start_puts_the_schedules_of_the_file_back(restarted: Standing) -> None:
    slugs = {schedule["slug"] for schedule in _find_monitor(restarted)["schedules"]}

    assert slugs == {"working-hours", "nights", "weekends"}


def test_a_run_that_crashed_is_repeated_at_once_and_not_for_ever(restarted: Standing) -> None:
    for _ in range(2):
        _start_long_run(restarted)
        (restarted.home / "seconds").write_text("0")
        os.kill(restarted.read_run_process(), signal.SIGKILL)
        wait_for(lambda: not restarted.read_runs("RUNNING", "PENDING"), restarted.describe)
    wait_for(lambda: bool(_find_repeats(restarted)), restarted.describe)

    assert len(_find_repeats(restarted)) == 1


def test_ctrl_c_stops_it(restarted: Standing) -> None:
    code, output = restarted.stop(signal.SIGINT)

    assert code == 0, output


def _find_monitor(standing: Standing) -> dict[str, Any]:
    deployments = ask(standing.api_url, "/deployments/filter", {})
    (monitor,) = (one for one in deployments if one["name"] == "monitor")
    assert isinstance(monitor, dict)
    return monitor


def _find_repeats(standing: Standing) -> list[dict[str, Any]]:
    """Return the runs that an automation made."""
    made = [(run, run["created_by"] or {}) for run in standing.read_runs()]
    return [run for run, maker in made if maker.get("type") == "AUTOMATION"]


def _start_long_run(standing: Standing) -> None:
    """Have a run at work that no schedule made and that does not end by itself.

    What a schedule makes within 15 minutes of its deployment is repeated late: Prefect holds its
    events back so long (docs/decisions/0002-prefect-pins.md).
    """
    notes = standing.home / "processes"
    known = len(notes.read_text().splitlines())
    (standing.home / "seconds").write_text("600")
    path = f"/deployments/{_find_monitor(standing)['id']}/create_flow_run"
    wish = {"state": {"type": "SCHEDULED"}, "idempotency_key": f"wish-{known}"}
    # A server that is busy answers 503.
    wait_for(lambda: bool(ask(standing.api_url, path, wish)), standing.describe)
    wait_for(lambda: len(notes.read_text().splitlines()) > known, standing.describe)


def _await_long_run(standing: Standing) -> None:
    """Have a run at work that does not end by itself."""
    notes = standing.home / "processes"
    (standing.home / "seconds").write_text("600")

    def is_at_work() -> bool:
        runs = standing.read_runs("RUNNING")
        return bool(runs) and len(notes.read_text().splitlines()) > known

    known = len(notes.read_text().splitlines()) if notes.exists() else 0
    wait_for(is_at_work, standing.describe)
