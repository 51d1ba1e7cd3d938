"""The Ministry of Foreign Affairs of China: the page's file name is its number.

`t20240411_11280056.html` holds a day too, but in 4 of 17 pages that were compared it was not the
day printed on the page: it is part of the key and never read as a date.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tasks.records import Discovery
from tasks.sources.declaration import Source
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.listing import walk_listing

_FILE = re.compile(r"/(t\d{8}_\d{4,12})\.s?html?$")


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one page of the listing; raises as `walk_listing` does."""
    return walk_listing(body, url, source, read_url)


def read_url(url: str) -> Identity:
    """The file's name as key: the folder before it may differ (`/web` may be missing)."""
    match = _FILE.search(urlsplit(url).path)
    return Identity(key=match[1] if match else make_path_key(url))
