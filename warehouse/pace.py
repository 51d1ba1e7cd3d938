"""How often sources name something new, read for all that a run has asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from warehouse.connection import Connection
from warehouse.literals import ask
from warehouse.selecting import restore_value

WATCHED = timedelta(weeks=4)
"""How far back new items are counted."""

_PACES = """
with asked as (select distinct source_id from ops.source_runs where run_id = $run_id),
begun as (
    select source_id, min(started_at_utc) as at
    from ops.source_runs semi join asked using (source_id) group by source_id
),
news as (
    select source_id, max(first_seen_at_utc) as last,
        count(*) filter (first_seen_at_utc > $since and not is_history) as items
    from ops.discoveries semi join asked using (source_id)
    where state <> 'guessed' and first_seen_at_utc <= $now
    group by source_id
)
select source_id, begun.at, last, coalesce(items, 0)
from begun left join news using (source_id) order by source_id
"""


@dataclass(frozen=True, slots=True)
class SourcePace:
    """How a source goes: since when it is asked, its last new item, those of the last weeks.

    What it named at its first load is history and does not count.
    """

    source_id: str
    first_run_at_utc: datetime
    last_new_at_utc: datetime | None
    new_items: int

    def count_silent_hours(self, now: datetime) -> float:
        """Count the hours since it named something new, or since it was first asked."""
        last = max(self.last_new_at_utc or self.first_run_at_utc, self.first_run_at_utc)
        return max((now - last) / timedelta(hours=1), 0.0)

    def count_weeks(self, now: datetime) -> float:
        """Count the weeks of which `new_items` are."""
        return min(now - self.first_run_at_utc, WATCHED) / timedelta(weeks=1)


def read_paces(con: Connection, run_id: str, now: datetime) -> tuple[SourcePace, ...]:
    """Read how each source goes that was asked in a run."""
    values = {"run_id": run_id, "now": now, "since": now - WATCHED}
    rows = ask(con, _PACES, values)
    return tuple(SourcePace(*(restore_value(value) for value in row)) for row in rows)
