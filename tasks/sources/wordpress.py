"""Posts as WordPress' own API gives them: `/wp-json/wp/v2/TYPE`, a list of objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tasks.sources.decoding import read_markup
from tasks.sources.entries import read_stamp
from tasks.sources.json_bodies import read_json, read_objects, read_text
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason


@dataclass(frozen=True, slots=True)
class Post:
    """One post: its number as `key`, if it has one, its date as printed and as the site's day."""

    key: str | None
    title: str | None
    link: str | None
    printed: str | None
    day: date | None


def read_posts(body: bytes, url: str) -> tuple[Post, ...]:
    """Read one page of posts.

    Raises:
        ListingError: as `read_json` and `read_objects`, and LAYOUT_CHANGED when no post has
            a number.
    """
    posts = tuple(_read_post(item) for item in read_objects(read_json(body, url), url))
    if all(post.key is None for post in posts):
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no post has a number")
    return posts


def _read_post(item: Mapping[str, object]) -> Post:
    number = str(item.get("id"))
    printed = read_text(item, "date") or read_text(item, "date_gmt")
    return Post(
        key=number if number.isdecimal() else None,
        title=_read_title(item.get("title")),
        link=read_text(item, "link"),
        printed=printed,
        day=read_stamp(printed) if printed else None,
    )


def _read_title(value: object) -> str | None:
    """The title is HTML: tags are dropped, character references become characters."""
    rendered = read_text(value, "rendered") if isinstance(value, dict) else None
    return " ".join(read_markup(rendered).get_text(" ").split()) or None if rendered else None
