"""What a source named, as rows of `ops.discoveries`: got, or still to be got."""

from __future__ import annotations

from datetime import datetime

from tasks.recalling import recall_discovery
from tasks.records import Discovery, Harvest, ItemFailure
from warehouse.answers import KnownDiscovery, KnownSource
from warehouse.rows import DiscoveryRow
from warehouse.vocabulary import DiscoveryState, Outcome, Reason


def discovery_rows(
    harvest: Harvest, known: KnownSource, now: datetime, stopped: bool = False
) -> tuple[DiscoveryRow, ...]:
    """Turn what one source named or gave in a run into rows, by key.

    Items that were got are `fetched`; those that failed, and new ones not asked for yet, are
    `pending`; numbers that nobody had named and that were not there are `guessed`. Known ones
    that nobody asked for again give no row: they stay as stored, with the fingerprint under
    which they were got, so that a change still shows next time.

    `stopped` says that a failed assertion kept the batch out of the warehouse: then nothing
    counts as got. A backfill leaves nothing to be got by the runs after it: of what it asked for,
    only what came gives a row.
    """
    if known.is_backfill:
        return _backfilled_rows(harvest, known, now, stopped=stopped)
    got = {item.discovery.key: item.discovery for item in harvest.items}
    failures = {failure.discovery.key: failure for failure in harvest.failures}
    urls = {fetch.url for fetch in harvest.fetches}
    state, reason = DiscoveryState.FETCHED, None
    if stopped:
        state, reason = DiscoveryState.PENDING, Reason.BELOW_MINIMUM
    rows = [_build_row(one, known, now, state, reason) for one in got.values()]
    for key, failure in failures.items():
        if key not in got and not _was_got(failure.discovery, known):
            rows += _build_failed(failure, known, now, was_asked=failure.discovery.url in urls)
    for discovery in _confirmed(harvest, known, got.keys() | failures.keys()):
        rows.append(_build_row(discovery, known, now, DiscoveryState.FETCHED, None))
    asked = {row.key for row in rows}
    for discovery in harvest.discoveries:
        if discovery.key not in asked and discovery.key not in known.discoveries:
            rows.append(_build_waiting_row(discovery, known, now))
    return tuple(sorted(rows, key=lambda row: row.key))


def _build_failed(
    failure: ItemFailure, known: KnownSource, now: datetime, *, was_asked: bool
) -> list[DiscoveryRow]:
    """Build the row of an item that did not come; a guess that was not sent leaves none."""
    if was_asked:
        state = DiscoveryState.GUESSED if failure.is_guess else DiscoveryState.PENDING
        return [_build_row(failure.discovery, known, now, state, failure.reason)]
    if failure.is_guess:
        return []
    return [_build_waiting_row(failure.discovery, known, now, failure.reason)]


def _backfilled_rows(
    harvest: Harvest, known: KnownSource, now: datetime, *, stopped: bool
) -> tuple[DiscoveryRow, ...]:
    if stopped:
        return ()
    got = {item.discovery.key: item.discovery for item in harvest.items}
    return tuple(
        _build_row(got[key], known, now, DiscoveryState.FETCHED, None) for key in sorted(got)
    )


def _was_got(discovery: Discovery, known: KnownSource) -> bool:
    """Whether a failed request was only a second look: what was got stays got."""
    before = known.discoveries.get(discovery.key)
    return (
        before is not None
        and before.state == DiscoveryState.FETCHED
        and before.fingerprint == discovery.fingerprint
    )


def _confirmed(harvest: Harvest, known: KnownSource, asked: set[str]) -> tuple[Discovery, ...]:
    """Select what was asked for again and found unchanged, listed in this run or not."""
    unchanged = {fetch.url for fetch in harvest.fetches if fetch.outcome is Outcome.UNCHANGED}
    listed = {discovery.key: discovery for discovery in harvest.discoveries}
    return tuple(
        listed.get(key) or recall_discovery(key, known)
        for key, before in known.discoveries.items()
        if before.url in unchanged and before.state == DiscoveryState.FETCHED and key not in asked
    )


def _build_row(
    discovery: Discovery,
    known: KnownSource,
    now: datetime,
    state: DiscoveryState,
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
        state=state.value,
        reason=None if reason is None else reason.value,
        attempts=(before.attempts if before else 0) + 1,
        # A number that was not there at the first load is news when it comes.
        is_history=state != DiscoveryState.GUESSED and _is_history(before, known),
        first_seen_at_utc=before.first_seen_at_utc if before else now,
        last_checked_at_utc=now,
        is_backfilled=before.is_backfilled if before else known.is_backfill,
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
        state=DiscoveryState.PENDING.value,
        reason=None if reason is None else reason.value,
        attempts=before.attempts if before else 0,
        is_history=_is_history(before, known),
        first_seen_at_utc=before.first_seen_at_utc if before else now,
        last_checked_at_utc=before.last_checked_at_utc if before else None,
        is_backfilled=before.is_backfilled if before else False,
    )


def _is_history(before: KnownDiscovery | None, known: KnownSource) -> bool:
    """Whether an item was named at its source's first load."""
    return before.is_history if before else known.names_history
