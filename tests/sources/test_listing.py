"""Listing pages in trouble: nothing is shortened in silence."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.sources.am import identity as mfa_am
from tasks.sources.az import identity as mfa_az
from tests.sources.pages import armenian, azerbaijani
from tests.sources.recorded import parse, reason_of
from warehouse.vocabulary import Reason

GOOD = ("/en/news/no28023", "12 March 2024", "On the seed vault")


def test_an_item_without_a_readable_date_is_listed_with_a_finding() -> None:
    found = parse("mfa_az", azerbaijani(GOOD, ("/en/news/post", "soon", "On postal services")))
    assert [item.listed_date for item in found] == [date(2024, 3, 12), None]
    assert [finding.code for finding in found[1].findings] == ["date_unreadable"]


def test_when_no_date_can_be_read_the_layout_has_changed() -> None:
    body = azerbaijani(("/en/news/a", "soon", "A"), ("/en/news/b", "2024/03", "B"))
    assert reason_of("mfa_az", body) is Reason.LAYOUT_CHANGED


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#",
        "javascript:void(0)",
        "https://elsewhere.example/news/no28123",
        "mailto:a@b",
        "http://[",
    ],
)
def test_an_item_without_a_link_of_this_site_is_noted_at_its_neighbour(href: str) -> None:
    (only,) = parse("mfa_az", azerbaijani(GOOD, (href, "11 March 2024", "On fisheries")))
    assert only.key == "no28023"
    assert [finding.code for finding in only.findings] == ["item_without_link"]
    assert "On fisheries" in only.findings[0].message


def test_when_no_link_can_be_read_the_layout_has_changed() -> None:
    assert reason_of("mfa_az", azerbaijani(("#", "11 March 2024", "A"))) is Reason.LAYOUT_CHANGED


def test_a_renumbered_item_that_lost_its_words_is_still_listed() -> None:
    bare = azerbaijani(GOOD, ("/en/news/no28123", "", ""))
    assert [item.key for item in parse("mfa_az", bare)] == ["no28023", "no28123"]


def test_an_item_listed_twice_is_one_discovery() -> None:
    assert len(parse("mfa_az", azerbaijani(GOOD, GOOD))) == 1


def test_a_changed_title_changes_the_fingerprint_and_not_the_key() -> None:
    before = parse("mfa_az", azerbaijani(GOOD))[0]
    after = parse("mfa_az", azerbaijani((*GOOD[:2], "On the new seed vault")))[0]
    assert before.key == after.key
    assert before.fingerprint != after.fingerprint


def test_bytes_decide_over_a_wrong_declaration_of_the_encoding() -> None:
    page = armenian(
        ("/en/news/2024/03/12/x/12301", "12 March, 2024", "Sevan’s trout — Գեղարքունիք")
    )
    wrong = page.replace(b"<body>", b"<head><meta charset='windows-1251'></head><body>")
    assert parse("mfa_am", wrong)[0].title == "Sevan’s trout — Գեղարքունիք"


def test_a_declared_eight_bit_encoding_is_read() -> None:
    page = armenian(("/en/news/2024/03/12/x/12301", "12 March, 2024", "Рыболовство"))
    text = page.decode().replace("<body>", "<head><meta charset='windows-1251'></head><body>")
    assert parse("mfa_am", text.encode("windows-1251"))[0].title == "Рыболовство"


def test_a_page_that_wrongly_declares_utf_8_is_read() -> None:
    page = armenian(("/en/news/2024/03/12/x/12301", "12 March, 2024", "О рыболовстве на озере"))
    text = page.decode().replace("<body>", "<head><meta charset='utf-8'></head><body>")
    assert parse("mfa_am", text.encode("windows-1251"))[0].title == "О рыболовстве на озере"


@pytest.mark.parametrize(
    ("url", "key", "number"),
    [
        ("https://www.mfa.gov.az/en/news/no28023", "no28023", "280/23"),
        ("https://www.mfa.gov.az/az/news/No00724/", "no00724", "007/24"),
        ("https://mfa.gov.az/en/news/no28023-on-the-seed-vault", "no28023", "280/23"),
        ("https://mfa.gov.az/index.php/en/news/postal-day/", "/en/news/postal-day", None),
        ("https://mfa.gov.az/en/news/no-more-delays", "/en/news/no-more-delays", None),
    ],
)
def test_the_azerbaijani_address_holds_the_release_number(
    url: str, key: str, number: str | None
) -> None:
    identity = mfa_az.read_url(url)
    assert (identity.key, identity.number) == (key, number)


@pytest.mark.parametrize(
    ("url", "key", "day"),
    [
        ("https://www.mfa.am/en/news/2024/03/12/fish/12301", "12301", date(2024, 3, 12)),
        ("https://www.mfa.am/ru/news/2024/03/12/ryba/12301/", "12301", date(2024, 3, 12)),
        ("https://www.mfa.am/en/news/2024/13/12/fish/12301", "12301", None),
        ("https://www.mfa.am/en/archive/2024/03/12/", "/en/archive/2024/03/12", date(2024, 3, 12)),
    ],
)
def test_the_armenian_address_holds_id_and_day(url: str, key: str, day: date | None) -> None:
    identity = mfa_am.read_url(url)
    assert (identity.key, identity.published_on) == (key, day)
