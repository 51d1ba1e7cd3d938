"""The whole command, `herewith run`, with new letters on a warehouse that is there.

They are sixty: each takes three requests, and a run asks a host for no more than two hundred
addresses.
"""

from __future__ import annotations

import os
import resource
from dataclasses import replace

from bench.measure import run_python
from tests.replica.server import Replica
from tests.replica.un.spec import UnSpec
from warehouse.paths import Home
from warehouse.reading import read_query

RUN = "import sys; sys.argv = ['herewith', 'run', '--source', 'un_ga']; from flows.cli import main"
FIRST_NUMBER, NEW_LETTERS = 5001, 60


def time_whole_run(home: Home) -> float:
    """CPU seconds of a run, its reading processes and its Prefect server; publishing included.

    The run before it loads the source's first letters and publishes, so that what is measured
    is a run as any other.

    Raises:
        RuntimeError: the run did not bring them all.
    """
    with Replica(calm=True) as world:
        environment = dict(os.environ) | {
            "HEREWITH_HOME": str(home.root),
            "HEREWITH_REPLICA": world.url,
            "HEREWITH_PACE": "0",
            "HEREWITH_ALERT_URLS": "",
        }
        _run(environment)
        before = _count_letters(home)
        world.world.documents |= {one.name: one for one in _make_letters(world)}
        spent = _run(environment)
    if _count_letters(home) - before < NEW_LETTERS:
        raise RuntimeError("the run did not bring all new letters")
    return spent


def _run(environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run_python("-c", f"{RUN}; main()", environment=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _make_letters(world: Replica) -> list[UnSpec]:
    """Letters like the one that the replica holds back, each with its own symbol and job number."""
    model = world.world.documents["alphabets_held_back"]
    numbers = range(FIRST_NUMBER, FIRST_NUMBER + NEW_LETTERS)
    return [
        replace(
            model,
            name=f"letter_{number}",
            job_number=f"{model.job_number[:2]}-{number:05}",
            masthead=replace(model.masthead, symbols=(f"A/81/{number}",)),
        )
        for number in numbers
    ]


def _count_letters(home: Home) -> int:
    return int(str(read_query(home, "select count(*) from letters").rows[0][0]))
