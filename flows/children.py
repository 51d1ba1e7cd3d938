"""Programs that this one starts: on a leash, with their words in a log file, stopped in full."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOG_LIMIT_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Child:
    """A running program, its name for people, and the file that has its output."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self.process.poll() is None

    def stop(self, grace_seconds: float) -> None:
        """Ask it to end (SIGTERM), wait, then end by force what is left of its group."""
        if self.is_running:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(grace_seconds)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self.process.stdin is not None:
            self.process.stdin.close()

    def read_log_end(self) -> str:
        """Return the last line that says anything, for a message to a person."""
        lines = self.log.read_text(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")


def start_child(
    name: str,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    logs: Path,
    folder: Path | None = None,
) -> Child:
    """Start `python -m ARGUMENTS` in a session of its own, so that Ctrl-C reaches only us.

    `-P` keeps a package of the same name in the working directory from being taken for ours.
    """
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / f"{name}.log"
    _keep_small(log)
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
            [sys.executable, "-P", "-m", "flows.leash", *arguments],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
        )
    return Child(name, process, log)


def _keep_small(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_LIMIT_BYTES:
        log.replace(log.with_suffix(".log.1"))
