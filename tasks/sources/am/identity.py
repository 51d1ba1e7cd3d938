"""The Ministry of Foreign Affairs of Armenia: `/<lang>/<section>/YYYY/MM/DD/<code>/<id>`.

The id is one series over all sections and shared by the languages of a page.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from tasks.records import Discovery
from tasks.sources.declaration import Source
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.listing import walk_listing

_DAY = re.compile(r"/(\d{4})/(\d{2})/(\d{2})(?=/|$)")
_ID = re.compile(r"/(\d+)/?$")


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one page of the listing; raises as `walk_listing` does."""
    return walk_listing(body, url, source, read_url)


def read_url(url: str) -> Identity:
    """The id at the address's end as key, and the day in it; else the path as key."""
    path = urlsplit(url).path
    day, serial = _DAY.search(path), _ID.search(path)
    if serial is None or (day is not None and day.end() >= len(path.rstrip("/"))):
        return Identity(key=make_path_key(url), published_on=_read_day(day))
    return Identity(key=serial[1], published_on=_read_day(day))


def _read_day(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
