"""Digests: one message for what came since the last, frozen before it is sent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tasks.alert.deliver import Delivered, deliver_due
from tasks.alerting import make_composer
from tasks.fetch.webhook import post_webhook
from tasks.settings import Settings
from tasks.watching import load_watches
from tests.alert.sinks import Webhook
from tests.expectations.sample import NOW, make_letter
from warehouse.connection import Connection, connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.outbox import redeliver
from warehouse.paths import Home

_ROOT = Path(__file__).resolve().parents[2]
HOUR = timedelta(hours=1)
DAILY: dict[str, object] = {"cadence": "daily", "at": "08:00", "zone": "Europe/Vienna"}
TOMORROW = NOW + 22 * HOUR  # 7:00 UTC is 8:00 in Vienna


def make_settings(webhook: Webhook, *watches: dict[str, object]) -> Settings:
    named = [{"name": f"watch {n}", "channels": ["desk"], **one} for n, one in enumerate(watches)]
    channels = {"desk": {"url": webhook.url}}
    return Settings(any_new_letter=False, channels=channels, watches=named)  # type: ignore[arg-type]


def load(con: Connection, settings: Settings, *numbers: int, now: datetime = NOW) -> None:
    bundles = [make_letter(number) for number in numbers]
    composer = make_composer(con, load_watches(settings), now)
    load_batch(con, SourceBatch("run", "un_ga", bundles), composer, now)


def deliver(con: Connection, settings: Settings, now: datetime) -> Delivered:
    return deliver_due(con, settings, now, print, post_webhook, 0.5)


def count_states(con: Connection) -> dict[str, int]:
    return dict(con.execute("select state, count(*) from ops.alerts group by state").fetchall())


def test_a_daily_digest_holds_all_of_a_day_and_goes_once(con: Connection, webhook: Webhook) -> None:
    settings = make_settings(webhook, DAILY)
    load(con, settings, 1, 2)
    load(con, settings, 3, now=NOW + 3 * HOUR)
    assert deliver(con, settings, TOMORROW - HOUR) == Delivered()
    assert count_states(con) == {"held": 3}
    assert deliver(con, settings, TOMORROW) == Delivered(sent=1)
    assert deliver(con, settings, TOMORROW + HOUR) == Delivered()
    assert count_states(con) == {"sent": 4}
    (message,) = webhook.received
    assert message["title"] == "Digest: 3 new letters, 21 November 2026 (watch 0)"
    for number in (1, 2, 3):
        assert f"S/2021/{number}" in message["message"]


def test_a_letter_is_at_once_if_any_rule_wants_it_so(con: Connection, webhook: Webhook) -> None:
    load(con, make_settings(webhook, DAILY, {}), 1)
    settings = make_settings(webhook, DAILY, {})
    assert deliver(con, settings, NOW) == Delivered(sent=1)
    assert deliver(con, settings, TOMORROW) == Delivered()
    assert webhook.received[0]["title"].startswith("New letter")


def test_the_earlier_of_two_digests_takes_it(con: Connection, webhook: Webhook) -> None:
    settings = make_settings(webhook, DAILY, {"cadence": "hourly"})
    load(con, settings, 1)
    assert deliver(con, settings, NOW + HOUR) == Delivered(sent=1)
    assert deliver(con, settings, TOMORROW) == Delivered()


def test_what_comes_in_quiet_hours_waits_for_their_end(con: Connection, webhook: Webhook) -> None:
    settings = make_settings(webhook, {"quiet": "08:00-11:00"})
    load(con, settings, 1)
    assert deliver(con, settings, NOW) == Delivered(pending=1)
    assert deliver(con, settings, NOW + 2 * HOUR) == Delivered(sent=1)


def test_a_digest_that_fails_is_tried_again_as_it_was_frozen(
    con: Connection, webhook: Webhook
) -> None:
    settings = make_settings(webhook, DAILY)
    load(con, settings, 1, 2)
    webhook.status = 500
    assert deliver(con, settings, TOMORROW) == Delivered(pending=1)
    load(con, settings, 3, now=TOMORROW + HOUR / 2)
    assert count_states(con) == {"held": 3, "pending": 1}
    webhook.status = 200
    assert deliver(con, settings, TOMORROW + HOUR) == Delivered(sent=1)
    assert webhook.received[0] == webhook.received[1]
    assert webhook.keys[0] == webhook.keys[1]
    assert count_states(con) == {"sent": 3, "held": 1}


def test_a_digest_given_up_gives_up_its_members_and_both_can_be_sent_again(
    con: Connection, webhook: Webhook
) -> None:
    settings = make_settings(webhook, DAILY)
    load(con, settings, 1)
    webhook.status = 500
    for days in range(7):
        deliver(con, settings, TOMORROW + timedelta(days=2 * days))
    assert count_states(con) == {"failed": 2}
    webhook.status = 200
    (member,) = con.execute(
        "select alert_id from ops.alerts where event_type = 'new_letter'"
    ).fetchall()[0]
    redeliver(con, member)
    assert deliver(con, settings, TOMORROW + timedelta(days=20)) == Delivered(sent=1)
    assert webhook.received[-1]["title"].startswith("New letter")


_CODE = """
from datetime import datetime
import sys
from tasks.alert.deliver import deliver_due
from tasks.fetch.webhook import post_webhook
from tasks.settings import load_settings
from warehouse.connection import connect_writer
settings = load_settings()
with connect_writer(settings.paths) as con:
    deliver_due(con, settings, datetime.fromisoformat(sys.argv[1]), print, post_webhook, 0.5)
"""


@pytest.mark.parametrize("fault", ["after-digest", "after-send"])
def test_a_digest_survives_a_kill_with_its_id_and_its_text(
    home: Home, webhook: Webhook, fault: str
) -> None:
    settings = make_settings(webhook, DAILY)
    with connect_writer(home) as con:
        load(con, settings, 1, 2)
    names = {
        "HEREWITH_HOME": str(home.root),
        "HEREWITH_ANY_NEW_LETTER": "false",
        "HEREWITH_CHANNELS": json.dumps({"desk": {"url": webhook.url}}),
        "HEREWITH_FAULT": fault,
    }
    done = subprocess.run(
        [sys.executable, "-c", _CODE, TOMORROW.isoformat()],
        cwd=_ROOT,
        env=dict(os.environ) | names,
        check=False,
        timeout=120,
    )
    assert done.returncode == -signal.SIGKILL
    with connect_writer(home) as con:
        assert deliver(con, settings, TOMORROW + HOUR) == Delivered(sent=1)
        assert deliver(con, settings, TOMORROW + 2 * HOUR) == Delivered()
        assert count_states(con) == {"sent": 3}
    assert len(set(webhook.keys)) == 1
    assert len(webhook.keys) == (1 if fault == "after-digest" else 2)
