"""A process killed between sending and marking: the receiver sees the same event id again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tasks.alert.recipients import list_recipients
from tasks.alerting import make_composer
from tasks.settings import Settings
from tests.alert.composing import watch_all
from tests.alert.sinks import Webhook
from tests.expectations.sample import NOW, make_letter
from warehouse.connection import connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home

_ROOT = Path(__file__).resolve().parents[2]
_CODE = """
from tasks.alert.deliver import deliver_due
from tasks.fetch.webhook import post_webhook
from tasks.settings import load_settings
from tests.expectations.sample import NOW
from warehouse.connection import connect_writer
settings = load_settings()
with connect_writer(settings.paths) as con:
    deliver_due(con, settings, NOW, print, post_webhook)
"""


def deliver_in_a_process(home: Home, webhook: Webhook, fault: str | None) -> int:
    environment = dict(os.environ)
    environment |= {"HEREWITH_HOME": str(home.root), "HEREWITH_ALERT_URLS": webhook.url}
    if fault:
        environment["HEREWITH_FAULT"] = fault
    done = subprocess.run([sys.executable, "-c", _CODE], cwd=_ROOT, env=environment, check=False)
    return done.returncode


@pytest.mark.parametrize("fault", ["after-send", "before-mark"])
def test_the_receiver_sees_the_same_event_id_twice_and_nothing_is_lost(
    home: Home, webhook: Webhook, fault: str
) -> None:
    settings = Settings(alert_urls=webhook.url)
    watches = [watch_all(*list_recipients(settings)[-1:])]
    with connect_writer(home) as con:
        composer = make_composer(con, watches, NOW)
        load_batch(con, SourceBatch("run", "un_ga", [make_letter()]), composer, NOW)
    assert deliver_in_a_process(home, webhook, fault) == -signal.SIGKILL
    assert deliver_in_a_process(home, webhook, None) == 0
    assert deliver_in_a_process(home, webhook, None) == 0
    assert len(webhook.keys) == 2
    assert len(set(webhook.keys)) == 1
