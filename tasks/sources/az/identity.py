"""The Ministry of Foreign Affairs of Azerbaijan: the page's address holds the release number.

`/en/news/no28023` is release No:280/23; four and more digits before the year occur too.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tasks.records import Discovery
from tasks.sources.declaration import Source
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.listing import walk_listing

_NUMBER = re.compile(
    r"^no[:_-]?(?P<serial>\d{1,4})[/_-]?(?P<year>\d{2})(?=$|[^0-9])", re.IGNORECASE
)


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one page of the listing; raises as `walk_listing` does."""
    return walk_listing(body, url, source, read_url)


def read_url(url: str) -> Identity:
    """`no28023` and number 280/23 from the address, else the path as key."""
    for segment in urlsplit(url).path.split("/"):
        if match := _NUMBER.match(segment):
            serial, year = match["serial"], match["year"]
            return Identity(key=f"no{serial}{year}", number=f"{serial}/{year}")
    return Identity(key=make_path_key(url))
