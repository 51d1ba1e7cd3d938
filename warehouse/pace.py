"""When sources last named something new, and how often they do: the one reading of it.

The finding on a source's freshness, the alarm of a silent source and the status page are judged
by it alike. New is an item on the day of its first sight, if the source itself named it: numbers
that only a probe asked for are ours, and a page that a backfill read again says nothing of
whether the source still speaks. What a source named at its first load is a sign of life, but no
measure of its pace.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from warehouse.connection import Connection
from warehouse.literals import ask
from warehouse.selecting import restore_value

WATCHED = timedelta(weeks=4)
"""How far back new items are counted."""

_PACES = """
with asked as (
    select source_id, min(started_at_utc) as first_run from ops.source_runs group by source_id
    having $run_id is null or bool_or(run_id = $run_id)
),
news as (
    select source_id, max(first_seen_at_utc) as last,
        count(*) filter (first_seen_at_utc > $since and not is_history) as items
    from ops.discoveries semi join asked using (source_id)
    where state <> 'guessed' and not is_backfilled and first_seen_at_utc <= $now
    group by source_id
)
select source_id, first_run, last, coalesce(items, 0)
from asked left join news using (source_id) order by source_id
"""


@dataclass(frozen=True, slots=True)
class SourcePace:
    """How a source goes: since when it is asked, its last new item, those of the last weeks."""

    source_id: str
    first_run_at_utc: datetime
    last_new_at_utc: datetime | None
    new_items: int

    @property
    def silent_since_utc(self) -> datetime:
        """When it last named something new, or was first asked."""
        return max(self.last_new_at_utc or self.first_run_at_utc, self.first_run_at_utc)

    def count_silent_hours(self, now: datetime) -> float:
        """Count the hours for which it has been silent."""
        return max((now - self.silent_since_utc) / timedelta(hours=1), 0.0)

    def count_weeks(self, now: datetime) -> float:
        """Count the weeks of which `new_items` are."""
        return min(now - self.first_run_at_utc, WATCHED) / timedelta(weeks=1)


def read_paces(con: Connection, now: datetime, run_id: str | None = None) -> dict[str, SourcePace]:
    """Read how each source goes, by id: all that were ever asked, or those asked in one run."""
    values = {"run_id": run_id, "now": now, "since": now - WATCHED}
    rows = ask(con, _PACES, values)
    return {row[0]: SourcePace(*(restore_value(value) for value in row)) for row in rows}
