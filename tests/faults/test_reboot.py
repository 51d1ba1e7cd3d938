"""After a reboot in mid-run, or the loss of worker and run, the schedule goes on by itself."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.clone import (
    Standing,
    build_clone,
    find_processes,
    start_up,
    wait_for,
)

pytestmark = [pytest.mark.prefect, pytest.mark.slow]

# Long enough for the first heartbeat to reach the server.
SECONDS_AT_WORK = 10


@pytest.fixture
def standing(tmp_path: Path) -> Iterator[Standing]:
    """Start `herewith up --every 20s` whose first run does not end by itself, and wait for it."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "seconds").write_text("600")
    up = start_up(build_clone(tmp_path / "clone"), home, every="20s")
    try:
        up.await_server()
        up.await_runs("RUNNING")
        wait_for((home / "processes").exists, up.describe)
        time.sleep(SECONDS_AT_WORK)
        (home / "seconds").write_text("0")
        yield up
    finally:
        up.cut()


@pytest.mark.xdist_group("reboot")
def test_after_a_reboot_in_mid_run_the_next_run_completes(standing: Standing) -> None:
    (cut_off,) = standing.read_runs("RUNNING")
    standing.cut()

    again = start_up(standing.clone, standing.home, every="20s", port=standing.port)
    try:
        completed = again.await_runs("COMPLETED")
        crashed = again.read_runs("CRASHED")
        code, output = again.stop()
    finally:
        again.cut()

    assert [run["id"] for run in crashed] == [cut_off["id"]]
    assert completed
    assert code == 0, output


@pytest.mark.trial
@pytest.mark.xdist_group("up")
def test_worker_and_run_lost_together_are_noticed_by_the_missing_heartbeat(
    standing: Standing,
) -> None:
    (cut_off,) = standing.read_runs("RUNNING")
    (worker,) = [number for number in find_processes(standing.home) if _is_worker(number)]
    for number in (worker, standing.read_run_process()):
        os.kill(number, signal.SIGKILL)

    crashed = standing.await_runs("CRASHED")
    standing.await_runs("COMPLETED")

    assert [run["id"] for run in crashed] == [cut_off["id"]]
    assert "heartbeat" in crashed[0]["state"]["message"]


def _is_worker(number: int) -> bool:
    return b"\0worker\0start\0" in Path(f"/proc/{number}/cmdline").read_bytes()
