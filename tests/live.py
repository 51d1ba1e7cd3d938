"""The switch that turns tests to the live world: `HEREWITH_LIVE=1`.

Recorded pages prove the parsers, not the world. With the switch the tests of good pages get the
page that the source shows now, asked for as politely as a run would ask; the other HEREWITH_
settings then hold as well (HEREWITH_CONTACT, or HEREWITH_REPLICA for a rehearsal).
"""

from __future__ import annotations

import asyncio
import os
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.fetched import Fetched
from tasks.fetch.pages import choose_listing_accept
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source

IS_LIVE = os.environ.get("HEREWITH_LIVE") == "1"
SETTINGS = Settings() if IS_LIVE else Settings(home=Path("unused"))


@lru_cache(maxsize=64)
def fetch_first_page(source_id: str) -> bytes:
    """The first page of a source as it is now, from the first home that gives one.

    Raises:
        AssertionError: none does; the message names the outcome.
    """
    source, said = find_source(source_id), ""
    for template in source.urls:
        fetched = asyncio.run(_ask(source, source.list_pages(template)[0]))
        if fetched.body is not None:
            return fetched.body
        said = f"{fetched.record.reason}: {fetched.record.message}"
    raise AssertionError(f"{source_id}: {said}")


async def _ask(source: Source, url: str) -> Fetched:
    accept = choose_listing_accept(source)
    with TemporaryDirectory() as folder, ArchiveWriter(Path(folder), "live") as archive:
        async with Fetcher(SETTINGS, archive) as fetcher:
            return await fetcher.get(
                url, source_id=source.id, accept=accept, pace=source.politeness
            )
