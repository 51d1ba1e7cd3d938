"""The pace at one host: one request at a time, a pause between two, Retry-After in full."""

from __future__ import annotations

import asyncio
import math
import random
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_JITTER = 0.3


class HostPace:
    """When the next request to one host may go out; times in seconds of the monotonic clock."""

    def __init__(self, pace: float) -> None:
        self.lock = asyncio.Lock()
        self.robots_delay = 0.0
        self._pace = pace
        self._last_end = -math.inf
        self._last_page_end = -math.inf
        self._parked_until = -math.inf

    def park(self, seconds: float) -> None:
        """Leave the host alone for that long; a shorter wish never undoes a longer one."""
        self._parked_until = max(self._parked_until, time.monotonic() + seconds)

    def parked_for(self) -> float:
        """Seconds for which the host still wants to be left alone."""
        return max(self._parked_until - time.monotonic(), 0.0)

    def mark_end(self, *, is_page: bool) -> None:
        """Note that a request has just ended; the pauses are counted from here.

        What robots.txt asks for lies between two pages; robots.txt itself is none.
        """
        self._last_end = time.monotonic()
        if is_page:
            self._last_page_end = self._last_end

    def robots_wait(self) -> float:
        """Seconds that are left of what robots.txt asks for between two pages."""
        return max(self._last_page_end + self.robots_delay * self._pace - time.monotonic(), 0.0)

    async def wait(self, declared: float) -> None:
        """Sleep until the next request may go out; called with the lock held.

        That is: what the source declares ± 30 %, stretched by the pace setting (or, against a
        replica, taken away), and no less than robots.txt and Retry-After ask for.
        """
        jitter = random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 - no secret
        pause = self._last_end + declared * jitter * self._pace - time.monotonic()
        await asyncio.sleep(max(pause, self.robots_wait(), self.parked_for()))


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """Read Retry-After, seconds or an HTTP date, as seconds from now; null if unreadable."""
    if not value:
        return None
    text = value.strip()
    if re.fullmatch(r"[0-9]{1,12}", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
