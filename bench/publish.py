"""What publishing costs beside a plain copy of the same file, forced onto the disk alike.

The peer copies the database file and nothing else; ours also hashes it, checks that it is whole,
counts its rows and writes the Parquet of what changed. Both end with their bytes on the disk. The
warehouse is of a hundred thousand letters: below that the price is that of opening a file. Of a
million, `python -m bench.scale` prints the same pair.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from pathlib import Path

from bench.generate import generate_warehouse
from bench.measure import Figure, time_once
from bench.new_letters import NOW, make_batch
from warehouse.connection import connect_writer
from warehouse.loading import load_batch
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot

LETTERS = 100_000
RUNS = 5


def measure_publish() -> Figure:
    """Measure seconds; ours checks, counts and hashes the file, replaces it and keeps the last.

    Every publish has a hundred new letters, and so Parquet files to write.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        generate_warehouse(home, LETTERS)
        publish_snapshot(home, "before", kept=1)
        pairs = [_time_pair(home, number) for number in range(RUNS + 1)][1:]
    ours, peer = (statistics.median(one) for one in zip(*pairs, strict=True))
    return Figure("publishing", ours, peer, "s", "a plain copy")


def _time_pair(home: Home, number: int) -> tuple[float, float]:
    with connect_writer(home) as con:
        load_batch(con, make_batch(number), lambda news: (), NOW)
    ours = time_once(lambda: publish_snapshot(home, "bench", kept=1))
    return ours, time_once(lambda: copy_plainly(home))


def copy_plainly(home: Home) -> None:
    """Copy the private file beside itself, force it onto the disk, and remove the copy."""
    copy = home.root / "plain.copy"
    shutil.copyfile(home.warehouse, copy)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    copy.unlink()
