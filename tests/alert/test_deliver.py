"""Delivery against real sinks: once, in the right order, never marked without acknowledgement."""

from __future__ import annotations

import logging
import socket
from datetime import timedelta
from email import message_from_bytes, policy

import feedparser
import pytest

from tasks.alert.deliver import Delivered, deliver_due
from tasks.alert.recipients import list_recipients
from tasks.fetch.webhook import post_webhook
from tasks.settings import Settings
from tests.alert.conftest import Load
from tests.alert.sinks import Mailbox, Webhook
from tests.expectations.sample import NOW
from warehouse.connection import Connection
from warehouse.outbox import read_feed, redeliver

TIMEOUT = 0.5


def deliver(
    con: Connection, settings: Settings, lines: list[str] | None = None, hours: float = 0
) -> Delivered:
    printed = [] if lines is None else lines
    now = NOW + timedelta(hours=hours)
    return deliver_due(con, settings, now, printed.append, post_webhook, TIMEOUT)


def read_states(con: Connection) -> dict[str, tuple[str, int, str | None]]:
    rows = con.execute("select recipient, state, attempts, last_error from ops.alerts").fetchall()
    return {recipient: (state, attempts, error) for recipient, state, attempts, error in rows}


def find_free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_every_recipient_gets_one_message(
    con: Connection, load: Load, webhook: Webhook, mailbox: Mailbox
) -> None:
    settings = Settings(alert_urls=f"{webhook.url} {mailbox.url}")
    load(settings, 198)
    lines: list[str] = []
    assert deliver(con, settings, lines) == Delivered(sent=4)
    assert lines[0].startswith("New letter: Azerbaijan to Secretary-General")
    assert "  Dated:         2 March 2021" in lines
    feed = feedparser.parse(settings.paths.feed.read_bytes())
    assert [entry.title for entry in feed.entries] == [lines[0]]
    assert len(webhook.received) == len(mailbox.received) == 1
    assert webhook.received[0]["title"] == lines[0]
    assert "Dated:         2 March 2021" in webhook.received[0]["message"]


def test_a_repeated_delivery_and_a_repeated_load_send_nothing_more(
    con: Connection, load: Load, webhook: Webhook, mailbox: Mailbox
) -> None:
    settings = Settings(alert_urls=f"{webhook.url} {mailbox.url}")
    for _ in range(3):
        load(settings, 198)
        deliver(con, settings)
    assert len(webhook.received) == len(mailbox.received) == 1


def test_a_mail_has_a_subject_a_plain_part_and_html(
    con: Connection, load: Load, mailbox: Mailbox
) -> None:
    settings = Settings(alert_urls=mailbox.url)
    load(settings, 198)
    deliver(con, settings)
    mail = message_from_bytes(mailbox.received[0], policy=policy.default)
    assert mail["Subject"] == (
        "New letter: Azerbaijan to Secretary-General, 2 March 2021 (A/75/198–S/2021/198)"
    )
    (event_id,) = {alert.event_id for alert in read_feed(con, 9)}
    assert mail["Idempotency-Key"] == event_id
    html, plain = mail.get_body(("html",)), mail.get_body(("plain",))
    assert html is not None
    assert plain is not None
    assert '<a rel="alternate" href="https://documents.un.org' in html.get_content()
    assert "Dated:         2 March 2021" in plain.get_content().splitlines()
    assert "https://documents.un.org/api/symbol/access?s=S/2021/198" in plain.get_content()
    assert "<" not in plain.get_content()


@pytest.mark.parametrize("status", [500, 503, 404])
def test_a_refused_message_stays_and_is_sent_when_the_sink_is_back(
    con: Connection, load: Load, webhook: Webhook, status: int
) -> None:
    settings = Settings(alert_urls=webhook.url)
    name = list_recipients(settings)[-1].name
    load(settings, 198)
    webhook.status = status
    assert deliver(con, settings) == Delivered(sent=2, pending=1)
    assert read_states(con)[name] == (
        "pending",
        1,
        f"the channel did not acknowledge the message (status {status})",
    )
    webhook.status = 200
    assert deliver(con, settings) == Delivered(pending=1)
    assert deliver(con, settings, hours=1) == Delivered(sent=1)
    assert webhook.keys[0] == webhook.keys[1]


def test_a_sink_that_hangs_does_not_hold_up_the_others(
    con: Connection, load: Load, webhook: Webhook, mailbox: Mailbox
) -> None:
    settings = Settings(alert_urls=f"{webhook.url} {mailbox.url}")
    load(settings, 1, 2)
    webhook.hangs = True
    assert deliver(con, settings) == Delivered(sent=6, pending=2)
    assert len(mailbox.received) == 2
    webhook.hangs = False
    assert deliver(con, settings, hours=1) == Delivered(sent=2)
    assert len(webhook.received) == 2


def test_a_dead_sink_is_tried_thrice_in_a_delivery_and_then_left(
    con: Connection, load: Load
) -> None:
    settings = Settings(alert_urls=f"json://127.0.0.1:{find_free_port()}/")
    load(settings, *range(1, 6))
    assert deliver(con, settings) == Delivered(sent=10, pending=5)
    tried = con.execute("select count(*) from ops.alerts where state = 'pending' and attempts = 1")
    assert tried.fetchall() == [(3,)]


def test_a_mail_server_that_refuses_marks_nothing_sent(
    con: Connection, load: Load, mailbox: Mailbox
) -> None:
    settings = Settings(alert_urls=mailbox.url)
    load(settings, 198)
    mailbox.answer = "554 No"
    assert deliver(con, settings) == Delivered(sent=2, pending=1)
    mailbox.answer = "250 Taken"
    assert deliver(con, settings, hours=1) == Delivered(sent=1)
    assert len(mailbox.received) == 1


def test_after_the_last_try_a_message_is_failed_and_can_be_redelivered(
    con: Connection, load: Load, webhook: Webhook
) -> None:
    settings = Settings(alert_urls=webhook.url)
    load(settings, 198)
    webhook.status = 500
    given_up = [deliver(con, settings, hours=48 * days).failed for days in range(7)]
    assert given_up == [0, 0, 0, 0, 0, 0, 1]
    webhook.status = 200
    (alert_id,) = con.execute("select alert_id from ops.alerts where state = 'failed'").fetchall()[
        0
    ]
    redeliver(con, alert_id)
    assert deliver(con, settings).sent == 1


def test_no_secret_is_in_rows_logs_errors_or_printed_forms(
    con: Connection, load: Load, webhook: Webhook, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    unknown = "nosuchservice://hunter2secret@127.0.0.1/hook-token-4711"
    settings = Settings(alert_urls=f"{webhook.url} {unknown}")
    load(settings, 198)
    webhook.status = 500
    deliver(con, settings)
    webhook.status = 200
    deliver(con, settings, hours=1)
    rows = con.execute("select a::varchar from ops.alerts a").fetchall()
    seen = " ".join([str(rows), caplog.text, repr(settings), repr(list_recipients(settings))])
    for secret in ("hunter2secret", "hook-token-4711", str(webhook.port)):
        assert secret not in seen
    assert "the configured address is none that Apprise knows" in seen


def test_a_recipient_that_is_no_longer_configured_waits(
    con: Connection, load: Load, webhook: Webhook
) -> None:
    load(Settings(alert_urls=webhook.url), 198)
    assert deliver(con, Settings()) == Delivered(sent=2, pending=1)
    assert "this recipient is no longer configured" in str(read_states(con))


def test_a_feed_that_cannot_be_written_is_tried_again(con: Connection, load: Load) -> None:
    settings = Settings()
    load(settings, 198)
    settings.paths.feed.mkdir()
    assert deliver(con, settings) == Delivered(sent=1, pending=1)
    settings.paths.feed.rmdir()
    assert deliver(con, settings, hours=1) == Delivered(sent=1)
    assert settings.paths.feed.is_file()


def test_a_terminal_that_is_gone_holds_up_nobody(con: Connection, load: Load) -> None:
    def print_nowhere(line: str) -> None:
        raise BrokenPipeError(line)

    settings = Settings()
    load(settings, 198)
    assert deliver_due(con, settings, NOW, print_nowhere, post_webhook) == Delivered(
        sent=1, pending=1
    )
    assert "the terminal took nothing: BrokenPipeError" in str(read_states(con))
