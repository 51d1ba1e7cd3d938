"""Which items are fetched in a run, and in what order.

Wanted are items that are new, that the listing describes otherwise than before, that are still
pending, and young ones due for another look, unless a backfill brought them. An item's date
never decides: a back-dated item that turns up is fetched like any other, and at the first load
everything on the pages walked is. New and changed items come first, then pending ones by the
number of tries, so that a few that never come cannot stand before the rest; second looks come
last.

A pending item is tried in every run; after `TRIES_IN_EVERY_RUN` tries only once in
`recheck_hours`, so that what never comes is not asked for every hour for years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tasks.recalling import recall_discovery
from tasks.records import Discovery
from tasks.sources.declaration import Source
from warehouse.answers import KnownDiscovery, KnownSource
from warehouse.vocabulary import DiscoveryState

TRIES_IN_EVERY_RUN = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item to fetch.

    A recheck is a second look at something that is there already; a retry was asked for before
    and did not come; a guess is a number that nobody named, so that its absence is no miss.
    """

    discovery: Discovery
    is_recheck: bool = False
    is_retry: bool = False
    is_guess: bool = False


def choose_wanted(
    listed: Sequence[Discovery], known: KnownSource, source: Source, now: datetime
) -> tuple[Wanted, ...]:
    """Choose what to fetch from what was listed and what is known."""
    known.recall(one.key for one in listed)
    fresh = [one for one in listed if _is_fresh(one, known)]
    named = {one.key: one for one in fresh}
    pending = [
        (old.attempts, key)
        for key, old in known.discoveries.items()
        if key not in named
        and old.state == DiscoveryState.PENDING
        and _is_pending_due(old, source, now)
    ]
    due = [
        key
        for key, old in known.discoveries.items()
        if key not in named
        and old.state == DiscoveryState.FETCHED
        and _is_recheck_due(old, source, now)
    ]
    return (
        *(Wanted(one) for one in fresh),
        *(Wanted(recall_discovery(key, known), is_retry=True) for _, key in sorted(pending)),
        *(Wanted(recall_discovery(key, known), is_recheck=True) for key in due),
    )


def look_back(source: Source, now: datetime) -> datetime:
    """Say from when on a run must have the source's items at hand, not only for the asking.

    Items that wait, and young ones that are due for another look, are chosen from these.
    """
    return now - timedelta(days=max(source.look_back_days, source.recheck_days) + 1)


def _is_fresh(discovery: Discovery, known: KnownSource) -> bool:
    old = known.discoveries.get(discovery.key)
    return old is None or old.fingerprint != discovery.fingerprint


def _is_pending_due(old: KnownDiscovery, source: Source, now: datetime) -> bool:
    return old.attempts < TRIES_IN_EVERY_RUN or _is_older(
        old.last_checked_at_utc, now, timedelta(hours=source.recheck_hours)
    )


def _is_recheck_due(old: KnownDiscovery, source: Source, now: datetime) -> bool:
    if old.is_backfilled or _is_older(
        old.first_seen_at_utc, now, timedelta(days=source.recheck_days)
    ):
        return False
    return _is_older(old.last_checked_at_utc, now, timedelta(hours=source.recheck_hours))


def _is_older(moment: datetime | None, now: datetime, age: timedelta) -> bool:
    return moment is None or now - moment > age
