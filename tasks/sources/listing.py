"""Listing pages, walked with the selectors that a source declares."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from tasks.records import Discovery, Finding
from tasks.sources.dates import read_date
from tasks.sources.declaration import ItemSelectors, Source
from tasks.sources.decoding import decode_page, read_markup
from tasks.sources.marks import find_mark
from tasks.sources.readings import Printed, UrlReader, collect_readings, join_address, read_item
from warehouse.errors import DeclarationError, ListingError
from warehouse.vocabulary import Reason


def walk_listing(
    body: bytes, url: str, source: Source, read_url: UrlReader
) -> tuple[Discovery, ...]:
    """Read one page of a listing, in page order, each natural key once.

    An item without a readable date is listed without one; an item without a readable link is
    left out with a finding on a neighbour.

    Raises:
        ListingError: LAYOUT_CHANGED when the frame is gone, or no item has a link, or none has
            a date where dates are declared; EMPTY_LISTING when the frame holds no item;
            CHALLENGE_PAGE or DECOY_PAGE when a page with such a mark stands in its place.
    """
    selectors = _selectors(source)
    soup = read_markup(decode_page(body))
    base = _find_base(soup, url)
    readings = [_read_tag(tag, url, base, source, read_url) for tag in soup.select(selectors.item)]
    found = [item for item in readings if item is not None]
    if not found:
        has_frame = soup.select_one(selectors.frame) is not None
        raise _explain_nothing(body, url, selectors, has_frame=has_frame)
    return collect_readings(found, url, has_dates=selectors.date is not None)


def _selectors(source: Source) -> ItemSelectors:
    if source.items is None:
        raise DeclarationError(f"{source.id}: items: a listing needs selectors")
    return source.items


def _explain_nothing(
    body: bytes, url: str, selectors: ItemSelectors, *, has_frame: bool
) -> ListingError:
    if (mark := find_mark(body)) is not None:
        return ListingError(mark, f"{url}: a page that stands in the listing's place")
    if has_frame:
        message = f"{url}: the listing holds no item ({selectors.item})"
        return ListingError(Reason.EMPTY_LISTING, message)
    return ListingError(
        Reason.LAYOUT_CHANGED, f"{url}: the listing's frame is gone ({selectors.frame})"
    )


def _read_tag(
    tag: Tag, page_url: str, base: str, source: Source, read_url: UrlReader
) -> Discovery | Finding | None:
    """Read one item; None is a pager or heading that the item selector also meets."""
    selectors = _selectors(source)
    title, printed = _read_title(tag, selectors), _text(tag, selectors.date)
    link = _link(tag, selectors, base)
    url = join_address(link, page_url)
    if printed is None and (url is None or _is_pager(url, page_url, selectors)):
        return None
    if url is not None and title is None and printed is None and not read_url(url).is_natural:
        return Finding(code="item_without_words", message=f"{page_url}: link to {url[:200]}")
    day = read_date(printed, source.dates) if printed else None
    named = title or (tag.get_text(" ", strip=True)[:120] if url is None else None)
    found = read_item(Printed(link, named, printed, day), page_url, source, read_url)
    if selectors.date is None and isinstance(found, Discovery):
        return found.model_copy(update={"findings": ()})
    return found


def _read_title(tag: Tag, selectors: ItemSelectors) -> str | None:
    """The declared title, else the link's own words."""
    selector = selectors.title or selectors.link
    return _text(tag, selector) if selector else _tidy(tag)


def _text(tag: Tag, selector: str | None) -> str | None:
    found = tag.select_one(selector) if selector else None
    return _tidy(found) if found else None


def _tidy(tag: Tag) -> str | None:
    return " ".join(tag.get_text(" ").split()) or None


def _link(tag: Tag, selectors: ItemSelectors, base: str) -> str | None:
    found = tag.select_one(selectors.link) if selectors.link else tag
    href = found.get("href") if found else None
    if not isinstance(href, str) or not href.strip():
        return None
    link = href.strip()
    return link if link.startswith("#") or not base else _join(base, link)


def _find_base(soup: BeautifulSoup, url: str) -> str:
    """What the page says its links are meant from; empty where it does not say."""
    found = soup.find("base", href=True)
    return _join(url, str(found["href"]).strip()) if isinstance(found, Tag) else ""


def _join(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # such as "http://[": no address at all
        return link


def _is_pager(url: str, page_url: str, selectors: ItemSelectors) -> bool:
    """Whether a link without a date only leads to the listing itself.

    Where the listing prints dates, another query of the same path is another page of it; where
    it prints none, some sites tell their items apart by the query alone.
    """
    if selectors.date is None:
        return url == page_url
    return _path(url) == _path(page_url)


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")
