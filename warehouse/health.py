"""What a person looks at first, counted: news by week, the outbox by state, quarantine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warehouse.connection import Connection
from warehouse.literals import ask
from warehouse.selecting import restore_value

WEEKS = 12
"""How many weeks of news are counted, the present one last."""


@dataclass(frozen=True, slots=True)
class OutboxState:
    """Messages in one state, and since when the oldest of them has been overdue."""

    state: str
    messages: int
    overdue_since_utc: datetime | None


@dataclass(frozen=True, slots=True)
class Held:
    """What one source has in quarantine, in all and of the last seven days."""

    source_id: str
    documents: int
    lately: int
    newest_at_utc: datetime


_NEWS = """
with weeks as (
    select
        source_id,
        datediff('week', first_seen_at_utc, $now::timestamptz) as ago,
        count(*) as items
    from documents
    where not is_history and first_seen_at_utc <= $now
    group by all
)
select source_id, ago, items from weeks where ago between 0 and $weeks - 1
"""

_OUTBOX = """
select state, count(*), min(next_attempt_at_utc) filter (
    state in ('pending', 'held') and next_attempt_at_utc < ?
)
from ops.alerts group by state order by state
"""

_HELD = """
select source_id, count(distinct row_key),
    count(distinct row_key) filter (quarantined_at_utc > $now::timestamptz - interval 7 day),
    max(quarantined_at_utc)
from ops.quarantine group by source_id order by source_id
"""

_SUMS = "select (select count(*) from documents), (select count(*) from letters)"


def read_news(con: Connection, now: datetime) -> dict[str, tuple[int, ...]]:
    """Count what each source brought for the first time in each of the last weeks, oldest first."""
    news: dict[str, list[int]] = {}
    for source_id, ago, items in ask(con, _NEWS, {"now": now, "weeks": WEEKS}):
        news.setdefault(source_id, [0] * WEEKS)[WEEKS - 1 - ago] = items
    return {source_id: tuple(weeks) for source_id, weeks in news.items()}


def read_outbox_states(con: Connection, now: datetime) -> tuple[OutboxState, ...]:
    """Count the messages in each state."""
    rows = ask(con, _OUTBOX, [now])
    return tuple(OutboxState(*(restore_value(value) for value in row)) for row in rows)


def read_held(con: Connection, now: datetime) -> tuple[Held, ...]:
    """Count what is in quarantine, by source."""
    rows = ask(con, _HELD, {"now": now})
    return tuple(Held(*(restore_value(value) for value in row)) for row in rows)


def count_holdings(con: Connection) -> tuple[int, int]:
    """Count the documents and the letters among them."""
    documents, letters = con.execute(_SUMS).fetchall()[0]
    return documents, letters
