"""Dates as printed, always read in a declared language and order, never guessed.

A general date parser that is not told the language turned "13 mart, 2026" into 13 November.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from tasks.sources import months
from tasks.sources.declaration import DateRule

_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_LABEL = re.compile(r"^[^\d:]{1,20}:\s*(?=\S)")
_ISO = r"(?P<iso>\b(?:19|20)\d\d-[01]\d-[0-3]\d\b)"
_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date (day, month and year) in a text and where it stands."""

    value: date
    start: int
    end: int


def read_date(text: str, rule: DateRule) -> date | None:
    """Read a string that is a date: by the declared formats, else in the declared languages.

    Returns None where it is no full date in these forms. Ordinals ("31st") and a label before
    a colon ("On :") are passed over.
    """
    cleaned = _ORDINAL.sub("", " ".join(text.split()))
    for candidate in (cleaned, _LABEL.sub("", cleaned)):
        for pattern in rule.formats:
            if (value := _strptime(_in_english(candidate, rule.languages), pattern)) is not None:
                return value
    found = tuple(find_dates(cleaned, rule.languages))
    if found:
        return found[0].value if len({item.value for item in found}) == 1 else None
    return _read_generally(cleaned, rule)


def is_month(text: str, languages: Sequence[str]) -> bool:
    """Whether a string is a month and a year and nothing else: `October 2026`."""
    match = re.fullmatch(rf"([^\W\d_]+)\.?,?\s+{_YEAR}", " ".join(text.split()))
    word = months.fold(match[1]) if match else None
    return any(word in months.read_months(language) for language in languages)


def find_dates(text: str, languages: Sequence[str]) -> Iterator[FoundDate]:
    """Every full date in a running text, in reading order, months written as words or ISO."""
    for match in _pattern(tuple(languages)).finditer(text):
        value = _date_of(match, languages)
        if value is not None:
            yield FoundDate(value, match.start(), match.end())


@lru_cache(maxsize=32)
def _pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    words = {word for language in languages for word in months.read_months(language)}
    month = "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or "(?!)"
    forms = (
        _ISO,
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|-е)?(?:\s+of)?\s+(?P<m1>{month})\b\.?,?\s+(?P<y1>{_YEAR})"
        r"(?:-c[iıuü]\s+il\w*)?",
        rf"\b(?P<m2>{month})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR})",
        # Azerbaijani puts the year first: "2021-ci il 1 mart", "2021-ci il martın 1-də".
        rf"\b(?P<y3>{_YEAR})-c[iıuü]\s+il(?:in)?\s+(?P<d3>\d{{1,2}})\s+(?P<m3>{month})\b",
        rf"\b(?P<y4>{_YEAR})-c[iıuü]\s+il(?:in)?\s+(?P<m4>{month})\b\s+(?P<d4>\d{{1,2}})\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _date_of(match: re.Match[str], languages: Sequence[str]) -> date | None:
    if match["iso"]:
        return _iso(match["iso"])
    number = next(n for n in "1234" if match[f"y{n}"])
    month = _month(match[f"m{number}"], languages)
    return _whole(int(match[f"y{number}"]), month, int(match[f"d{number}"]))


def _month(word: str, languages: Sequence[str]) -> int:
    folded = months.fold(word)
    return next(table[folded] for table in map(months.read_months, languages) if folded in table)


def _whole(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _in_english(text: str, languages: Sequence[str]) -> str:
    def translate(match: re.Match[str]) -> str:
        folded = months.fold(match[0])
        tables = map(months.read_months, languages)
        number = next((table[folded] for table in tables if folded in table), None)
        return months.ENGLISH[number - 1] if number else match[0]

    return re.sub(r"[^\W\d_]+", translate, text)


def _strptime(text: str, pattern: str) -> date | None:
    try:
        return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a calendar date has no zone
    except ValueError:
        return None


def _read_generally(text: str, rule: DateRule) -> date | None:
    if not re.search(r"\d", text) or len(text) > 60:
        return None
    import dateparser

    parsed: datetime | None = dateparser.parse(
        text,
        languages=list(rule.languages),
        settings={
            "DATE_ORDER": rule.order,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
        },
    )
    return parsed.date() if parsed else None
