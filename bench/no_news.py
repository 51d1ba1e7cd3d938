"""How long a run with nothing new takes, beside an empty Prefect flow in the same engine."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bench.measure import Figure, run_python, time_pairs
from tests.replica.server import Replica

RUN = "import sys; sys.argv = ['herewith', 'run']; from flows.cli import main; main()"
EMPTY_FLOW = """
from pathlib import Path
from flows.engine import prepare_engine
prepare_engine(Path("{home}"))
import asyncio
from prefect import flow
@flow
async def empty():
    return None
asyncio.run(empty())
"""


def measure_no_news() -> Figure:
    """Measure whole processes, seconds; the first run, which loads everything, is not counted."""
    with tempfile.TemporaryDirectory() as folder, Replica() as world:
        home = Path(folder) / "home"
        environment = dict(os.environ) | {
            "HEREWITH_HOME": str(home),
            "HEREWITH_REPLICA": world.url,
            "HEREWITH_PACE": "0",
            "HEREWITH_ALERT_URLS": "",
        }
        ours, peer = time_pairs(
            lambda: run_python("-c", RUN, environment=environment),
            lambda: run_python("-c", EMPTY_FLOW.format(home=home), environment=environment),
            runs=3,
        )
    return Figure("a run with nothing new", ours, peer, "s", "an empty Prefect flow")
