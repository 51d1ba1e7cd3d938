"""A listing is walked until its window is covered, whatever it does on the way."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tasks.settings import Settings
from tests.fetch.harvesting import MINISTRY, NOW, World, declare, item_url, keys, listing, release
from tests.fetch.trouble_server import Answer, TroubleServer, conditional, reply
from warehouse.vocabulary import Outcome, Reason

PAGES = (
    (("9", 1), ("8", 2)),
    (("7", 10), ("6", 20)),
    (("5", 31), ("4", 50)),
    (("3", 60), ("2", 70)),
)


def script_pages(server: TroubleServer, *answers: Answer | tuple[tuple[str, int], ...]) -> None:
    for number, answer in enumerate(answers, 1):
        page = answer if callable(answer) else reply(200, listing(*answer))
        server.on(f"{MINISTRY}{number}", page)
    for name in range(1, 20):
        server.on(item_url(str(name)), release(str(name)))


def pages_asked(server: TroubleServer) -> list[int]:
    return [int(path.split("page=")[1]) for path in server.paths() if "page=" in path]


def test_pages_are_walked_until_all_items_of_one_are_older_than_the_window(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, *PAGES)
    harvest = World(settings, declare()).run()
    assert pages_asked(server) == [1, 2, 3]
    assert keys(harvest.items) == ["9", "8", "7", "6", "5", "4"]
    assert harvest.message is None


def test_known_items_never_end_the_walk_and_a_back_dated_one_is_found(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, *PAGES)
    world = World(settings, declare())
    world.run()
    script_pages(server, *PAGES[:2], (("5", 31), ("11", 40), ("4", 50)), PAGES[3])
    late = world.run(NOW + timedelta(hours=1))
    assert keys(late.items) == ["11"]


def test_a_listing_without_order_is_walked_to_the_last_page(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(
        server,
        (("4", 50), ("9", 1)),
        (("5", 31), ("3", 60)),
        (("7", 10), ("2", 70)),
        (("8", 2), ("6", 20)),
    )
    harvest = World(settings, declare()).run()
    assert pages_asked(server) == [1, 2, 3, 4]
    assert len(harvest.items) == 8


def test_an_undated_item_does_not_count_as_older(server: TroubleServer, settings: Settings) -> None:
    undated = json.dumps([{"key": "1", "url": item_url("1"), "date": None, "fingerprint": "x"}])
    script_pages(server, reply(200, b"<html>\n" + undated.encode()), PAGES[0], PAGES[2])
    harvest = World(settings, declare(max_pages=3)).run()
    assert keys(harvest.items) == ["1", "9", "8", "5", "4"]


def test_an_unchanged_first_page_does_not_hide_the_second(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(
        server,
        conditional(listing(*PAGES[0]), '"p1"'),
        conditional(listing(*PAGES[2]), '"p2"'),
        conditional(listing(*PAGES[3]), '"p3"'),
    )
    world = World(settings, declare())
    world.run()
    assert pages_asked(server) == [1, 2]
    world.run(NOW + timedelta(hours=1))
    assert pages_asked(server) == [1, 2, 1, 2], "no page that was never read before"
    server.on(MINISTRY + "2", reply(200, listing(("5", 31), ("12", 35), ("4", 50))))
    assert keys(world.run(NOW + timedelta(hours=2)).items) == ["12"]


def test_a_second_page_like_the_first_is_broken_paging(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, PAGES[0], tuple(reversed(PAGES[0])), PAGES[2])
    harvest = World(settings, declare()).run()
    assert (harvest.outcome, harvest.reason) == (Outcome.FAILED, Reason.REPEATED_PAGE)
    assert keys(harvest.items) == ["9", "8"], "what was found is fetched all the same"
    assert pages_asked(server) == [1, 2]


def test_a_second_page_is_not_asked_for_when_the_first_covers_the_window(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, PAGES[2], PAGES[2])
    assert World(settings, declare()).run().outcome is Outcome.NEW
    assert pages_asked(server) == [1]


def test_a_page_whose_foot_is_older_than_the_window_covers_it(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, (("9", 1), ("8", 29), ("5", 31), ("4", 50)), PAGES[3])
    harvest = World(settings, declare()).run()
    assert pages_asked(server) == [1], "no request too many"
    assert keys(harvest.items) == ["9", "8", "5", "4"]


def test_one_misdated_item_at_the_foot_ends_no_walk(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, (("9", 1), ("8", 2), ("7", 4000)), (("6", 5), ("5", 31), ("4", 50)))
    harvest = World(settings, declare()).run()
    assert pages_asked(server)[:2] == [1, 2]
    assert keys(harvest.items) == ["9", "8", "7", "6", "5", "4"]


def test_a_later_page_that_repeats_is_the_end(server: TroubleServer, settings: Settings) -> None:
    script_pages(server, PAGES[0], PAGES[1], PAGES[1])
    harvest = World(settings, declare()).run()
    assert harvest.outcome is Outcome.NEW
    assert harvest.message is None


@pytest.mark.parametrize("end", [reply(404), reply(200, listing())])
def test_a_listing_shorter_than_the_window_simply_ends(
    server: TroubleServer, settings: Settings, end: Answer
) -> None:
    script_pages(server, PAGES[0], PAGES[1], end)
    harvest = World(settings, declare()).run()
    assert harvest.outcome is Outcome.NEW
    assert harvest.message is None


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (reply(503), Reason.SERVER_ERROR),
        (reply(403), Reason.BLOCKED),
        (reply(200, b"<html>other</html>"), Reason.LAYOUT_CHANGED),
        (reply(200, b"<html>bobcmn</html>"), Reason.CHALLENGE_PAGE),
        (reply(200, b""), Reason.EMPTY_BODY),
    ],
)
def test_one_failing_page_fails_the_source_but_what_was_found_is_kept(
    server: TroubleServer, settings: Settings, trouble: Answer, reason: Reason
) -> None:
    script_pages(server, PAGES[0], trouble, PAGES[2])
    harvest = World(settings, declare()).run()
    assert (harvest.outcome, harvest.reason) == (Outcome.FAILED, reason)
    assert keys(harvest.items) == ["9", "8"]
    assert harvest.message is not None
    assert f"{MINISTRY}2: " in harvest.message


def test_an_empty_or_absent_first_page_is_a_failure(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, reply(200, listing()))
    assert World(settings, declare()).run().reason is Reason.EMPTY_LISTING
    script_pages(server, reply(404))
    assert World(settings, declare()).run().reason is Reason.NOT_FOUND


def test_a_failed_page_is_asked_for_in_full_the_next_time(
    server: TroubleServer, settings: Settings
) -> None:
    script_pages(server, conditional(b"<html>other</html>", '"p1"'))
    world = World(settings, declare())
    assert world.run().reason is Reason.LAYOUT_CHANGED
    assert world.run().reason is Reason.LAYOUT_CHANGED
    assert all("If-None-Match" not in seen.headers for seen in server.seen)


def test_the_window_beyond_the_last_page_is_said(server: TroubleServer, settings: Settings) -> None:
    script_pages(server, PAGES[0], PAGES[1])
    harvest = World(settings, declare(max_pages=2)).run()
    assert harvest.outcome is Outcome.NEW
    assert harvest.message == "the look-back window is longer than 2 pages"


def test_several_listings_are_all_walked_and_a_shared_item_is_fetched_once(
    server: TroubleServer, settings: Settings
) -> None:
    statements = "https://www.mfa.am/en/statements"
    script_pages(server, PAGES[2])
    server.on(statements, reply(200, listing(("5", 31), ("12", 40))))
    source = declare(urls=[MINISTRY + "{page}", statements])
    assert keys(World(settings, source).run().items) == ["5", "4", "12"]
    assert server.count(item_url("5")) == 1
