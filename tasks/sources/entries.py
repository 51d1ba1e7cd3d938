"""Feeds, RSS or Atom, read into entries; a body that is no whole feed has a name."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from tasks.sources.dates import read_date
from tasks.sources.declaration import DateRule
from tasks.sources.decoding import decode_page
from tasks.sources.marks import find_mark
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason

_CLOSED = re.compile(rb"</\s*(?:rss|feed|rdf:RDF)\s*>", re.IGNORECASE)
_DECLARED = re.compile(rb"^(\s*<\?xml[^>]*?\sencoding\s*=\s*)('[^']*'|\"[^\"]*\")")
_WORDS = ("title", "link", "description")


@dataclass(frozen=True, slots=True)
class Entry:
    """One feed item, white space tidied; an Atom entry without `published` has its `updated`.

    `published_on` is the day as it was at the publisher's, not in UTC; a stamp that is neither
    ISO 8601 nor RFC 822 is read by the source's own rule, never guessed.
    """

    title: str
    link: str
    description: str
    published: str
    published_on: date | None


def read_entries(body: bytes, url: str, rule: DateRule) -> list[Entry]:
    """Read a feed's items, in order.

    Raises:
        ListingError: UNEXPECTED_CONTENT for a body that is no complete feed or that declares
            entities, CHALLENGE_PAGE or DECOY_PAGE, EMPTY_LISTING for a feed without items.
    """
    import feedparser

    _refuse_declarations(body, url)
    # A stream, because feedparser would open a string as an address or a file.
    feed = feedparser.parse(io.BytesIO(_settle_encoding(body)))
    if not feed.get("version"):
        raise ListingError(find_mark(body) or Reason.UNEXPECTED_CONTENT, f"{url}: not a feed")
    if feed.bozo and not _CLOSED.search(body.replace(b"\0", b"")):
        raise ListingError(Reason.UNEXPECTED_CONTENT, f"{url}: the feed is cut off")
    if not feed.entries:
        raise ListingError(Reason.EMPTY_LISTING, f"{url}: a feed without items")
    return [_read_entry(entry, rule) for entry in feed.entries]


def _settle_encoding(body: bytes) -> bytes:
    """Make bytes and declaration agree, where one of them is surely wrong.

    Bytes that are UTF-8 are it, whatever is declared: other text practically never is. Bytes that
    are not, and are said to be, are decoded as a page would be. UTF-16 says so itself. ISO 2022,
    which hides its letters in escapes, is left as it says.
    """
    if b"\x1b" in body:
        return body
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        if _names_another(body):
            return body
        body = decode_page(body, is_due_utf8=True).encode()
    return _DECLARED.sub(rb'\1"utf-8"', body, count=1)


def _names_another(body: bytes) -> bool:
    """Whether another encoding than UTF-8, which needs no word, is declared."""
    said = _DECLARED.search(body)
    return said is not None and said[2].strip(b"'\"").lower() not in (b"utf-8", b"utf8")


def _refuse_declarations(body: bytes, url: str) -> None:
    lowered = body.replace(b"\0", b"").lower()
    if b"<!doctype" in lowered or b"<!entity" in lowered:
        reason = find_mark(body) or Reason.UNEXPECTED_CONTENT
        raise ListingError(reason, f"{url}: a page or a document type where a feed was due")


def _read_entry(entry: Mapping[str, Any], rule: DateRule) -> Entry:
    words = {name: " ".join(str(entry.get(name) or "").split()) for name in _WORDS}
    # A plain mapping: feedparser's own gives one date for another, with a warning.
    plain = dict(entry)
    said = "published" if "published" in plain else "updated"
    published = " ".join(str(plain.get(said) or "").split())
    # Not feedparser's own reading: it makes 20 May 2006 of "06-05-2026" (6.0.14).
    day = (read_stamp(published) or read_date(published, rule)) if published else None
    return Entry(**words, published=published, published_on=day)


def read_stamp(printed: str) -> date | None:
    """The local day of a time stamp, ISO 8601 or RFC 822; null where it is neither."""
    try:
        return datetime.fromisoformat(printed).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(printed).date()
    except (ValueError, OverflowError):  # A zone of more hours than a day has, or of any number.
        return None
