"""A run killed at any of its points: what is published is whole, and the next run puts it right."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.pipeline import SOURCES
from tests.replica.server import Replica
from warehouse.paths import Home
from warehouse.reading import read_query

pytestmark = [pytest.mark.prefect, pytest.mark.slow]
# Every point is tried below the flow in test_rounds; the whole command at one in the suite.
POINTS = (
    "mid-load",
    *(
        pytest.param(point, marks=pytest.mark.trial)
        for point in ("after-archive", "after-fetch", "before-publish", "mid-publish", "after-send")
    ),
)
WORDS = ["herewith", "run", *(word for one in SOURCES for word in ("--source", one))]
RUN = f"import sys; sys.argv = {WORDS!r}; from flows.cli import main; main()"
COUNTS = (
    "select (select count(*) from documents), (select count(*) from versions),"
    " (select count(distinct event_id) from ops.alerts),"
    " (select count(*) from ops.alerts where state = 'sent')"
)


@dataclass(frozen=True)
class Loaded:
    """A home after its first run, and the world in which one letter has appeared since."""

    home: Path
    environment: dict[str, str]
    documents: int


@pytest.fixture(scope="module")
def loaded(prefect_api: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    home = tmp_path_factory.mktemp("first")
    with Replica() as replica:
        environment = dict(os.environ) | {
            "HEREWITH_REPLICA": replica.url,
            "HEREWITH_PACE": "0",
            "PREFECT_API_URL": prefect_api,
        }
        assert run(home, environment) == 0
        replica.publish()
        yield Loaded(home, environment, int(str(count(home)[0])))


def run(home: Path, environment: dict[str, str], fault: str = "") -> int:
    own = {"HEREWITH_HOME": str(home), "HEREWITH_FAULT": fault}
    done = subprocess.run(
        [sys.executable, "-c", RUN], env=environment | own, check=False, capture_output=True
    )
    return done.returncode


def count(home: Path) -> tuple[object, ...]:
    return read_query(Home(home), COUNTS).rows[0]


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_run_leaves_the_old_or_the_new_state_and_the_next_one_converges(
    loaded: Loaded, tmp_path: Path, point: str
) -> None:
    home = tmp_path / "home"
    shutil.copytree(loaded.home, home)
    assert run(home, loaded.environment, point) == -signal.SIGKILL
    assert count(home)[0] in (loaded.documents, loaded.documents + 1)
    assert run(home, loaded.environment) == 0
    documents, versions, events, sent = count(home)
    assert (documents, events, sent) == (loaded.documents + 1, 1, 2)
    assert versions == documents
