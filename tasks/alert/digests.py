"""Digests: what is held for one recipient put into one row, its text frozen, before it is sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from tasks.alert.compose import make_alert_id
from tasks.alert.conditions import ALARMS
from tasks.alert.events import make_event_id
from tasks.alert.payload import write_digest_payload
from tasks.alert.rendering import join_html, join_markdown, join_text
from warehouse.connection import Connection
from warehouse.faults import reach
from warehouse.outbox import read_held, write_digest
from warehouse.rows import AlertRow
from warehouse.vocabulary import AlertState, EventType

MEMBERS_AT_MOST = 100
"""How many events one digest holds; more give a second one."""

_SORTS = ("new letter", "other event", "alarm", "all-clear")
_ALARMS = frozenset(ALARMS)


def write_digests(con: Connection, now: datetime) -> int:
    """Write a digest for everybody whose hour has come; returns how many.

    Each is one transaction. A process that dies after it finds the digest in the outbox, with
    the same event id, and makes no second one.
    """
    written = 0
    for _, held in groupby(read_held(con, now), key=lambda one: one.recipient):
        members = list(held)
        for start in range(0, len(members), MEMBERS_AT_MOST):
            part = members[start : start + MEMBERS_AT_MOST]
            write_digest(con, compose_digest(part, now), part)
            reach("after-digest")
            written += 1
    return written


def compose_digest(members: Sequence[AlertRow], now: datetime) -> AlertRow:
    """Make the row of a digest out of the frozen rows of one recipient."""
    first = members[0]
    event_id = make_event_id(EventType.DIGEST, *(one.event_id for one in members))
    titles = [one.title for one in members]
    title = _name_digest(members, now)
    return AlertRow(
        alert_id=make_alert_id(event_id, first.recipient),
        event_id=event_id,
        event_type=EventType.DIGEST.value,
        document_id=None,
        recipient=first.recipient,
        channel=first.channel,
        title=title,
        body_text=join_text(titles, [one.body_text for one in members]),
        body_html=join_html(titles, [one.body_html for one in members]),
        created_at_utc=now,
        reasons=tuple(dict.fromkeys(watch for one in members for watch in one.watches)),
        state=AlertState.PENDING.value,
        thread_id=event_id,
        watches=tuple(dict.fromkeys(watch for one in members for watch in one.watches)),
        body_markdown=join_markdown(titles, [one.body_markdown or "" for one in members]),
        payload_json=write_digest_payload(
            EventType.DIGEST.value,
            event_id,
            title,
            [one.payload_json or "{}" for one in members],
            now,
        ),
    )


def _name_digest(members: Sequence[AlertRow], now: datetime) -> str:
    if len(members) == 1:
        return members[0].title
    sorts = Counter(_sort(one) for one in members)
    counted = [
        f"{sorts[word]} {word}{'s' if sorts[word] > 1 else ''}" for word in _SORTS if sorts[word]
    ]
    watches = sorted({watch for one in members for watch in one.watches})
    named = f" ({watches[0]})" if len(watches) == 1 else ""
    return f"Digest: {', '.join(counted)}, {now.day} {now:%B} {now.year}{named}"


def _sort(alert: AlertRow) -> str:
    if alert.event_type == EventType.NEW_LETTER:
        return "new letter"
    if alert.event_type == EventType.ALL_CLEAR:
        return "all-clear"
    return "alarm" if alert.event_type in _ALARMS else "other event"
