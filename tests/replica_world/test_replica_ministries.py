"""The ministries' pages have the described layouts, page by page, with their traps."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup

from tests.replica.press.catalogue import make_releases
from tests.replica.server import Replica
from tests.replica_world.asking import ask
from tests.replica_world.conftest import TODAY

AZ, AM = "/www.mfa.gov.az", "/www.mfa.am"


def read_page(replica: Replica, path: str) -> BeautifulSoup:
    reply = ask(replica, path)
    assert reply.status == 200
    return BeautifulSoup(reply.text, "lxml")


def list_azerbaijan(replica: Replica, page: int) -> list[tuple[str, date, str]]:
    block = read_page(replica, f"{AZ}/en/news?page={page}").select("div.section_content")[1]
    found = []
    for item in block.select("a.section_newsIn_item"):
        spans = item.select("div.section_newsIn_item_content_information span")
        day = datetime.strptime(spans[1].text, "%d %B %Y").date()  # noqa: DTZ007 - a date only
        title = item.select_one("div.section_newsIn_item_content--header")
        assert title is not None
        found.append((str(item["href"]), day, title.text))
    return found


def list_armenia(replica: Replica, page: int) -> list[tuple[str, date, str]]:
    soup = read_page(replica, f"{AM}/en/news?page={page}")
    found = []
    for item in soup.select("div.news-list ul li"):
        link, day = item.select_one("div a"), item.select_one("div.date.italic")
        assert link is not None
        assert day is not None
        when = datetime.strptime(day.text, "%d %B, %Y").date()  # noqa: DTZ007 - a date only
        found.append((str(link["href"]), when, link.text))
    return found


def test_azerbaijan_lists_ten_or_more_on_two_pages(replica: Replica) -> None:
    first, second = list_azerbaijan(replica, 1), list_azerbaijan(replica, 2)
    assert len(first) + len(second) >= 10
    assert not set(first) & set(second)
    assert all(link.startswith("https://www.mfa.gov.az/en/news/no") for link, _, _ in first)
    assert list_azerbaijan(replica, 3) == second


def test_armenia_lists_ten_or_more_on_two_pages(replica: Replica) -> None:
    first, second = list_armenia(replica, 1), list_armenia(replica, 2)
    assert len(first) + len(second) >= 10
    assert not set(first) & set(second)
    assert all(f"/{day:%Y/%m/%d}/" in link for link, day, _ in first + second)
    assert list_armenia(replica, 3) == []


def test_every_listed_page_is_there_with_its_text(replica: Replica) -> None:
    for release in make_releases(TODAY):
        host = AZ if release.source_id == "mfa_az" else AM
        selector = (
            "div.section_articleInner_body_content--description p"
            if release.source_id == "mfa_az"
            else "div.static-content p"
        )
        texts = [node.text for node in read_page(replica, host + release.path).select(selector)]
        assert texts == (list(release.paragraphs) if release.has_body else [])


def test_interface_text_stands_outside_the_body(replica: Replica) -> None:
    release = next(one for one in make_releases(TODAY) if one.source_id == "mfa_am")
    soup = read_page(replica, AM + release.path)
    body = soup.select_one("div.static-content")
    assert body is not None
    assert "Print the page" in soup.text
    assert "Print the page" not in body.text


def test_one_release_is_empty_and_one_lies_in_the_future() -> None:
    releases = make_releases(TODAY)
    assert [one.source_id for one in releases if not one.has_body] == ["mfa_az"]
    assert [one.source_id for one in releases if one.day > TODAY] == ["mfa_am"]


def test_other_languages_have_listings_of_their_own(replica: Replica) -> None:
    russian = read_page(replica, f"{AM}/ru/news")
    assert "ноябрь, 2026" in russian.select("div.date.italic")[0].text
    assert "noyabr 2026" in read_page(replica, f"{AZ}/az/news").text
    english = [title for _, _, title in list_azerbaijan(replica, 1)]
    assert "Toxum anbarı barədə məktub BMT-nin sənədi kimi yayılıb" in english


def test_statements_have_the_archive_layout(replica: Replica) -> None:
    soup = read_page(replica, f"{AZ}/en/category/statements")
    assert len(soup.select("a.section_archive_item")) == 3


@pytest.mark.parametrize(
    ("host", "rule"),
    [
        ("www.mfa.gov.az", "Crawl-delay: 2"),
        ("www.mfa.am", "Disallow: /*/print/"),
        ("documents.un.org", "Allow: /"),
        ("esubscription.un.org", "Allow: /"),
    ],
)
def test_robots_are_served(replica: Replica, host: str, rule: str) -> None:
    reply = ask(replica, f"/{host}/robots.txt")
    assert (reply.status, rule in reply.text.splitlines()) == (200, True)


@pytest.mark.parametrize("path", ["/example.org/", f"{AZ}/en/nothing", "/undocs.org/robots.txt"])
def test_unknown_hosts_and_paths_are_404(replica: Replica, path: str) -> None:
    assert ask(replica, path).status == 404


def test_numbers_and_keys_are_unique() -> None:
    keys = [(one.source_id, one.key) for one in make_releases(TODAY)]
    assert len(keys) == len(set(keys)) >= 20


def test_what_must_be_read_of_a_letter_stands_in_the_release() -> None:
    for release in make_releases(TODAY):
        text = " ".join(release.paragraphs)
        for mention in release.mentions:
            assert mention.author is not None
            assert mention.author in text
            assert all(symbol in text.replace(" / ", "/", 1) for symbol in mention.symbols[:1])
