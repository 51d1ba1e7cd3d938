"""What a probe must know before it asks: all it ever asked for, and what others have named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import load_all_sources
from warehouse.answers import KnownSource
from warehouse.asking import read_names
from warehouse.connection import Connection
from warehouse.known import read_known_source

YEARS_OF_NAMES = 2
"""The years before this one whose names tell where the open years of a series begin."""


def read_known_probe(con: Connection, source: Source, now: datetime) -> KnownSource:
    """Read what a probe must know at the start of a run.

    It has no first load of its own: once anything has been named, what it finds is news that
    the feeds missed. In the very first run it is history, as everything else then is.
    """
    known = read_known_source(con, source.id)
    named = read_names(con, list_feeds(), names_since(now))
    return replace(known, named=named, has_baseline=known.has_baseline or bool(named))


def list_feeds() -> list[str]:
    """List the sources that name United Nations documents, probes left out."""
    return [one.id for one in load_all_sources() if one.is_un and not is_probe(one)]


def names_since(now: datetime) -> datetime:
    """Say from when on names are of use to a probe."""
    return datetime(now.year - YEARS_OF_NAMES, 1, 1, tzinfo=UTC)


def is_probe(source: Source) -> bool:
    """Whether a source asks for numbers instead of reading a listing."""
    return source.kind is SourceKind.PROBE
