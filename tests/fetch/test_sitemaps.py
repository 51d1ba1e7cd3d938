"""Sitemaps and their indexes over HTTP: what is read, what is left, and what is refused."""

from __future__ import annotations

import asyncio
import gzip
from datetime import timedelta

import pytest

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.records import Harvest
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.kinds.sitemap import parse_listing
from tests.fetch.harvesting import NOW, declare, keys, remember
from tests.fetch.trouble_server import TroubleServer, conditional, reply
from warehouse.answers import KnownSource
from warehouse.errors import ListingError
from warehouse.vocabulary import Outcome, Reason

SITE = "https://www.mfa.am"
INDEX, NEWS, OLD, PAGES = (f"{SITE}/{one}.xml" for one in ("index", "news-2", "news-1", "pages"))
PAGE = b"<!doctype html><html><p>On seed vaults</p></html>"
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(*paths: tuple[str, int], root: str = "urlset", each: str = "url") -> bytes:
    """A sitemap of paths, each changed so many days ago."""
    places = "".join(
        f"<{each}><loc>{path if '://' in path else SITE + path}</loc>"
        f"<lastmod>{(NOW - timedelta(days=age)).date()}</lastmod></{each}>"
        for path, age in paths
    )
    return f"<?xml version='1.0'?><{root} {SPACE}>{places}</{root}>".encode()


def index(*urls: tuple[str, int]) -> bytes:
    return sitemap(*urls, root="sitemapindex", each="sitemap")


def declare_sitemap(**changes: object) -> Source:
    rule = {"items": "^/en/news/", "is_index": True, "children": "news"}
    fields = {"kind": "sitemap", "parser": "kinds.sitemap", "urls": [INDEX], "sitemap": rule}
    return declare(**fields | changes, items=None)


def harvest(source: Source, settings: Settings, known: KnownSource | None = None) -> Harvest:
    async def act() -> Harvest:
        with ArchiveWriter(settings.paths.archive, "run-1") as archive:
            async with Fetcher(settings, archive) as fetcher:
                asked = known or KnownSource(source.id)
                return await harvest_source(source, asked, fetcher, NOW)

    return asyncio.run(act())


def test_an_index_leads_to_the_sitemaps_that_changed_and_their_recent_pages(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(INDEX, reply(200, index((OLD, 90), (PAGES, 0), (NEWS, 1))))
    news = sitemap(("/en/news/bees", 1), ("/en/news/old", 80), ("/en/about", 1))
    server.on(NEWS, conditional(gzip.compress(news), '"1"'))
    server.on(f"{SITE}/en/news/bees", reply(200, PAGE))
    source = declare_sitemap()
    found = harvest(source, settings)
    assert (found.outcome, keys(found.items)) == (Outcome.NEW, ["/en/news/bees"])
    assert (server.count(OLD), server.count(PAGES)) == (0, 0)

    again = harvest(source, settings, remember(KnownSource(source.id), found, NOW))
    assert (again.outcome, again.items) == (Outcome.UNCHANGED, ())
    assert (server.count(INDEX), server.count(NEWS)) == (2, 2)
    assert server.count(f"{SITE}/en/news/bees") == 1


def test_a_page_that_changed_is_fetched_again(server: TroubleServer, settings: Settings) -> None:
    source = declare_sitemap(urls=[NEWS], sitemap={"items": "^/en/news/"})
    server.on(f"{SITE}/en/news/bees", reply(200, PAGE), reply(200, PAGE + b" "))
    server.on(NEWS, reply(200, sitemap(("/en/news/bees", 3))))
    found = harvest(source, settings)
    server.on(NEWS, reply(200, sitemap(("/en/news/bees", 0))))
    again = harvest(source, settings, remember(KnownSource(source.id), found, NOW))
    assert keys(again.items) == ["/en/news/bees"]
    assert all(one.listed_date is None for one in again.discoveries)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (index((NEWS, 1)), Reason.LAYOUT_CHANGED),
        (sitemap(("/fr/nouvelles/1", 1)), Reason.LAYOUT_CHANGED),
        (sitemap(), Reason.EMPTY_LISTING),
        (b"<?xml version='1.0'?><urlset><url><loc>", Reason.UNEXPECTED_CONTENT),
        (
            b"<?xml version='1.0'?><!DOCTYPE u [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
            b"<urlset><url><loc>&b;</loc></url></urlset>",
            Reason.UNEXPECTED_CONTENT,
        ),
        (
            "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE u><urlset><url><loc>x</loc></url>"
            "</urlset>".encode("utf-16"),
            Reason.UNEXPECTED_CONTENT,
        ),
        (gzip.compress(sitemap(("/en/news/bees", 1)))[:-12], Reason.UNEXPECTED_CONTENT),
        (gzip.compress(b" " * 60_000_000), Reason.TOO_LARGE),
        (b"<html><script>bobcmn</script></html>", Reason.CHALLENGE_PAGE),
    ],
)
def test_what_is_no_sitemap_has_a_name(body: bytes, reason: Reason) -> None:
    source = declare_sitemap(urls=[NEWS], sitemap={"items": "^/en/news/"})
    with pytest.raises(ListingError) as caught:
        parse_listing(body, NEWS, source)
    assert caught.value.reason is reason


def test_an_address_of_another_house_is_no_item() -> None:
    source = declare_sitemap(urls=[NEWS], sitemap={"items": "/news/"})
    body = sitemap(("https://evil.example/en/news/1", 1), ("/en/news/bees", 1))
    assert [one.key for one in parse_listing(body, NEWS, source)] == ["/en/news/bees"]


def test_an_index_within_an_index_is_a_failure(server: TroubleServer, settings: Settings) -> None:
    server.on(INDEX, reply(200, index((NEWS, 1))))
    server.on(NEWS, reply(200, index((OLD, 1))))
    found = harvest(declare_sitemap(), settings)
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.LAYOUT_CHANGED)
