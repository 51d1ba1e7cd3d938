"""The replica's releases, listed and parsed: the listing's item and the page agree."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.normalise.press_release import parse_press_page
from tasks.records import Discovery, PressRelease
from tasks.sources.registry import find_source, listing_parser
from tests.replica.press import armenia, armenia_pages, azerbaijan, azerbaijan_pages
from tests.replica.press.spec import Release
from warehouse.errors import UnreadableDocumentError

TODAY = date(2026, 3, 10)
ENGLISH = [
    release
    for release in (*azerbaijan.make_releases(TODAY), *armenia.make_releases(TODAY))
    if "en" in release.listed_in
]
WITH_TEXT = [release for release in ENGLISH if release.has_body]


def find_listed(release: Release) -> Discovery:
    writer = azerbaijan_pages if release.source_id == "mfa_az" else armenia_pages
    source = find_source(release.source_id)
    page = writer.write_listing([release], "en", 1, 2).encode()
    (only,) = listing_parser(source)(page, source.urls[0].format(page=1), source)
    return only


def parse(release: Release) -> PressRelease:
    writer = azerbaijan_pages if release.source_id == "mfa_az" else armenia_pages
    listed, source = find_listed(release), find_source(release.source_id)
    html = writer.write_page(release).encode()
    return parse_press_page(html, listed.url, source, listed, fetched_on=TODAY)


@pytest.mark.parametrize("release", ENGLISH, ids=lambda release: release.key)
def test_a_release_is_listed_under_its_natural_key(release: Release) -> None:
    listed = find_listed(release)
    assert (listed.key, listed.title, listed.listed_date) == (
        release.key,
        release.title,
        release.day,
    )


@pytest.mark.parametrize("release", ENGLISH, ids=lambda release: release.key)
def test_a_release_s_page_is_read(release: Release) -> None:
    if not release.has_body:
        with pytest.raises(UnreadableDocumentError):
            parse(release)
        return
    parsed = parse(release)
    assert (parsed.title, parsed.language) == (release.title, release.language)
    assert parsed.number == release.printed_number
    assert parsed.body == "\n\n".join(release.paragraphs)
    # A year misprinted into the future is a finding and no date.
    assert parsed.published_on == (release.day if release.day <= TODAY else None)


@pytest.mark.parametrize("release", WITH_TEXT, ids=lambda release: release.key)
def test_the_letters_a_release_speaks_of_are_found(release: Release) -> None:
    found = parse(release).mentions_letters
    assert [(one.letter_date, one.party, one.addressee, one.symbols) for one in found] == [
        (one.letter_date, one.party, one.addressee, one.symbols) for one in release.mentions
    ]
    assert all(one.author for one in found)
