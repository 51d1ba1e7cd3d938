"""Small things that all frames need: texts joined, found, measured, days and places counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from expectations import grammar


def join(values: Iterable[str | None]) -> str | None:
    """Join what is there into one cell; nothing gives an empty cell."""
    return grammar.SEPARATOR.join(value for value in values if value) or None


def strip(value: str | None) -> str | None:
    """Spaces alone are no text."""
    return value.strip() or None if value else None


def find(pattern: re.Pattern[str], *texts: str | None) -> str | None:
    """Find the first words that match in any of the texts, at most a hundred characters."""
    matches = (pattern.search(text) for text in texts if text)
    return next((match.group().strip()[:100] for match in matches if match), None)


def find_double(values: Iterable[str]) -> str | None:
    """Find the first value that stands there twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None


def count_days(earlier: date | None, later: date | None) -> int | None:
    """Count the days from one date to another, where both are known."""
    return None if earlier is None or later is None else (later - earlier).days


def is_up_to(day: date | None, today: date) -> bool:
    """Whether a date is known and not ahead of the day of the run."""
    return day is not None and day <= today
