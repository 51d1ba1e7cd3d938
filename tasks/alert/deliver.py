"""The outbox emptied: what is due is sent, and marked only after the channel acknowledged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from tasks.alert.channels import (
    TIMEOUT_SECONDS,
    Print,
    print_alert,
    send_by_apprise,
    send_by_webhook,
)
from tasks.alert.digests import write_digests
from tasks.alert.feed import write_feed
from tasks.alert.json_feed import write_json_feed
from tasks.alert.recipients import Channel, Recipient, name_recipients
from tasks.alert.signing import Post
from tasks.settings import Settings
from warehouse.connection import Connection
from warehouse.errors import DeliveryError
from warehouse.faults import reach
from warehouse.outbox import count_pending, mark_failed, mark_sent, read_due, read_feed
from warehouse.rows import AlertRow
from warehouse.vocabulary import AlertState

FEED_LENGTH = 100
"""Events in the feed."""

_PATIENCE = 3


@dataclass(frozen=True, slots=True)
class Delivered:
    """Messages acknowledged, given up for good, and still waiting in the outbox.

    `alerts` are the rows of those acknowledged.
    """

    sent: int = 0
    failed: int = 0
    pending: int = 0
    alerts: tuple[AlertRow, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a delivery works with."""

    con: Connection
    settings: Settings
    recipients: Mapping[str, Recipient]
    print_line: Print
    post: Post
    timeout_seconds: float
    now: datetime
    started: float = field(default_factory=monotonic)

    def read_clock(self) -> datetime:
        """Tell the time by now: receivers of signatures check it to the minute."""
        return self.now + timedelta(seconds=monotonic() - self.started)


def deliver_due(
    con: Connection,
    settings: Settings,
    now: datetime,
    print_line: Print,
    post: Post,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> Delivered:
    """Send what is due, one by one; each outcome is stored before the next is sent.

    A message that fails waits for its next try and holds up nobody else. After three failures in
    a row the rest of that recipient's messages wait for the next delivery, untried, so that a
    channel that hangs does not hold up the run.
    """
    write_digests(con, now)
    recipients = name_recipients(settings)
    desk = Desk(con, settings, recipients, print_line, post, timeout_seconds, now)
    failures: Counter[str] = Counter()
    states: Counter[AlertState] = Counter()
    sent: list[AlertRow] = []
    for alert in read_due(con, now):
        if failures[alert.recipient] >= _PATIENCE:
            continue
        state = _deliver_one(desk, alert)
        states[state] += 1
        failures[alert.recipient] = 0 if state is AlertState.SENT else failures[alert.recipient] + 1
        sent += [alert] if state is AlertState.SENT else []
    return Delivered(
        states[AlertState.SENT], states[AlertState.FAILED], count_pending(con), tuple(sent)
    )


def write_feeds(con: Connection, settings: Settings) -> None:
    """Write both feeds anew.

    Raises:
        OSError: one cannot be written.
    """
    events = read_feed(con, FEED_LENGTH)
    write_feed(settings.paths.feed, events)
    write_json_feed(settings.paths.json_feed, events)


def _deliver_one(desk: Desk, alert: AlertRow) -> AlertState:
    try:
        _send(desk, alert)
    except DeliveryError as error:
        return mark_failed(desk.con, alert.alert_id, str(error), desk.now)
    reach("after-send")
    reach("before-mark")
    mark_sent(desk.con, alert.alert_id, desk.now)
    return AlertState.SENT


def _send(desk: Desk, alert: AlertRow) -> None:
    recipient = desk.recipients.get(alert.recipient)
    if recipient is None:
        raise DeliveryError("this recipient is no longer configured")
    match recipient.channel:
        case Channel.TERMINAL:
            print_alert(alert, desk.print_line)
        case Channel.FEED:
            _publish_feed(desk)
        case Channel.APPRISE:
            send_by_apprise(alert, recipient, desk.timeout_seconds)
        case Channel.WEBHOOK:
            send_by_webhook(alert, recipient, desk.read_clock(), desk.timeout_seconds, desk.post)


def _publish_feed(desk: Desk) -> None:
    """Write the feeds anew; they hold this event and all others that are known."""
    try:
        write_feeds(desk.con, desk.settings)
    except OSError as error:
        raise DeliveryError(f"the feed could not be written: {error.strerror}") from None
