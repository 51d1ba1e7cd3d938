"""One release in several languages: joined by its number, or by the links between its pages."""

from __future__ import annotations

import pytest

from tasks.normalise.press_release import parse_press_page
from tasks.records import Discovery, Finding, PressRelease
from tasks.sources.declaration import Source
from tasks.sources.readings import Printed, read_item
from tasks.sources.registry import find_source, url_reader
from tests.normalise.press_pages import PARAGRAPHS, armenian, azerbaijani, paragraphs
from warehouse.vocabulary import DatePrecision

SITE = "https://www.mfa.am"
TEXT = paragraphs(*PARAGRAPHS)


def head(*links: tuple[str, str], canonical: str | None = None) -> str:
    """Links to languages, and to the page itself."""
    named = "".join(f"<link rel='alternate' hreflang='{one}' href='{url}'>" for one, url in links)
    return named + (f"<link rel='canonical' href='{canonical}'>" if canonical else "")


def read(url: str, markup: str, source: Source | None = None) -> PressRelease:
    used = source or find_source("mfa_am").model_copy(update={"variants": "links"})
    return parse_press_page(armenian(TEXT, markup), url, used, None)


def test_pages_that_name_one_another_share_an_announcement() -> None:
    links = (("en", "/en/bees"), ("ru-RU", f"{SITE}/ru/pchely"), ("x-default", "/en/bees"))
    english = read(f"{SITE}/en/bees?from=feed", head(*links, canonical=f"{SITE}/en/bees"))
    russian = read(f"{SITE}/ru/pchely", head(*links))
    assert english.announcement_id == russian.announcement_id == "mfa_am:/en/bees"
    assert english.canonical_url == f"{SITE}/en/bees"
    assert [(one.language, one.url) for one in english.alternates] == [
        ("en", f"{SITE}/en/bees"),
        ("ru", f"{SITE}/ru/pchely"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "",
        head(("ru", "https://elsewhere.example/ru/bees")),
        head(("<script>", "/ru/bees")),
        head(*((f"{a}{b}", f"/{a}{b}/x") for a in "abcde" for b in "fghij")),
    ],
)
def test_what_tells_nothing_joins_nothing(markup: str) -> None:
    release = read(f"{SITE}/en/bees", markup)
    assert (release.announcement_id, release.alternates) == (None, ())


def test_a_canonical_address_of_another_site_is_not_taken() -> None:
    release = read(f"{SITE}/en/bees", head(canonical="https://elsewhere.example/en/bees"))
    assert release.canonical_url is None


def test_a_number_that_languages_share_joins_them() -> None:
    source = find_source("mfa_az")
    found = {
        parse_press_page(
            azerbaijani(TEXT), f"https://www.mfa.gov.az/{language}/news/no28023", source, None
        ).announcement_id
        for language in ("en", "az", "ru")
    }
    assert found == {"mfa_az:no28023"}


def test_with_several_languages_the_key_tells_them_apart() -> None:
    source = find_source("mfa_az").model_copy(update={"languages": ("en", "az")})
    reader = url_reader(source)
    assert reader is not None
    keys = []
    for language in ("en", "az"):
        link = f"https://www.mfa.gov.az/{language}/news/no28023"
        item: Discovery | Finding = read_item(Printed(link, "t", None, None), link, source, reader)
        assert isinstance(item, Discovery)
        keys.append(item.key)
    assert keys == ["no28023", "no28023:az"]


@pytest.mark.parametrize(
    ("printed", "precision"),
    [("12 March, 2024", DatePrecision.DAY), ("March 2024", DatePrecision.MONTH), ("soon", None)],
)
def test_of_a_month_no_day_is_made(printed: str, precision: DatePrecision | None) -> None:
    source = find_source("mfa_am")
    page = source.page
    assert page is not None
    dated = source.model_copy(update={"page": page.model_copy(update={"date": "i"})})
    body = f"{TEXT}<i>{printed}</i>"
    release = parse_press_page(armenian(body), f"{SITE}/en/news/bees/7", dated, None)
    assert release.date_precision is precision
    assert (release.published_on is not None) is (precision is DatePrecision.DAY)
