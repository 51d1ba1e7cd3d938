"""Alerts as Prefect events, and the automation that is shipped for them."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from uuid import UUID

import pytest
import yaml

from tests.warehouse.builders import build_alert

AUTOMATION = Path(__file__).resolve().parents[2] / "automations" / "alerts.yaml"


def test_the_automation_is_one_that_prefect_takes_and_fits_our_events() -> None:
    from prefect.events import AutomationCore, EventTrigger

    from flows.events import PREFIX

    automation = AutomationCore.model_validate(yaml.safe_load(AUTOMATION.read_text()))
    assert isinstance(automation.trigger, EventTrigger)
    assert f"{PREFIX}new_letter" in automation.trigger.expect
    assert fnmatch("herewith.event.0f", "herewith.event.*")
    assert [action.type for action in automation.actions] == ["send-notification"]


def test_an_alert_is_one_event_whatever_the_number_of_its_recipients(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from prefect.events.clients import AssertingEventsClient
    from prefect.events.worker import EventsWorker

    from flows.events import emit_alerts

    event_id = "0f" * 32
    alerts = [build_alert("a1", event_id), build_alert("a2", event_id)]
    AssertingEventsClient.reset()
    worker = EventsWorker.instance(AssertingEventsClient)
    monkeypatch.setattr(EventsWorker, "instance", classmethod(lambda cls, *args: worker))
    monkeypatch.setattr("prefect.events.utilities.should_emit_events", lambda: True)
    assert emit_alerts(alerts) == 1
    worker.drain()
    (seen,) = [event for client in AssertingEventsClient.all for event in client.events]
    assert seen.event == "herewith.alert.new_letter"
    assert seen.id == UUID(event_id[:32])
    assert seen.resource.id == f"herewith.event.{event_id}"
    assert seen.payload["title"] == "A new letter"
