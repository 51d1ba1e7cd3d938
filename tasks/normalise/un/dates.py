"""Dates as the six official languages print them; never guessed, never without a year.

Source: un-documents guide, sections 5 and 6 (observed documents); words it does not show are the
usual ones of their language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tasks.normalise.un.alternatives import any_of

_MONTH_NAMES = {
    1: "january janvier enero января январь يناير كانون-الثاني/يناير",
    2: "february février fevrier febrero февраля февраль فبراير شباط/فبراير",
    3: "march mars marzo марта март مارس آذار/مارس",
    4: "april avril abril апреля апрель أبريل نيسان/أبريل",
    5: "may mai mayo мая май مايو أيار/مايو",
    6: "june juin junio июня июнь يونيه يونيو حزيران/يونيه حزيران/يونيو",
    7: "july juillet julio июля июль يوليه يوليو تموز/يوليه تموز/يوليو",
    8: "august août aout agosto августа август أغسطس آب/أغسطس",
    9: "september septembre septiembre setiembre сентября сентябрь سبتمبر أيلول/سبتمبر",
    10: "october octobre octubre октября октябрь أكتوبر تشرين-الأول/أكتوبر",
    11: "november novembre noviembre ноября ноябрь نوفمبر تشرين-الثاني/نوفمبر",
    12: "december décembre decembre diciembre декабря декабрь ديسمبر كانون-الأول/ديسمبر",
}
MONTHS: dict[str, int] = {
    name.replace("-", " "): month for month, names in _MONTH_NAMES.items() for name in names.split()
}
_MONTH = any_of(MONTHS)

_TH = r"(?:\s?er\b|[º°]|st\b|nd\b|rd\b|th\b)?"
DATE = (
    rf"(?:(?:the\s+)?\d{{1,2}}{_TH}\s*(?:de\s+|of\s+)?(?:{_MONTH})\s*,?\s*(?:de\s+|del\s+)?\d{{4}}"
    rf"|(?:{_MONTH})\s+\d{{1,2}},?\s+\d{{4}})"
)
"""`2 March 2021`, `the 2nd of March 2021`, `March 2, 2021`, `1er mars 2021`, `2 de marzo de 2021`,
`2 марта 2021`."""

_DATE = re.compile(
    rf"(?<!\d)(\d{{1,2}}){_TH}\s*(?:de\s+|of\s+)?({_MONTH})\s*,?\s*(?:de\s+|del\s+)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_Found = tuple[int, int, date | None]
_DAY_AND_YEAR = re.compile(r"[^\W\d]\s+\d{1,2},?\s+\d{4}")
_AMERICAN = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}}),?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_SHARED = re.compile(
    rf"((?:\d{{1,2}}(?:\s+(?:{_MONTH}))?\s*(?:,|and|et|y|и|و)\s*)+)(\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}})",
    re.IGNORECASE,
)


_TORN = re.compile(r"\d \d")
_TORN_DAY = re.compile(rf"(?<![\d/-])(?<!\d )([0-3]) (\d) (?=(?:{_MONTH})\b)", re.IGNORECASE)
_TORN_YEAR = re.compile(
    rf"\b({_MONTH}) ((?:19|20) \d\d|[12] \d{{3}}|(?:19|20)\d \d)(?!\d)", re.IGNORECASE
)
_TIGHT = re.compile(rf"(\d{{1,2}})({_MONTH})(\d{{4}})", re.IGNORECASE)


def mend_digits(text: str) -> str:
    """Undo spaces that an extractor put inside a day or a year: they allow no other reading.

    >>> mend_digits("Letter dated 2 8 April 20 21 from"), mend_digits("4 and 5 May 2021")
    ('Letter dated 28 April 2021 from', '4 and 5 May 2021')
    """
    if _TORN.search(text) is None:
        return text
    text = _TORN_DAY.sub(r"\1\2 ", text)
    return _TORN_YEAR.sub(lambda match: f"{match[1]} {match[2].replace(' ', '')}", text)


def make_date(year: str, month: int, day: str) -> date | None:
    """Make a date of printed parts; None when no calendar has it.

    >>> make_date("2021", 2, "28").isoformat(), make_date("2021", 2, "30")
    ('2021-02-28', None)
    """
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """Find every full date in a text: start, end, value; in reading order.

    >>> [str(found) for _, _, found in find_dates("of 1er mars 2021 and 2021年3月2日")]
    ['2021-03-01', '2021-03-02']
    """
    found: list[_Found] = []
    for match in _DATE.finditer(text):
        day, month, year = match.groups()
        found.append((match.start(), match.end(), make_date(year, MONTHS[month.lower()], day)))
    if _DAY_AND_YEAR.search(text):
        found.extend(_find_american(text))
    if "年" in text:
        found.extend(_find_chinese(text))
    return sorted((start, end, value) for start, end, value in found if value is not None)


def _find_american(text: str) -> Iterator[_Found]:
    for match in _AMERICAN.finditer(text):
        month, day, year = match.groups()
        yield match.start(), match.end(), make_date(year, MONTHS[month.lower()], day)


def _find_chinese(text: str) -> Iterator[_Found]:
    for match in _CHINESE.finditer(text):
        year, number, day = match.groups()
        yield match.start(), match.end(), make_date(year, int(number), day)


def parse_date(text: str) -> date | None:
    """The first full date in a text, None if there is none.

    >>> parse_date("Письмо от 15 июня 2023 года").isoformat()
    '2023-06-15'
    """
    dates = find_dates(text)
    return dates[0][2] if dates else None


_LONGEST_LINE = 40
_DIGIT = re.compile(r"\d")


def read_date_line(text: str) -> date | None:
    """The date of a line that holds a date and nothing else; else None.

    >>> read_date_line("3 March 2021*").isoformat(), read_date_line("6 May 2021, Lima")
    ('2021-03-03', None)
    """
    if len(text) > _LONGEST_LINE or _DIGIT.search(text) is None:
        return None
    text = close_date(text)
    dates = find_dates(text)
    if len(dates) != 1:
        return None
    start, end, value = dates[0]
    return None if text[:start].strip() or not _is_tail(text[end:]) else value


def close_date(text: str) -> str:
    """A line that is a date once its spaces are out, with those it should have; else the line.

    >>> close_date("1 6 M ay 2021"), close_date("6 May 2021, Lima")
    ('16 May 2021', '6 May 2021, Lima')
    """
    if len(text) > _LONGEST_LINE:
        return text
    match = _TIGHT.fullmatch("".join(text.split()))
    return " ".join(match.groups()) if match else text


def has_shared_year(text: str) -> bool:
    """Whether several days share a year: `3 and 5 May 2021`.

    >>> has_shared_year("3 and 5 May 2021"), has_shared_year("3 May 2021")
    (True, False)
    """
    return _SHARED.search(text) is not None


def _is_tail(text: str) -> bool:
    """Whether nothing but the words after a year stand here.

    >>> _is_tail(" года"), _is_tail(", Lima")
    (True, False)
    """
    return text.strip(" .*") in ("", "года", "г")
