"""The languages of one release: its own address, and the pages that say the same in others."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tasks.records import Alternate
from tasks.sources.declaration import Source, VariantRule
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.readings import join_address

_MOST = 20
"""A page that names more languages names something else."""


def read_canonical(soup: BeautifulSoup, url: str | None) -> str | None:
    """The address that a page says is its own, if it is one of its own site."""
    for selector, name in (("link[rel=canonical]", "href"), ('meta[property="og:url"]', "content")):
        tag = soup.select_one(selector)
        value = tag.get(name) if tag else None
        if isinstance(value, str) and value.strip() and url:
            return join_address(value.strip(), url)
    return None


def read_alternates(soup: BeautifulSoup, url: str | None) -> tuple[Alternate, ...]:
    """The pages of the same site that a page names as itself in other languages."""
    found = []
    for tag in soup.select("link[rel=alternate][hreflang][href]")[: _MOST + 1]:
        language, href = tag.get("hreflang"), tag.get("href")
        address = join_address(href, url) if isinstance(href, str) and url else None
        if isinstance(language, str) and address and _is_language(language):
            found.append(Alternate(language=language.lower().partition("-")[0], url=address))
    return tuple(dict.fromkeys(found)) if len(found) <= _MOST else ()


def name_announcement(
    source: Source | None,
    identity: Identity | None,
    url: str | None,
    canonical: str | None,
    alternates: tuple[Alternate, ...],
) -> str | None:
    """Name what all languages of a release share; null where nothing tells.

    That is the number in the address where the declaration says that languages share it, else
    the first of all the addresses that the page names for itself and its languages.
    """
    if source is None:
        return None
    if source.variants is VariantRule.NUMBER:
        return f"{source.id}:{identity.key}" if identity and identity.is_natural else None
    own = [one for one in (canonical or url,) if one]
    if not alternates or not own:
        return None
    return f"{source.id}:{min(map(make_path_key, (*own, *(one.url for one in alternates))))}"


def _is_language(code: str) -> bool:
    primary = code.lower().partition("-")[0]
    return primary.isalpha() and len(primary) in (2, 3)
