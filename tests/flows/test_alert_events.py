"""Alerts as Prefect events, and the automation that is shipped for them."""

from __future__ import annotations

import os
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from uuid import UUID

import yaml

from tests.flows.event_stream import listen_for_events

REPOSITORY = Path(__file__).resolve().parents[2]
AUTOMATION = REPOSITORY / "automations" / "alerts.yaml"

EMIT = """
from prefect.events.worker import EventsWorker
from flows.events import emit_alerts
from tests.warehouse.builders import build_alert

alerts = [build_alert("a1", "0f" * 32), build_alert("a2", "0f" * 32)]
assert emit_alerts(alerts) == 1
EventsWorker.drain_all(timeout=60)
"""


def test_the_automation_is_one_that_prefect_takes_and_fits_our_events() -> None:
    from prefect.events import AutomationCore, EventTrigger

    from flows.events import PREFIX

    automation = AutomationCore.model_validate(yaml.safe_load(AUTOMATION.read_text()))
    assert isinstance(automation.trigger, EventTrigger)
    assert f"{PREFIX}new_letter" in automation.trigger.expect
    assert fnmatch("herewith.event.0f", "herewith.event.*")
    assert [action.type for action in automation.actions] == ["send-notification"]


def test_an_alert_is_one_event_whatever_the_number_of_its_recipients() -> None:
    """In a process of its own: Prefect's queue of events is one a process, whoever uses it."""
    with listen_for_events() as stream:
        done = subprocess.run(
            [sys.executable, "-c", EMIT],
            cwd=REPOSITORY,
            env={**os.environ, "PREFECT_API_URL": stream.api_url},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    [event] = stream.events
    assert event["event"] == "herewith.alert.new_letter"
    assert event["id"] == str(UUID("0f" * 16))
    assert event["resource"]["prefect.resource.id"] == f"herewith.event.{'0f' * 32}"
