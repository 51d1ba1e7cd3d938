"""What a run costs on a small and on a large warehouse: its steps at the database, and the whole.

`python -m bench.scale [LARGE]` makes warehouses of ten thousand and of LARGE (one million)
letters, lets a hundred new ones go through the steps of each, then the whole command with new
ones, publishing included, and prints every figure beside its peer. The whole command must not
cost more than 1.5 times as much; a step by itself, which takes tenths of a second, may. It takes
some minutes and gigabytes, so it is no part of `python -m bench`. Seconds are those of the
processor, all threads together, so that other work on the machine does not decide; of a publish
and of a plain copy, which wait for the disk, those of the clock stand beside them.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bench.measure import run_python
from bench.new_letters import NOW, make_batch
from bench.publish import copy_plainly
from bench.whole_run import time_whole_run
from tasks.link.refresh import link_changes
from warehouse.changes import select_news
from warehouse.connection import connect_writer, transaction
from warehouse.identity import resolve_identities
from warehouse.known import open_known_sources
from warehouse.loading import load_batch, record_run
from warehouse.news import has_news
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.rows import RunRow

SMALL, LARGE = 10_000, 1_000_000
RUNS = 5
WINDOW = timedelta(days=60)

MOST_MEMORY_MB, MOST_TIMES = 2048, 1.5
WAITING = ("publish", "plain copy")

Times = dict[str, float]
"""Seconds by step; of those that wait for the disk, `… clock` as well."""


def time_run(home: Home, number: int) -> Times:
    """Let a run with a hundred new letters go through a warehouse; seconds of each step."""
    times: Times = {}
    batch = make_batch(number)
    with _measure(times, "known"):
        known = open_known_sources(home, {"un_ga": NOW - WINDOW})["un_ga"]
        known.recall(one.key for one in batch.discoveries)
    with _measure(times, "sift"), connect_writer(home) as con:
        news = select_news(con, resolve_identities(con, batch.bundles))
    batch = replace(batch, bundles=news, is_resolved=True)
    with _measure(times, "load"), connect_writer(home) as con:
        load_batch(con, batch, lambda news: (), NOW)
    with _measure(times, "link"), connect_writer(home) as con:
        link_changes(con)
    with _measure(times, "close"), connect_writer(home) as con, transaction(con):
        record_run(con, RunRow(batch.run_id, NOW, NOW, "shell", "new"))
    times["all steps"] = sum(times.values())
    with _measure(times, "publish"):
        publish_snapshot(home, batch.run_id, kept=2)
    with _measure(times, "plain copy"):
        copy_plainly(home)
    with _measure(times, "no news"):
        assert not has_news(home)  # noqa: S101 - what is timed must be that case
    return times


def time_runs(home: Home) -> Times:
    """Return the median seconds of each step over several runs, after one that is not counted."""
    every = [time_run(home, number) for number in range(RUNS + 1)][1:]
    return {step: statistics.median(times[step] for times in every) for step in every[0]}


def main() -> int:
    """Measure and print both; 1 when the whole command costs more than 1.5 times as much."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    with tempfile.TemporaryDirectory() as folder:
        small_times = _generate_and_time(Home(Path(folder) / "small"), SMALL)
        large_times = _generate_and_time(Home(Path(folder) / "large"), large)
    print(f"{'step':18}{SMALL:>12}{large:>12}   ratio")
    for step, seconds in small_times.items():
        ratio = large_times[step] / seconds
        print(f"{step:18}{seconds:12.3f}{large_times[step]:12.3f}{ratio:8.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB, that of the generator left out")
    ratio = large_times["whole command"] / small_times["whole command"]
    return 1 if ratio > MOST_TIMES or peak > MOST_MEMORY_MB else 0


def _generate_and_time(home: Home, count: int) -> Times:
    run_python("-m", "bench.generate", str(home.root), str(count))
    return time_runs(home) | {"whole command": time_whole_run(home)}


@contextmanager
def _measure(times: Times, step: str) -> Iterator[None]:
    start, began = time.process_time(), time.perf_counter()
    yield
    times[step] = time.process_time() - start
    if step in WAITING:
        times[f"{step} clock"] = time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
