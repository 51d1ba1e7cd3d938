"""Feeds that moved, listings in odd bytes, hosts in a storm: each with the outcome that it has."""

from __future__ import annotations

import pytest

from tasks.settings import Settings
from tasks.sources.registry import find_source
from tests.fetch.harvesting import PDF, keys
from tests.fetch.trouble_server import Answer, TroubleServer, redirect, reply
from tests.sources.pages import armenian, rss, rss_item
from tests.sources.recorded import first_page
from tests.sources.showing import harvest, only_first_listing
from warehouse.vocabulary import Outcome, Reason

HOMES = find_source("un_sc").urls
ITEM = rss_item("S/2024/5", "LETTER ON SEEDS")
BOMB = rss(ITEM).replace(
    b"?><rss", b'?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss'
)
NO_DAY = armenian(("/en/news/2024/03/12/on-post/8301", "soon", "On post"))


def script(server: TroubleServer, *homes: Answer) -> None:
    """Answer for the Council's feed at its homes, and for its one document."""
    for url, answer in zip(HOMES, homes, strict=True):
        server.on(url, answer)
    source = find_source("un_sc")
    server.on(source.fill_document_url("S/2024/5", "en"), reply(200, PDF))


def test_a_feed_that_moved_within_its_house_is_followed(
    server: TroubleServer, settings: Settings
) -> None:
    script(server, redirect(HOMES[1], 301), reply(200, rss(ITEM)))
    found = harvest(find_source("un_sc"), settings)
    assert (found.outcome, keys(found.items)) == (Outcome.NEW, ["S/2024/5"])
    assert server.count(HOMES[0]) == server.count(HOMES[1]) == 1


def test_a_feed_that_moved_to_strangers_is_read_from_its_next_home(
    server: TroubleServer, settings: Settings
) -> None:
    script(server, redirect("https://feeds.example.com/sc.xml", 301), reply(200, rss(ITEM)))
    found = harvest(find_source("un_sc"), settings)
    assert (found.outcome, keys(found.items)) == (Outcome.NEW, ["S/2024/5"])
    assert "home 2 of 2" in (found.message or "")
    assert "feeds.example.com" not in {seen.host for seen in server.seen}


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("https://feeds.example.com/sc.xml", Reason.REDIRECT_REFUSED),
        ("http://10.1.2.3/sc.xml", Reason.REDIRECT_REFUSED),
        ("https://localhost/sc.xml", Reason.REDIRECT_REFUSED),
        (HOMES[0], Reason.REDIRECT_REFUSED),
    ],
)
def test_a_feed_that_moved_out_of_reach_everywhere_is_named(
    server: TroubleServer, settings: Settings, target: str, reason: Reason
) -> None:
    script(server, redirect(target, 301), redirect(target, 301))
    found = harvest(find_source("un_sc"), settings)
    assert (found.outcome, found.reason) == (Outcome.FAILED, reason)
    assert {seen.host for seen in server.seen} <= {"esubscription.un.org", "docs.un.org"}


@pytest.mark.parametrize(
    ("source_id", "body", "reason"),
    [
        ("un_sc", BOMB, Reason.UNEXPECTED_CONTENT),
        ("un_sc", rss(), Reason.EMPTY_LISTING),
        ("un_sc", rss(rss_item("Daily list", "ALL")), Reason.LAYOUT_CHANGED),
        ("mfa_am", NO_DAY, Reason.LAYOUT_CHANGED),
        ("mfa_tr", rss(rss_item("Seeds", "ALL", "soon")), Reason.LAYOUT_CHANGED),
        ("mfa_us", b'{"code": "rest_no_route"}', Reason.LAYOUT_CHANGED),
    ],
)
def test_a_listing_that_cannot_be_used_has_a_name(
    server: TroubleServer, settings: Settings, source_id: str, body: bytes, reason: Reason
) -> None:
    source = only_first_listing(find_source(source_id))
    server.on(first_page(source), reply(200, body))
    found = harvest(source, settings)
    assert (found.outcome, found.reason, found.items) == (Outcome.FAILED, reason, ())
    assert server.count(first_page(source)) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_a_feed_of_one_item_is_read_in_the_encoding_it_is_in(
    server: TroubleServer, settings: Settings, encoding: str
) -> None:
    text = rss(rss_item("S/2024/5", "ПИСЬМО О СЕМЕНАХ")).decode()
    body = text.replace('encoding="utf-8"', f'encoding="{encoding}"').encode(encoding)
    script(server, reply(200, body, content_type="text/xml; charset=iso-8859-1"), reply(404))
    found = harvest(find_source("un_sc"), settings)
    assert [one.title for one in found.discoveries] == ["ПИСЬМО О СЕМЕНАХ"]


def test_a_host_that_asks_for_an_hour_is_not_asked_again_in_the_run(
    server: TroubleServer, settings: Settings
) -> None:
    items = [rss_item(f"S/2024/{number}", "LETTER") for number in range(1, 9)]
    source = find_source("un_sc")
    server.on(HOMES[0], reply(200, rss(*items)))
    for number in range(1, 9):
        url = source.fill_document_url(f"S/2024/{number}", "en")
        server.on(url, reply(503, b"", retry_after="3600") if number == 3 else reply(200, PDF))
    found = harvest(source, settings)
    assert keys(found.items) == ["S/2024/1", "S/2024/2"]
    assert len(found.failures) == 6
    asked = [path for path in server.paths() if path.startswith("/documents.un.org")]
    assert len(asked) == 3, "nothing after the wish to be left alone"
