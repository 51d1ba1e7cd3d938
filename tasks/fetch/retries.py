"""When a second try helps: few tries, growing waits, and never before a host allows it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tasks.fetch.outcomes import Verdict
from warehouse.vocabulary import Reason

TRIES = {
    Reason.SERVER_ERROR: 3,
    Reason.TIMED_OUT: 2,
    Reason.UNREACHABLE: 2,
    Reason.RATE_LIMITED: 2,
}
"""Tries in all, by the reason of the last one; a reason that is not here is final."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """The waits between tries: `base`, four times that, and so on, in seconds, ± 30 %.

    `patience` is the longest wait a host may ask for without being given up for this run.
    """

    base: float
    patience: float

    def next_wait(self, verdict: Verdict, tries: int, parked_for: float) -> float | None:
        """Seconds before the next try; null when there is none."""
        if verdict.reason is None or tries >= TRIES.get(verdict.reason, 1):
            return None
        if parked_for > self.patience:
            return None
        jitter = random.uniform(0.7, 1.3)  # noqa: S311 - no secret
        return max(self.base * 4.0 ** (tries - 1) * jitter, parked_for)
