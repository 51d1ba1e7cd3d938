"""What a request gives back: the record that is stored, and the bytes if they are usable."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import httpx

from tasks.fetch.magic import Accept
from tasks.fetch.outcomes import Verdict
from tasks.records import ArchiveRef, Discovery, FetchRecord
from tasks.sources.declaration import Politeness
from warehouse.answers import Validators

MESSAGE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for, on whose behalf, and how gently; `accept` null means robots.txt.

    `item` is the listed item whose document or page it is; null for feeds and listings. What a
    backfill asks for is marked as such in the archive.
    """

    url: str
    source_id: str
    accept: Accept | None
    pace: Politeness
    validators: Validators | None = None
    item: Discovery | None = None
    is_backfill: bool = False

    @property
    def is_robots(self) -> bool:
        """Whether this asks for a host's robots.txt."""
        return self.accept is None

    @property
    def is_conditional(self) -> bool:
        """Whether the server may answer 304."""
        return bool(self.conditions)

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that make the request conditional; an odd validator is not sent back."""
        known = self.validators or Validators()
        named = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {
            name: value
            for name, value in named.items()
            if value and value.isascii() and value.isprintable()
        }


@dataclass(slots=True)
class Trip:
    """What one try met on its way, filled in as it goes; addresses are the original ones.

    `is_handed_on` says that an answer on the way was one that another source had been given.
    """

    order: Order
    started_at_utc: datetime
    at: httpx.URL
    requests: int = 0
    status: int | None = None
    headers: httpx.Headers = field(default_factory=httpx.Headers)
    body: bytes = b""
    is_complete: bool = False
    is_handed_on: bool = False
    verdict: Verdict | None = None
    archive: ArchiveRef | None = None
    retry_at_utc: datetime | None = None

    def forget_answer(self) -> None:
        """Start the next hop with nothing of the one before."""
        self.status, self.headers, self.body = None, httpx.Headers(), b""
        self.is_complete = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """The end of one call: `body` only where the outcome is NEW.

    `records` are all requests that were really sent for it, in order: robots.txt where it had
    not been read yet, and every try. An answer that another source of the run was given has its
    record too, which says so: what is known of an address is known by source. It is empty
    when the host was not asked at all; `record` then still says why.
    """

    record: FetchRecord
    body: bytes | None
    records: tuple[FetchRecord, ...] = ()

    @property
    def was_sent(self) -> bool:
        """Whether the address itself was asked."""
        return any(record is self.record for record in self.records)


def build_record(trip: Trip, verdict: Verdict) -> FetchRecord:
    """Make the record of one try, a redirected one included."""
    sent, has_answer = trip.order.validators, trip.status is not None
    is_unchanged = trip.status == 304 and sent is not None
    return FetchRecord(
        source_id=trip.order.source_id,
        url=trip.order.url,
        final_url=str(trip.at) if has_answer else None,
        status=trip.status,
        outcome=verdict.outcome,
        reason=verdict.reason,
        message=_build_message(trip, verdict),
        content_type=trip.headers.get("content-type"),
        size_bytes=len(trip.body) if trip.is_complete and trip.status != 304 else None,
        etag=trip.headers.get("etag") or (sent.etag if is_unchanged and sent else None),
        last_modified=trip.headers.get("last-modified")
        or (sent.last_modified if is_unchanged and sent else None),
        archive=trip.archive,
        fetched_at_utc=trip.started_at_utc,
        retry_at_utc=trip.retry_at_utc,
    )


def _build_message(trip: Trip, verdict: Verdict) -> str | None:
    hops = trip.requests - 1
    followed = f"after {hops} redirect{'s' if hops > 1 else ''}" if hops > 0 else None
    shared = "as answered to another source of this run" if trip.is_handed_on else None
    parts = [part for part in (verdict.message, followed, shared) if part]
    return "; ".join(parts)[:MESSAGE_LENGTH] or None
