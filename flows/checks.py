"""Looking at sources as they stand in the world, without a warehouse being written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.checking import Check, SourceCheck
from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.probing import is_probe, list_feeds, names_since
from tasks.reading import open_readers
from tasks.settings import Settings
from tasks.sources.declaration import Source, Standing
from tasks.sources.registry import load_sources
from warehouse.asking import read_names, read_parked_hosts
from warehouse.errors import NotFoundError
from warehouse.paths import Home
from warehouse.reading import connect_reader

Report = Callable[[SourceCheck], None]


async def check_sources(
    sources: Sequence[Source], settings: Settings, most: int, report: Report
) -> list[SourceCheck]:
    """Look at sources side by side, at most so many items of each; bytes are thrown away.

    Each host is asked one request at a time, and one that wants to be left alone is left alone.
    """
    now = datetime.now(UTC)
    parked, named = _read_known(settings.paths, now)
    with TemporaryDirectory(prefix="herewith-check-") as folder, open_readers() as readers:
        archive = Path(folder)
        with ArchiveWriter(archive, "check") as writer:
            async with Fetcher(settings, writer, parked=parked) as fetcher:
                check = Check(fetcher, archive, readers, now, most, named)
                return await asyncio.gather(*(_check(check, one, report) for one in sources))


def list_checked() -> list[Source]:
    """List the sources that a regular look is owed: a number is no page, a block no surprise."""
    return [
        one for one in load_sources() if one.standing is Standing.REPORTED and not is_probe(one)
    ]


def count_passes(checks: Sequence[SourceCheck]) -> str:
    """Say how many sources keep what they promise."""
    return f"{sum(one.passes for one in checks)} of {len(checks)} sources pass"


async def _check(check: Check, source: Source, report: Report) -> SourceCheck:
    done = await check.look_at(source)
    report(done)
    return done


def _read_known(home: Home, now: datetime) -> tuple[dict[str, datetime], frozenset[str]]:
    """Read hosts that rest and numbers that were named, as far as anything is published."""
    try:
        with connect_reader(home) as con:
            return read_parked_hosts(con, now), read_names(con, list_feeds(), names_since(now))
    except NotFoundError:
        return {}, frozenset()
