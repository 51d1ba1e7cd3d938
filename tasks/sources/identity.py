"""What a ministry's page address says of the page: its natural key, and sometimes more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit, urlunsplit


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


_SESSION = re.compile(r";jsessionid=[^/?]*", re.IGNORECASE)
_PASSING = re.compile(
    r"(utm_[a-z_]+|fbclid|gclid|yclid|msclkid|mc_[ce]id|_g[al]|phpsessid|jsessionid"
    r"|aspsessionid[a-z]*|asp\.net_sessionid)",
    re.IGNORECASE,
)
"""Names that tell who came from where, or the visitor, and never the page."""

_ILLEGAL = re.compile(r'[\x00-\x20\x7f"<>\\^`{|}]')


def tidy_address(url: str) -> str:
    """An address without its fragment and without what differs from visit to visit.

    Sites put the visitor's session or the way to the page into links: the same item would be
    another one in every run. The host is written small, the scheme's own port left away,
    and what no address may hold, such as a space, is escaped.

    Raises:
        ValueError: it is no address.
    """
    parts = urlsplit(url)
    host, port = (parts.hostname or ""), parts.port
    is_usual = port in (None, 80 if parts.scheme == "http" else 443)
    named = "&".join(
        one for one in parts.query.split("&") if not _PASSING.fullmatch(one.partition("=")[0])
    )
    place = parts.netloc if "@" in parts.netloc else host if is_usual else f"{host}:{port}"
    path = _SESSION.sub("", parts.path)
    return urlunsplit((parts.scheme, place, _escape(path), _escape(named), ""))


def _escape(text: str) -> str:
    """Write as an address must what browsers mend in silence; letters of any script stay."""
    return _ILLEGAL.sub(lambda found: f"%{ord(found[0]):02X}", text)


def make_path_key(url: str) -> str:
    """The key of a page whose address holds no natural one: its path and query, tidied.

    The host, a fragment, a final slash and the twin form `index.php/…` do not tell pages apart.
    """
    parts = urlsplit(url)
    path = re.sub(r"/+", "/", parts.path).removeprefix("/index.php").rstrip("/") or "/"
    return f"{path}?{parts.query}" if parts.query else path
