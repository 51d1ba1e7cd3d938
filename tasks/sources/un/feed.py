"""The document feeds of the United Nations: RSS whose items are titled by their symbols.

No recorded body of these feeds is public; the form is known from programs that read them, so
every part of it that is unknown is either read both ways or refused with a name.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from tasks.records import Discovery, Finding
from tasks.sources.declaration import Source
from tasks.sources.entries import Entry, read_entries
from tasks.sources.readings import add_strays, drop_repeats, hash_item
from tasks.sources.un.symbols import split_symbols
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read a document feed, agendas included: the type is read from the document, not here.

    An item that gives no symbol is no document (the first item of a feed may be none); it is
    left out with a finding on its neighbour.

    Raises:
        ListingError: as `read_entries`, and LAYOUT_CHANGED when no item gives a symbol.
    """
    entries = read_entries(body, url, source.dates)
    found = [_read_item(entry, source) for entry in entries]
    discoveries = [item for item in found if item is not None]
    if not discoveries:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no item gives a symbol")
    strays = [_stray(entry) for entry, item in zip(entries, found, strict=True) if item is None]
    return drop_repeats(add_strays(discoveries, strays))


def _read_item(entry: Entry, source: Source) -> Discovery | None:
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


def _undated(entry: Entry) -> Finding:
    message = f"pubDate {entry.published[:80]!r}"
    return Finding(code="date_unreadable", message=message, field="listed_date")


def _stray(entry: Entry) -> Finding:
    message = f"feed item {entry.title[:120]!r} names no document"
    return Finding(code="item_without_symbol", message=message)
