"""What a measurement is, and how one is taken: several runs, the median quoted."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure beside its peer, both measured in the same run.

    `ratio` is ours over the peer's in the sense that larger is worse: seconds over seconds, or
    the peer's rate over ours.
    """

    name: str
    ours: float
    peer: float
    unit: str
    peer_name: str
    is_rate: bool = False

    @property
    def ratio(self) -> float:
        """How many times worse than the peer; below 1 is better."""
        return self.peer / self.ours if self.is_rate else self.ours / self.peer


def time_median(work: Callable[[], object], runs: int = 5) -> float:
    """Return the median seconds of several runs, after one that is not counted."""
    work()
    return statistics.median(time_once(work) for _ in range(runs))


def time_pairs(
    ours: Callable[[], object], peer: Callable[[], object], runs: int = 5
) -> tuple[float, float]:
    """Return the median seconds of two works taken in turn, so that drift meets both alike."""
    ours()
    peer()
    pairs = [(time_once(ours), time_once(peer)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def run_python(*arguments: str, environment: Mapping[str, str] | None = None) -> None:
    """Run this interpreter as a process of its own and wait for its success.

    Raises:
        RuntimeError: it failed; the message is what it said.
    """
    command: Sequence[str] = (sys.executable, *arguments)
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr[-2000:]}")


def time_once(work: Callable[[], object]) -> float:
    """Return the seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
