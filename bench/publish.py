"""What publishing costs beside a plain copy of the same file, forced onto the disk alike.

The warehouse is of a hundred thousand letters: below that the price is that of opening a file.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from bench.generate import generate_warehouse
from bench.measure import Figure, time_pairs
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot

LETTERS = 100_000


def measure_publish() -> Figure:
    """Measure seconds; ours checks, counts and hashes the file, replaces it and keeps the last."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        generate_warehouse(home, LETTERS)
        ours, peer = time_pairs(
            lambda: publish_snapshot(home, "bench", kept=1), lambda: copy_plainly(home), runs=5
        )
    return Figure("publishing", ours, peer, "s", "a plain copy")


def copy_plainly(home: Home) -> None:
    """Copy the private file beside itself, force it onto the disk, and remove the copy."""
    copy = home.root / "plain.copy"
    shutil.copyfile(home.warehouse, copy)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    copy.unlink()
