"""A Prefect event for each alert that went out, for automations to act on.

Events are notifications on top and carry no promise: the outbox is the record. The id of a
Prefect event is made from the alert's own, so that one emitted twice is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from warehouse.rows import AlertRow

PREFIX = "herewith.alert."
"""Events are named after their type: herewith.alert.new_letter, herewith.alert.source_silent, …"""


def emit_alerts(alerts: Iterable[AlertRow]) -> int:
    """Emit one event for each alert, whatever the number of its recipients; returns how many."""
    from prefect.events import emit_event

    once = {alert.event_id: alert for alert in alerts}
    for alert in once.values():
        emit_event(
            event=f"{PREFIX}{alert.event_type}",
            resource=_name_resource(alert),
            payload={
                "event_id": alert.event_id,
                "thread_id": alert.thread_id,
                "document_id": alert.document_id,
                "title": alert.title,
                "text": alert.body_text,
                "watches": list(alert.watches),
            },
            id=UUID(alert.event_id[:32]),
            occurred=alert.created_at_utc,
        )
    return len(once)


def _name_resource(alert: AlertRow) -> dict[str, str]:
    return {
        "prefect.resource.id": f"herewith.event.{alert.event_id}",
        "prefect.resource.name": alert.title,
        "herewith.event-type": alert.event_type,
        "herewith.document-id": alert.document_id or "",
    }
