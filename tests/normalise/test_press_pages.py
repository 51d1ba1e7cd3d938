"""Press pages: title, text, number, language, and the date with its source."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tasks.normalise.parse import parse_item
from tasks.normalise.press_release import parse_press_page
from tasks.records import ArchiveRef, Discovery, FetchedItem, PressRelease
from tasks.sources.registry import find_source
from tests.normalise.press_pages import PARAGRAPHS, armenian, azerbaijani, paragraphs
from warehouse.errors import UnreadableDocumentError
from warehouse.vocabulary import DateSource

AZ_URL = "https://www.mfa.gov.az/en/news/no28023"
AM_URL = "https://www.mfa.am/en/press-releases/2024/03/12/fish/12301"
BODY = paragraphs(*PARAGRAPHS)


def listed(day: date | None = None, title: str | None = None) -> Discovery:
    return Discovery(
        source_id="mfa_az", key="k", url=AZ_URL, title=title, listed_date=day, fingerprint="f"
    )


def az(html: bytes, discovery: Discovery | None = None, **more: date) -> PressRelease:
    return parse_press_page(html, AZ_URL, find_source("mfa_az"), discovery, **more)


def am(html: bytes, url: str = AM_URL, discovery: Discovery | None = None) -> PressRelease:
    return parse_press_page(html, url, find_source("mfa_am"), discovery)


def codes(release: PressRelease) -> list[str]:
    return [finding.code for finding in release.findings]


def test_a_page_gives_title_number_language_and_whole_paragraphs() -> None:
    release = az(azerbaijani(BODY), listed(date(2024, 3, 12)))
    assert release.title == "On the seed vault"
    assert release.number == "280/23"
    assert release.language == "en"
    assert release.body == "\n\n".join(PARAGRAPHS)
    assert release.findings == ()


def test_the_text_keeps_lists_and_line_breaks_and_loses_scripts() -> None:
    markup = "<p>One <b>bold</b>word<br>two</p><ul><li>three</li></ul>four<script>x()</script>"
    assert az(azerbaijani(markup)).body.split("\n\n") == ["One boldword", "two", "three", "four"]


def test_interface_lines_and_the_repeated_title_are_no_text() -> None:
    release = am(armenian(paragraphs("On fisheries") + BODY))
    assert release.body == "\n\n".join(PARAGRAPHS)


def test_a_whole_page_in_a_form_keeps_its_text() -> None:
    page = armenian(BODY).replace(b"<body>", b"<body><form>").replace(b"</body>", b"</form></body>")
    assert am(page).body == "\n\n".join(PARAGRAPHS)


def test_the_language_is_the_text_s_and_not_the_address_s() -> None:
    text = "В министерстве состоялась встреча директоров почтовых служб двух стран."
    assert am(armenian(paragraphs(text))).language == "ru"


def test_a_windows_1251_page_is_read() -> None:
    text = "В министерстве состоялась встреча директоров почтовых служб."
    head = "<meta charset='windows-1251'>"
    page = armenian(paragraphs(text), head).decode().encode("windows-1251")
    assert am(page).body == text


def test_damaged_bytes_are_a_finding() -> None:
    page = armenian(BODY, "<meta charset='utf-8'>").replace(b"barley", b"bar\xe2\x28ley")
    release = am(page)
    assert "bar\ufffd(ley" in release.body
    assert codes(release) == ["damaged_bytes"]


@pytest.mark.parametrize(
    ("html", "day", "expected"),
    [
        (azerbaijani(BODY), date(2024, 3, 13), (date(2024, 3, 13), DateSource.LISTING)),
        (azerbaijani(BODY), None, (date(2024, 3, 12), DateSource.SITE_RULE)),
        (
            azerbaijani(
                paragraphs(PARAGRAPHS[1]),
                head="<script type='application/ld+json'>"
                '{"@graph":[{"datePublished":"2024-03-11T09:00:00+04:00"}]}</script>',
            ),
            None,
            (date(2024, 3, 11), DateSource.META),
        ),
        (
            azerbaijani(paragraphs("Baku, 10 March 2024", PARAGRAPHS[1])),
            None,
            (date(2024, 3, 10), DateSource.TEXT),
        ),
        (azerbaijani(paragraphs(PARAGRAPHS[1])), None, (None, None)),
        (
            azerbaijani(paragraphs("The vault opened on 12 March 2024 in the north of Norway.")),
            None,
            (None, None),
        ),
    ],
)
def test_dates_in_order_of_trust(
    html: bytes, day: date | None, expected: tuple[date | None, DateSource | None]
) -> None:
    release = az(html, listed(day, "On the seed vault"))
    assert (release.published_on, release.date_source) == expected


def test_the_armenian_address_is_a_site_rule() -> None:
    release = am(armenian(paragraphs(PARAGRAPHS[1])))
    assert (release.published_on, release.date_source) == (date(2024, 3, 12), DateSource.SITE_RULE)


def test_a_listing_that_contradicts_the_address_is_a_finding() -> None:
    release = am(armenian(BODY), discovery=listed(date(2022, 3, 12)))
    assert release.published_on == date(2022, 3, 12)
    assert codes(release) == ["date_disagrees"]


def test_an_implausible_date_is_a_finding_and_not_the_date() -> None:
    release = az(azerbaijani(BODY), listed(date(2042, 3, 12)), fetched_on=date(2024, 3, 14))
    assert (release.published_on, release.date_source) == (date(2024, 3, 12), DateSource.SITE_RULE)
    assert codes(release) == ["date_implausible"]
    assert codes(az(azerbaijani(BODY), listed(date(1970, 1, 1)))) == ["date_implausible"]


def test_a_number_in_the_heading_that_contradicts_the_address_is_a_finding() -> None:
    release = az(azerbaijani(BODY, heading="No:281/23, On the seed vault"))
    assert release.number == "281/23"
    assert "number_disagrees" in codes(release)


def test_a_number_and_a_date_in_the_title_are_read() -> None:
    page = b"<html><body><h1>No: 187, 1 October 2026, Regarding Postal Routes</h1><article>"
    page += b"".join(f"<p>{text}</p>".encode() for text in PARAGRAPHS) + b"</article></body></html>"
    release = parse_press_page(page, None, None, None)
    assert (release.number, release.published_on) == ("187", date(2026, 10, 1))
    assert release.date_source is DateSource.SITE_RULE


def test_a_letter_later_than_the_release_is_a_finding() -> None:
    text = "The Ambassador of Peru sent a letter dated 9 May 2025 to the UN Secretary-General."
    release = am(armenian(paragraphs(text)))
    assert release.mentions_letters[0].letter_date == date(2025, 5, 9)
    assert codes(release) == ["letter_after_release"]


def test_a_page_without_source_is_known_by_its_own_address() -> None:
    head = f"<link rel='canonical' href='{AM_URL}'>"
    release = parse_press_page(armenian(BODY, head), None, None, None)
    assert release.body == "\n\n".join(PARAGRAPHS)
    assert release.published_on == date(2024, 3, 12)


def test_a_changed_layout_is_read_without_selectors_and_said() -> None:
    page = armenian(BODY).replace(b"static-content", b"renewed-content")
    release = am(page)
    assert PARAGRAPHS[1] in release.body
    assert "selector_missed" in codes(release)


@pytest.mark.parametrize(
    "page",
    [
        azerbaijani(""),
        b"<html><body><script>bobcmn()</script></body></html>",
        b"<html><body></body></html>",
        b"",
    ],
)
def test_a_page_without_text_is_unreadable(page: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        az(page)


def test_a_page_nested_without_end_is_read() -> None:
    markup = "<div>" * 5000 + PARAGRAPHS[1]
    assert PARAGRAPHS[1] in az(azerbaijani(markup)).body


@pytest.mark.parametrize("json", ["{", "[" * 100_000, '{"datePublished":"2024-99-99"}', "null"])
def test_broken_machine_readable_heads_say_nothing(json: str) -> None:
    head = f"<script type='application/ld+json'>{json}</script>"
    assert az(azerbaijani(paragraphs(PARAGRAPHS[1]), head=head)).published_on is None


@pytest.mark.parametrize("day", [date(2031, 3, 12), date(1931, 3, 12)])
def test_a_fetched_page_is_never_dated_after_its_coming_or_before_its_site(day: date) -> None:
    item = FetchedItem(
        discovery=listed(day),
        archive=ArchiveRef(file="x", offset=0, payload_sha256="0"),
        url=AZ_URL,
        content_type="text/html",
        fetched_at_utc=datetime(2024, 3, 13, tzinfo=UTC),
    )
    release = parse_item(item, find_source("mfa_az"), azerbaijani(BODY)).document
    assert isinstance(release, PressRelease)
    assert (release.published_on, release.date_source) == (date(2024, 3, 12), DateSource.SITE_RULE)
    assert codes(release) == ["date_implausible"]
