"""Outbox rows for events: one an event and recipient, all reasons in it, its text frozen."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tasks.alert.events import Event
from tasks.alert.message import give_reasons
from tasks.alert.payload import write_payload
from tasks.alert.recipients import Channel, Recipient
from tasks.alert.rendering import render_html, render_markdown, render_text
from tasks.alert.rules import Judge, Reason, Watch
from tasks.alert.slots import find_slot, is_digest
from warehouse.rows import AlertRow, MuteRow
from warehouse.vocabulary import AlertState, MuteKind


@dataclass(slots=True)
class Addressing:
    """One recipient of an event: why, and when at the earliest.

    `is_alone` if some watch wants no digest, `is_muted` if all of them are muted.
    """

    reasons: list[Reason] = field(default_factory=list)
    slots: list[datetime | None] = field(default_factory=list)
    is_alone: bool = False
    is_muted: bool = True


def compose_alerts(
    events: Sequence[Event],
    watches: Sequence[Watch],
    judge: Judge,
    mutes: Collection[MuteRow],
    now: datetime,
) -> tuple[AlertRow, ...]:
    """Make the rows that tell everybody of the events that their watches match.

    A recipient of several watches that match gets one row, with all their reasons, at the
    earliest of their times. What is muted is written all the same, as muted.
    """
    rows: list[AlertRow] = []
    for event in events:
        addressed = _address(event, watches, judge, mutes, now)
        is_muted = _is_muted(event, mutes)
        rows += [
            compose_row(event, recipient, one, now, is_muted=is_muted or one.is_muted)
            for recipient, one in addressed.items()
        ]
    return tuple(rows)


def compose_row(
    event: Event, recipient: Recipient, addressing: Addressing, now: datetime, *, is_muted: bool
) -> AlertRow:
    """Freeze what one recipient is told of one event."""
    message = give_reasons(event.message, addressing.reasons)
    slot = None if None in addressing.slots else min(one for one in addressing.slots if one)
    if recipient.channel is Channel.FEED:
        slot = None
    waits = slot is not None and not addressing.is_alone
    state = AlertState.HELD if waits else AlertState.PENDING
    return AlertRow(
        alert_id=make_alert_id(event.event_id, recipient.name),
        event_id=event.event_id,
        event_type=event.event_type.value,
        document_id=event.document_id,
        recipient=recipient.name,
        channel=recipient.channel.value,
        title=message.title,
        body_text=render_text(message),
        body_html=render_html(message),
        created_at_utc=now,
        reasons=tuple(str(reason) for reason in message.reasons),
        state=AlertState.MUTED.value if is_muted else state.value,
        next_attempt_at_utc=slot,
        thread_id=event.thread_id,
        watches=tuple(reason.watch for reason in addressing.reasons),
        body_markdown=render_markdown(message),
        payload_json=write_payload(event, message, now),
    )


def make_alert_id(event_id: str, recipient: str) -> str:
    """Name what one recipient is told of one event."""
    return hashlib.sha256(f"{event_id}\x1f{recipient}".encode()).hexdigest()


def _address(
    event: Event,
    watches: Sequence[Watch],
    judge: Judge,
    mutes: Collection[MuteRow],
    now: datetime,
) -> dict[Recipient, Addressing]:
    muted = {one.value for one in mutes if one.kind == MuteKind.WATCH}
    addressed: dict[Recipient, Addressing] = {}
    for watch in watches:
        grounds = judge.find_grounds(watch.rule, event.subject)
        if grounds is None:
            continue
        slot = find_slot(watch.timing, now)
        for recipient in watch.recipients:
            one = addressed.setdefault(recipient, Addressing())
            one.reasons.append(Reason(watch.name, grounds, watch.note))
            if watch.name not in muted:
                one.is_muted = False
                one.slots.append(slot)
                one.is_alone |= not is_digest(watch.timing)
    for one in addressed.values():
        one.slots = one.slots or [None]
    return addressed


def _is_muted(event: Event, mutes: Collection[MuteRow]) -> bool:
    subject = event.subject
    named = {
        *((MuteKind.SENDER, one) for one in subject.senders),
        *((MuteKind.SYMBOL, one) for one in subject.symbols),
        (MuteKind.SOURCE, subject.source_id),
    }
    return any((one.kind, one.value) in named for one in mutes)
