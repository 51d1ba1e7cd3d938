"""What is said to operators: the alarm, its repeats and its all-clear, as events for the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from tasks.alert.compose import Addressing, compose_row
from tasks.alert.conditions import Alarm, Kind
from tasks.alert.events import Event
from tasks.alert.message import Line, Message, make_message
from tasks.alert.recipients import Recipient
from tasks.alert.rules import Reason
from tasks.alert.slots import find_slot, is_digest
from tasks.alert.subjects import Subject
from tasks.alert.wording import cut, neutralise
from tasks.alert_settings import Timing
from warehouse.rows import AlertRow, MuteRow
from warehouse.vocabulary import EventType, MuteKind

OPERATORS = "operators"
"""The name under which these rules stand among the watches of an alert."""

_WORDS = {
    EventType.SOURCE_SILENT: "Source silent",
    EventType.SOURCE_FAILING: "Source failing",
    EventType.SOURCE_BLOCKED: "Source blocked",
    EventType.LAYOUT_CHANGED: "Source changed its layout",
    EventType.QUARANTINE_OVER_LIMIT: "Quarantine over its limit",
    EventType.GAP_OPEN: "Gap in the numbers",
    EventType.ALL_CLEAR: "All clear",
}
_HELP = {
    Kind.SOURCE: "herewith sources",
    Kind.FRESHNESS: "herewith sources",
    Kind.QUARANTINE: "herewith quarantine",
    Kind.GAP: "herewith gaps",
}


def compose_alarms(
    alarms: Sequence[Alarm],
    recipients: Sequence[Recipient],
    timing: Timing,
    mutes: Sequence[MuteRow],
    now: datetime,
) -> tuple[AlertRow, ...]:
    """Make the rows that tell operators; what is muted is written as muted.

    Several at once, as when the network is down, are held for a digest that goes at once.
    """
    slot = find_slot(timing, now)
    is_alone = not is_digest(timing) and len(alarms) == 1
    if slot is None and not is_alone:
        slot = now
    muted = {(one.kind, one.value) for one in mutes}
    rows = []
    for alarm in alarms:
        event = _note_alarm(alarm, now)
        addressing = Addressing([Reason(OPERATORS)], [slot], is_alone=is_alone)
        is_muted = bool(
            muted & {(MuteKind.WATCH, OPERATORS), (MuteKind.SOURCE, event.subject.source_id)}
        )
        rows += [
            compose_row(event, recipient, addressing, now, is_muted=is_muted)
            for recipient in recipients
        ]
    return tuple(rows)


def _note_alarm(alarm: Alarm, now: datetime) -> Event:
    kind = alarm.observed.kind
    is_of_source = kind is not Kind.GAP
    return Event(
        event_type=alarm.event_type,
        event_id=alarm.event_id,
        thread_id=alarm.thread_id,
        document_id=None,
        subject=Subject(
            kind="operations",
            source_id=alarm.observed.subject if is_of_source else "",
            event=alarm.event_type.value,
        ),
        message=_describe(alarm, now),
    )


def _describe(alarm: Alarm, now: datetime) -> Message:
    observed = alarm.observed
    subject = neutralise(observed.subject)
    repeated = [Line("Alarm", f"number {alarm.number} about this")] if alarm.is_repeat else []
    lasted = "Lasted" if alarm.event_type is EventType.ALL_CLEAR else "For"
    return make_message(
        f"{_WORDS[alarm.event_type]}{' (again)' if alarm.is_repeat else ''}",
        f"{subject}, {cut(neutralise(observed.message), 150)}",
        [
            Line("What", subject),
            Line("How", neutralise(observed.message)),
            Line("Since", f"{alarm.since:%Y-%m-%d %H:%M} UTC"),
            Line(lasted, print_span(now - alarm.since)),
            *repeated,
            Line("Look at", _HELP[observed.kind]),
        ],
    )


def print_span(span: timedelta) -> str:
    """Write a length of time in its largest unit: 5 days, 3 hours, 12 minutes."""
    for unit, size in (("day", timedelta(days=1)), ("hour", timedelta(hours=1))):
        if span >= size:
            number = span // size
            return f"{number} {unit}{'s' if number > 1 else ''}"
    minutes = span // timedelta(minutes=1)
    return f"{minutes} minute{'s' if minutes != 1 else ''}"
