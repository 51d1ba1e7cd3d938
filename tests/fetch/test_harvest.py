"""A source is harvested without missing anything and without asking too much."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.records import Harvest
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tests.fetch.harvesting import (
    ACCESS,
    FEEDS,
    MINISTRY,
    NOW,
    PDF,
    World,
    declare,
    declare_feed,
    document_url,
    feed,
    item_url,
    keys,
    listing,
    parse_rows,
    release,
)
from tests.fetch.trouble_server import Answer, TroubleServer, conditional, redirect, reply
from warehouse.answers import KnownSource
from warehouse.vocabulary import Outcome, Reason

SYMBOLS = ("S/2026/1", "S/2026/2", "S/2026/3")


def script_documents(server: TroubleServer, *symbols: str) -> None:
    for symbol in symbols:
        file = f"https://documents.un.org/doc/{symbol}.pdf"
        server.on(document_url(symbol), redirect(file))
        server.on(file, reply(200, PDF + symbol.encode()))


def script_items(server: TroubleServer, *names: str) -> None:
    for name in names:
        server.on(item_url(name), release(name))


def test_a_feed_is_read_and_all_it_names_is_fetched(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(FEEDS[0], reply(200, feed(*SYMBOLS)))
    script_documents(server, *SYMBOLS)
    seen: list[tuple[str, int, int]] = []
    harvest = World(settings, declare_feed()).run(progress=lambda *step: seen.append(step))
    assert (harvest.outcome, harvest.reason) == (Outcome.NEW, None)
    assert keys(harvest.items) == list(SYMBOLS)
    assert seen == [("un_sc", 1, 3), ("un_sc", 2, 3), ("un_sc", 3, 3)]
    assert harvest.message is None
    robots = [one for one in harvest.fetches if one.url.endswith("/robots.txt")]
    assert len(harvest.fetches) == 1 + 3 + len(robots)
    assert len(robots) == 2


def test_a_second_run_with_nothing_new_sends_one_conditional_request(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(FEEDS[0], conditional(feed(*SYMBOLS), '"f1"'))
    script_documents(server, *SYMBOLS)
    world = World(settings, declare_feed())
    world.run()
    before = len(server.paths())
    harvest = world.run(NOW + timedelta(hours=1))
    assert harvest.outcome is Outcome.UNCHANGED
    assert server.paths()[before:] == ["/esubscription.un.org/rss/scdocs.xml"]
    assert not harvest.items
    assert not harvest.failures


@pytest.mark.parametrize(
    "first_home",
    [reply(404), reply(200, feed()), reply(200, b"<rss>changed"), reply(200, b"<html></html>")],
)
def test_the_next_home_of_a_feed_is_asked_when_the_first_gives_no_items(
    server: TroubleServer, settings: Settings, first_home: object
) -> None:
    server.routes["/esubscription.un.org/rss/scdocs.xml"] = [first_home]  # type: ignore[list-item]
    server.on(FEEDS[1], reply(200, feed(*SYMBOLS)))
    script_documents(server, *SYMBOLS)
    harvest = World(settings, declare_feed()).run()
    assert keys(harvest.items) == list(SYMBOLS)
    assert harvest.message is not None
    assert f"read from {FEEDS[1]} (home 2 of 2); {FEEDS[0]}: " in harvest.message
    [first] = [one for one in harvest.fetches if one.url == FEEDS[0]]
    assert first.outcome is Outcome.FAILED, "else its validators would hide it next time"


def test_a_feed_without_items_anywhere_is_a_failure(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(FEEDS[0], reply(200, feed()))
    server.on(FEEDS[1], reply(200, feed()))
    harvest = World(settings, declare_feed()).run()
    assert (harvest.outcome, harvest.reason) == (Outcome.FAILED, Reason.EMPTY_LISTING)


def test_what_was_not_there_yet_is_asked_again_although_the_feed_is_unchanged(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(FEEDS[0], conditional(feed(*SYMBOLS), '"f1"'))
    script_documents(server, *SYMBOLS)
    server.on(
        document_url("S/2026/2"), reply(200, b"<html></html>"), reply(200, b""), reply(200, PDF)
    )
    world = World(settings, declare_feed())
    first = world.run()
    assert first.outcome is Outcome.NEW
    [failure] = first.failures
    assert (failure.outcome, failure.reason) == (
        Outcome.NOT_YET_AVAILABLE,
        Reason.NOT_PUBLISHED_YET,
    )
    second, third = world.run(), world.run()
    assert (second.outcome, second.reason) == (
        Outcome.NOT_YET_AVAILABLE,
        Reason.NOT_PUBLISHED_YET,
    )
    assert (third.outcome, keys(third.items)) == (Outcome.NEW, ["S/2026/2"])
    assert world.known.discoveries["S/2026/2"].attempts == 3
    assert world.run().outcome is Outcome.UNCHANGED


def test_many_missing_in_a_row_look_like_a_block_and_the_rest_comes_next_time(
    server: TroubleServer, settings: Settings
) -> None:
    symbols = [f"S/2026/{n:02}" for n in range(1, 13)]
    server.on(FEEDS[0], conditional(feed(*symbols), '"f1"'))
    script_documents(server, *symbols[8:])
    for symbol in symbols[:8]:
        server.on(document_url(symbol), reply(200, b"<html>not here</html>"))
    world = World(settings, declare_feed())
    first = world.run()
    assert (first.outcome, first.reason) == (Outcome.FAILED, Reason.BLOCKED)
    assert [one.reason for one in first.failures].count(Reason.BLOCKED) == 6
    assert [world.known.discoveries[symbol].attempts for symbol in symbols] == [1] * 6 + [0] * 6
    second = world.run()
    assert keys(second.items) == symbols[8:], "those never asked come before those asked in vain"


def test_a_troubled_store_fails_the_source_but_one_dead_link_does_not(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(FEEDS[0], reply(200, feed(*SYMBOLS)))
    for symbol in SYMBOLS:
        server.on(document_url(symbol), reply(503))
    harvest = World(settings, declare_feed()).run()
    assert (harvest.outcome, harvest.reason) == (Outcome.FAILED, Reason.SERVER_ERROR)
    server.on(MINISTRY + "1", reply(200, listing(("1", 0), ("2", 40))))
    world = World(settings, declare(max_pages=1))
    script_items(server, "2")
    world.run()
    dead = world.run()
    assert (dead.outcome, [one.reason for one in dead.failures]) == (
        Outcome.UNCHANGED,
        [Reason.NOT_FOUND],
    )


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (reply(404), Reason.NOT_FOUND),
        (reply(200, b'{"page": 1}'), Reason.UNEXPECTED_CONTENT),
        (reply(200, b""), Reason.EMPTY_BODY),
    ],
)
def test_new_items_that_all_fail_alike_fail_their_source_once_and_are_retried(
    server: TroubleServer, settings: Settings, answer: Answer, reason: Reason
) -> None:
    server.on(MINISTRY + "1", reply(200, listing(("1", 0), ("2", 40))))
    for name in ("1", "2"):
        server.on(item_url(name), answer)
    world = World(settings, declare(max_pages=1))
    first = world.run()
    assert (first.outcome, first.reason) == (Outcome.FAILED, reason)
    again = world.run()
    assert (again.outcome, keys(again.failures)) == (Outcome.UNCHANGED, ["1", "2"])
    script_items(server, "1", "2")
    assert keys(world.run().items) == ["1", "2"]


@pytest.mark.parametrize(
    "answer", [reply(403), reply(200, b"<html><script>window['bobcmn']=1</script></html>")]
)
def test_a_host_that_turns_us_away_four_times_in_a_row_is_left_alone(
    server: TroubleServer, settings: Settings, answer: Answer
) -> None:
    names = [str(number) for number in range(1, 10)]
    server.on(MINISTRY + "1", reply(200, listing(*((name, 0) for name in names))))
    for name in names:
        server.on(item_url(name), answer)
    world = World(settings, declare(max_pages=1))
    harvest = world.run()
    assert (harvest.outcome, len(harvest.failures)) == (Outcome.FAILED, 9)
    assert len(server.paths()) == 1 + 4
    script_items(server, *names)
    assert sorted(keys(world.run().items)) == names


def test_a_young_item_is_looked_at_again_and_an_old_one_is_not(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(MINISTRY + "1", conditional(listing(("1", 0), ("2", 40)), '"p1"'))
    server.on(item_url("1"), conditional(b"<html>one</html>", '"i1"'))
    server.on(item_url("2"), reply(200, b"<html>two</html>"))
    world = World(settings, declare(max_pages=1))
    world.run()
    day = timedelta(hours=25)
    assert world.run(NOW + timedelta(hours=2)).outcome is Outcome.UNCHANGED
    assert server.count(item_url("1")) == server.count(item_url("2")) == 1
    again = world.run(NOW + day)
    assert (again.outcome, again.items, again.failures) == (Outcome.UNCHANGED, (), ())
    assert server.count(item_url("1")) == server.count(item_url("2")) == 2
    outcomes = {one.url: (one.status, one.outcome) for one in again.fetches}
    assert outcomes[item_url("1")] == (304, Outcome.UNCHANGED)
    assert outcomes[item_url("2")] == (200, Outcome.UNCHANGED), "the same bytes are no news"
    assert world.run(NOW + day + timedelta(hours=1)).fetches[-1].url == MINISTRY + "1"
    server.on(item_url("1"), reply(200, b"<html>one, corrected</html>", etag='"i2"'))
    assert keys(world.run(NOW + 2 * day).items) == ["1"]
    world.run(NOW + 4 * day)
    assert server.count(item_url("2")) == 3, "older than recheck_days"


def test_a_failed_second_look_does_not_undo_the_first(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(MINISTRY + "1", conditional(listing(("1", 0), ("2", 40)), '"p1"'))
    script_items(server, "1", "2")
    world = World(settings, declare(max_pages=1))
    world.run()
    server.on(item_url("1"), reply(500))
    harvest = world.run(NOW + timedelta(hours=25))
    assert harvest.outcome is Outcome.UNCHANGED
    assert keys(harvest.failures) == ["1"]
    assert world.known.discoveries["1"].state == "fetched"


def test_an_item_described_otherwise_is_fetched_again_in_full(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(
        MINISTRY + "1",
        reply(200, listing(("1", 3), ("2", 40))),
        reply(200, listing(("1", 2), ("2", 40))),
    )
    server.on(item_url("1"), conditional(b"<html>one</html>", '"i1"'))
    script_items(server, "2")
    world = World(settings, declare(max_pages=1))
    world.run()
    assert keys(world.run().items) == ["1"], "its bytes are the same, what is said of it is not"


def test_what_a_listing_names_elsewhere_is_not_asked(
    server: TroubleServer, settings: Settings
) -> None:
    page = listing(("1", 0), ("2", 40)).replace(b"www.mfa.am/en/item/1", b"ads.example.com/1")
    server.on(MINISTRY + "1", reply(200, page))
    script_items(server, "2")
    harvest = World(settings, declare(max_pages=1)).run()
    assert [(one.discovery.key, one.reason) for one in harvest.failures] == [
        ("1", Reason.REDIRECT_REFUSED)
    ]
    assert {seen.host for seen in server.seen} == {"www.mfa.am"}


def test_an_old_http_link_on_an_https_page_is_asked_by_https(
    server: TroubleServer, settings: Settings
) -> None:
    page = listing(("1", 0), ("2", 40), hrefs="http://www.mfa.am/en/item/{key}")
    server.on(MINISTRY + "1", reply(200, page))
    script_items(server, "1", "2")
    harvest = World(settings, declare(max_pages=1)).run()
    assert [one.url for one in harvest.items] == [item_url("1"), item_url("2")]


def test_the_budget_of_a_run_leaves_the_rest_for_the_next(
    server: TroubleServer, settings: Settings
) -> None:
    names = [str(n) for n in range(1, 9)]
    server.on(MINISTRY + "1", reply(200, listing(*((name, 0) for name in names))))
    script_items(server, *names)
    politeness = {"seconds_between_requests": 0, "requests_per_run": 6}
    world = World(settings, declare(max_pages=1, politeness=politeness))
    first = world.run()
    assert keys(first.items) == names[:4], "robots.txt and the listing are requests as well"
    assert {(one.outcome, one.reason) for one in first.failures} == {
        (Outcome.NOT_YET_AVAILABLE, Reason.RATE_LIMITED)
    }
    assert len(server.seen) == 6
    assert keys(world.run().items) == names[4:]


def test_what_two_sources_name_is_asked_for_once_and_handed_to_both(
    server: TroubleServer, settings: Settings
) -> None:
    """A joint document: the same address in both feeds, and two addresses of one file."""
    council, assembly = (
        declare_feed(),
        declare(
            id="un_ga",
            kind="feed",
            urls=["https://docs.un.org/rss/gadocs.xml"],
            document_url=ACCESS,
        ),
    )
    server.on(FEEDS[0], reply(200, feed("S/2026/1", "S/2026/2", "S/2026/3")))
    server.on(assembly.urls[0], reply(200, feed("S/2026/1", "A/80/2", "S/2026/3")))
    script_documents(server, "S/2026/1", "S/2026/2")
    server.on(document_url("A/80/2"), redirect("https://documents.un.org/doc/S/2026/2.pdf"))
    server.on(document_url("S/2026/3"), reply(200))
    harvests = harvest_together(settings, council, assembly)
    assert [keys(one.items) for one in harvests] == [
        ["S/2026/1", "S/2026/2"],
        ["S/2026/1", "A/80/2"],
    ]
    assert [keys(one.failures) for one in harvests] == [["S/2026/3"], ["S/2026/3"]]
    asked = [path for path in server.paths() if path.startswith("/documents.un.org/")]
    assert len(asked) == len(set(asked)) == 4 + 2, "four addresses lead to two files"
    for one, other in zip(harvests[0].items, harvests[1].items, strict=True):
        assert one.archive.payload_sha256 == other.archive.payload_sha256
        assert other.archive != one.archive, "each source has its own labelled record"
    notes = [one.message or "" for harvest in harvests for one in harvest.fetches]
    assert sum("as answered to another source" in note for note in notes) == 3


def harvest_together(settings: Settings, *sources: Source) -> list[Harvest]:
    """Harvest sources side by side, as a run does."""

    async def act() -> list[Harvest]:
        with ArchiveWriter(settings.paths.archive, "run-1") as archive:
            async with Fetcher(settings, archive) as fetcher:
                calls = (
                    harvest_source(one, KnownSource(one.id), fetcher, NOW, parse=parse_rows)
                    for one in sources
                )
                return list(await asyncio.gather(*calls))

    return asyncio.run(act())
