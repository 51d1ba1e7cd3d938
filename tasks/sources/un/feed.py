"""The document feeds of the United Nations: RSS whose items are titled by their symbols.

No recorded body of these feeds is public; the form is known from programs that read them, so
every part of it that is unknown is either read both ways or refused with a name.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote

import feedparser

from tasks.records import Discovery, Finding
from tasks.sources.declaration import Source
from tasks.sources.listing import add_strays, drop_repeats, hash_item
from tasks.sources.marks import find_mark
from tasks.sources.un.symbols import split_symbols
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason


@dataclass(frozen=True, slots=True)
class _Entry:
    """The words of one feed item, white space tidied."""

    title: str
    link: str
    description: str
    published: str
    published_on: date | None


_CLOSED = re.compile(rb"</\s*(?:rss|feed|rdf:RDF)\s*>", re.IGNORECASE)


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read a document feed, agendas included: the type is read from the document, not here.

    An item that gives no symbol is no document (the first item of a feed may be none); it is
    left out with a finding on its neighbour.

    Raises:
        ListingError: UNEXPECTED_CONTENT for a body that is no complete feed or that declares
            entities, CHALLENGE_PAGE or DECOY_PAGE, EMPTY_LISTING for a feed without items,
            LAYOUT_CHANGED when no item gives a symbol.
    """
    entries = _read_entries(body, url)
    found = [_read_item(entry, source) for entry in entries]
    discoveries = [item for item in found if item is not None]
    if not discoveries:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no item gives a symbol")
    strays = [_stray(entry) for entry, item in zip(entries, found, strict=True) if item is None]
    return drop_repeats(add_strays(discoveries, strays))


def _read_entries(body: bytes, url: str) -> list[_Entry]:
    _refuse_declarations(body, url)
    # A stream, because feedparser would open a string as an address or a file.
    feed = feedparser.parse(io.BytesIO(body))
    if not feed.get("version"):
        raise ListingError(find_mark(body) or Reason.UNEXPECTED_CONTENT, f"{url}: not a feed")
    if feed.bozo and not _CLOSED.search(body.replace(b"\0", b"")):
        raise ListingError(Reason.UNEXPECTED_CONTENT, f"{url}: the feed is cut off")
    if not feed.entries:
        raise ListingError(Reason.EMPTY_LISTING, f"{url}: a feed without items")
    return [_read_entry(entry) for entry in feed.entries]


def _read_entry(entry: Mapping[str, Any]) -> _Entry:
    published = entry.get("published_parsed")
    words = {
        name: " ".join(str(entry.get(name) or "").split())
        for name in ("title", "link", "description", "published")
    }
    return _Entry(**words, published_on=date(*published[:3]) if published else None)


def _refuse_declarations(body: bytes, url: str) -> None:
    lowered = body.replace(b"\0", b"").lower()
    if b"<!doctype" in lowered or b"<!entity" in lowered:
        reason = find_mark(body) or Reason.UNEXPECTED_CONTENT
        raise ListingError(reason, f"{url}: a page or a document type where a feed was due")


def _read_item(entry: _Entry, source: Source) -> Discovery | None:
    symbols = split_symbols(entry.title) or split_symbols(_symbol_in_link(entry.link))
    if not symbols:
        return None
    key, published = symbols[0], entry.published_on
    return Discovery(
        source_id=source.id,
        key=key,
        url=source.fill_document_url(key, "en"),
        title=entry.description or None,
        listed_date=published,
        language="en",
        fingerprint=hash_item(entry.title, entry.description, published),
        findings=() if published else (_undated(entry),),
    )


def _symbol_in_link(link: str) -> str:
    match = re.search(
        r"(?:[?&](?:s|DS|symbol)=|//[^/]+/(?:[a-z]{2}/)?)([A-Z][^?&#]*)", unquote(link)
    )
    return match[1] if match else ""


def _undated(entry: _Entry) -> Finding:
    message = f"pubDate {entry.published[:80]!r}"
    return Finding(code="date_unreadable", message=message, field="listed_date")


def _stray(entry: _Entry) -> Finding:
    message = f"feed item {entry.title[:120]!r} names no document"
    return Finding(code="item_without_symbol", message=message)
