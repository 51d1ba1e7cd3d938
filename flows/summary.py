"""What a run reports when it ends: one line a source, and the sums."""

from __future__ import annotations

from tasks.records import Record
from warehouse.vocabulary import Outcome, Reason


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


class RunSummary(Record):
    """One run: its sources in order, what was quarantined, what was said to whom."""

    run_id: str
    trigger: str
    sources: tuple[SourceLine, ...]
    links_inserted: int = 0
    alerts_written: int = 0
    alerts_sent: int = 0
    alerts_failed: int = 0
    alerts_pending: int = 0
    documents: int = 0
    published: str = ""

    @property
    def outcome(self) -> Outcome:
        """NEW if anything changed, FAILED if every source failed, else UNCHANGED."""
        watched = [line for line in self.sources if line.source_id != "seeds"]
        if any(line.inserted or line.updated for line in self.sources):
            return Outcome.NEW
        if watched and all(line.outcome is Outcome.FAILED for line in watched):
            return Outcome.FAILED
        return Outcome.UNCHANGED

    @property
    def has_failed_source(self) -> bool:
        """Whether any source failed; what `--strict` turns into exit 3."""
        return any(line.outcome is Outcome.FAILED for line in self.sources)
