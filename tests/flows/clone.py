"""A clone in a folder of its own whose monitor only sleeps, and a `herewith up` that runs it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.environment import build_environment
from flows.server_api import ask, find_free_port, is_healthy

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDERS = ("flows", "tasks", "warehouse", "expectations")
FILES = ("prefect.yaml", "prefect.toml")

# What tests/conftest.py switches off for the tests' own server must be on here.
TEST_ONLY = "PREFECT_SERVER_SERVICES_"

# Two busy cores, shared: nothing here is timed, this only ends what hangs.
PATIENCE_SECONDS = 240.0

STAND_IN = '''"""A stand-in for the monitor: one task, then asleep as long as the test wants."""

import asyncio
import os
from pathlib import Path

from prefect import flow, task

from flows.halting import watch_for_halt


@task
async def note_process() -> None:
    home = Path(os.environ["HEREWITH_HOME"])
    with (home / "processes").open("a") as file:
        print(os.getpid(), os.getcwd(), file=file)


@flow(name="monitor", persist_result=False, validate_parameters=False)
async def monitor(sources=None, seeds=None, trigger="shell", quiet=True):
    await note_process()
    home = Path(os.environ["HEREWITH_HOME"])
    seconds = home / "seconds"
    with watch_for_halt() as halt:
        length = float(seconds.read_text()) if seconds.exists() else 0.0
        await halt.gather([asyncio.create_task(asyncio.sleep(length))])
        if halt.is_asked:
            (home / "halted").touch()
    return trigger
'''

START = """
import sys
from pathlib import Path
from flows.up import run_up
from warehouse.errors import HerewithError
try:
    every = sys.argv[3] if len(sys.argv) > 3 else None
    sys.exit(run_up(Path(sys.argv[1]), int(sys.argv[2]), every))
except HerewithError as error:
    print(f"herewith: {error}", file=sys.stderr)
    sys.exit(error.exit_code)
"""


def build_clone(folder: Path) -> Path:
    """Copy the program into a folder, with the stand-in for its monitor; return the folder."""
    skip = shutil.ignore_patterns("__pycache__")
    folder.mkdir(parents=True)
    for part in FOLDERS:
        shutil.copytree(REPOSITORY / part, folder / part, ignore=skip)
    for part in FILES:
        shutil.copy(REPOSITORY / part, folder / part)
    (folder / "flows" / "monitor.py").write_text(STAND_IN)
    return folder


@dataclass
class Standing:
    """One `herewith up` of a clone, and questions to its server; `starts` of earlier workers."""

    clone: Path
    home: Path
    port: int
    process: subprocess.Popen[str]
    starts: int = 0

    @property
    def api_url(self) -> str:
        """Where its server's API stands."""
        return f"http://127.0.0.1:{self.port}/api"

    def read_runs(self, *states: str) -> list[dict[str, Any]]:
        """Return the flow runs in these states (all without any), newest first."""
        wanted = {"state": {"type": {"any_": list(states)}}} if states else {}
        question = {"flow_runs": wanted, "sort": "EXPECTED_START_TIME_DESC", "limit": 200}
        runs: list[dict[str, Any]] = ask(self.api_url, "/flow_runs/filter", question)
        return runs

    def await_runs(self, *states: str, count: int = 1) -> list[dict[str, Any]]:
        """Wait until so many runs are in one of these states."""
        wait_for(lambda: len(self.read_runs(*states)) >= count, self.describe)
        return self.read_runs(*states)

    def await_server(self) -> None:
        """Wait until the worker stands, which is the last thing to be started."""
        wait_for(lambda: self.read_log("worker").count("started!") > self.starts, self.describe)
        wait_for(lambda: is_healthy(self.api_url), self.describe)

    def read_log(self, name: str) -> str:
        """Return what the server, the set-up or the worker wrote."""
        path = self.home / "prefect" / "logs" / f"{name}.log"
        return path.read_text() if path.exists() else ""

    def read_run_process(self) -> int:
        """Return the process of the latest run."""
        return int((self.home / "processes").read_text().split("\n")[-2].split()[0])

    def read_until(self, words: str) -> str:
        """Return what `herewith up` printed, up to the line with these words."""
        output = ""
        assert self.process.stdout is not None
        while words not in output and (line := self.process.stdout.readline()):
            output += line
        return output

    def describe(self) -> str:
        """Say how things stand, for a test that fails."""
        logs = "\n".join(self.read_log(name)[-3000:] for name in ("server", "setup", "worker"))
        return f"up ended with {self.process.poll()}; logs:\n{logs}"

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Send a signal; return the exit code and all that was printed."""
        self.process.send_signal(number)
        output, _ = self.process.communicate(timeout=PATIENCE_SECONDS)
        return self.process.returncode, output

    def cut(self) -> None:
        """End all of it at once, as a reboot would."""
        kill_all(self.home)
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


def start_up(
    clone: Path, home: Path, every: str | None = None, port: int | None = None
) -> Standing:
    """Start `herewith up` in a folder inside the clone, in a session of its own."""
    home.mkdir(parents=True, exist_ok=True)
    chosen = port or find_free_port()
    log = home / "prefect" / "logs" / "worker.log"
    starts = log.read_text().count("started!") if log.exists() else 0
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(TEST_ONLY)}
    environment = build_environment(home, "", {**inherited, "PYTHONPATH": str(clone)})
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", START, str(home), str(chosen), *([every] if every else [])],
        cwd=clone / "tasks",
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    return Standing(clone, home, chosen, process, starts)


def wait_for(condition: Callable[[], bool], describe: Callable[[], str]) -> None:
    """Wait for a condition; a server that is away for the moment is not met yet."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except OSError:
            pass
        time.sleep(0.3)
    raise AssertionError(describe())


def find_processes(home: Path) -> list[int]:
    """Return the processes whose environment names this HEREWITH_HOME (Linux only)."""
    mark = f"HEREWITH_HOME={home.resolve()}\0".encode()
    return [int(entry.name) for entry in Path("/proc").iterdir() if _has_mark(entry, mark)]


def kill_all(home: Path) -> None:
    """Kill -9 all processes of this HEREWITH_HOME, as a reboot would."""
    while found := find_processes(home):
        for number in found:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        time.sleep(0.2)


def _has_mark(entry: Path, mark: bytes) -> bool:
    if not entry.name.isdigit():
        return False
    try:
        is_zombie = (entry / "stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
        return not is_zombie and mark in (entry / "environ").read_bytes()
    except (OSError, IndexError):
        return False
