"""Ending a run at a safe point: SIGTERM and Ctrl-C are taken note of, a second one ends it at once.

A run may be killed at any instant without loss. A polite signal should do better: what is fetched
is loaded and published, what is not is left to the next run.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

SIGNALS = (signal.SIGTERM, signal.SIGINT)
Result = TypeVar("Result")


class Halt:
    """Whether a run was asked to end; belongs to one event loop."""

    def __init__(self) -> None:
        self._asked = asyncio.Event()

    @property
    def is_asked(self) -> bool:
        """Whether the run is to end at its next safe point."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Ask the run to end."""
        self._asked.set()

    async def gather(self, tasks: Sequence[asyncio.Task[Result]]) -> list[Result]:
        """Wait for all tasks; when asked to end, cancel those that are not done.

        Returns the results that came about, in the order of the tasks. The first exception of a
        task is raised, as by asyncio.gather.
        """
        end = asyncio.create_task(self._asked.wait())
        try:
            together = asyncio.gather(*tasks)
            either: list[asyncio.Future[Any]] = [together, end]
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if together.done():
                return together.result()
            together.cancel()
            await asyncio.wait(tasks)
            return [task.result() for task in tasks if not task.cancelled()]
        finally:
            end.cancel()


@contextmanager
def watch_for_halt() -> Iterator[Halt]:
    """Take note of signals while a run is at work; outside the main thread there are none.

    Prefect's own handler raises in the middle of whatever is being done, so it is set aside.
    """
    halt = Halt()
    if threading.current_thread() is not threading.main_thread():
        yield halt
        return
    before = {number: signal.getsignal(number) for number in SIGNALS}

    def note(number: signal.Signals) -> None:
        if halt.is_asked:
            _put_back(before)
            os.kill(os.getpid(), number)
        halt.ask()

    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, note, number)
    try:
        yield halt
    finally:
        _put_back(before)


def _put_back(handlers: dict[signal.Signals, Any]) -> None:
    for number, handler in handlers.items():
        asyncio.get_running_loop().remove_signal_handler(number)
        signal.signal(number, handler)
