"""Asking for documents by their numbers: a few past the highest known, and holes below it.

Nothing is guessed until a feed has named a number. What other sources have named is theirs to
fetch. A hole that is not there is asked for again and again, ever more rarely: after a quarter
of the time since it was first asked for, at least a day and at most thirty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tasks.fetch.wanted import Wanted
from tasks.records import Discovery, Harvest, ParsedItem, UnDocument
from tasks.sources.declaration import ProbeRule, Source
from tasks.sources.readings import hash_item
from tasks.sources.registry import series_parser
from tasks.sources.series import Serial, SeriesParser, find_gaps
from warehouse.answers import KnownDiscovery, KnownSource
from warehouse.vocabulary import DiscoveryState

OUTLIER = 100
"""A lone number so far above or below all others is a slip or a reissue, not the series' end."""

WATCHED = 10
"""So many numbers of a year show that it was watched to its end, and the next one from 1."""

_LONGEST_WAIT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is known of one year: the numbers here, and where the series begins and ends."""

    year: int
    here: frozenset[int]
    lowest: int
    highest: int


def choose_guesses(
    source: Source, known: KnownSource, named: Iterable[str], now: datetime
) -> tuple[Wanted, ...]:
    """Choose the numbers to ask for in a run: past the highest of each open year, then holes.

    `named` are the keys that other sources have named, fetched or not, and the symbols of all
    documents that are here.
    """
    rule, series = source.probe or ProbeRule(), series_parser(source)
    stretches = measure_years(known, named, series, source, now)
    ahead = [
        series.write(one.year, one.highest + step)
        for one in stretches
        for step in range(1, rule.ahead + 1)
    ]
    holes = _list_due_holes(stretches, known, series, source, now)[: rule.holes]
    return tuple(Wanted(guess_item(source, key), is_guess=True) for key in (*ahead, *holes))


def list_names(harvest: Harvest, items: Iterable[ParsedItem]) -> frozenset[str]:
    """List what a source has named in a run: keys, and every symbol its documents carry.

    A joint document found under its Assembly symbol carries the Council's number as well.
    """
    read = (one.document for one in items if isinstance(one.document, UnDocument))
    symbols = (symbol for document in read for symbol in document.symbols)
    return frozenset((*(one.key for one in harvest.discoveries), *symbols))


def measure_years(
    known: KnownSource, named: Iterable[str], series: SeriesParser, source: Source, now: datetime
) -> list[Stretch]:
    """Measure the years that are open, newest first: this one, and the last one for a while.

    What a backfill brought does not count: the series is watched from where the feeds began.
    """
    own = (
        key
        for key, old in known.discoveries.items()
        if old.state == DiscoveryState.FETCHED and not old.is_backfilled
    )
    serials = {serial for key in (*named, *own) if (serial := series.read(key)) is not None}
    open_years = {now.year, (now - timedelta(days=source.look_back_days)).year}
    found = (_measure_year(year, serials) for year in sorted(open_years, reverse=True))
    return [stretch for stretch in found if stretch is not None]


def _measure_year(year: int, serials: set[Serial]) -> Stretch | None:
    """Measure one year; it begins with 1 where the year before was watched too."""
    was_watched = len({one.number for one in serials if one.year == year - 1}) >= WATCHED
    numbers = _drop_outliers(sorted({one.number for one in serials if one.year == year}))
    if not numbers:
        return Stretch(year, frozenset(), 1, 0) if was_watched else None
    here = frozenset(one.number for one in serials if one.year == year and one.is_whole)
    return Stretch(year, here, 1 if was_watched else numbers[0], numbers[-1])


def _drop_outliers(numbers: list[int]) -> list[int]:
    kept = list(numbers)
    while len(kept) > 1 and kept[-1] - kept[-2] > OUTLIER:
        kept.pop()
    while len(kept) > 1 and kept[1] - kept[0] > OUTLIER:
        kept.pop(0)
    return kept


def _list_due_holes(
    stretches: list[Stretch],
    known: KnownSource,
    series: SeriesParser,
    source: Source,
    now: datetime,
) -> list[str]:
    """The holes whose turn it is: never asked for first, newest first, then the longest unasked."""
    keys = [
        series.write(one.year, number)
        for one in stretches
        for gap in reversed(find_gaps(one.here, one.lowest, one.highest))
        for number in range(gap.last, gap.first - 1, -1)
    ]
    asked = {key: known.discoveries[key] for key in keys if key in known.discoveries}
    due = [key for key in keys if key not in asked or _is_due(asked[key], source, now)]
    return sorted(due, key=lambda key: _last_asked(asked.get(key)))


def _is_due(old: KnownDiscovery, source: Source, now: datetime) -> bool:
    least = timedelta(hours=source.recheck_hours)
    wait = min(max((now - old.first_seen_at_utc) / 4, least), _LONGEST_WAIT)
    return old.last_checked_at_utc is None or now - old.last_checked_at_utc >= wait


def _last_asked(old: KnownDiscovery | None) -> float:
    if old is None or old.last_checked_at_utc is None:
        return 0.0
    return old.last_checked_at_utc.timestamp()


def guess_item(source: Source, key: str) -> Discovery:
    """Write the discovery of a number that nobody has named."""
    return Discovery(
        source_id=source.id,
        key=key,
        url=source.fill_document_url(key, "en"),
        language="en",
        fingerprint=hash_item(key),
    )
