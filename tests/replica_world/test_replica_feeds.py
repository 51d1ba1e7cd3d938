"""The feeds have the described form, tell nothing apart that is one, and know the held back."""

from __future__ import annotations

import feedparser
import pytest

from tests.replica.server import Replica
from tests.replica_world.asking import ask

GA, SC = "/esubscription.un.org/rss/gadocs.xml", "/esubscription.un.org/rss/scdocs.xml"


def read_titles(replica: Replica, path: str) -> list[str]:
    return [entry.title for entry in feedparser.parse(ask(replica, path).body).entries]


@pytest.mark.parametrize("path", [GA, SC])
def test_a_feed_is_rss_with_symbol_link_and_capital_title(replica: Replica, path: str) -> None:
    feed = feedparser.parse(ask(replica, path).body)
    assert (feed.version, bool(feed.bozo)) == ("rss20", False)
    assert feed.feed.updated_parsed is not None
    for entry in feed.entries[1:]:
        assert entry.link == "https://undocs.org/" + entry.title.rstrip("*")
        assert entry.description == entry.description.upper()
        assert entry.published_parsed is not None


def test_the_first_item_of_one_feed_is_no_document(replica: Replica) -> None:
    assert "/" not in read_titles(replica, GA)[0]
    assert read_titles(replica, SC)[0].startswith("S/2026/")


def test_a_joint_document_stands_in_both_feeds(replica: Replica) -> None:
    assembly, council = read_titles(replica, GA), read_titles(replica, SC)
    assert ("A/81/925" in assembly, "S/2026/1907" in council) == (True, True)
    assert ("A/81/922–S/2026/1902" in assembly, "S/2026/1902" in council) == (True, True)


def test_a_reissue_is_marked_in_the_title_alone(replica: Replica) -> None:
    assert "S/2026/1910*" in read_titles(replica, SC)


def test_the_two_homes_give_the_same_feed(replica: Replica) -> None:
    assert ask(replica, GA).body == ask(replica, GA.replace("esubscription", "docs")).body


def test_the_first_home_is_dead_and_sends_documents_on(replica: Replica) -> None:
    assert ask(replica, "/undocs.org/rss/gadocs.xml").status == 404
    moved = ask(replica, "/undocs.org/A/81/925")
    assert (moved.status, moved.headers["location"]) == (301, "https://docs.un.org/en/A/81/925")
    assert b"iframe" in ask(replica, "/docs.un.org/en/A/81/925").body


def test_publishing_changes_both_feeds_and_ends_the_304(fresh: Replica) -> None:
    known = {"If-None-Match": ask(fresh, GA).headers["etag"]}
    assert ask(fresh, GA, known).status == 304
    assert "S/2026/1914" not in read_titles(fresh, SC)
    assert fresh.publish() == ["alphabets_held_back"]
    assert ask(fresh, GA, known).status == 200
    assert "A/81/935" in read_titles(fresh, GA)
    assert "S/2026/1914" in read_titles(fresh, SC)
    assert fresh.publish() == []
