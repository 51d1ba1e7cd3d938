"""Indexes of sitemaps, and what a source wants of them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tasks.sources.declaration import SitemapRule, Source
from tasks.sources.readings import join_address
from tasks.sources.sitemaps import Place, read_sitemap
from warehouse.errors import DeclarationError, ListingError
from warehouse.vocabulary import Reason


def list_children(body: bytes, url: str, source: Source) -> tuple[Place, ...]:
    """List the sitemaps that an index names and the source wants; none of a plain sitemap.

    Raises:
        ListingError: as `read_sitemap`, and LAYOUT_CHANGED when none of an index is wanted.
    """
    children = read_sitemap(body, url).children
    pattern = re.compile(read_rule(source).children)
    wanted = tuple(
        one
        for one in children
        if join_address(one.url, url) is not None and pattern.search(urlsplit(one.url).path)
    )
    if children and not wanted:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no sitemap that is wanted")
    return wanted


def read_rule(source: Source) -> SitemapRule:
    """What the source wants of its sitemap.

    Raises:
        DeclarationError: it does not say.
    """
    if source.sitemap is None:
        raise DeclarationError(f"{source.id}: sitemap: a sitemap needs it")
    return source.sitemap
