"""What a source named, as rows of `ops.discoveries`: got, or still to be got."""

from __future__ import annotations

from datetime import datetime

from tasks.recalling import recall_discovery
from tasks.records import Discovery, Harvest
from warehouse.answers import KnownSource
from warehouse.rows import DiscoveryRow
from warehouse.vocabulary import Outcome, Reason

FETCHED = "fetched"
PENDING = "pending"


def discovery_rows(
    harvest: Harvest, known: KnownSource, now: datetime, stopped: bool = False
) -> tuple[DiscoveryRow, ...]:
    """Turn what one source named or gave in a run into rows, by key.

    Items that were got are `fetched`; those that failed, and new ones not asked for yet, are
    `pending`. Known ones that nobody asked for again give no row: they stay as stored, with the
    fingerprint under which they were got, so that a change still shows next time.

    `stopped` says that a failed assertion kept the batch out of the warehouse: then nothing
    counts as got.
    """
    got = {item.discovery.key: item.discovery for item in harvest.items}
    failures = {failure.discovery.key: failure for failure in harvest.failures}
    urls = {fetch.url for fetch in harvest.fetches}
    rows = []
    for discovery in got.values():
        state, reason = (PENDING, Reason.BELOW_MINIMUM) if stopped else (FETCHED, None)
        rows.append(_build_row(discovery, known, now, state, reason))
    for key, failure in failures.items():
        if key not in got and not _was_got(failure.discovery, known):
            if failure.discovery.url in urls:
                rows.append(_build_row(failure.discovery, known, now, PENDING, failure.reason))
            else:
                rows.append(_build_waiting_row(failure.discovery, known, now, failure.reason))
    for discovery in _confirmed(harvest, known, got.keys() | failures.keys()):
        rows.append(_build_row(discovery, known, now, FETCHED, None))
    asked = {row.key for row in rows}
    for discovery in harvest.discoveries:
        if discovery.key not in asked and discovery.key not in known.discoveries:
            rows.append(_build_waiting_row(discovery, known, now))
    return tuple(sorted(rows, key=lambda row: row.key))


def _was_got(discovery: Discovery, known: KnownSource) -> bool:
    """Whether a failed request was only a second look: what was got stays got."""
    before = known.discoveries.get(discovery.key)
    return (
        before is not None
        and before.state == FETCHED
        and before.fingerprint == discovery.fingerprint
    )


def _confirmed(harvest: Harvest, known: KnownSource, asked: set[str]) -> tuple[Discovery, ...]:
    """Select what was asked for again and found unchanged, listed in this run or not."""
    unchanged = {fetch.url for fetch in harvest.fetches if fetch.outcome is Outcome.UNCHANGED}
    listed = {discovery.key: discovery for discovery in harvest.discoveries}
    return tuple(
        listed.get(key) or recall_discovery(key, known)
        for key, before in known.discoveries.items()
        if before.url in unchanged and before.state == FETCHED and key not in asked
    )


def _build_row(
    discovery: Discovery,
    known: KnownSource,
    now: datetime,
    state: str,
    reason: Reason | None,
) -> DiscoveryRow:
    """Build the row of an item that was asked for in this run."""
    before = known.discoveries.get(discovery.key)
    return DiscoveryRow(
        source_id=discovery.source_id,
        key=discovery.key,
        url=discovery.url,
        title=discovery.title,
        listed_date=discovery.listed_date,
        language=discovery.language,
        fingerprint=discovery.fingerprint,
        state=state,
        reason=None if reason is None else reason.value,
        attempts=(before.attempts if before else 0) + 1,
        is_history=before.is_history if before else not known.has_baseline,
        first_seen_at_utc=before.first_seen_at_utc if before else now,
        last_checked_at_utc=now,
    )


def _build_waiting_row(
    discovery: Discovery, known: KnownSource, now: datetime, reason: Reason | None = None
) -> DiscoveryRow:
    """Build the row of an item whose turn has not come: no request was sent for it."""
    before = known.discoveries.get(discovery.key)
    return DiscoveryRow(
        source_id=discovery.source_id,
        key=discovery.key,
        url=discovery.url,
        title=discovery.title,
        listed_date=discovery.listed_date,
        language=discovery.language,
        fingerprint=discovery.fingerprint,
        state=PENDING,
        reason=None if reason is None else reason.value,
        attempts=before.attempts if before else 0,
        is_history=before.is_history if before else not known.has_baseline,
        first_seen_at_utc=before.first_seen_at_utc if before else now,
        last_checked_at_utc=before.last_checked_at_utc if before else None,
    )
