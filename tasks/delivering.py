"""What is due sent now: operators' alarms noted, digests made, the outbox emptied, feeds."""

from __future__ import annotations

from datetime import datetime

from tasks.alert.channels import TIMEOUT_SECONDS, Print
from tasks.alert.deliver import Delivered, deliver_due, write_feeds
from tasks.fetch.webhook import post_webhook
from tasks.operating import note_conditions
from tasks.settings import Settings
from tasks.sources.registry import load_sources
from warehouse.connection import connect_writer


def deliver_all(
    settings: Settings,
    now: datetime,
    print_line: Print,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> Delivered:
    """Send whatever is due; what was not acknowledged stays in the outbox.

    Raises:
        WarehouseBusyError: another process holds the writer lock, and delivers at its end.
        SettingsError: an operators' channel is not there.
    """
    with connect_writer(settings.paths) as con:
        note_conditions(con, settings, load_sources(), now)
        delivered = deliver_due(con, settings, now, print_line, post_webhook, timeout_seconds)
        write_feeds(con, settings)
    return delivered
