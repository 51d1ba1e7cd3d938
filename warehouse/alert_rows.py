"""The typed rows of alerting: the outbox, what is muted, what operators are alarmed about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from warehouse.row import Row


@dataclass(frozen=True, slots=True)
class AlertRow(Row):
    """A row of `ops.alerts`."""

    table: ClassVar[str] = "ops.alerts"
    identity: ClassVar[tuple[str, ...]] = ("alert_id",)

    alert_id: str
    event_id: str
    event_type: str
    document_id: str | None
    recipient: str
    channel: str
    title: str
    body_text: str
    body_html: str
    created_at_utc: datetime
    reasons: tuple[str, ...] = ()
    state: str = "pending"
    attempts: int = 0
    next_attempt_at_utc: datetime | None = None
    sent_at_utc: datetime | None = None
    last_error: str | None = None
    thread_id: str | None = None
    watches: tuple[str, ...] = ()
    body_markdown: str | None = None
    payload_json: str | None = None
    digest_id: str | None = None


@dataclass(frozen=True, slots=True)
class MuteRow(Row):
    """A row of `ops.mutes`."""

    table: ClassVar[str] = "ops.mutes"
    identity: ClassVar[tuple[str, ...]] = ("kind", "value")

    kind: str
    value: str
    until_at_utc: datetime
    muted_at_utc: datetime


@dataclass(frozen=True, slots=True)
class ConditionRow(Row):
    """A row of `ops.conditions`."""

    table: ClassVar[str] = "ops.conditions"
    identity: ClassVar[tuple[str, ...]] = ("kind", "subject")

    kind: str
    subject: str
    state: str
    detail: str | None
    message: str
    since_at_utc: datetime
    alarms: int
    last_alarm_at_utc: datetime | None
    thread_id: str
