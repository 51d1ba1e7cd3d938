"""A ministry that publishes with WordPress: posts by its API, each with its own page."""

from __future__ import annotations

from tasks.records import Discovery, Finding
from tasks.sources.declaration import Source
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.readings import Printed, collect_readings, read_item
from tasks.sources.wordpress import Post, read_posts


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one page of posts; the key is the post's number.

    Raises:
        ListingError: as `read_posts` and `collect_readings`.
    """
    return collect_readings([_read_post(post, url, source) for post in read_posts(body, url)], url)


def read_url(url: str) -> Identity:
    """The path: an address does not tell the post's number."""
    return Identity(key=make_path_key(url))


def _read_post(post: Post, url: str, source: Source) -> Discovery | Finding:
    if post.key is None:
        named = (post.title or post.link or "")[:120]
        return Finding(code="item_without_number", message=f"{url}: post {named!r}")
    key, printed = post.key, Printed(post.link, post.title, post.printed, post.day)
    return read_item(printed, url, source, lambda _: Identity(key=key))
