"""A polite signal ends a run at a safe point: what is loaded is published, the rest comes later."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.pipeline import SOURCES
from tests.replica.server import Replica
from warehouse.paths import Home
from warehouse.reading import read_query

pytestmark = [pytest.mark.prefect, pytest.mark.slow]
WORDS = ["herewith", "run", "--json", *(word for one in SOURCES for word in ("--source", one))]
RUN = f"import sys; sys.argv = {WORDS!r}; from flows.cli import main; main()"
PATIENCE_SECONDS = 240


def start_run(home: Path, replica: Replica, prefect_api: str, pace: str) -> subprocess.Popen[str]:
    environment = dict(os.environ) | {
        "HEREWITH_HOME": str(home),
        "HEREWITH_REPLICA": replica.url,
        "HEREWITH_PACE": pace,
        "PREFECT_API_URL": prefect_api,
    }
    command = [sys.executable, "-c", RUN]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.trial)]
)
def test_a_signal_in_mid_fetch_ends_the_run_whole_and_the_next_one_does_the_rest(
    number: signal.Signals, prefect_api: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with Replica() as replica:
        run = start_run(home, replica, prefect_api, pace="5")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(replica.requests) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        run.send_signal(number)
        output, _ = run.communicate(timeout=PATIENCE_SECONDS)
        stopped = json.loads(output)

        assert run.returncode == 130
        assert stopped["is_stopped"] is True
        assert count_documents(home) == stopped["documents"] > 0

        again = start_run(home, replica, prefect_api, pace="0")
        output, _ = again.communicate(timeout=PATIENCE_SECONDS)
        rest = json.loads(output)

    assert again.returncode == 0
    assert not rest["is_stopped"]
    assert count_documents(home) == rest["documents"] > stopped["documents"]
    assert count_documents(home, "versions") == rest["documents"]


def count_documents(home: Path, table: str = "documents") -> int:
    return int(str(read_query(Home(home), f"select count(*) from {table}").rows[0][0]))  # noqa: S608
