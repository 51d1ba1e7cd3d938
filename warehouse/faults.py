"""Named points at which a test can have the process killed, to see what is left behind.

Set `HEREWITH_FAULT` to the name of a point and the process gets SIGKILL when it arrives there;
`NAME:3` means the third arrival. Unset, nothing happens. The points, in the order of a run:
after-archive, after-fetch, in-reader (a process of its own), mid-load, before-commit,
before-publish, mid-publish, before-replace, before-manifest, after-send, before-mark; of a
rebuild: before-swap, after-swap.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

VARIABLE = "HEREWITH_FAULT"

_arrivals: Counter[str] = Counter()


def reach(point: str) -> None:
    """Die here, as by `kill -9`, if this is the point that `HEREWITH_FAULT` names."""
    wanted = os.environ.get(VARIABLE)
    if not wanted:
        return
    name, _, count = wanted.partition(":")
    _arrivals[point] += 1
    if name == point and _arrivals[point] == int(count or 1):
        os.kill(os.getpid(), signal.SIGKILL)
