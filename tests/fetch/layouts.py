"""Sites of every kind of source, in the forms that the declared parsers read.

A layout says where an item is, which addresses list items, and what stands there; the troubled
site decides what is listed when, in what order, and what goes wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import formatdate
from time import mktime
from typing import Any

from tasks.sources.declaration import Source
from tests.fetch.harvesting import NOW, PDF, declare, declare_feed, document_url, release
from tests.fetch.trouble_server import Answer, drip, reply
from tests.sources.pages import armenian, rss, rss_item

PAGE_LENGTH = 4
PAGES = 6
CALM = {"seconds_between_requests": 0}

Listed = Sequence[tuple[str, int]]
"""Keys and how many days old they are, in the order in which they stand there."""

NOT_FOUND = reply(404)
INDEX = "https://www.mfa.am/sitemap.xml"


@dataclass(frozen=True)
class Layout:
    """How the site of one kind of source is made.

    `key` names the item of a number, `address` says where it is, `write` makes a page that lists
    some; a paged listing is cut into pages, and `end` is what stands behind the last.
    """

    source: Source
    key: Callable[[int], str]
    address: Callable[[str], str]
    write: Callable[[Listed], bytes]
    is_paged: bool = True
    end: Answer = NOT_FOUND

    def listings(self, number: int) -> Sequence[str]:
        """The addresses at which page `number` of the listing stands, of a feed all its homes."""
        if self.source.kind == "feed":
            return self.source.urls
        if self.source.kind == "sitemap":
            return (f"https://www.mfa.am/news-{number}.xml",)
        return (self.source.list_pages(self.source.urls[0])[number],)

    def answer(self, key: str) -> Answer:
        """What stands at an item's address."""
        if not self.source.is_un:
            return release(key)
        return drip(PDF + key.encode(), 1, 0.0) if key.endswith("7") else reply(200, PDF)


def _day(age: int) -> date:
    return (NOW - timedelta(days=age)).date()


def _stamp(age: int) -> str:
    return formatdate(mktime(_day(age).timetuple()))


def _write_documents(items: Listed) -> bytes:
    return rss(*(rss_item(key, f"LETTER {key}", _stamp(age)) for key, age in items))


def _write_press(items: Listed) -> bytes:
    rows = (
        f"<item><title>On bees {key}</title><link>https://www.mfa.am{key}</link>"
        f"<pubDate>{_stamp(age)}</pubDate></item>"
        for key, age in items
    )
    return rss(*rows)


def _write_listing(items: Listed) -> bytes:
    return armenian(*((key, f"{_day(age):%d %B, %Y}", f"On bees {key}") for key, age in items))


def _write_posts(items: Listed) -> bytes:
    posts = [
        {
            "id": int(key),
            "date": f"{_day(age)}T09:00:00",
            "link": f"https://www.mfa.am/post/{key}/",
            "title": {"rendered": f"On bees &#8211; {key}"},
        }
        for key, age in items
    ]
    return json.dumps(posts).encode()


def _write_answer(items: Listed) -> bytes:
    rows = [{"t": f"On bees {key}", "l": key, "d": f"{_day(age)}T09:00Z"} for key, age in items]
    return json.dumps({"results": rows}).encode()


def _write_sitemap(items: Listed) -> bytes:
    rows = (
        f"<url><loc>https://www.mfa.am{key}</loc><lastmod>{_day(age)}</lastmod></url>"
        for key, age in items
    )
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return f'<?xml version="1.0"?>\n<urlset {space}>{"".join(rows)}</urlset>'.encode()


def write_index(sitemaps: Sequence[str]) -> bytes:
    """An index of sitemaps that were all changed today."""
    rows = (f"<sitemap><loc>{url}</loc><lastmod>{_day(0)}</lastmod></sitemap>" for url in sitemaps)
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return f'<?xml version="1.0"?>\n<sitemapindex {space}>{"".join(rows)}</sitemapindex>'.encode()


def _declare(kind: str, parser: str, url: str, **more: Any) -> Source:  # noqa: ANN401
    return declare(kind=kind, parser=parser, urls=[url], max_pages=PAGES, politeness=CALM, **more)


def _on_site(key: str) -> str:
    return f"https://www.mfa.am{key}"


ITEMS = {
    "frame": "div.news-list",
    "item": "div.news-list ul li",
    "link": "div a",
    "title": "div a",
    "date": "div.date",
}
DATES = {"formats": ["%d %B, %Y"]}

LAYOUTS: Mapping[str, Layout] = {
    "document feed": Layout(
        declare_feed(parser="un.feed", politeness=CALM),
        lambda number: f"S/2026/{number}",
        document_url,
        _write_documents,
        is_paged=False,
    ),
    "press feed": Layout(
        _declare("feed", "kinds.feed", "https://www.mfa.am/rss"),
        lambda number: f"/on-bees-{number}",
        _on_site,
        _write_press,
        is_paged=False,
    ),
    "listing": Layout(
        _declare(
            "listing",
            "kinds.page",
            "https://www.mfa.am/en/news?page={page}",
            items=ITEMS,
            dates=DATES,
        ),
        lambda number: f"/en/news/{number}-bees",
        _on_site,
        _write_listing,
    ),
    "json api": Layout(
        _declare(
            "json_api",
            "kinds.json_api",
            "https://www.mfa.am/api.json?start={page}",
            first_page=0,
            page_step=PAGE_LENGTH,
            json_fields={"items": "results", "title": "t", "link": "l", "date": "d"},
        ),
        lambda number: f"/on-bees-{number}",
        _on_site,
        _write_answer,
        end=reply(200, b'{"results": []}'),
    ),
    "wordpress": Layout(
        _declare(
            "wordpress", "kinds.wordpress", "https://www.mfa.am/wp-json/wp/v2/post?page={page}"
        ),
        str,
        lambda key: f"https://www.mfa.am/post/{key}/",
        _write_posts,
        end=reply(400, b'{"code": "rest_post_invalid_page_number"}'),
    ),
    # An index of sitemaps: the first of them is read again when it has changed.
    "sitemap": Layout(
        _declare(
            "sitemap",
            "kinds.sitemap",
            INDEX,
            sitemap={"items": "^/on-bees", "is_index": True, "children": "^/news-"},
        ),
        lambda number: f"/on-bees-{number}",
        _on_site,
        _write_sitemap,
    ),
}
"""One site of each kind but the probe, whose items nobody lists."""
