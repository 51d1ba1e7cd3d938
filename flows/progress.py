"""Progress while a run works: a bar on a terminal, nothing on a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Report(Protocol):
    """Called as items of a source are done."""

    def __call__(self, source_id: str, done: int, total: int) -> None:
        """Take note that `done` of `total` items of a source are done."""


@contextmanager
def show_progress(enabled: bool) -> Iterator[Report]:
    """Give a function that draws progress on stderr, where a person can see it."""
    if not (enabled and sys.stderr.isatty()):
        yield _say_nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def draw(source_id: str, done: int, total: int) -> None:
            if source_id not in tasks:
                tasks[source_id] = bars.add_task(source_id, total=total)
            bars.update(tasks[source_id], completed=done, total=total)

        yield draw


def _say_nothing(source_id: str, done: int, total: int) -> None:
    """Draw nothing."""
