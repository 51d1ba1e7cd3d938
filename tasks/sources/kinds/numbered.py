"""A ministry's listing page whose addresses hold the page's own number.

`/en/news/12345-on-postal-services` is number 12345, and so is `/foreign_policy/news/12345/`.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tasks.records import Discovery
from tasks.sources.declaration import Source
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.listing import walk_listing

_NUMBER = re.compile(r"/news/(\d{2,9})(?=[-/]|$)")


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one page of the listing; raises as `walk_listing` does."""
    return walk_listing(body, url, source, read_url)


def read_url(url: str) -> Identity:
    """The number after `/news/` as key, else the path."""
    match = _NUMBER.search(urlsplit(url).path)
    return Identity(key=match[1] if match else make_path_key(url))
