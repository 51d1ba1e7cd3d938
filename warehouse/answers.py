"""What the warehouse answers: what a load did, and what it remembers of a source."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a load inserted, updated and left as they were."""

    insert: int = 0
    update: int = 0
    noop: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Add two counts field by field."""
        return Counts(
            self.insert + other.insert, self.update + other.update, self.noop + other.noop
        )


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes the next request for an address conditional."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class KnownDiscovery:
    """What the warehouse remembers of an item a source has named before."""

    fingerprint: str
    state: str
    attempts: int
    is_history: bool
    first_seen_at_utc: datetime
    last_checked_at_utc: datetime | None
    url: str
    title: str | None = None
    listed_date: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class KnownSource:
    """What the warehouse remembers of one source at the start of a run.

    `has_baseline` is false until the source has been loaded once: what it names then is
    history and does not alert.
    """

    source_id: str
    has_baseline: bool = False
    discoveries: dict[str, KnownDiscovery] = field(default_factory=dict)
    validators: dict[str, Validators] = field(default_factory=dict)
    payload_hashes: dict[str, str] = field(default_factory=dict)
