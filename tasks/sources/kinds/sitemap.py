"""A ministry whose pages stand in a sitemap: addresses, and the days on which they changed.

The day of a change is not the day of publication: it only tells which pages to look at, and that
a page is to be fetched again.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tasks.records import Discovery
from tasks.sources.declaration import SitemapRule, Source
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.readings import drop_repeats, hash_item, join_address
from tasks.sources.sitemap_index import read_rule
from tasks.sources.sitemaps import Place, read_sitemap
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read the items of one sitemap; an index names sitemaps and no item.

    Raises:
        ListingError: as `read_sitemap`, and LAYOUT_CHANGED when no address is an item's, no
            item has a day, or an index stands where none is declared.
    """
    found = read_sitemap(body, url)
    rule = read_rule(source)
    if found.children and not rule.is_index:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: an index where a sitemap was due")
    if found.children:
        return ()
    items = [one for place in found.pages if (one := _read_page(place, url, source, rule))]
    if not items:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no address is an item's")
    if all(one.modified_date is None and one.listed_date is None for one in items):
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no item has a day")
    return drop_repeats(items)


def read_url(url: str) -> Identity:
    """The path as key."""
    return Identity(key=make_path_key(url))


def _read_page(place: Place, url: str, source: Source, rule: SitemapRule) -> Discovery | None:
    address = join_address(place.url, url)
    if address is None or not re.search(rule.items, urlsplit(address).path):
        return None
    return Discovery(
        source_id=source.id,
        key=read_url(address).key,
        url=address,
        title=place.title,
        listed_date=place.published_on,
        modified_date=place.modified_on,
        fingerprint=hash_item(address, place.title, place.published_on, place.modified_on),
    )
