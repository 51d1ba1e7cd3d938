"""The outbox: due, sent, tried again by a printed schedule, failed in the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.warehouse.builders import NOW, build_alert, build_letter
from warehouse.connection import Connection
from warehouse.errors import NotFoundError
from warehouse.loading import News, SourceBatch, load_batch
from warehouse.outbox import (
    RETRY_SCHEDULE,
    count_pending,
    mark_failed,
    mark_sent,
    read_due,
    read_feed,
    redeliver,
)
from warehouse.rows import AlertRow


def put(con: Connection, *alerts: AlertRow) -> None:
    def compose(news: News) -> Sequence[AlertRow]:
        return alerts

    load_batch(con, SourceBatch("run", "un_ga", [build_letter(1)]), compose, NOW)


def list_due(con: Connection, later: timedelta = timedelta()) -> list[str]:
    return [alert.alert_id for alert in read_due(con, NOW + later)]


def test_what_was_written_is_due_as_it_was_written(con: Connection) -> None:
    put(con, build_alert("a1"))
    assert read_due(con, NOW) == (build_alert("a1"),)


def test_what_was_sent_is_due_no_more(con: Connection) -> None:
    put(con, build_alert("a1"), build_alert("a2", "e2"))
    mark_sent(con, "a1", NOW)
    assert list_due(con, timedelta(days=9)) == ["a2"]
    assert count_pending(con) == 1


def test_a_failed_try_waits_by_the_schedule_and_then_fails(con: Connection) -> None:
    put(con, build_alert("a1"))
    for wait in RETRY_SCHEDULE:
        assert mark_failed(con, "a1", "no answer", NOW) == "pending"
        assert list_due(con, wait - timedelta(seconds=1)) == []
        assert list_due(con, wait) == ["a1"]
    assert mark_failed(con, "a1", "no answer", NOW) == "failed"
    assert list_due(con, timedelta(days=99)) == []
    redeliver(con, "a1")
    assert list_due(con) == ["a1"]


def test_an_alert_that_is_not_there_is_said(con: Connection) -> None:
    for call in (mark_sent, lambda c, a, n: mark_failed(c, a, "x", n)):
        with pytest.raises(NotFoundError, match="nothing"):
            call(con, "nothing", NOW)


def test_the_feed_has_one_entry_an_event_newest_first(con: Connection) -> None:
    older = replace(build_alert("a0", "e0"), created_at_utc=NOW - timedelta(days=1))
    older, newer = (replace(one, channel="feed") for one in (older, build_alert("b1", "e1")))
    put(con, older, build_alert("a1", "e1"), newer)
    assert [(a.event_id, a.channel) for a in read_feed(con, 10)] == [("e1", "feed"), ("e0", "feed")]
    assert len(read_feed(con, 1)) == 1
