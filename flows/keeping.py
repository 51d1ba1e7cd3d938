"""Keeping a child running: one that dies is started again, and this is said."""

from __future__ import annotations

import time
from collections.abc import Callable

from flows.children import Child
from flows.stopping import say
from warehouse.errors import EngineError

RESTARTS_PER_HOUR = 5
SECONDS_BEFORE_RESTART = 5.0


class Keeper:
    """One child and how to start it again."""

    def __init__(self, start: Callable[[], Child]) -> None:
        self._start = start
        self._ends: list[float] = []
        self._next_start: float | None = None
        self.child = start()

    def keep(self) -> None:
        """Start the child again if it has died; call it about every second.

        Raises:
            EngineError: it has died too often within an hour.
        """
        if self.child.is_running:
            return
        now = time.monotonic()
        if self._next_start is None:
            self._note_end(now)
            self._next_start = now + SECONDS_BEFORE_RESTART
        elif now >= self._next_start:
            self._next_start = None
            self.child = self._start()

    def _note_end(self, now: float) -> None:
        child = self.child
        code = child.process.returncode
        child.stop(0)
        self._ends = [end for end in self._ends if now - end < 3600] + [now]
        if len(self._ends) > RESTARTS_PER_HOUR:
            raise EngineError(
                f"the {child.name} keeps ending: {child.read_log_end()} ({child.log})"
            )
        say(f"The {child.name} ended (code {code}); it is started again. Log: {child.log}")
