"""What a ministry's page address says of the page: its natural key, and sometimes more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Identity:
    """The natural key of an item, and the number and date that its address prints, if any."""

    key: str
    number: str | None = None
    published_on: date | None = None

    @property
    def is_natural(self) -> bool:
        """Whether the key is the source's own number and not just the path."""
        return not self.key.startswith("/")


def make_path_key(url: str) -> str:
    """The key of a page whose address holds no natural one: its path and query, tidied.

    The host, a fragment, a final slash and the twin form `index.php/…` do not tell pages apart.
    """
    parts = urlsplit(url)
    path = re.sub(r"/+", "/", parts.path).removeprefix("/index.php").rstrip("/") or "/"
    return f"{path}?{parts.query}" if parts.query else path
