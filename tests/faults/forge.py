"""The test's side of the process that forks runs (forge_server.py)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
SERVER = (sys.executable, "-m", "tests.faults.forge_server")


class Forge:
    """Starts runs in processes of their own against one replica; a context manager."""

    def __init__(self, replica_url: str, *, with_mounts: bool = False) -> None:
        own = {"HEREWITH_REPLICA": replica_url, "HEREWITH_PACE": "0", "OPENBLAS_NUM_THREADS": "1"}
        prefix = ("unshare", "--mount", "--propagation", "private") if with_mounts else ()
        self._process = subprocess.Popen(
            [*prefix, *SERVER],
            cwd=ROOT,
            env=os.environ | own,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def run(self, home: Path, fault: str = "", **more: object) -> tuple[int, str]:
        """Run once; returns the exit code, negative for a signal, and the last line."""
        answer = self._command({"run": str(home), "fault": fault, **more})
        return answer["exit"], answer["said"]

    def complete(self, home: Path) -> None:
        """Run once, which must go well; what it said otherwise is shown whole."""
        code, said = self.run(home)
        if (code, said) != (0, ""):
            raise AssertionError(f"exit {code}: {said}")

    def ask(self, home: Path, sql: str) -> list[Any]:
        """Ask the published file of a home."""
        answer = self._command({"ask": str(home), "sql": sql})
        assert answer["exit"] == 0, answer
        return list(json.loads(answer["said"]))

    def call(self, command: str) -> int:
        """Run a shell command where the runs live."""
        return int(self._command({"shell": command})["exit"])

    def _command(self, command: dict[str, object]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))
