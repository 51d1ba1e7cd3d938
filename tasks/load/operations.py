"""What happened in a run, as rows of `ops.fetches`, `source_runs`, `runs` and `quarantine`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tasks.records import FetchRecord, Harvest, ParsedItem
from warehouse.answers import KnownSource
from warehouse.quarantine import build_quarantine_id
from warehouse.rows import FetchRow, QuarantineRow, RunRow, SourceRunRow
from warehouse.vocabulary import Outcome, Reason


def fetch_rows(harvest: Harvest, run_id: str) -> tuple[FetchRow, ...]:
    """Turn every request of one source into a row, in the order they were made."""
    return tuple(
        _fetch_row(fetch, run_id, position)
        for position, fetch in enumerate(harvest.fetches, start=1)
    )


def quarantine_rows(
    items: Sequence[ParsedItem], run_id: str, now: datetime
) -> tuple[QuarantineRow, ...]:
    """Turn items that could not be read into rows that point at their bytes; others give none."""
    return tuple(_quarantine_row(item, run_id, now) for item in items if item.document is None)


def source_run_row(
    harvest: Harvest,
    known: KnownSource,
    run_id: str,
    quarantined: int,
    stopped: str | None = None,
) -> SourceRunRow:
    """Say how one source came out of a run; counts of documents are filled in by the load.

    `stopped` is the message of the failed assertion that kept the batch out, if one did.
    """
    outcome, reason, message = _judge(harvest, stopped)
    return SourceRunRow(
        run_id=run_id,
        source_id=harvest.source_id,
        outcome=outcome.value,
        reason=None if reason is None else reason.value,
        message=message,
        discovered=len(harvest.discoveries),
        fetched=len(harvest.items),
        not_yet_available=_count(harvest, Outcome.NOT_YET_AVAILABLE),
        failed=_count(harvest, Outcome.FAILED),
        inserted=0,
        updated=0,
        noop=0,
        quarantined=quarantined,
        is_baseline=_is_baseline(known) and outcome is not Outcome.FAILED,
        started_at_utc=harvest.started_at_utc,
        ended_at_utc=harvest.ended_at_utc,
    )


def run_row(
    run_id: str,
    started_at_utc: datetime,
    trigger: str,
    outcome: Outcome,
    ended_at_utc: datetime | None = None,
    alerts: int = 0,
) -> RunRow:
    """Say how a run came out; its counts are summed from its sources when it is written."""
    return RunRow(
        run_id=run_id,
        started_at_utc=started_at_utc,
        ended_at_utc=ended_at_utc,
        trigger=trigger,
        outcome=outcome.value,
        alerts=alerts,
    )


def _fetch_row(fetch: FetchRecord, run_id: str, position: int) -> FetchRow:
    archive = fetch.archive
    return FetchRow(
        run_id=run_id,
        position=position,
        source_id=fetch.source_id,
        url=fetch.url,
        final_url=fetch.final_url,
        status=fetch.status,
        outcome=fetch.outcome.value,
        reason=None if fetch.reason is None else fetch.reason.value,
        message=fetch.message,
        content_type=fetch.content_type,
        size_bytes=fetch.size_bytes,
        etag=fetch.etag,
        last_modified=fetch.last_modified,
        payload_sha256=None if archive is None else archive.payload_sha256,
        archive_file=None if archive is None else archive.file,
        archive_offset=None if archive is None else archive.offset,
        fetched_at_utc=fetch.fetched_at_utc,
        retry_at_utc=fetch.retry_at_utc,
    )


def _quarantine_row(item: ParsedItem, run_id: str, now: datetime) -> QuarantineRow:
    reason = item.reason or Reason.UNREADABLE
    archive = item.archive
    sha256 = None if archive is None else archive.payload_sha256
    return QuarantineRow(
        quarantine_id=build_quarantine_id(item.source_id, item.key, sha256, reason.value),
        run_id=run_id,
        source_id=item.source_id,
        table_name="documents",
        row_key=item.key,
        expectation=reason.value,
        message=item.message or "the bytes could not be read into a record",
        quarantined_at_utc=now,
        payload_sha256=sha256,
        archive_file=None if archive is None else archive.file,
        archive_offset=None if archive is None else archive.offset,
    )


def _is_baseline(known: KnownSource) -> bool:
    return not (known.has_baseline or known.is_backfill)


def _judge(harvest: Harvest, stopped: str | None) -> tuple[Outcome, Reason | None, str | None]:
    if harvest.outcome is Outcome.FAILED:
        return Outcome.FAILED, harvest.reason, harvest.message
    if stopped is not None:
        return Outcome.FAILED, Reason.BELOW_MINIMUM, stopped
    if harvest.items:
        return Outcome.NEW, None, harvest.message
    return harvest.outcome, harvest.reason, harvest.message


def _count(harvest: Harvest, outcome: Outcome) -> int:
    return sum(failure.outcome is outcome for failure in harvest.failures)
