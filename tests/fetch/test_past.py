"""Walking back, step by step: where it ends, what it leaves, and what it refuses."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.desk import Desk
from tasks.fetch.past import Stretch, Walk, Window, refuse_unwalkable
from tasks.fetch.past_numbers import Numbers, NumberWalk
from tasks.fetch.past_pages import PageWalk
from tasks.fetch.past_sitemaps import SitemapWalk
from tasks.fetch.shelf import Shelf
from tasks.records import Discovery, ItemFailure
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source
from tests.fetch.harvesting import MINISTRY, NOW, declare
from tests.fetch.test_sitemaps import INDEX, NEWS, OLD, declare_sitemap, index, sitemap
from tests.fetch.trouble_server import TroubleServer, reply
from warehouse.answers import KnownSource
from warehouse.errors import UsageError
from warehouse.vocabulary import Outcome, Reason

TODAY = NOW.date()


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def page(*items: tuple[str, int | None]) -> bytes:
    """A listing page: the key of each item and how many days old it is; null prints none."""
    rows = "".join(
        f"<li><a href='/en/{key}'>On bees {key}</a>"
        f"<time>{'' if age is None else days_ago(age)}</time></li>"
        for key, age in items
    )
    return f"<html><ul>{rows}</ul></html>".encode()


LISTED = {"frame": "ul", "item": "li", "link": "a", "date": "time"}


def declare_listing(**changes: object) -> Source:
    return declare(parser="kinds.page", **{"items": LISTED} | changes)


@dataclass
class Walker:
    """Goes a walk to its end and remembers its steps."""

    settings: Settings
    absent: frozenset[str] = frozenset()
    stretches: list[Stretch] = field(default_factory=list)

    def shelf(self) -> Shelf:
        return Shelf(Path(self.settings.home), {}, self.absent, NOW)

    def go(self, source: Source, walk: Walk) -> list[list[str]]:
        asyncio.run(self._go(source, walk))
        return [[one.key for one in step.discoveries] for step in self.stretches]

    async def _go(self, source: Source, walk: Walk) -> None:
        with ArchiveWriter(self.settings.paths.archive, "run-1") as archive:
            async with Fetcher(self.settings, archive) as fetcher:
                desk = Desk(source, KnownSource(source.id, is_backfill=True), fetcher)
                while (step := await walk.step(desk)) is not None:
                    self.stretches.append(step)
                    walk.note((), ())


@pytest.fixture
def walker(settings: Settings) -> Walker:
    return Walker(settings)


def test_it_ends_where_everything_is_older_and_takes_only_what_was_asked(
    walker: Walker, server: TroubleServer
) -> None:
    server.on(MINISTRY + "1", reply(200, page(("1", 0), ("2", 5))))
    server.on(MINISTRY + "2", reply(200, page(("3", 20), ("4", 40))))
    server.on(MINISTRY + "3", reply(200, page(("5", 90), ("6", 91))))
    source = declare_listing()
    walk = PageWalk(source, Window(days_ago(60), days_ago(5)), walker.shelf())
    assert walker.go(source, walk) == [["/en/2"], ["/en/3", "/en/4"], []]
    assert walk.failure is None
    assert server.count(MINISTRY + "4") == 0


def test_a_listing_without_order_is_walked_to_its_end(
    walker: Walker, server: TroubleServer
) -> None:
    server.on(MINISTRY + "1", reply(200, page(("1", 90), ("2", 2))))
    server.on(MINISTRY + "2", reply(200, page(("3", 95), ("4", 99))))
    server.on(MINISTRY + "3", reply(200, page(("5", 3), ("6", None))))
    source = declare_listing()
    walk = PageWalk(source, Window(days_ago(10), TODAY), walker.shelf())
    assert walker.go(source, walk) == [["/en/2"], [], ["/en/5", "/en/6"]]
    assert walk.failure is None


@pytest.mark.parametrize(("repeated", "is_broken"), [(2, True), (3, False)])
def test_a_page_that_repeats_is_the_end_unless_it_is_the_second(
    walker: Walker, server: TroubleServer, repeated: int, is_broken: bool
) -> None:
    pages = [page((str(number), number)) for number in range(1, repeated)]
    for number, body in enumerate((*pages, pages[-1]), start=1):
        server.on(f"{MINISTRY}{number}", reply(200, body))
    source = declare_listing()
    walk = PageWalk(source, Window(days_ago(50), TODAY), walker.shelf())
    assert len(walker.go(source, walk)) == repeated - 1
    assert (walk.failure is not None) is is_broken
    if walk.failure is not None:
        assert walk.failure.reason is Reason.REPEATED_PAGE


def test_what_may_be_news_is_left_to_the_runs_that_watch(
    walker: Walker, server: TroubleServer
) -> None:
    server.on(MINISTRY + "1", reply(200, page(("1", 3), ("2", 40))))
    server.on(MINISTRY + "2", reply(200, page(("3", 4), ("4", 41))))
    source = declare_listing(max_pages=1)
    window = Window(days_ago(60), TODAY, watched_from=days_ago(30))
    walk = PageWalk(source, window, walker.shelf())
    assert walker.go(source, walk) == [["/en/2"], ["/en/3", "/en/4"]]
    assert [step.left for step in walker.stretches] == [1, 0]


def test_a_failing_page_ends_it_by_name(walker: Walker, server: TroubleServer) -> None:
    server.on(MINISTRY + "1", reply(200, page(("1", 3))))
    server.on(MINISTRY + "2", reply(403, b"no"))
    source = declare_listing()
    walk = PageWalk(source, Window(days_ago(60), TODAY), walker.shelf())
    walker.go(source, walk)
    assert walk.failure is not None
    assert walk.failure.reason is Reason.BLOCKED


def test_wordpress_is_asked_for_the_days_alone(walker: Walker, server: TroubleServer) -> None:
    api = "https://www.mfa.am/wp-json/wp/v2/news?per_page=1&page={page}&_fields=id,date,link,title"
    asked = (
        api + f"&after={days_ago(31)}T23:59:59&before={days_ago(9)}T00:00:00"
        "&orderby=date&order=desc"
    )
    post = {
        "id": 7,
        "date": f"{days_ago(20)}T10:00:00",
        "link": "https://www.mfa.am/en/x/",
        "title": {"rendered": "Bees"},
    }
    server.on(asked.format(page=1), reply(200, json.dumps([post]).encode()))
    server.on(asked.format(page=2), reply(400, b'{"code": "rest_post_invalid_page_number"}'))
    source = declare(kind="wordpress", parser="kinds.wordpress", urls=[api], items=None)
    walk = PageWalk(source, Window(days_ago(30), days_ago(10)), walker.shelf())
    assert walker.go(source, walk) == [["7"]]
    assert walk.failure is None


def test_sitemaps_are_walked_by_the_days_they_name(walker: Walker, server: TroubleServer) -> None:
    server.on(INDEX, reply(200, index((OLD, 90), (NEWS, 1))))
    server.on(NEWS, reply(200, sitemap(("/en/news/1", 1), ("/en/news/2", 45))))
    source = declare_sitemap()
    window = Window(days_ago(60), TODAY, watched_from=days_ago(30))
    walk = SitemapWalk(source, window, walker.shelf())
    assert walker.go(source, walk) == [["/en/news/2"]]
    assert server.count(OLD) == 0


def go_numbers(
    walker: Walker, there: range, named: frozenset[str], **known: Mapping[int, int]
) -> list[str]:
    """Walk the Council's numbers of 2026, of which these are there; returns what was asked for."""
    source = find_source("un_probe")
    numbers = Numbers(named, {}, known.get("watched", {}))
    walk = NumberWalk(source, Window(date(2026, 1, 1), TODAY), walker.shelf(), numbers)
    asked: list[str] = []
    while (step := asyncio.run(walk.step(None))) is not None:  # type: ignore[arg-type]
        asked += [one.key for one in step.discoveries]
        walk.note((), [_miss(one) for one in step.discoveries if _number(one) not in there])
    return asked


def _number(one: Discovery) -> int:
    return int(one.key.rpartition("/")[2])


def _miss(one: Discovery) -> ItemFailure:
    return ItemFailure(
        discovery=one,
        outcome=Outcome.NOT_YET_AVAILABLE,
        reason=Reason.NOT_PUBLISHED_YET,
        message="not there",
        is_guess=True,
    )


def test_numbers_end_after_misses_past_the_last_known_one(walker: Walker) -> None:
    asked = go_numbers(walker, range(1, 25), frozenset({"S/2026/30"}))
    assert asked[0] == "S/2026/1"
    assert "S/2026/30" not in asked
    assert asked[-1] == "S/2026/40"


def test_numbers_that_runs_look_after_are_left_to_them(walker: Walker) -> None:
    asked = go_numbers(walker, range(1, 99), frozenset(), watched={2026: 12})
    assert asked == [f"S/2026/{number}" for number in range(1, 12)]


@pytest.mark.parametrize(
    ("source_id", "why"),
    [("un_sc", "only its newest items; .*un_probe can"), ("mfa_cn", "its listing has no pages")],
)
def test_a_source_without_a_past_says_so_in_one_line(source_id: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        refuse_unwalkable(find_source(source_id))


def test_every_source_can_be_walked_back_or_says_why() -> None:
    for source_id in ("mfa_am", "mfa_az", "mfa_us", "mfa_gb", "mfa_us_sitemap", "un_probe"):
        refuse_unwalkable(find_source(source_id))
