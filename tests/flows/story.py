"""The demonstration's story as tests tell it: three runs over one replica, in this process."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from flows.summary import RunSummary, SourceLine
from tasks.settings import load_settings
from tasks.sources.declaration import SourceKind, Standing
from tasks.sources.registry import load_sources
from tests.replica.answers import Seen
from warehouse.paths import Home
from warehouse.reading import read_query

WATCHED = tuple(
    source.id
    for source in load_sources()
    if source.standing is Standing.REPORTED and source.kind is not SourceKind.PROBE
)
"""The sources that are on and answer, each with a listing or a feed."""

SHUT = tuple(source.id for source in load_sources() if source.standing is not Standing.REPORTED)
"""The sources that refuse programs and are asked once a week."""


@dataclass(frozen=True)
class Story:
    """What three runs left: their summaries, in order, and where they wrote.

    `issued` is the title of what appeared on a site before the third run, by source;
    `expected` is the record of each document of the replica, by its first symbol.
    """

    home: Home
    first: RunSummary
    second: RunSummary
    third: RunSummary
    asked_in_second: tuple[Seen, ...]
    issued: dict[str, str]
    expected: dict[str, dict[str, object]]

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        """Ask the published snapshot."""
        return list(read_query(self.home, sql).rows)


def run_monitor(seeds: Path | None = None, sources: list[str] | None = None) -> RunSummary:
    """Run the monitor flow once, with the settings of the environment."""
    from flows.monitor import monitor

    load_settings.cache_clear()
    return asyncio.run(
        monitor(sources=sources, seeds=str(seeds) if seeds else None, trigger="shell")
    )


def line_of(summary: RunSummary, source_id: str) -> SourceLine:
    """Return how one source came out."""
    return next(line for line in summary.sources if line.source_id == source_id)
