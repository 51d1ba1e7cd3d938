"""What the next run is told of a source's items: how the harvest tests remember."""

from __future__ import annotations

from datetime import datetime

from tasks.fetch.wanted import FETCHED, PENDING, recall
from tasks.records import Discovery, Harvest
from warehouse.rows import DiscoveryRow, KnownDiscovery, KnownSource

_Result = tuple[str, str | None]


def remember_discoveries(
    harvest: Harvest, known: KnownSource, now: datetime
) -> tuple[DiscoveryRow, ...]:
    """Make the rows of every item that is new, was asked for, or is described otherwise now.

    An item whose bytes came is fetched; one that failed is pending, unless it was only looked
    at again. A try counts only if a request was really sent for it. An item is history if it
    was first named before its source had a baseline.
    """
    asked = {record.url for record in harvest.fetches}
    results = _read_results(harvest)
    return tuple(
        _build_row(one, known, results.get(one.key), now, was_asked=one.url in asked)
        for one in _collect(harvest, known)
        if one.url in asked or one.key in results or _is_news(one, known)
    )


def _collect(harvest: Harvest, known: KnownSource) -> list[Discovery]:
    named = {one.key: one for one in harvest.discoveries}
    for item in harvest.items:
        named.setdefault(item.discovery.key, item.discovery)
    for failure in harvest.failures:
        named.setdefault(failure.discovery.key, failure.discovery)
    silent = (recall(key, known) for key in known.discoveries if key not in named)
    return [*named.values(), *silent]


def _read_results(harvest: Harvest) -> dict[str, _Result]:
    missed: dict[str, _Result] = {
        one.discovery.key: (PENDING, one.reason.value) for one in harvest.failures
    }
    return missed | {one.discovery.key: (FETCHED, None) for one in harvest.items}


def _is_news(discovery: Discovery, known: KnownSource) -> bool:
    old = known.discoveries.get(discovery.key)
    return old is None or old.fingerprint != discovery.fingerprint


def _build_row(
    discovery: Discovery,
    known: KnownSource,
    result: _Result | None,
    now: datetime,
    *,
    was_asked: bool,
) -> DiscoveryRow:
    old = known.discoveries.get(discovery.key)
    as_before = None if _is_news(discovery, known) else old
    state, reason = _settle(as_before, result)
    return DiscoveryRow(
        source_id=discovery.source_id,
        key=discovery.key,
        url=discovery.url,
        title=discovery.title,
        listed_date=discovery.listed_date,
        language=discovery.language,
        fingerprint=discovery.fingerprint,
        state=state,
        reason=reason,
        attempts=(as_before.attempts if as_before else 0) + int(was_asked),
        is_history=old.is_history if old else not known.has_baseline,
        first_seen_at_utc=old.first_seen_at_utc if old else now,
        last_checked_at_utc=now if was_asked else (old.last_checked_at_utc if old else None),
    )


def _settle(as_before: KnownDiscovery | None, result: _Result | None) -> _Result:
    """A second look that failed or found nothing new leaves a fetched item fetched."""
    if as_before is not None and as_before.state == FETCHED:
        return FETCHED, None
    return result or (PENDING, None)
