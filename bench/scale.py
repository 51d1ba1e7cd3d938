"""What a run's part at the database costs on a small and on a large warehouse.

`python -m bench.scale [LARGE]` makes warehouses of ten thousand and of LARGE (one million)
letters, lets a run with a hundred new ones go through each, and prints every step beside its
peer. It takes some minutes and gigabytes, so it is no part of `python -m bench`.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.generate import generate_warehouse, make_paragraphs
from bench.publish import copy_plainly
from tasks.link.refresh import link_changes
from warehouse.changes import select_news
from warehouse.connection import connect_writer, transaction
from warehouse.identity import resolve_identities
from warehouse.known import open_known_source
from warehouse.loading import SourceBatch, load_batch, record_run
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.rows import (
    CitationRow,
    DiscoveryRow,
    DocumentBundle,
    DocumentRow,
    DocumentSymbolRow,
    FetchRow,
    LetterRow,
    RunRow,
    SourceRunRow,
)

SMALL, LARGE = 10_000, 1_000_000
NEW_LETTERS = 100
RUNS = 5
NOW = datetime(2026, 1, 1, tzinfo=UTC)
WINDOW = timedelta(days=60)

Times = dict[str, float]
"""Seconds by step."""


def time_run(home: Home, number: int) -> Times:
    """Let a run with a hundred new letters go through a warehouse; seconds of each step."""
    times: Times = {}
    batch = _make_batch(number)
    with _measure(times, "known"):
        open_known_source(home, "un_ga", NOW - WINDOW).recall(one.key for one in batch.discoveries)
    with _measure(times, "sift"), connect_writer(home) as con:
        select_news(con, resolve_identities(con, batch.bundles))
    with _measure(times, "load"), connect_writer(home) as con:
        load_batch(con, batch, lambda news: (), NOW)
    with _measure(times, "link"), connect_writer(home) as con:
        link_changes(con)
    with _measure(times, "close"), connect_writer(home) as con, transaction(con):
        record_run(con, RunRow(batch.run_id, NOW, NOW, "shell", "new"))
    times["run"] = sum(times.values())
    with _measure(times, "publish"):
        publish_snapshot(home, batch.run_id, kept=2)
    with _measure(times, "plain copy"):
        copy_plainly(home)
    return times


def time_runs(home: Home) -> Times:
    """Return the median seconds of each step over several runs, after one that is not counted."""
    every = [time_run(home, number) for number in range(RUNS + 1)][1:]
    return {step: statistics.median(times[step] for times in every) for step in every[0]}


def main() -> int:
    """Measure and print both; 1 when the large run costs more than 1.5 times the small one."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    with tempfile.TemporaryDirectory() as folder:
        small_times = _generate_and_time(Home(Path(folder) / "small"), SMALL)
        large_times = _generate_and_time(Home(Path(folder) / "large"), large)
    print(f"{'step':12}{SMALL:>12}{large:>12}   ratio")
    for step, seconds in small_times.items():
        ratio = large_times[step] / seconds
        print(f"{step:12}{seconds:12.3f}{large_times[step]:12.3f}{ratio:8.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")
    return 1 if large_times["run"] > 1.5 * small_times["run"] else 0


def _generate_and_time(home: Home, count: int) -> Times:
    generate_warehouse(home, count)
    return time_runs(home)


@contextmanager
def _measure(times: Times, step: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    times[step] = time.perf_counter() - start


def _make_batch(number: int) -> SourceBatch:
    run_id = f"new-{number:04d}"
    first = 90_000_000 + number * NEW_LETTERS
    numbers = range(first, first + NEW_LETTERS)
    texts = make_paragraphs()
    return SourceBatch(
        run_id,
        "un_ga",
        bundles=[_make_letter(one, texts) for one in numbers],
        discoveries=[_make_discovery(one) for one in numbers],
        fetches=[_make_fetch(run_id, place, one) for place, one in enumerate(numbers, 1)],
        source_run=_make_source_run(run_id),
        run=RunRow(run_id, NOW, None, "shell", "new"),
    )


def _make_letter(number: int, texts: list[str]) -> DocumentBundle:
    symbols = (f"A/9999/{number}", f"S/9999/{number}")
    name = f"un:{symbols[0]}:en"
    return DocumentBundle(
        document=DocumentRow(
            document_id=name,
            document_type="letter",
            source_id="un_ga",
            symbols=symbols,
            language="en",
            body="\n".join(texts[(number + place) % len(texts)] for place in range(10)),
            content_sha256=f"{number:064x}",
        ),
        letter=LetterRow(name, NOW.date()),
        symbols=tuple(DocumentSymbolRow(name, one, at) for at, one in enumerate(symbols, 1)),
        citations=(CitationRow(name, 1, f"A/{number % 9000 // 20000}/{number % 9000}"),),
    )


def _make_discovery(number: int) -> DiscoveryRow:
    return DiscoveryRow(
        source_id="un_ga",
        key=f"A/9999/{number}",
        url=f"https://example.org/{number}",
        title=None,
        listed_date=NOW.date(),
        language="en",
        fingerprint="f",
        state="fetched",
        reason=None,
        attempts=1,
        is_history=False,
        first_seen_at_utc=NOW,
        last_checked_at_utc=NOW,
    )


def _make_fetch(run_id: str, position: int, number: int) -> FetchRow:
    return FetchRow(
        run_id=run_id,
        position=position,
        source_id="un_ga",
        url=f"https://example.org/{number}",
        final_url=None,
        status=200,
        outcome="new",
        reason=None,
        message=None,
        content_type=None,
        size_bytes=1,
        etag="e",
        last_modified=None,
        payload_sha256=f"{number:064x}",
        archive_file=None,
        archive_offset=None,
        fetched_at_utc=NOW,
    )


def _make_source_run(run_id: str) -> SourceRunRow:
    nothing = (0, 0, 0, 0, 0, 0, 0, 0)
    return SourceRunRow(run_id, "un_ga", "new", None, None, *nothing, False, NOW, NOW)


if __name__ == "__main__":
    sys.exit(main())
