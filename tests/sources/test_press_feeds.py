"""Press feeds of ministries: days, numbers in titles, single items, strays."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.sources.entries import read_stamp
from tasks.sources.registry import find_source
from tests.sources.pages import rss
from tests.sources.recorded import parse, reason_of
from warehouse.vocabulary import Reason

LINK = "https://www.mfa.gov.tr/no_-187_.en.mfa"
FERRIES, SEEDS = (f"https://www.auswaertiges-amt.de/en/newsroom/{n}" for n in (7, 8))


def item(title: str, published: str = "Wed, 13 Mar 2024 00:30:00 +0300", link: str = LINK) -> str:
    """One item of a press feed."""
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{published}</pubDate></item>"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Wed, 13 Mar 2024 00:30:00 +0300", date(2024, 3, 13)),
        ("13 Mar 2024 23:30:00 GMT", date(2024, 3, 13)),
        ("2024-03-13T00:30:00+03:00", date(2024, 3, 13)),
        ("2024-03-13", date(2024, 3, 13)),
        ("2024-02-30T00:00:00Z", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_that_of_the_publisher_not_of_utc(printed: str, day: date | None) -> None:
    assert read_stamp(printed) == day


@pytest.mark.parametrize(
    ("title", "key", "day"),
    [
        ("No: 187, 1 October 2026, Regarding Seeds", "no187-2026", date(2026, 10, 1)),
        ("NO:7, 1 October 2026, Regarding Seeds", "no7-2026", date(2026, 10, 1)),
        ("QA-15, 8 September 2026, Statement on Post", "qa15-2026", date(2026, 9, 8)),
        ("No: 187, Regarding Seeds", "/no_-187_.en.mfa", date(2024, 3, 13)),
        ("1 October 2026, Regarding Seeds", "/no_-187_.en.mfa", date(2026, 10, 1)),
        ("Notes of 2026 on Seeds", "/no_-187_.en.mfa", date(2024, 3, 13)),
    ],
)
def test_number_and_date_stand_in_the_turkish_title(title: str, key: str, day: date) -> None:
    (only,) = parse("mfa_tr", rss(item(title)))
    assert (only.key, only.listed_date) == (key, day)


def test_the_title_s_date_stands_in_for_one_the_feed_lacks() -> None:
    (only,) = parse("mfa_tr", rss(item("No: 187, 1 October 2026, Regarding Seeds", "soon")))
    assert (only.listed_date, only.findings) == (date(2026, 10, 1), ())


def test_when_neither_title_nor_feed_has_a_date_the_layout_has_changed() -> None:
    assert reason_of("mfa_tr", rss(item("Seeds", "soon"))) is Reason.LAYOUT_CHANGED


def test_an_item_of_another_site_is_noted_at_its_neighbour() -> None:
    stray = item("On fisheries", link="https://ads.example/fish")
    (only,) = parse("mfa_tr", rss(stray, item("No: 187, 1 October 2026, Regarding Seeds")))
    assert [found.code for found in only.findings] == ["item_without_link"]


@pytest.mark.parametrize("source_id", ["mfa_tr", "mfa_de", "mfa_gb_feed"])
def test_entities_are_refused_before_parsing(source_id: str) -> None:
    bomb = rss(item("Seeds")).replace(b"?><rss", b'?><!DOCTYPE r [<!ENTITY a "aa">]><rss')
    assert reason_of(source_id, bomb) is Reason.UNEXPECTED_CONTENT


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("06-05-2026", date(2026, 5, 6)),
        ("2026/06/05", date(2026, 6, 5)),
        ("05.06.2026 10:00", date(2026, 6, 5)),
        ("2026-156", None),
        ("13 mart, 2026", None),
    ],
)
def test_a_stamp_of_no_standard_is_read_by_the_source_s_own_rule_or_not_at_all(
    printed: str, day: date | None
) -> None:
    assert find_source("mfa_de").dates.order == "DMY"
    dated, other = parse(
        "mfa_de", rss(item("Ferries", printed, FERRIES), item("Seeds", link=SEEDS))
    )
    assert dated.listed_date == day
    assert bool(dated.findings) is (day is None)
    assert other.listed_date == date(2024, 3, 13)


@pytest.mark.parametrize(
    ("declared", "encoded"),
    [
        ("utf-8", "utf-8"),
        ("windows-1251", "windows-1251"),
        ("windows-1251", "utf-8"),
        ("utf-8", "windows-1251"),
        ("klingon", "utf-8"),
        ("utf-16", "utf-8"),
    ],
)
def test_letters_are_read_whatever_encoding_a_feed_says_it_has(declared: str, encoded: str) -> None:
    text = rss(item("Рыба и почта", link=FERRIES)).decode().replace("utf-8", declared)
    [found] = parse("mfa_de", text.encode(encoded))
    assert found.title == "Рыба и почта"


@pytest.mark.parametrize("encoding", ["euc-kr", "iso-2022-kr"])
def test_an_encoding_that_is_declared_and_used_is_believed(encoding: str) -> None:
    text = rss(item("예산 우편", link=FERRIES)).decode().replace("utf-8", encoding)
    [found] = parse("mfa_de", text.encode(encoding))
    assert found.title == "예산 우편"
