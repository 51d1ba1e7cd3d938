"""Dates in the forms that ministries print, always in a declared language."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.sources.dates import find_dates, read_date
from tasks.sources.declaration import DateRule


@pytest.mark.parametrize(
    ("printed", "language", "value"),
    [
        ("08 April, 2022", "en", date(2022, 4, 8)),
        ("July 17, 2026", "en", date(2026, 7, 17)),
        ("On : March 31st 2025", "en", date(2025, 3, 31)),
        ("19 сентябрь, 2023", "ru", date(2023, 9, 19)),
        ("10 май, 2023", "ru", date(2023, 5, 10)),
        ("- 06 марта, 2026 / - 22:46", "ru", date(2026, 3, 6)),
        ("19 սեպտեմբերի, 2023", "hy", date(2023, 9, 19)),
        ("20 yanvar 2023", "az", date(2023, 1, 20)),
        ("13 mart, 2026", "az", date(2026, 3, 13)),
        ("1 mart 2021-ci il tarixində", "az", date(2021, 3, 1)),
        ("2021-ci il martın 1-də", "az", date(2021, 3, 1)),
        ("1 Ekim 2026", "tr", date(2026, 10, 1)),
        ("3 mai 2021", "fr", date(2021, 5, 3)),
        ("3 Dec. 15:00", "en", None),
        ("March 2021", "en", None),
        ("31 April 2022", "en", None),
        ("13 mart, 2026", "en", None),
        ("yesterday", "en", None),
    ],
)
def test_a_printed_date(printed: str, language: str, value: date | None) -> None:
    assert read_date(printed, DateRule(formats=("%d %B, %Y",), languages=(language,))) == value


def test_a_declared_format_decides_the_order() -> None:
    american = DateRule(formats=("%m/%d/%y",), languages=("en",), order="MDY")
    assert read_date("2/8/22", american) == date(2022, 2, 8)


def test_two_different_dates_are_no_date() -> None:
    assert read_date("1 March 2021 to 3 March 2021", DateRule()) is None


def test_every_date_of_a_running_text_is_found_in_order() -> None:
    text = "On 1 March 2021 and, as agreed on 2021-03-05, until March 9th, 2021; not in May 2021."
    assert [found.value.day for found in find_dates(text, ("en",))] == [1, 5, 9]
