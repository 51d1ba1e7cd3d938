"""A small run of the warehouse in a process of its own, so that it can be killed.

`python -m tests.faults.loader HOME FIRST LAST` loads the letters FIRST … LAST and publishes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.warehouse.builders import NOW, build_fetch, build_letter, build_source_run
from tests.warehouse.builders import compose_one_each as compose
from warehouse.connection import connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot


def run(home: Home, first: int, last: int) -> None:
    run_id = f"run-{last:04d}"
    batch = SourceBatch(
        run_id,
        "un_ga",
        [build_letter(number) for number in range(first, last + 1)],
        fetches=[build_fetch(run_id)],
        source_run=build_source_run(run_id),
    )
    with connect_writer(home) as con:
        load_batch(con, batch, compose, NOW)
    publish_snapshot(home, run_id, kept=2)


if __name__ == "__main__":
    run(Home(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3]))
