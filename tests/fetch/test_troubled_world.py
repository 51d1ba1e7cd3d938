"""All sources that are on, over a world in random trouble: nothing missed, doubled or asked twice.

The bounds, as the server counts them: an address is asked for three times a run at most, and
only while its host is in trouble; in a calm run with nothing new robots.txt is asked for once a
host, each page of a listing and each feed once, an item only where it was not there before.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tasks.settings import Settings
from tests.fetch.harvesting import keys
from tests.fetch.test_declared_sources import NOW, SOURCES, Harvests, Runs
from tests.replica.server import Replica
from tests.replica.trouble import TroubleKind
from warehouse.vocabulary import Outcome

TODAY: date = NOW.date()
TRIES = 3
CALM_RUNS = 5
HOSTS = (
    "esubscription.un.org",
    "docs.un.org",
    "documents.un.org",
    "www.un.org",
    "www.mfa.am",
    "www.mfa.gov.az",
    "www.gov.uk",
    "www.state.gov",
    "www.diplomatie.gouv.fr",
    "www.mfa.gov.tr",
)
# A page in place of a ministry's page cannot be told from it by its bytes alone.
KINDS = tuple(kind for kind in TroubleKind if kind is not TroubleKind.HTML)


def make_runs(replica: Replica, folder: Path) -> Runs:
    return Runs(Settings(home=folder, replica=replica.url, pace=0, read_timeout_seconds=3))


def stir(replica: Replica, rng: random.Random) -> None:
    """Let a third of the hosts be in trouble of some kind, for a while or all the run long."""
    for host in HOSTS:
        if rng.random() < 0.35:
            kind = rng.choice(KINDS)
            seconds = 0.02 if kind is TroubleKind.SLOW else rng.choice([None, 0.0, 3600.0])
            prefix = rng.choice(["/", "/", "/robots.txt"])
            replica.trouble(host, prefix, kind, rng.choice([1, 3, 9, None]), seconds)


def note(harvests: Harvests, replica: Replica, got: dict[str, Counter[str]]) -> None:
    """Take in one run: everything has a name, nothing was asked for too often."""
    asked = Counter((seen.host, seen.path, seen.query) for seen in replica.requests)
    # The same file may be asked for by each source that names it.
    for (host, path, _), times in asked.items():
        many = TRIES * (len(SOURCES) if host == "documents.un.org" else 1)
        assert times <= many, f"{host}{path} was asked {times} times"
    for name, harvest in harvests.items():
        if harvest.outcome is Outcome.FAILED:
            assert harvest.reason is not None, name
            assert harvest.message, name
        got[name].update(keys(harvest.items))


def play(seed: int, folder: Path) -> None:
    """Tell one random story to its end, then compare with who comes when all is over."""
    rng = random.Random(seed)  # noqa: S311 - a story, no secret
    with Replica(TODAY, calm=True) as replica:
        runs = make_runs(replica, folder / "home")
        got: dict[str, Counter[str]] = {name: Counter() for name in SOURCES}
        for number in range(4):
            stir(replica, rng)
            replica.forget_requests()
            note(runs.run(), replica, got)
            replica.calm()
            if number % 2:
                replica.issue_notices()
        replica.publish()
        replica.make_ready()
        for _ in range(CALM_RUNS):
            replica.forget_requests()
            note(runs.run(), replica, got)
        whole = make_runs(replica, folder / "late").run()
        for name, harvest in whole.items():
            assert set(keys(harvest.items)) <= set(got[name]), f"{name} missed something"
            assert max(got[name].values(), default=1) == 1, f"{name} got something twice"
        expect_calm(runs, replica)


def expect_calm(runs: Runs, replica: Replica) -> None:
    """With nothing new: robots.txt once a host, each listing page once, nothing else."""
    replica.forget_requests()
    runs.run()
    seen = [(one.host, one.path, one.query) for one in replica.requests]
    pages = {
        page.removeprefix("https://")
        for source in SOURCES.values()
        for url in source.urls
        for page in source.list_pages(url)
    }
    for (host, path, query), times in Counter(seen).items():
        address = f"{host}{path}" + (f"?{query}" if query else "")
        assert times == 1, address
        assert path == "/robots.txt" or address in pages, address


@pytest.mark.parametrize("seed", [1])
def test_nothing_is_missed_or_doubled_in_a_troubled_world(seed: int, tmp_path: Path) -> None:
    play(seed, tmp_path)


@pytest.mark.trial
@pytest.mark.parametrize("seed", range(100, 140))
def test_nothing_is_missed_or_doubled_in_many_troubled_worlds(seed: int, tmp_path: Path) -> None:
    play(seed, tmp_path)
