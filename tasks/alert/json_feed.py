"""The same feed as JSON. Form: JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tasks.alert.feed import find_link, order_events, print_instant
from tasks.replacing import replace_file
from warehouse.rows import AlertRow

VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(path: Path, alerts: Sequence[AlertRow]) -> None:
    """Replace the feed at `path` by one item for each event, newest first, in one step."""
    feed = {
        "version": VERSION,
        "title": "herewith: new letters",
        "description": "Letters of states, circulated as United Nations documents",
        "authors": [{"name": "herewith"}],
        "items": [_make_item(one) for one in order_events(alerts)],
    }
    replace_file(path, json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n")


def _make_item(alert: AlertRow) -> dict[str, object]:
    link = find_link(alert.body_html)
    return {
        "id": f"urn:herewith:event:{alert.event_id}",
        **({"url": link} if link else {}),
        "title": alert.title,
        "content_text": alert.body_text,
        "content_html": alert.body_html,
        "date_published": print_instant(alert.created_at_utc),
        "tags": list(alert.watches),
    }
