"""Sitemaps and their indexes (sitemaps.org, version 0.9), plain or packed, and never trusted.

No document type is read, so no entity can grow or reach out; a packed sitemap is unpacked up to
the protocol's own limit.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tasks.sources.decoding import decode_page
from tasks.sources.entries import read_stamp
from tasks.sources.marks import find_mark
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES = 50_000
"""More a sitemap must not have, by the protocol."""

SIZE_BYTES = 52_428_800
"""A sitemap must not be larger unpacked, by the protocol."""

_NEWS = "schemas/sitemap-news"
_WHOLE = re.compile(rb"<(urlset|sitemapindex)\b.*</\1\s*>", re.DOTALL)
_BARE = re.compile(r"&(?!(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)")
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Place:
    """One address of a sitemap: when it was changed, and what a news sitemap says of it."""

    url: str
    modified_on: date | None = None
    published_on: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one file names: other sitemaps, or pages; never both."""

    children: tuple[Place, ...] = ()
    pages: tuple[Place, ...] = ()


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """Read one sitemap or index.

    Raises:
        ListingError: UNEXPECTED_CONTENT for what is no such XML, declares a document type, or is
            damaged; TOO_LARGE beyond the protocol's limits; CHALLENGE_PAGE or DECOY_PAGE for a
            page in its place; EMPTY_LISTING when it names nothing.
    """
    root = _parse(_unpack(body, url), url)
    name = _local_name(root)
    if name not in ("urlset", "sitemapindex"):
        raise ListingError(
            find_mark(body) or Reason.LAYOUT_CHANGED, f"{url}: <{name}> is no sitemap"
        )
    places = tuple(place for child in root if (place := _read_place(child)) is not None)
    if len(places) > ENTRIES:
        raise ListingError(Reason.TOO_LARGE, f"{url}: more than {ENTRIES:,} addresses")
    if not places:
        reason = Reason.LAYOUT_CHANGED if len(root) else Reason.EMPTY_LISTING
        raise ListingError(reason, f"{url}: the sitemap names no address")
    return Sitemap(children=places) if name == "sitemapindex" else Sitemap(pages=places)


def _unpack(body: bytes, url: str) -> bytes:
    if not body.startswith(_GZIP):
        return body
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(body, SIZE_BYTES + 1)
    except zlib.error as error:
        raise ListingError(Reason.UNEXPECTED_CONTENT, f"{url}: damaged gzip ({error})") from error
    if len(plain) > SIZE_BYTES:
        raise ListingError(Reason.TOO_LARGE, f"{url}: more than {SIZE_BYTES:,} bytes unpacked")
    if not unpacker.eof:
        raise ListingError(Reason.UNEXPECTED_CONTENT, f"{url}: the packed sitemap is cut off")
    return plain


def _parse(body: bytes, url: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        try:
            root = etree.fromstring(body, parser)
        except etree.XMLSyntaxError:
            root = etree.fromstring(_mend(body), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = find_mark(body) or Reason.UNEXPECTED_CONTENT
        raise ListingError(reason, f"{url}: no XML: {str(error)[:120]}") from error
    if _has_document_type(root):
        reason = find_mark(body) or Reason.UNEXPECTED_CONTENT
        raise ListingError(reason, f"{url}: a page or a document type where a sitemap was due")
    return root


def _mend(body: bytes) -> bytes:
    """Mend what sitemaps are often made wrong in, and no more: nothing of one cut off is read.

    That is what stands around the XML, `&` written as such, and bytes of another encoding.
    """
    whole = _WHOLE.search(body)
    text = decode_page(whole[0] if whole else body, is_due_utf8=True)
    return _BARE.sub("&amp;", text).encode()


def _has_document_type(root: _Element) -> bool:
    doctype: object = root.getroottree().docinfo.doctype  # type: ignore[attr-defined]  # stubs lack it
    return bool(doctype)


def _read_place(element: _Element) -> Place | None:
    """Read the address itself and what a news sitemap adds; pictures have addresses too."""
    said = {
        _local_name(one): " ".join(one.text.split())
        for one in element.iter()
        if one.text and (one.getparent() is element or _NEWS in str(one.tag))
    }
    address = said.get("loc")
    if not address:
        return None
    return Place(
        url=address,
        modified_on=_read_day(said.get("lastmod")),
        published_on=_read_day(said.get("publication_date")),
        title=said.get("title"),
    )


def _read_day(stamp: str | None) -> date | None:
    return read_stamp(stamp) if stamp else None


def _local_name(element: _Element) -> str:
    """A tag without its namespace; a comment has a function for its tag."""
    return str(element.tag).rpartition("}")[2]
