"""What the tests of the fetch room share: a server of troubles and a way to ask it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.fetched import Fetched
from tasks.fetch.magic import Accept
from tasks.settings import Settings
from tasks.sources.declaration import Politeness
from tests.fetch.trouble_server import TroubleServer
from warehouse.answers import Validators

Ask = Callable[..., list[Fetched]]


@pytest.fixture
def server() -> Iterator[TroubleServer]:
    with TroubleServer() as running:
        yield running


@pytest.fixture
def settings(server: TroubleServer, tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path,
        replica=server.url,
        pace=0,
        contact="mailto:watch@example.org",
        connect_timeout_seconds=2,
        read_timeout_seconds=2,
        total_timeout_seconds=5,
        patience_seconds=2,
        size_limit_bytes=1_000_000,
    )


@pytest.fixture
def ask(settings: Settings) -> Ask:
    """Ask for addresses one after the other in one run."""

    def act(
        *urls: str,
        accept: Accept = Accept.DOCUMENT,
        validators: Validators | None = None,
        politeness: Politeness | None = None,
        **changes: object,
    ) -> list[Fetched]:
        used = Settings.model_validate({**settings.model_dump(), **changes})
        return asyncio.run(ask_all(used, urls, accept, validators, politeness or Politeness()))

    return act


async def ask_all(
    settings: Settings,
    urls: tuple[str, ...],
    accept: Accept,
    validators: Validators | None,
    pace: Politeness,
) -> list[Fetched]:
    with ArchiveWriter(settings.paths.archive, "run-1") as archive:
        async with Fetcher(settings, archive) as fetcher:
            return [
                await fetcher.get(
                    url, source_id="un_sc", accept=accept, validators=validators, pace=pace
                )
                for url in urls
            ]
