"""Ending `herewith up`: signals taken note of, runs given their chance, nothing left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

from flows.children import Child
from flows.deployment import WORK_POOL
from flows.server_api import ask

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
RUN_SECONDS = 60
WORKER_SECONDS = 45  # it gives its run 30
RUN_MODULE = "prefect.engine"  # what a worker starts for a run
ACTIVE = ["RUNNING", "PENDING", "CANCELLING"]


def say(line: str) -> None:
    """Print a line at once; a terminal that has gone away must not keep us from stopping."""
    try:
        print(line, flush=True)  # noqa: T201 - the voice of `herewith up`
    except OSError:
        sys.stdout = None


class StopRequest:
    """Signals, taken note of: the first asks for a stop, the second for haste."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._hasty = threading.Event()
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> StopRequest:
        for one in SIGNALS:
            # nohup sets SIGHUP to be ignored, and means it.
            if one is signal.SIGHUP and signal.getsignal(one) is signal.SIG_IGN:
                continue
            self._before[one] = signal.signal(one, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)

    @property
    def is_asked(self) -> bool:
        """Whether a stop was asked for."""
        return self._asked.is_set()

    @property
    def is_hasty(self) -> bool:
        """Whether it was asked for twice."""
        return self._hasty.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for a stop to be asked for; return whether it was."""
        return self._asked.wait(seconds)

    def wait_while(self, condition: Callable[[], bool], seconds: float) -> None:
        """Wait while a condition holds, at most so long, and until a stop is asked for."""
        deadline = time.monotonic() + seconds
        while condition() and time.monotonic() < deadline and not self.wait(0.2):
            pass

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self._asked.is_set():
            self._hasty.set()
        self._asked.set()


def end_runs(api_url: str, worker: Child, stop: StopRequest) -> None:
    """Start no more runs, ask the one at work to end, stop the worker, mark what it cut off.

    Prefect's worker kills its runs when it is stopped and leaves them Running for ever (seen), so
    the order, the polite signal and the last step are ours: a monitor that is asked so ends at a
    safe point (`flows.halting`) and says itself how it came out.
    """
    try:
        ask(api_url, f"/work_pools/{WORK_POOL}", {"is_paused": True}, "PATCH")
        for process in find_run_processes(worker.process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)
        _await_runs(api_url, stop)
        worker.stop(WORKER_SECONDS)
        for run in _find_active_runs(api_url):
            _mark_crashed(api_url, run)
    except OSError as error:
        say(f"The server no longer answers ({error}); the next start settles its runs.")
    finally:
        worker.stop(WORKER_SECONDS)


def find_run_processes(worker: int) -> list[int]:
    """Return the processes in which the runs of a worker are, however deep below it.

    Where the system has no `ps` none is found, and the runs are waited for as they are.
    """
    if (ps := shutil.which("ps")) is None:
        return []
    listing = subprocess.run(  # noqa: S603 - no shell, no argument from outside
        [ps, "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=False
    )
    children: dict[int, list[tuple[int, str]]] = {}
    for own, parent, command in (line.split(None, 2) for line in listing.stdout.splitlines()):
        children.setdefault(int(parent), []).append((int(own), command))
    below = [*children.get(worker, [])]
    for pid, _ in below:
        below += children.get(pid, [])
    return [pid for pid, command in below if RUN_MODULE in command]


def _await_runs(api_url: str, stop: StopRequest) -> None:
    deadline = time.monotonic() + RUN_SECONDS
    if _find_active_runs(api_url):
        say(f"A run is at work: waiting up to {RUN_SECONDS} s for it; Ctrl-C again ends it now.")
    while _find_active_runs(api_url) and time.monotonic() < deadline and not stop.is_hasty:
        time.sleep(0.5)


def _find_active_runs(api_url: str) -> list[str]:
    question = {"flow_runs": {"state": {"type": {"any_": ACTIVE}}}}
    return [run["id"] for run in ask(api_url, "/flow_runs/filter", question)]


def _mark_crashed(api_url: str, run_id: str) -> None:
    message = "Cut off: herewith up was stopped."
    state = {"type": "CRASHED", "name": "Crashed", "message": message}
    ask(api_url, f"/flow_runs/{run_id}/set_state", {"state": state})
