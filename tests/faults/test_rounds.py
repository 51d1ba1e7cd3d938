"""A run killed at each of its points, again and again: old or new, and the next one converges."""

from __future__ import annotations

import random
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.replica.server import Replica
from warehouse.digest import digest_content
from warehouse.faults import POINTS
from warehouse.paths import Home
from warehouse.publishing import read_manifest
from warehouse.reading import open_latest

ROUNDS = 20
IN_THE_SUITE = ("mid-load", "mid-publish", "before-mark")
"""Where a round is tried each time; every point has its rounds in the trials."""

ARRIVALS = {"after-archive": 4, "after-fetch": 3, "mid-load": 4, "before-commit": 4}
"""How often a run comes to a point, where it is more than twice or thrice: each is tried."""

STATE = (
    "select (select count(*) from documents), (select count(distinct document_id) from documents),"
    " (select count(*) from versions), (select count(distinct event_id) from ops.alerts),"
    " (select count(*) from ops.alerts where state = 'sent')"
)

State = tuple[object, ...]


@dataclass(frozen=True)
class World:
    """A home after its first run, the world in which one letter has appeared since, and its end.

    `old` is what the home holds, `new` what an undisturbed second run makes of it.
    """

    forge: Forge
    first: Path
    old: int
    new: tuple[str, State]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("rounds")
    with Replica() as replica, Forge(replica.url) as forge:
        first, second = folder / "first", folder / "second"
        forge.complete(first)
        replica.publish()
        shutil.copytree(first, second, symlinks=True)
        forge.complete(second)
        yield World(forge, first, count(first), describe(second))


def count(home: Path) -> int:
    documents = describe(home)[1][0]
    assert isinstance(documents, int)
    return documents


def describe(home: Path) -> tuple[str, State]:
    """Say what is published: the hash of all content, and how many there are of each thing."""
    with open_latest(Home(home).published) as con:
        return digest_content(con), con.execute(STATE).fetchall()[0]


def try_round(world: World, home: Path, fault: str = "", **more: object) -> int:
    """Disturb one run, look, and run again; returns how the disturbed one came out."""
    shutil.copytree(world.first, home, symlinks=True)
    code, _ = world.forge.run(home, fault, **more)
    assert count(home) in (world.old, world.old + 1)
    world.forge.complete(home)
    assert describe(home) == world.new
    manifest = read_manifest(Home(home))
    assert manifest is not None
    assert manifest.row_counts["documents"] == world.old + 1
    assert not list(home.rglob("*.tmp*"))
    assert not list(home.rglob("*.wal"))
    shutil.rmtree(home)
    return code


@pytest.mark.slow
@pytest.mark.parametrize(
    "point",
    [
        point if point in IN_THE_SUITE else pytest.param(point, marks=pytest.mark.trial)
        for point in POINTS
    ],
)
def test_killed_at_a_point(world: World, tmp_path: Path, point: str) -> None:
    arrival = ARRIVALS.get(point, 1)
    assert try_round(world, tmp_path / "home", f"{point}:{arrival}") == -signal.SIGKILL


@pytest.mark.trial
@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_point_in_many_rounds(world: World, tmp_path: Path, point: str) -> None:
    for number in range(ROUNDS):
        arrival = 1 + number % ARRIVALS.get(point, 2)
        code = try_round(world, tmp_path / f"home-{number}", f"{point}:{arrival}")
        assert code == -signal.SIGKILL or arrival > 1, (point, arrival)


@pytest.mark.trial
@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_at_any_moment(world: World, tmp_path: Path, number: int) -> None:
    seconds = random.Random(number).uniform(0.1, 4)  # noqa: S311 - the same moments every time
    assert try_round(world, tmp_path / "home", after=seconds) in (0, -signal.SIGKILL)
