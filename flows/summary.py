"""What a run reports when it ends: one line a source, and the sums."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tasks.due import Resting
from tasks.records import Record
from warehouse.rows import SourceRunRow
from warehouse.vocabulary import SEEDS, Outcome, Reason


class SourceLine(Record):
    """How one source came out of a run; counts are of documents but for `discovered`."""

    source_id: str
    outcome: Outcome
    reason: Reason | None = None
    message: str | None = None
    discovered: int = 0
    fetched: int = 0
    inserted: int = 0
    updated: int = 0
    noop: int = 0
    quarantined: int = 0
    is_baseline: bool = False

    @property
    def is_history(self) -> bool:
        """Whether what it brought is history: the seed corpus, or a source's first load."""
        return self.is_baseline or self.source_id == SEEDS

    @classmethod
    def of(cls, row: SourceRunRow) -> SourceLine:
        """Take what a run's report says of a source from the row that was stored."""
        return cls(
            source_id=row.source_id,
            outcome=Outcome(row.outcome),
            reason=None if row.reason is None else Reason(row.reason),
            message=row.message,
            discovered=row.discovered,
            fetched=row.fetched,
            inserted=row.inserted,
            updated=row.updated,
            noop=row.noop,
            quarantined=row.quarantined,
            is_baseline=row.is_baseline,
        )


class NotDue(Record):
    """A source that was left alone in this run: no request was sent to it."""

    source_id: str
    standing: str
    last_asked_at_utc: datetime
    due_at_utc: datetime

    @classmethod
    def of(cls, resting: Resting) -> NotDue:
        """Take what a run's report says of a source that rests."""
        return cls(
            source_id=resting.source.id,
            standing=resting.source.standing,
            last_asked_at_utc=resting.asked_at_utc,
            due_at_utc=resting.due_at_utc,
        )


def conclude(lines: Sequence[SourceLine]) -> Outcome:
    """Name a run: NEW if anything changed, FAILED if every watched source failed."""
    watched = [line for line in lines if line.source_id != SEEDS]
    if any(line.inserted or line.updated for line in lines):
        return Outcome.NEW
    if watched and all(line.outcome is Outcome.FAILED for line in watched):
        return Outcome.FAILED
    return Outcome.UNCHANGED


class RunSummary(Record):
    """One run: its sources in order, and what was said to whom.

    `events` are new letters to alert on; each is one message a recipient. `is_stopped` says that
    a signal ended it at a safe point: sources that have no line were not loaded.
    """

    run_id: str
    trigger: str
    sources: tuple[SourceLine, ...]
    not_due: tuple[NotDue, ...] = ()
    events: int = 0
    alerts_sent: int = 0
    alerts_failed: int = 0
    alerts_pending: int = 0
    documents: int = 0
    published: str = ""
    is_stopped: bool = False

    @property
    def has_failed_source(self) -> bool:
        """Whether any source failed; what `--strict` turns into exit 3."""
        return any(line.outcome is Outcome.FAILED for line in self.sources)
