"""What a run over twenty sources with nothing new costs, and what it asks of their hosts."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from bench.measure import Figure, run_python
from bench.no_news import EMPTY_FLOW
from tasks.sources.declaration import SourceKind
from tasks.sources.registry import load_all_sources
from tests.replica.answers import Seen
from tests.replica.server import Replica

SOURCES = 20
LIMIT_SECONDS = 2.0
"""CPU seconds that twenty quiet sources may cost beyond an empty flow."""

RUNS = 3
# A process writes down what it used itself; Prefect's server is a process of its own.
METER = "import atexit, pathlib, time; atexit.register(lambda: pathlib.Path({path!r})"
METER += ".write_text(str(time.process_time())));"
RUN = "import sys; sys.argv = {words!r}\nfrom flows.cli import main\nmain()"
NO_LISTING = ("/robots.txt", "/api/symbol/access")
WITHOUT_VALIDATORS = ("www.mfa.am", "www.state.gov")
"""Hosts of the replica whose listings carry none, so that nothing can be asked conditionally."""


def measure_quiet_cpu() -> Figure:
    """CPU seconds of the run's process beyond those of an empty flow's, beside the limit."""
    cpu, _ = _measure()
    return Figure(f"{SOURCES} quiet sources", cpu, LIMIT_SECONDS, "s CPU", "the limit")


def measure_quiet_requests() -> Figure:
    """Requests for listings and feeds in one run, beside how many pages of them there are.

    A request that could have been conditional and was not counts twice.
    """
    _, seen = _measure()
    listing = [one for one in seen if one.path not in NO_LISTING]
    pages = {(one.host, one.path, one.query) for one in listing}
    plain = [one for one in listing if _is_careless(one)]
    asked = float(len(listing) + len(plain))
    return Figure("requests for quiet listings", asked, float(len(pages)), "", "one a page")


def choose_sources() -> list[str]:
    """Twenty declared sources: those that answer, then those that refuse programs."""
    asked = (one for one in load_all_sources() if one.kind is not SourceKind.FILE)
    every = sorted(asked, key=lambda one: one.is_shut)
    return [one.id for one in every][:SOURCES]


@lru_cache(maxsize=1)
def _measure() -> tuple[float, tuple[Seen, ...]]:
    with tempfile.TemporaryDirectory() as folder, Replica(calm=True) as world:
        home = Path(folder) / "home"
        environment = dict(os.environ) | {
            "HEREWITH_HOME": str(home),
            "HEREWITH_REPLICA": world.url,
            "HEREWITH_PACE": "0",
            "HEREWITH_ALERT_URLS": "",
        }
        words = ["herewith", "run"]
        for source_id in choose_sources():
            words += ["--source", source_id]
        ours, empty = RUN.format(words=words), EMPTY_FLOW.format(home=home)
        # The first run loads everything; the second one looks twice at what was not there.
        _meter(ours, environment)
        _meter(ours, environment)
        pairs = []
        for _ in range(RUNS):
            world.forget_requests()
            pairs.append((_meter(ours, environment), _meter(empty, environment)))
        return statistics.median(a - b for a, b in pairs), world.requests


def _meter(code: str, environment: dict[str, str]) -> float:
    """Run code in a process of its own; returns the CPU seconds that it used itself."""
    path = Path(environment["HEREWITH_HOME"]).parent / "cpu"
    run_python("-c", METER.format(path=str(path)) + "\n" + code, environment=environment)
    return float(path.read_text())


def _is_careless(seen: Seen) -> bool:
    is_conditional = {"if-none-match", "if-modified-since"} & set(seen.headers)
    return not is_conditional and seen.host not in (*WITHOUT_VALIDATORS, *_shut_hosts())


def _shut_hosts() -> Sequence[str]:
    shut = (one for one in load_all_sources() if one.is_shut)
    return [one.urls[0].split("/")[2] for one in shut]
