"""Listing pages, walked with the selectors that a source declares."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import Tag

from tasks.records import Discovery, Finding
from tasks.sources.dates import read_date
from tasks.sources.declaration import ItemSelectors, Source
from tasks.sources.decoding import decode_page, read_markup
from tasks.sources.identity import Identity
from tasks.sources.marks import find_mark
from warehouse.errors import DeclarationError, ListingError
from warehouse.vocabulary import Reason

UrlReader = Callable[[str], Identity]


def walk_listing(
    body: bytes, url: str, source: Source, read_url: UrlReader
) -> tuple[Discovery, ...]:
    """Read one page of a listing, in page order, each natural key once.

    An item without a readable date is listed without one; an item without a readable link is
    left out with a finding on a neighbour.

    Raises:
        ListingError: LAYOUT_CHANGED when the frame is gone, or no item has a link, or none has
            a date; EMPTY_LISTING when the frame holds no item; CHALLENGE_PAGE or DECOY_PAGE
            when a page with such a mark stands in its place.
    """
    selectors = _selectors(source)
    soup = read_markup(decode_page(body))
    tags = soup.select(selectors.item)
    readings = [_read_item(tag, url, source, read_url) for tag in tags]
    if not any(readings):
        raise _explain_nothing(body, url, has_frame=soup.select_one(selectors.frame) is not None)
    discoveries = [item for item in readings if isinstance(item, Discovery)]
    _refuse_changed(discoveries, url)
    strays = [item for item in readings if isinstance(item, Finding)]
    return drop_repeats(add_strays(discoveries, strays))


def add_strays(
    discoveries: Sequence[Discovery], strays: Iterable[Finding]
) -> tuple[Discovery, ...]:
    """Put what could not become a discovery on record at the first that could."""
    noted = tuple(strays)
    first, *rest = discoveries
    return (first.model_copy(update={"findings": (*first.findings, *noted)}), *rest)


def drop_repeats(discoveries: Iterable[Discovery]) -> tuple[Discovery, ...]:
    """Keep the first discovery of each key."""
    unique: dict[str, Discovery] = {}
    for discovery in discoveries:
        unique.setdefault(discovery.key, discovery)
    return tuple(unique.values())


def hash_item(*said: str | date | None) -> str:
    """A hash of what a listing says of an item."""
    printed = json.dumps([None if part is None else str(part) for part in said])
    return hashlib.sha256(printed.encode()).hexdigest()


def _selectors(source: Source) -> ItemSelectors:
    if source.items is None:
        raise DeclarationError(f"{source.id}: items: a listing needs selectors")
    return source.items


def _explain_nothing(body: bytes, url: str, *, has_frame: bool) -> ListingError:
    if (mark := find_mark(body)) is not None:
        return ListingError(mark, f"{url}: a page that stands in the listing's place")
    if has_frame:
        return ListingError(Reason.EMPTY_LISTING, f"{url}: the listing holds no item")
    return ListingError(Reason.LAYOUT_CHANGED, f"{url}: the listing's frame is gone")


def _refuse_changed(discoveries: Sequence[Discovery], url: str) -> None:
    if not discoveries:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no item has a readable link")
    if all(item.listed_date is None for item in discoveries):
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no item has a readable date")


def _read_item(
    tag: Tag, page_url: str, source: Source, read_url: UrlReader
) -> Discovery | Finding | None:
    """Read one item; None is a pager or heading that the item selector also meets."""
    selectors = _selectors(source)
    title, printed = _text(tag, selectors.title), _text(tag, selectors.date)
    url = _absolute(_link(tag, selectors), page_url)
    if printed is None and (url is None or _path(url) == _path(page_url)):
        return None
    if url is None:
        named = title or tag.get_text(" ", strip=True)[:120]
        return Finding(code="item_without_link", message=f"{page_url}: item {named!r}")
    identity = read_url(url)
    if title is None and printed is None and not identity.is_natural:
        return Finding(code="item_without_words", message=f"{page_url}: link to {url[:200]}")
    listed = read_date(printed, source.dates) if printed else None
    return Discovery(
        source_id=source.id,
        key=identity.key,
        url=url,
        title=title,
        listed_date=listed,
        fingerprint=hash_item(url, title, listed),
        findings=() if listed else (_undated(printed),),
    )


def _undated(printed: str | None) -> Finding:
    message = "the listing prints no date" if printed is None else f"the listing prints {printed!r}"
    return Finding(code="date_unreadable", message=message[:160], field="listed_date")


def _text(tag: Tag, selector: str | None) -> str | None:
    found = tag.select_one(selector) if selector else None
    return " ".join(found.get_text(" ").split()) or None if found else None


def _link(tag: Tag, selectors: ItemSelectors) -> str | None:
    found = tag.select_one(selectors.link) if selectors.link else tag
    href = found.get("href") if found else None
    return href.strip() or None if isinstance(href, str) else None


def _absolute(href: str | None, page_url: str) -> str | None:
    """The full address, if it is another page of the same site."""
    if href is None or href.startswith("#"):
        return None
    try:
        url = urldefrag(urljoin(page_url, href)).url
        parts, page = urlsplit(url), urlsplit(page_url)
    except ValueError:  # such as "http://[": no address at all
        return None
    if parts.scheme not in ("http", "https") or _site(parts.hostname) != _site(page.hostname):
        return None
    return url


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")


def _site(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")
