"""The sources as they are declared, harvested from the replica's world."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasks.fetch.archive import ArchiveWriter, read_payload
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.records import Harvest
from tasks.settings import Settings
from tasks.sources.declaration import SourceKind, Standing
from tasks.sources.registry import load_sources
from tests.fetch.harvesting import keys, remember
from tests.replica.server import Replica
from warehouse.answers import KnownSource
from warehouse.vocabulary import Outcome, Reason

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
SOURCES = {
    source.id: source
    for source in load_sources()
    if source.standing is Standing.REPORTED and source.kind is not SourceKind.PROBE
}
Harvests = dict[str, Harvest]


class Runs:
    """Harvests all declared sources side by side, again and again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known = {name: KnownSource(name) for name in SOURCES}
        self._count = 0

    def run(self) -> Harvests:
        now = NOW + timedelta(hours=self._count)
        harvests = asyncio.run(self._harvest(now))
        for name, harvest in harvests.items():
            self._known[name] = remember(self._known[name], harvest, now)
        return harvests

    async def _harvest(self, now: datetime) -> Harvests:
        self._count += 1
        with ArchiveWriter(self._settings.paths.archive, f"run-{self._count}") as archive:
            async with Fetcher(self._settings, archive) as fetcher:
                calls = [
                    harvest_source(source, self._known[name], fetcher, now)
                    for name, source in SOURCES.items()
                ]
                return dict(zip(SOURCES, await asyncio.gather(*calls), strict=True))


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    with Replica(NOW.date(), folder=tmp_path / "replica") as world:
        yield world


@pytest.fixture
def runs(replica: Replica, tmp_path: Path) -> Runs:
    return Runs(Settings(home=tmp_path / "home", replica=replica.url, pace=0))


def test_every_source_is_harvested_and_a_second_run_finds_nothing_new(
    replica: Replica, runs: Runs, tmp_path: Path
) -> None:
    first = runs.run()
    assert {harvest.outcome for harvest in first.values()} == {Outcome.NEW}
    archive = tmp_path / "home" / "archive"
    for harvest in first.values():
        missing = keys(harvest.failures)
        named = [one.key for one in harvest.discoveries]
        assert sorted([*keys(harvest.items), *missing]) == sorted(named)
        for item in harvest.items:
            assert read_payload(archive, item.archive)
    replica.forget_requests()
    second = runs.run()
    assert all(harvest.items == () for harvest in second.values())
    assert replica.count_requests()["documents.un.org"] <= 2, "robots.txt and what is not ready"


def test_a_letter_that_appears_is_the_only_thing_that_is_new(replica: Replica, runs: Runs) -> None:
    runs.run()
    [name] = replica.publish()
    symbols = replica.world.documents[name].masthead.symbols
    harvests = runs.run()
    found = [key for harvest in harvests.values() for key in keys(harvest.items)]
    assert set(found) <= set(symbols)
    assert found


def test_where_nothing_answers_every_source_is_unreachable_and_says_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    runs = Runs(Settings(home=tmp_path, replica=f"http://127.0.0.1:{port}", pace=0))
    harvests = runs.run()
    assert {(one.outcome, one.reason) for one in harvests.values()} == {
        (Outcome.FAILED, Reason.UNREACHABLE)
    }
    asked = [fetch.url for one in harvests.values() for fetch in one.fetches]
    assert all(asked.count(url) == 2 for url in asked), "one retry a host, for all its sources"
    assert not (tmp_path / "archive").exists()
