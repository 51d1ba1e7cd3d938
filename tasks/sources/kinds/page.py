"""A ministry's listing page whose addresses hold no number: the path identifies an item."""

from __future__ import annotations

from tasks.records import Discovery
from tasks.sources.declaration import Source
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.listing import walk_listing


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one page of the listing; raises as `walk_listing` does."""
    return walk_listing(body, url, source, read_url)


def read_url(url: str) -> Identity:
    """The path and query as key."""
    return Identity(key=make_path_key(url))
