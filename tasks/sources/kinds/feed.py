"""A ministry's press feed, RSS or Atom, whose items are pages of the same site."""

from __future__ import annotations

from tasks.records import Discovery, Finding
from tasks.sources.declaration import Source
from tasks.sources.entries import Entry, read_entries
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.readings import Printed, collect_readings, read_item


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read a feed, in its order; a feed may hold a single item.

    Raises:
        ListingError: as `read_entries` and `collect_readings`.
    """
    return collect_readings(read_feed(body, url, source), url)


def read_feed(body: bytes, url: str, source: Source) -> list[Discovery | Finding]:
    """Read every item of a feed; raises as `read_entries` does."""
    return [_read_entry(entry, url, source) for entry in read_entries(body, url, source.dates)]


def read_url(url: str) -> Identity:
    """The path as key."""
    return Identity(key=make_path_key(url))


def _read_entry(entry: Entry, url: str, source: Source) -> Discovery | Finding:
    stamp = entry.published or None
    printed = Printed(entry.link or None, entry.title or None, stamp, entry.published_on)
    return read_item(printed, url, source, read_url)
