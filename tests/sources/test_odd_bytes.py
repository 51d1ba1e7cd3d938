"""Listings that are not quite what they ought to be: read all the same, or refused with a name."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tasks.records import Discovery
from tasks.sources.identity import tidy_address
from tasks.sources.registry import listing_parser
from tests.fetch.layouts import LAYOUTS
from tests.sources.pages import armenian, rss, rss_item
from tests.sources.recorded import first_page, parse
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason

Change = Callable[[bytes], bytes]
LAKE = "О рыболовстве на озере и о почтовой службе"
KEYS = {
    "press feed": ["/on-bees-1", "/on-bees-2"],
    "listing": ["/en/news/1-bees", "/en/news/2-bees"],
    "json api": ["/on-bees-1", "/on-bees-2"],
    "wordpress": ["1", "2"],
    "sitemap": ["/on-bees-1", "/on-bees-2"],
}


def read(kind: str, body: bytes) -> tuple[Discovery, ...]:
    source = LAYOUTS[kind].source
    return listing_parser(source)(body, first_page(source), source)


def write(kind: str) -> bytes:
    return LAYOUTS[kind].write([(key, 0) for key in KEYS[kind]])


def entitle(kind: str) -> str:
    """The listing of two items with a Russian title, as text."""
    body = write(kind)
    text = json.dumps(json.loads(body), ensure_ascii=False) if body[:1] in b"[{" else body.decode()
    for old in ("On bees /on-bees-1", "On bees /en/news/1-bees", "On bees &#8211; 1"):
        text = text.replace(old, LAKE)
    return text


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("sitemap", lambda body: b"\n " + body),
        ("sitemap", lambda body: b"\xef\xbb\xbf" + body),
        ("sitemap", lambda body: body + b"\n<script>track()</script>"),
        ("sitemap", lambda body: body.replace(b"<url>", b"<url><x>salt & bees</x>", 1)),
        ("sitemap", lambda body: body.replace(b"<url>", b"<!-- \xef\xf7 --><url>", 1)),
        ("press feed", lambda body: b"\n " + body),
        ("press feed", lambda body: b"<br />Notice: something\n" + body),
        ("press feed", lambda body: body.replace(b"On bees", b"On salt & bees\x0b")),
        ("json api", lambda body: b"\xef\xbb\xbf" + body),
        ("json api", lambda body: body.replace(b"On bees", b"On\tbees")),
        ("wordpress", lambda body: body.replace(b'"id": 1', b'"id": "1"')),
    ],
)
def test_what_is_only_written_badly_loses_nothing(kind: str, change: Change) -> None:
    assert [item.key for item in read(kind, change(write(kind)))] == KEYS[kind]


@pytest.mark.parametrize("kind", ["press feed", "listing", "json api", "wordpress"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1251", "utf-16"])
def test_a_listing_in_another_charset_than_it_says_is_read_right(kind: str, encoding: str) -> None:
    first, second = read(kind, entitle(kind).encode(encoding))
    assert first.title == LAKE
    assert [first.key, second.key] == KEYS[kind]


@pytest.mark.parametrize("kind", ["press feed", "json api", "wordpress"])
def test_one_damaged_byte_damages_one_title(kind: str) -> None:
    body = entitle(kind).encode().replace(b"On bees", b"On \xff bees")
    first, second = read(kind, body)
    assert first.title == LAKE
    assert "�" in (second.title or "")


@pytest.mark.parametrize("kind", ["press feed", "sitemap"])
def test_what_is_cut_off_is_never_a_shorter_list(kind: str) -> None:
    body = write(kind)
    with pytest.raises(ListingError) as caught:
        read(kind, body[: body.rindex(b"<")])
    assert caught.value.reason is Reason.UNEXPECTED_CONTENT


@pytest.mark.parametrize(
    ("address", "tidied"),
    [
        ("https://WWW.mfa.am:443/en/a", "https://www.mfa.am/en/a"),
        ("https://www.mfa.am/en/a;jsessionid=0A1?id=7#top", "https://www.mfa.am/en/a?id=7"),
        ("https://www.mfa.am/a?utm_source=rss&id=7&PHPSESSID=x", "https://www.mfa.am/a?id=7"),
        ("https://www.mfa.am/a?sub.en.mfa&x=%D0%9E", "https://www.mfa.am/a?sub.en.mfa&x=%D0%9E"),
        ("https://www.mfa.am:8443/a?", "https://www.mfa.am:8443/a"),
        ("https://www.mfa.am/Պղնձե շերեփ/a|b", "https://www.mfa.am/Պղնձե%20շերեփ/a%7Cb"),
    ],
)
def test_what_differs_from_visit_to_visit_is_no_part_of_an_address(
    address: str, tidied: str
) -> None:
    assert tidy_address(address) == tidied


def test_links_are_meant_from_where_the_page_says() -> None:
    page = armenian(("news/1-bees", "10 March, 2026", "On bees"))
    page = page.replace(b"<html>", b"<html><head><base href='/en/press/'></head>")
    page = page.replace(b"href='?page=2'", b"href='/en/news?page=2'")
    [item] = read("listing", page)
    assert item.url == "https://www.mfa.am/en/press/news/1-bees"


def test_two_languages_under_one_number_are_two_items_however_they_are_joined() -> None:
    changes = {"languages": ("en", "ru"), "parser": "kinds.numbered"}
    source = LAYOUTS["listing"].source.model_copy(update=changes)
    page = armenian(
        ("/en/news/123-bees", "10 March, 2026", "On bees"),
        ("/ru/news/123-pchely", "10 March, 2026", LAKE),
    )
    found = listing_parser(source)(page, first_page(source), source)
    assert [item.key for item in found] == ["123", "123:ru"]


def test_an_item_described_twice_is_the_later_one_in_any_order() -> None:
    early = rss_item("S/2024/5", "LETTER", "Mon, 11 Mar 2024 09:00:00 GMT")
    late = rss_item("S/2024/5*", "LETTER", "Tue, 12 Mar 2024 09:00:00 GMT")
    [one], [other] = parse("un_sc", rss(early, late)), parse("un_sc", rss(late, early))
    assert one == other
    assert str(one.listed_date) == "2024-03-12"


def test_a_post_without_a_number_is_noted_at_its_neighbour() -> None:
    [only] = read("wordpress", write("wordpress").replace(b'"id": 2', b'"id": null'))
    assert [found.code for found in only.findings] == ["item_without_number"]
