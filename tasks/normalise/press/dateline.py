"""The line of a press text that is its date: `Baku, 12 March 2024`, `date 2023-07-29 …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tasks.sources.dates import find_dates
from tasks.sources.months import fold, read_months

_TIMES = re.compile(
    r"\([^()]{0,30}\)|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b(?:UTC|GMT)\s*[+-]?\s*\d{0,2}|\bMSK\b"
)
_PARTIAL = re.compile(r"\b(\d{1,2})\s+([^\W\d_]{3,12})\b\.?")
_WORDS_BESIDE = 5
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that is a date; `value` is None where it has no year or contradicts itself."""

    value: date | None
    problem: str | None = None


def read_dateline(line: str, languages: Sequence[str]) -> Dateline | None:
    """Read a line that is a date and little else (a place, a label, a time); None if it is not."""
    if len(line) > _LONGEST:
        return None
    dates = list(find_dates(line, languages))
    rest = line
    for found in reversed(dates):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    rest = _TIMES.sub(" ", rest)
    partials = [_read_partial(match, languages) for match in _PARTIAL.finditer(rest)]
    partials = [partial for partial in partials if partial is not None]
    if not dates and not partials:
        return None
    words = re.findall(r"[^\W\d_]+", rest)
    if len(words) - len(partials) > _WORDS_BESIDE or (not dates and len(words) > len(partials)):
        return None
    return _judge({found.value for found in dates}, {p for p in partials if p is not None})


def _judge(dates: set[date], partials: set[tuple[int, int]]) -> Dateline:
    if not dates:
        return Dateline(None, "date_without_year")
    value = min(dates)
    if len(dates) > 1 or any(partial != (value.month, value.day) for partial in partials):
        return Dateline(None, "date_disagrees")
    return Dateline(value)


def _read_partial(match: re.Match[str], languages: Sequence[str]) -> tuple[int, int] | None:
    word = fold(match[2])
    for language in languages:
        if word in read_months(language):
            return read_months(language)[word], int(match[1])
    return None
