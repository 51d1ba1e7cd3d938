"""Every declared source is served by the replica, in the layout that its parser reads."""

from __future__ import annotations

import json

import pytest

from tasks.normalise.press_release import parse_press_page
from tasks.records import Discovery, PressRelease
from tasks.sources.declaration import Source, SourceKind, Standing
from tasks.sources.registry import find_source, listing_parser, load_all_sources
from tests.replica.server import Replica
from tests.replica.sites.notices import make_notices
from tests.replica_world.asking import ask
from tests.replica_world.conftest import TODAY

OPEN = [
    source.id
    for source in load_all_sources()
    if source.standing in (Standing.REPORTED, Standing.GUESSED)
    and source.kind not in (SourceKind.PROBE, SourceKind.FILE)
]
SECOND_WAYS = {
    "mfa_gb_feed": "mfa_gb",
    "mfa_us_listing": "mfa_us",
    "mfa_us_sitemap": "mfa_us",
}
NOTICES = make_notices(TODAY)


def path_of(url: str) -> str:
    return "/" + url.removeprefix("https://")


def list_items(replica: Replica, source: Source, page: int = 0) -> tuple[Discovery, ...]:
    url = source.list_pages(source.urls[0])[page]
    return listing_parser(source)(ask(replica, path_of(url)).body, url, source)


def read_item(replica: Replica, source: Source, listed: Discovery) -> PressRelease:
    reply = ask(replica, path_of(listed.url))
    assert reply.status == 200
    return parse_press_page(reply.body, listed.url, source, listed, fetched_on=TODAY)


@pytest.mark.parametrize("source_id", OPEN)
def test_a_source_names_at_least_what_it_declares(replica: Replica, source_id: str) -> None:
    source = find_source(source_id)
    assert len(list_items(replica, source)) >= source.assertions.min_listed


@pytest.mark.parametrize("source_id", sorted({*NOTICES, *SECOND_WAYS}))
def test_every_listed_page_says_what_was_written(replica: Replica, source_id: str) -> None:
    source = find_source(source_id)
    written = {one.title: one for one in NOTICES[SECOND_WAYS.get(source_id, source_id)]}
    for listed in list_items(replica, source):
        read = read_item(replica, source, listed)
        notice = written[(read.title or "").rsplit(", ", 1)[-1]]
        assert (read.published_on, read.body) == (notice.day, notice.text)
        assert read.language == ("de" if source_id == "mfa_de" else "en")


@pytest.mark.parametrize("source_id", ["mfa_fr", "mfa_gb", "mfa_us", "mfa_us_listing", "unispal"])
def test_the_pages_of_a_listing_end_in_the_site_s_own_way(replica: Replica, source_id: str) -> None:
    source = find_source(source_id)
    last = ask(replica, path_of(source.list_pages(source.urls[0])[-1]))
    assert last.status == {"mfa_us": 400, "unispal": 400, "mfa_us_listing": 404}.get(source_id, 200)


def test_a_page_number_in_the_query_gives_page_one(replica: Replica) -> None:
    listing = "/www.state.gov/press-releases/"
    assert ask(replica, listing + "?page=2").body == ask(replica, listing).body
    assert ask(replica, listing + "page/2/").body != ask(replica, listing).body


def test_older_posts_of_the_collection_name_no_document(replica: Replica) -> None:
    found = list_items(replica, find_source("unispal"))
    assert [one.code for one in found[0].findings] == ["item_without_symbol"] * 2
    for one in found:
        assert replica.world.find_document(one.key) is not None
        assert one.key not in ask(replica, "/esubscription.un.org/rss/scdocs.xml").text


@pytest.mark.parametrize("name", ["ecosocdocs", "hrc"])
def test_the_councils_have_feeds_of_their_own(replica: Replica, name: str) -> None:
    feed = ask(replica, f"/esubscription.un.org/rss/{name}.xml").text
    others = ask(replica, "/esubscription.un.org/rss/gadocs.xml").text
    assert ("A/HRC/" in feed) == (name == "hrc")
    assert "A/HRC/" not in others
    assert ask(replica, f"/docs.un.org/rss/{name}.xml").status == (200 if name == "hrc" else 404)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/mid.ru/ru/foreign_policy/news/", 200, "bobcmn"),
        ("/mfa.gov.ua/en/news", 403, "Forbidden"),
        ("/mfa.gov.ua/robots.txt", 403, "Forbidden"),
        ("/www.mea.gov.in/press-releases.htm", 200, "Sorry for the inconvenience"),
    ],
)
def test_who_refuses_programs_says_so_in_the_described_way(
    replica: Replica, path: str, status: int, words: str
) -> None:
    reply = ask(replica, path)
    assert (reply.status, words in reply.text) == (status, True)


def test_a_round_brings_one_item_more_to_every_site(fresh: Replica) -> None:
    before = {name: len(list_items(fresh, find_source(name))) for name in NOTICES}
    issued = json.loads(ask(fresh, "/_control/issue", method="POST").body)["issued"]
    assert len(issued) == len(NOTICES)
    for name, count in before.items():
        source = find_source(name)
        now = list_items(fresh, source)
        # The French page holds four; what is pushed off it stands on the next.
        assert len(now) == count + (name != "mfa_fr")
        assert {(one.title or "").rsplit(", ", 1)[-1] for one in now} & set(issued)
    fresh.issue_notices()
    assert fresh.issue_notices() == []


def test_a_back_dated_item_stands_below_known_ones(fresh: Replica) -> None:
    source = find_source("mfa_ge")
    known = [one.key for one in list_items(fresh, source)]
    fresh.issue_notices()
    now = [one.key for one in list_items(fresh, source)]
    (late,) = set(now) - set(known)
    assert now.index(late) > 0


def test_state_gov_asks_for_a_delay_of_five_seconds(replica: Replica) -> None:
    assert "Crawl-delay: 5" in ask(replica, "/www.state.gov/robots.txt").text.splitlines()
