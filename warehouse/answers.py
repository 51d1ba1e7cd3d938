"""What the warehouse answers: what a load did, and what it remembers of a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    is_backfilled: bool = False


LookUp = Callable[[Sequence[str]], Mapping[str, KnownDiscovery]]
"""Gives what is remembered of items, by key, for those keys that are."""


class KnownDiscoveries(Mapping[str, KnownDiscovery]):
    """What is remembered of a source's items: the recent at hand, the others asked for by key.

    Going through it gives the recent ones, those still waiting included, and those that have
    been asked for; a key that is at hand nowhere is looked up, once.
    """

    def __init__(self, recent: Mapping[str, KnownDiscovery], look_up: LookUp) -> None:
        self._found = dict(recent)
        self._asked = set(recent)
        self._look_up = look_up

    def recall(self, keys: Iterable[str]) -> None:
        """Look up all keys that are not at hand, in one question."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._asked]
        if missing:
            self._found.update(self._look_up(missing))
            self._asked.update(missing)

    def __getitem__(self, key: str) -> KnownDiscovery:
        self.recall([key])
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._found))

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True, slots=True)
class KnownSource:
    """What the warehouse remembers of one source at the start of a run.

    `has_baseline` is false until the source has been loaded once: what it names then is
    history and does not alert. What a backfill names is history in any case, and waits for
    nobody: `is_backfill`. `discoveries` may be `KnownDiscoveries`, whose older items are
    looked up when they are asked for. `named` is for a probe: what others have named.
    """

    source_id: str
    has_baseline: bool = False
    discoveries: Mapping[str, KnownDiscovery] = field(default_factory=dict)
    validators: dict[str, Validators] = field(default_factory=dict)
    payload_hashes: dict[str, str] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    is_backfill: bool = False

    @property
    def names_history(self) -> bool:
        """Whether an item that is named for the first time now is history."""
        return self.is_backfill or not self.has_baseline

    def recall(self, keys: Iterable[str]) -> None:
        """Look up in one question what will be asked for key by key."""
        if isinstance(self.discoveries, KnownDiscoveries):
            self.discoveries.recall(keys)
