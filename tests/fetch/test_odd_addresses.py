"""Addresses that change from visit to visit, and listings that stand elsewhere than asked for."""

from __future__ import annotations

from tasks.settings import Settings
from tests.fetch.harvesting import World, keys, release
from tests.fetch.layouts import LAYOUTS
from tests.fetch.trouble_server import TroubleServer, redirect, reply
from tests.sources.pages import armenian
from warehouse.vocabulary import Outcome

LISTING = LAYOUTS["listing"].source.model_copy(update={"max_pages": 1})
FIRST = LISTING.list_pages(LISTING.urls[0])[0]
DAY = "10 March, 2026"


def test_a_session_in_the_links_makes_no_new_items(
    server: TroubleServer, settings: Settings
) -> None:
    pages = [
        armenian((f"/en/news/1-bees;jsessionid={n}?utm_campaign={n}", DAY, "On bees"))
        for n in range(3)
    ]
    server.on(FIRST, *(reply(200, page) for page in pages))
    server.on("https://www.mfa.am/en/news/1-bees", release("1"))
    world = World(settings, LISTING, parse=None)
    outcomes = [world.run().outcome for _ in pages]
    assert outcomes == [Outcome.NEW, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert server.count("https://www.mfa.am/en/news/1-bees") == 1


def test_links_of_a_listing_that_moved_are_meant_from_its_new_place(
    server: TroubleServer, settings: Settings
) -> None:
    moved = "https://www.mfa.am/en/press/all/"
    server.on(FIRST, redirect(moved, 301))
    server.on(moved, reply(200, armenian(("1-bees", DAY, "On bees"))))
    server.on("https://www.mfa.am/en/press/all/1-bees", release("1"))
    harvest = World(settings, LISTING, parse=None).run()
    assert (harvest.outcome, keys(harvest.items)) == (Outcome.NEW, ["/en/press/all/1-bees"])


def test_two_descriptions_of_an_item_in_any_order_are_no_news(
    server: TroubleServer, settings: Settings
) -> None:
    two = [
        ("/en/news/1-bees", DAY, "On bees"),
        ("/en/news/1-bees", "09 March, 2026", "On the bees"),
        ("/en/news/2-post", DAY, "On post"),
    ]
    server.on(FIRST, *(reply(200, armenian(*page)) for page in (two, two[::-1], two[1:] + two[:1])))
    for name in ("1-bees", "2-post"):
        server.on(f"https://www.mfa.am/en/news/{name}", release(name))
    world = World(settings, LISTING, parse=None)
    assert sorted(keys(world.run().items)) == ["/en/news/1-bees", "/en/news/2-post"]
    assert [world.run().items, world.run().items] == [(), ()]
