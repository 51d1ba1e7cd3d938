"""The outbox emptied from a shell or a flow, under the lock that makes one writer; no engine."""

from __future__ import annotations

from datetime import UTC, datetime

from tasks.alert.channels import Print
from tasks.alert.deliver import Delivered
from tasks.delivering import deliver_all
from tasks.health.reading import write_health
from tasks.run_context import begin_run
from tasks.settings import load_settings
from tasks.watching import load_watches
from warehouse.lock import hold_writer_lock
from warehouse.publishing import publish_snapshot


def deliver_now(print_line: Print) -> Delivered:
    """Send what is due now, under the writer lock, and publish what became of it.

    Raises:
        WarehouseBusyError: another process holds the writer lock.
        SettingsError: a watch cannot be evaluated.
    """
    settings = load_settings()
    load_watches(settings)
    with hold_writer_lock(settings.paths):
        delivered = deliver_all(settings, datetime.now(UTC), print_line)
        if delivered != Delivered(pending=delivered.pending) and settings.paths.published.exists():
            run_id = begin_run(settings.paths, "deliver").run_id
            publish_snapshot(settings.paths, run_id, settings.snapshots_kept)
            write_health(settings, datetime.now(UTC))
    return delivered
