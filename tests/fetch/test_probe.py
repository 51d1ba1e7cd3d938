"""The probe asks for a few numbers a run, past the highest known and in the holes below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from tasks.fetch.probe import choose_guesses, list_names
from tasks.records import ParsedItem, UnDocument
from tasks.settings import Settings
from tasks.sources.registry import find_source
from tests.fetch.harvesting import FEEDS, NOW, PDF, World, declare_feed, document_url, feed, keys
from tests.fetch.trouble_server import TroubleServer, reply
from warehouse.answers import KnownDiscovery, KnownSource
from warehouse.vocabulary import DocumentType, Outcome, Reason

PROBE = find_source("un_probe")
JANUARY = datetime(2027, 1, 9, 12, tzinfo=UTC)


def names(*numbers: int, year: int = 2026) -> frozenset[str]:
    return frozenset(f"S/{year}/{number}" for number in numbers)


def asked(named: Iterable[str], known: KnownSource | None = None, now: datetime = NOW) -> list[str]:
    guesses = choose_guesses(PROBE, known or KnownSource("un_probe"), named, now)
    assert all(guess.is_guess for guess in guesses)
    return [guess.discovery.key for guess in guesses]


def remembered(
    key: str, *, first: timedelta, last: timedelta, state: str = "pending"
) -> KnownSource:
    """A probe that asked for one number, first and last so long ago."""
    old = KnownDiscovery("f", state, 3, False, NOW - first, NOW - last, document_url(key))
    return KnownSource("un_probe", discoveries={key: old})


@pytest.mark.parametrize("named", [(), ("A/80/12", "S/PV.9344", "S/RES/2728 (2024)", "E/2026/1")])
def test_nothing_is_guessed_before_a_feed_has_named_a_number(named: tuple[str, ...]) -> None:
    assert asked(named) == []


def test_past_the_highest_first_then_the_newest_holes() -> None:
    assert asked(names(640, 641, 644, 647)) == [
        "S/2026/648",
        "S/2026/649",
        "S/2026/650",
        "S/2026/646",
        "S/2026/645",
    ]


def test_an_addendum_tells_that_its_parent_exists_and_is_not_it() -> None:
    named = names(640, 641) | {"S/2026/642/Add.1"}
    assert asked(named) == ["S/2026/643", "S/2026/644", "S/2026/645", "S/2026/642"]


def test_what_the_probe_got_itself_is_known_and_what_it_missed_is_not() -> None:
    got = remembered("S/2026/641", first=timedelta(1), last=timedelta(1), state="fetched")
    assert asked(names(640), got)[0] == "S/2026/642"
    missed = remembered("S/2026/641", first=timedelta(1), last=timedelta(hours=1))
    assert asked(names(640), missed)[0] == "S/2026/641"


@pytest.mark.parametrize(
    ("first", "last", "is_due"),
    [
        (timedelta(days=2), timedelta(hours=23), False),
        (timedelta(days=2), timedelta(hours=24), True),
        (timedelta(days=40), timedelta(days=9), False),
        (timedelta(days=40), timedelta(days=10), True),
        (timedelta(days=400), timedelta(days=29), False),
        (timedelta(days=400), timedelta(days=30), True),
    ],
)
def test_an_old_hole_is_asked_for_ever_more_rarely(
    first: timedelta, last: timedelta, is_due: bool
) -> None:
    known = remembered("S/2026/641", first=first, last=last)
    assert ("S/2026/641" in asked(names(640, 642), known)) is is_due


def test_a_hole_never_asked_for_comes_before_one_that_was() -> None:
    known = remembered("S/2026/645", first=timedelta(days=9), last=timedelta(days=8))
    assert asked(names(640, 642, 644, 646), known)[-2:] == ["S/2026/643", "S/2026/641"]


@pytest.mark.parametrize("slip", [12, 99_999])
def test_a_lone_number_far_away_neither_ends_nor_begins_the_series(slip: int) -> None:
    assert asked(names(640, 641, slip)) == ["S/2026/642", "S/2026/643", "S/2026/644"]


def test_in_january_both_years_are_open_and_the_new_one_begins_with_1() -> None:
    last_year = names(*range(1150, 1160))
    assert asked(last_year, now=JANUARY) == [
        "S/2027/1",
        "S/2027/2",
        "S/2027/3",
        "S/2026/1160",
        "S/2026/1161",
        "S/2026/1162",
    ]
    later = asked(last_year | names(3, year=2027), now=JANUARY)
    assert later[-2:] == ["S/2027/2", "S/2027/1"]
    assert not any("2026" in key for key in asked(last_year, now=JANUARY + timedelta(80)))


def test_an_old_document_issued_again_opens_no_year() -> None:
    reissued = names(640) | names(3, year=2025)
    assert asked(reissued) == ["S/2026/641", "S/2026/642", "S/2026/643"]


def test_a_number_named_by_a_feed_in_this_very_run_is_the_feed_s_to_fetch(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(FEEDS[0], reply(200, feed("S/2026/640", "S/2026/641")))
    server.on(document_url("S/2026/640"), reply(200, PDF))
    feed_world = World(settings, declare_feed())
    harvest = feed_world.run()
    own = remembered("S/2026/642", first=timedelta(1), last=timedelta(1))
    named = list_names(harvest, ())
    assert named == names(640, 641)
    assert asked(named, own) == ["S/2026/642", "S/2026/643", "S/2026/644"]


def test_a_joint_document_found_under_its_other_symbol_names_the_council_s_too(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(FEEDS[0], reply(200, feed("A/80/12")))
    server.on(document_url("A/80/12"), reply(200, PDF))
    harvest = World(settings, declare_feed()).run()
    document = UnDocument(document_type=DocumentType.LETTER, symbols=("A/80/12", "S/2026/641"))
    item = ParsedItem(source_id="un_ga", key="A/80/12", document=document)
    assert list_names(harvest, [item]) == {"A/80/12", "S/2026/641"}


def test_what_is_there_is_fetched_and_what_is_not_is_no_failure(
    server: TroubleServer, settings: Settings
) -> None:
    server.on(document_url("S/2026/645"), reply(200, PDF))
    world = World(settings, PROBE, named=names(640, 644))
    first = world.run()
    assert (first.outcome, keys(first.items)) == (Outcome.NEW, ["S/2026/645"])
    assert first.discoveries == ()
    assert first.message == "5 numbers asked for, 1 there"
    again = world.run(NOW + timedelta(hours=1))
    assert (again.outcome, again.reason, again.items) == (Outcome.UNCHANGED, None, ())
    assert server.count(document_url("S/2026/645")) == 1
    numbers = [
        int(found[0]) for path in server.paths() if (found := re.findall(r"2026/(\d+)", path))
    ]
    assert numbers == [645, 646, 647, 643, 642, 646, 647, 648, 641], "no hole twice in a day"


def test_wrong_guesses_never_look_like_a_block(server: TroubleServer, settings: Settings) -> None:
    world = World(settings, PROBE, named=names(640, 650) | names(*range(1100, 1110), year=2025))
    harvest = world.run(JANUARY.replace(year=2026))
    assert len(harvest.failures) == 8, "more than the misses in a row that break a host off"
    assert {one.reason for one in harvest.failures} == {Reason.NOT_PUBLISHED_YET}
    assert harvest.outcome is Outcome.UNCHANGED


def test_a_store_in_trouble_fails_the_probe_with_its_name(
    server: TroubleServer, settings: Settings
) -> None:
    for number in (641, 642, 643):
        server.on(document_url(f"S/2026/{number}"), reply(403))
    harvest = World(settings, PROBE, named=names(640)).run()
    assert (harvest.outcome, harvest.reason) == (Outcome.FAILED, Reason.BLOCKED)
