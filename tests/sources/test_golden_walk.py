"""Every source on its good page, an empty one, a changed one, a challenge and a decoy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from tasks.records import Discovery
from tasks.sources.registry import find_source, listing_parser, load_sources
from tests.sources import pages
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason


@dataclass(frozen=True)
class Golden:
    """What a source must make of its recorded pages: key, address, date and title an item."""

    good: bytes
    expected: tuple[tuple[str, str, date, str], ...]
    empty: bytes
    changed: bytes


def _store(symbol: str) -> str:
    return f"https://documents.un.org/api/symbol/access?s={symbol}&l=en&t=pdf"


DAY = date(2024, 3, 12)
NOT_DOCUMENTS = pages.rss(pages.rss_item("Welcome", "LIST"))
GOLDEN = {
    "un_ga": Golden(
        pages.rss(
            pages.rss_item("A/78/900–S/2024/200", "LETTER ON SEED VAULTS"),
            pages.rss_item("A/C.2/78/L.7/Rev.1", "POSTAL SERVICES : DRAFT RESOLUTION"),
        ),
        (
            ("A/78/900", _store("A/78/900"), DAY, "LETTER ON SEED VAULTS"),
            (
                "A/C.2/78/L.7/Rev.1",
                _store("A/C.2/78/L.7/Rev.1"),
                DAY,
                "POSTAL SERVICES : DRAFT RESOLUTION",
            ),
        ),
        pages.rss(),
        NOT_DOCUMENTS,
    ),
    "un_sc": Golden(
        pages.rss(
            pages.rss_item("S/2024/200*", "LETTER ON SEED VAULTS"),
            pages.rss_item("S/PV.9344 (Resumption 1)", "MEETING RECORD"),
            pages.rss_item("S/Agenda/9725", "PROVISIONAL AGENDA"),
        ),
        (
            ("S/2024/200", _store("S/2024/200"), DAY, "LETTER ON SEED VAULTS"),
            (
                "S/PV.9344 (Resumption 1)",
                _store("S/PV.9344%20%28Resumption%201%29"),
                DAY,
                "MEETING RECORD",
            ),
            ("S/Agenda/9725", _store("S/Agenda/9725"), DAY, "PROVISIONAL AGENDA"),
        ),
        pages.rss(),
        NOT_DOCUMENTS,
    ),
    "mfa_az": Golden(
        pages.azerbaijani(
            ("/en/news/no28023", "12 March 2024", "No:280/23, On the seed vault"),
            ("https://mfa.gov.az/en/news/postal-day", "9 March 2024", "Postal day"),
        ),
        (
            (
                "no28023",
                "https://www.mfa.gov.az/en/news/no28023",
                DAY,
                "No:280/23, On the seed vault",
            ),
            (
                "/en/news/postal-day",
                "https://mfa.gov.az/en/news/postal-day",
                date(2024, 3, 9),
                "Postal day",
            ),
        ),
        pages.azerbaijani(),
        pages.REDESIGNED,
    ),
    "mfa_am": Golden(
        pages.armenian(
            ("/en/press-releases/2024/03/12/fish/12301", "12 March, 2024", "On fisheries"),
            ("/en/news/2024/03/11/post/12300", "11 March, 2024", "On postal services"),
        ),
        (
            (
                "12301",
                "https://www.mfa.am/en/press-releases/2024/03/12/fish/12301",
                DAY,
                "On fisheries",
            ),
            (
                "12300",
                "https://www.mfa.am/en/news/2024/03/11/post/12300",
                date(2024, 3, 11),
                "On postal services",
            ),
        ),
        b"<html><body><div class='news-list'><ul></ul></div></body></html>",
        pages.REDESIGNED,
    ),
}
EVERY = [source.id for source in load_sources()]


def parse(source_id: str, body: bytes) -> tuple[Discovery, ...]:
    source = find_source(source_id)
    return listing_parser(source)(body, source.urls[0].format(page=1), source)


def reason_of(source_id: str, body: bytes) -> Reason:
    with pytest.raises(ListingError) as caught:
        parse(source_id, body)
    return caught.value.reason


@pytest.mark.parametrize("source_id", EVERY)
def test_every_source_has_its_recorded_pages(source_id: str) -> None:
    assert source_id in GOLDEN


@pytest.mark.parametrize("source_id", EVERY)
def test_a_good_page_gives_its_items_in_page_order(source_id: str) -> None:
    found = parse(source_id, GOLDEN[source_id].good)
    assert (
        tuple((item.key, item.url, item.listed_date, item.title) for item in found)
        == GOLDEN[source_id].expected
    )
    assert all(item.source_id == source_id and not item.findings for item in found)


@pytest.mark.parametrize("source_id", EVERY)
def test_an_empty_listing_is_a_failure(source_id: str) -> None:
    assert reason_of(source_id, GOLDEN[source_id].empty) is Reason.EMPTY_LISTING


@pytest.mark.parametrize("source_id", EVERY)
def test_a_changed_layout_is_a_failure(source_id: str) -> None:
    assert reason_of(source_id, GOLDEN[source_id].changed) is Reason.LAYOUT_CHANGED


@pytest.mark.parametrize("source_id", EVERY)
def test_a_challenge_and_a_decoy_are_told_apart(source_id: str) -> None:
    assert reason_of(source_id, pages.CHALLENGE) is Reason.CHALLENGE_PAGE
    assert reason_of(source_id, pages.DECOY) is Reason.DECOY_PAGE


@pytest.mark.parametrize("source_id", EVERY)
def test_a_repeated_page_gives_the_same_keys_and_fingerprints(source_id: str) -> None:
    first, again = (parse(source_id, GOLDEN[source_id].good) for _ in range(2))
    assert [(item.key, item.fingerprint) for item in first] == [
        (item.key, item.fingerprint) for item in again
    ]
