"""The Ministry of Foreign Affairs of Türkiye: number and date stand in the title.

"No: 187, 1 October 2026, Regarding …" is number 187 of 2026, "QA-15, 8 September 2026, …" the
15th answer to a question of that year; each is a series of its own.
"""

from __future__ import annotations

import re

from tasks.records import Discovery, Finding
from tasks.sources.dates import find_dates
from tasks.sources.declaration import Source
from tasks.sources.kinds import feed
from tasks.sources.readings import collect_readings

read_url = feed.read_url

_NUMBERED = re.compile(r"(?P<series>no|qa)\s*[:.\-–]\s*(?P<number>\d{1,4})\s*,", re.IGNORECASE)
_HEAD = 60


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read the feed; the title's date wins over the feed's.

    Raises:
        ListingError: as the parser of feeds.
    """
    return collect_readings(
        (_read_title(one, source) for one in feed.read_feed(body, url, source)), url
    )


def _read_title(reading: Discovery | Finding, source: Source) -> Discovery | Finding:
    """Number and year make the key; without both the path stays the key."""
    head = (reading.title or "")[:_HEAD] if isinstance(reading, Discovery) else ""
    day = next((found.value for found in find_dates(head, source.dates.languages)), None)
    if day is None or isinstance(reading, Finding):
        return reading
    match = _NUMBERED.match(head)
    key = f"{match['series'].lower()}{int(match['number'])}-{day.year}" if match else reading.key
    return reading.model_copy(update={"key": key, "listed_date": day, "findings": ()})
