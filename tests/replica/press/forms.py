"""Set phrases of press releases, so that each fixture holds only what is its own."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before
from tests.replica.press.spec import ARMENIA, AZERBAIJAN, Language, Mention, Release

FIRST_NUMBER_AZ, FIRST_ID_AM = 360, 13980


def make_azerbaijani(
    today: date,
    days_ago: int,
    title: str,
    *paragraphs: str,
    language: Language = "en",
    listed_in: tuple[Language, ...] = ("en",),
    category: str = "News",
    mentions: tuple[Mention, ...] = (),
    has_body: bool = True,
) -> Release:
    """Return a release of mfa.gov.az; the running number falls by three a day."""
    return Release(
        source_id=AZERBAIJAN,
        number=FIRST_NUMBER_AZ - 3 * days_ago,
        day=days_before(today, days_ago),
        title=title,
        paragraphs=paragraphs,
        language=language,
        listed_in=listed_in,
        category=category,
        mentions=mentions,
        has_body=has_body,
    )


def make_armenian(
    today: date,
    days_ago: int,
    code: str,
    title: str,
    *paragraphs: str,
    language: Language = "en",
    listed_in: tuple[Language, ...] = ("en",),
    mentions: tuple[Mention, ...] = (),
    years_wrong: int = 0,
) -> Release:
    """Return a release of mfa.am; ids fall by two a day; `years_wrong` misprints the year."""
    day = days_before(today, days_ago)
    return Release(
        source_id=ARMENIA,
        number=FIRST_ID_AM - 2 * days_ago,
        day=days_before(day, -365 * years_wrong),
        title=title,
        paragraphs=paragraphs,
        language=language,
        listed_in=listed_in,
        code=code,
        mentions=mentions,
    )
