"""When operators are told: once a change of state, again by a schedule, and when all is clear.

Pure: what was stored, what is seen now and the clock go in; what to store and to say comes out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from tasks.alert.events import make_event_id
from warehouse.rows import ConditionRow
from warehouse.vocabulary import EventType

OK = "ok"
"""The state in which nobody is alarmed."""

_EVENTS = {
    "failing": EventType.SOURCE_FAILING,
    "blocked": EventType.SOURCE_BLOCKED,
    "layout_changed": EventType.LAYOUT_CHANGED,
    "silent": EventType.SOURCE_SILENT,
    "over_limit": EventType.QUARANTINE_OVER_LIMIT,
    "open": EventType.GAP_OPEN,
}


ALARMS = tuple(event.value for event in _EVENTS.values())
"""The types of events that are alarms."""

_GONE = {"gap": "every number is here"}
"""What is said of something that is not seen any more."""


class Kind(StrEnum):
    """What can be in a good or a bad state."""

    SOURCE = "source"
    FRESHNESS = "freshness"
    QUARANTINE = "quarantine"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Observed:
    """How something stands now; `state` is ok or the name of what is wrong.

    `parts` are what it is made of (numbers of a gap): one more is a new alarm. `since` is when
    it began, where that can be told.
    """

    kind: Kind
    subject: str
    state: str
    message: str
    parts: tuple[str, ...] = ()
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """What operators are told: `number` counts from 1 since the last all-clear, which is 0."""

    event_type: EventType
    event_id: str
    thread_id: str
    observed: Observed
    number: int
    since: datetime
    is_repeat: bool = False


def judge_conditions(
    stored: Mapping[tuple[str, str], ConditionRow],
    observed: Iterable[Observed],
    repeat_after: Sequence[timedelta],
    now: datetime,
) -> tuple[tuple[ConditionRow, ...], tuple[Alarm, ...]]:
    """Compare what is seen with what is stored: the rows to write, and the alarms to give.

    What is no longer looked at, such as a source that was switched off, is cleared as well.
    """
    seen = {(one.kind.value, one.subject): one for one in observed}
    gone = [
        Observed(Kind(row.kind), row.subject, OK, _GONE.get(row.kind, "no longer watched"))
        for key, row in stored.items()
        if key not in seen and row.state != OK
    ]
    rows: list[ConditionRow] = []
    alarms: list[Alarm] = []
    for one in [*seen.values(), *gone]:
        row, alarm = _judge(stored.get((one.kind.value, one.subject)), one, repeat_after, now)
        rows += [row] if row is not None else []
        alarms += [alarm] if alarm is not None else []
    return tuple(rows), tuple(alarms)


def _judge(
    stored: ConditionRow | None,
    seen: Observed,
    repeat_after: Sequence[timedelta],
    now: datetime,
) -> tuple[ConditionRow | None, Alarm | None]:
    was_ok = stored is None or stored.state == OK
    if seen.state == OK:
        return (None, None) if stored is None or was_ok else _clear(stored, seen, now)
    if stored is None or was_ok:
        thread = make_event_id("condition", seen.kind, seen.subject, now.isoformat())
        return _alarm(seen, seen.since or now, 1, thread, now)
    number = stored.alarms + 1
    if seen.state != stored.state or set(seen.parts) - _read_parts(stored):
        since = now if seen.state != stored.state else stored.since_at_utc
        return _alarm(seen, since, number, stored.thread_id, now)
    if _is_due(stored, repeat_after, now):
        row, alarm = _alarm(seen, stored.since_at_utc, number, stored.thread_id, now)
        return row, replace(alarm, is_repeat=True)
    return None, None


def _alarm(
    seen: Observed, since: datetime, number: int, thread: str, now: datetime
) -> tuple[ConditionRow, Alarm]:
    event = _EVENTS[seen.state]
    row = ConditionRow(
        kind=seen.kind.value,
        subject=seen.subject,
        state=seen.state,
        detail=json.dumps(seen.parts) if seen.parts else None,
        message=seen.message,
        since_at_utc=since,
        alarms=number,
        last_alarm_at_utc=now,
        thread_id=thread,
    )
    return row, Alarm(event, make_event_id(event, thread, str(number)), thread, seen, number, since)


def _clear(stored: ConditionRow, seen: Observed, now: datetime) -> tuple[ConditionRow, Alarm]:
    row = replace(
        stored,
        state=OK,
        detail=None,
        message=seen.message,
        since_at_utc=now,
        alarms=0,
        last_alarm_at_utc=None,
    )
    event_id = make_event_id(EventType.ALL_CLEAR, stored.thread_id)
    thread, since = stored.thread_id, stored.since_at_utc
    return row, Alarm(EventType.ALL_CLEAR, event_id, thread, seen, 0, since)


def _is_due(stored: ConditionRow, repeat_after: Sequence[timedelta], now: datetime) -> bool:
    wait = repeat_after[min(stored.alarms, len(repeat_after)) - 1]
    return stored.last_alarm_at_utc is None or now - stored.last_alarm_at_utc >= wait


def _read_parts(stored: ConditionRow) -> set[str]:
    return set(json.loads(stored.detail)) if stored.detail else set()
