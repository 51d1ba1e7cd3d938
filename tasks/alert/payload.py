"""What a webhook receives of an event: one JSON object, the same bytes at every try.

Form: Standard Webhooks: `type`, `timestamp` (of the event, not of the try) and `data`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from tasks.alert.events import Event
from tasks.alert.message import Message


def write_payload(event: Event, message: Message, now: datetime) -> str:
    """Write the payload of one event."""
    data: dict[str, object] = {
        "event_id": event.event_id,
        "thread_id": event.thread_id,
        "document_id": event.document_id,
        "title": message.title,
        "kind": event.subject.kind,
        "source_id": event.subject.source_id,
        "symbols": list(event.subject.symbols),
        "senders": sorted(event.subject.senders),
        "facts": [{"label": line.label, "value": line.value} for line in message.lines],
        "excerpt": message.excerpt,
        "links": [{"label": link.label, "url": link.url} for link in message.links],
        "reasons": [
            {"watch": one.watch, "grounds": list(one.grounds), "note": one.note}
            for one in message.reasons
        ],
    }
    return _write(event.event_type.value, now, data)


def write_digest_payload(
    event_type: str, event_id: str, title: str, members: Sequence[str], now: datetime
) -> str:
    """Write the payload of a digest around the payloads of its members."""
    events = [json.loads(member) for member in members]
    return _write(event_type, now, {"event_id": event_id, "title": title, "events": events})


def _write(event_type: str, now: datetime, data: dict[str, object]) -> str:
    whole = {"type": event_type, "timestamp": now.isoformat(), "data": data}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
