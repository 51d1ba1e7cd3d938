"""The environment of Prefect: what is forced, what may be tuned, what does not leak in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.engine import prepare_engine
from flows.environment import build_environment, build_temporary_server_environment
from flows.server_api import find_free_port
from tests.flows.clone import find_processes, wait_for
from warehouse.errors import EngineError
from warehouse.paths import Home

SMALL_RUN = """
import asyncio, os, sys, time
from pathlib import Path
from flows.engine import prepare_engine

prepare_engine(Path(os.environ["HEREWITH_HOME"]))

from prefect import flow, task

@task
async def add(number: int) -> int:
    return number + 1

@flow(persist_result=False)
async def small() -> int:
    return sum(await asyncio.gather(*(add(number) for number in range(10))))

print(asyncio.run(small()), flush=True)
time.sleep(float(sys.argv[1]))
"""


@pytest.fixture
def hostile_folder(tmp_path: Path) -> Path:
    """Return a folder whose settings point to servers that are not there, with a home in it."""
    dead = "http://127.0.0.1:9/api"
    folder = tmp_path / "somewhere"
    profiles = folder / ".prefect" / "profiles.toml"
    profiles.parent.mkdir(parents=True)
    profiles.write_text(f'active = "mine"\n[profiles.mine]\nPREFECT_API_URL = "{dead}"\n')
    (folder / "prefect.toml").write_text(f'home = "elsewhere"\n[api]\nurl = "{dead}"\n')
    (folder / ".env").write_text(f'PREFECT_API_URL="{dead}"\n')
    return folder


def _start_small_run(folder: Path, home: Home, seconds: float = 0) -> subprocess.Popen[str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    environment = {
        **inherited,
        "HOME": str(folder),
        "PREFECT_PROFILE": "mine",
        "HEREWITH_HOME": str(home.root),
    }
    return subprocess.Popen(
        [sys.executable, "-P", "-c", SMALL_RUN, str(seconds)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.prefect
def test_a_run_needs_no_server_and_says_nothing_of_its_own(
    hostile_folder: Path, home: Home
) -> None:
    for _ in ("cold", "warm"):
        output, errors = _start_small_run(hostile_folder, home).communicate(timeout=240)
        assert (output, errors) == ("55\n", "")
        assert find_processes(home.root) == []
    assert (home.prefect / "prefect.db").exists()
    assert not (hostile_folder / "elsewhere").exists()


@pytest.mark.slow
@pytest.mark.prefect
def test_a_run_that_is_killed_leaves_no_server_behind(hostile_folder: Path, home: Home) -> None:
    process = _start_small_run(hostile_folder, home, seconds=600)
    assert process.stdout is not None
    assert process.stdout.readline() == "55\n"
    assert len(find_processes(home.root)) == 2

    process.kill()
    process.communicate()

    wait_for(lambda: find_processes(home.root) == [], lambda: "the server is still there")


def test_a_server_that_does_not_answer_is_one_clear_line(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{find_free_port()}/api")

    with pytest.raises(EngineError, match="no Prefect server answers at http"):
        prepare_engine(home.root)


def test_what_is_forced_cannot_be_changed_from_a_shell(tmp_path: Path) -> None:
    shell = {"DO_NOT_TRACK": "0", "PREFECT_HOME": "/elsewhere", "PREFECT_PROFILE": "mine"}

    environment = build_environment(tmp_path, "http://127.0.0.1:1/api", shell)

    assert environment["DO_NOT_TRACK"] == "1"
    assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert environment["PREFECT_HOME"] == str(tmp_path / "prefect")
    assert environment["PREFECT_API_URL"] == "http://127.0.0.1:1/api"
    assert "PREFECT_PROFILE" not in environment


def test_what_is_tuned_can_be_changed_from_a_shell(tmp_path: Path) -> None:
    name = "PREFECT_FLOWS_HEARTBEAT_FREQUENCY"

    assert build_environment(tmp_path, "", {})[name] == "30"
    assert build_environment(tmp_path, "", {name: "60"})[name] == "60"


def test_a_temporary_server_never_touches_another_database(tmp_path: Path) -> None:
    shell = {"PREFECT_API_DATABASE_CONNECTION_URL": "postgresql+asyncpg://team/prefect"}

    environment = build_temporary_server_environment(tmp_path, shell)

    urls = {value for key, value in environment.items() if key.endswith("CONNECTION_URL")}
    assert urls == {f"sqlite+aiosqlite:///{tmp_path}/prefect/prefect.db"}


def test_paths_are_absolute_whatever_the_home_is() -> None:
    environment = build_environment(Path("data"), "", {})

    assert Path(environment["HEREWITH_HOME"]).is_absolute()
    assert Path(environment["PREFECT_HOME"]).is_absolute()
