"""Named points at which a test can have the process killed, to see what is left behind.

Set `HEREWITH_FAULT` to the name of a point and the process gets SIGKILL when it arrives there;
`NAME:3` means the third arrival. Unset, nothing happens. The points, in the order of a run:
after-archive, after-fetch, mid-parse, in-reader (a process of its own), mid-load, before-commit,
before-publish, mid-publish, before-replace, before-manifest, after-send, before-mark; of a
rebuild: before-swap, after-swap.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable

VARIABLE = "HEREWITH_FAULT"

POINTS = (
    "after-archive",
    "after-fetch",
    "mid-parse",
    "mid-load",
    "before-commit",
    "before-publish",
    "mid-publish",
    "before-replace",
    "before-manifest",
    "after-send",
    "before-mark",
)
"""The points of a run, in its order."""


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


_arrivals: Counter[str] = Counter()
_actions: list[Callable[[], object]] = [_die]


def reach(point: str) -> None:
    """Die here, as by `kill -9`, if this is the point that `HEREWITH_FAULT` names."""
    wanted = os.environ.get(VARIABLE)
    if not wanted:
        return
    name, _, count = wanted.partition(":")
    _arrivals[point] += 1
    if name == point and _arrivals[point] == int(count or 1):
        _actions[-1]()


def act_instead(action: Callable[[], object]) -> None:
    """Have this process do something else than die at the point: fill the disk, for instance."""
    _actions.append(action)
