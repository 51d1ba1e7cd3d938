"""The Security Council's numbers: S/2021/100 is number 100 of 2021, one series a year."""

from __future__ import annotations

import re

from tasks.sources.series import Serial

# An addendum or corrigendum tells that its parent's number was given out.
_NUMBERED = re.compile(r"S/(?P<year>(?:19|20)\d{2})/(?P<number>\d{1,5})(?P<part>/.+)?")


def read_serial(key: str) -> Serial | None:
    """The number that a symbol belongs to; null for a symbol outside the series."""
    match = _NUMBERED.fullmatch(key)
    if match is None:
        return None
    return Serial(int(match["year"]), int(match["number"]), is_whole=match["part"] is None)


def write_key(year: int, number: int) -> str:
    """The symbol of a number."""
    return f"S/{year}/{number}"
