"""The feed: valid Atom with real titles, whole messages and ids that stay."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import feedparser

from tasks.alert.feed import ATOM, write_feed
from tasks.alert.json_feed import write_json_feed
from tasks.alert.recipients import FEED
from tests.alert.composing import compose_for
from tests.expectations.sample import NOW, make_letter
from warehouse.rows import AlertRow


def compose(*numbers: int) -> list[AlertRow]:
    return list(compose_for([make_letter(number) for number in numbers], [FEED]))


def test_a_feed_reader_sees_titles_messages_and_links(tmp_path: Path) -> None:
    (alert,) = compose(198)
    write_feed(tmp_path / "feed.atom", [alert])
    parsed = feedparser.parse((tmp_path / "feed.atom").read_bytes())
    assert parsed.version == "atom10"
    assert not parsed.bozo
    (entry,) = parsed.entries
    assert entry.id == f"urn:herewith:event:{alert.event_id}"
    assert entry.title == alert.title
    assert entry.link == "https://documents.un.org/api/symbol/access?s=S/2021/198&l=en&t=pdf"
    assert entry.updated == "2026-11-20T09:00:00Z"
    assert entry.content[0].type == "text/html"
    assert "joint survey of sturgeon" in entry.content[0].value


def test_every_element_that_atom_demands_is_there(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed.atom", compose(1, 2))
    root = ElementTree.parse(tmp_path / "feed.atom").getroot()  # noqa: S314 - our own file
    assert root.tag == f"{{{ATOM}}}feed"
    for element in (root, *root.iter(f"{{{ATOM}}}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{{{ATOM}}}{name}")) == 1
    assert root.find(f"{{{ATOM}}}author/{{{ATOM}}}name") is not None


def test_newest_first_and_each_event_once(tmp_path: Path) -> None:
    first, second = compose(1, 2)
    second = replace(second, created_at_utc=NOW + timedelta(hours=1))
    write_feed(tmp_path / "feed.atom", [first, second, first])
    parsed = feedparser.parse((tmp_path / "feed.atom").read_bytes())
    assert [entry.title for entry in parsed.entries] == [second.title, first.title]
    assert parsed.feed.updated == "2026-11-20T10:00:00Z"


def test_the_same_alerts_give_the_same_bytes(tmp_path: Path) -> None:
    write_feed(tmp_path / "a.atom", compose(1, 2))
    write_feed(tmp_path / "b.atom", compose(1, 2))
    assert (tmp_path / "a.atom").read_bytes() == (tmp_path / "b.atom").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.atom", "b.atom"]


def test_the_json_feed_says_the_same(tmp_path: Path) -> None:
    first, second = compose(1, 2)
    second = replace(second, created_at_utc=NOW + timedelta(hours=1))
    write_json_feed(tmp_path / "feed.json", [first, second])
    feed = json.loads((tmp_path / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert [item["title"] for item in feed["items"]] == [second.title, first.title]
    item = feed["items"][1]
    assert item["id"] == f"urn:herewith:event:{first.event_id}"
    assert item["url"] == "https://documents.un.org/api/symbol/access?s=S/2021/1&l=en&t=pdf"
    assert item["content_text"] == first.body_text
    assert item["date_published"] == "2026-11-20T09:00:00Z"
    assert item["tags"] == ["any new letter"]


def test_an_empty_feed_is_a_feed(tmp_path: Path) -> None:
    write_feed(tmp_path / "feed.atom", [])
    parsed = feedparser.parse((tmp_path / "feed.atom").read_bytes())
    assert (parsed.version, parsed.bozo, parsed.entries) == ("atom10", False, [])


def test_what_xml_cannot_hold_does_not_break_the_feed(tmp_path: Path) -> None:
    (alert,) = compose(1)
    spoilt = replace(alert, title="A\x00B\x1b & <c>", body_html="<p>one\x0btwo\ufffe</p>")
    write_feed(tmp_path / "feed.atom", [spoilt])
    (entry,) = feedparser.parse((tmp_path / "feed.atom").read_bytes()).entries
    assert entry.title == "A B & <c>"
