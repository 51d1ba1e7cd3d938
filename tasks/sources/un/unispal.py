"""UNISPAL's collection of letters, by its WordPress API.

Newer titles end with the symbols, `(A/ES-10/723|S/2016/516)`; older ones name none and are left
out with a finding. The text there lacks the masthead, so the document itself is asked for.
"""

from __future__ import annotations

import re

from tasks.records import Discovery, Finding
from tasks.sources.declaration import Source
from tasks.sources.readings import collect_readings, hash_item, undated
from tasks.sources.un.symbols import split_symbols
from tasks.sources.wordpress import Post, read_posts
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason

_SYMBOLS = re.compile(r"\((?P<symbols>[A-Z][^()]*(?:\([^()]*\)[^()]*)?)\)\s*$")


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one page of the letters.

    Raises:
        ListingError: as `read_posts`, and LAYOUT_CHANGED when no title gives a symbol.
    """
    readings = [_read_post(post, source) for post in read_posts(body, url)]
    if not any(isinstance(item, Discovery) for item in readings):
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no title gives a symbol")
    return collect_readings(readings, url)


def _read_post(post: Post, source: Source) -> Discovery | Finding:
    match = _SYMBOLS.search(post.title or "")
    symbols = split_symbols(match["symbols"]) if match else ()
    if match is None or not symbols:
        message = f"post {post.key} {(post.title or '')[:120]!r} names no document"
        return Finding(code="item_without_symbol", message=message)
    title = (post.title or "")[: match.start()].strip(" –—-") or None
    return Discovery(
        source_id=source.id,
        key=symbols[0],
        url=source.fill_document_url(symbols[0], "en"),
        title=title,
        listed_date=post.day,
        language="en",
        fingerprint=hash_item(post.title, post.day),
        findings=() if post.day else (undated(post.printed),),
    )
