"""Starting the monitor flow from a shell: the engine made ready, then one run awaited."""

from __future__ import annotations

import asyncio
from pathlib import Path

from flows.engine import prepare_engine
from flows.summary import RunSummary
from tasks.settings import load_settings
from tasks.watching import load_watches
from warehouse.lock import hold_writer_lock
from warehouse.paths import Home


def run_once(
    sources: list[str], seeds: Path | None, *, trigger: str, quiet: bool = False
) -> RunSummary:
    """Run the monitor flow once in this process.

    Prefect is imported only here, after its environment is set.

    Raises:
        WarehouseBusyError: another run holds the writer lock.
        SettingsError: a watch cannot be evaluated; nothing was started.
    """
    settings = load_settings()
    load_watches(settings)
    _refuse_if_busy(settings.paths)
    prepare_engine(settings.paths.root)
    from flows.monitor import monitor

    return asyncio.run(
        monitor(
            sources=sources or None,
            seeds=str(seeds.resolve()) if seeds else None,
            trigger=trigger,
            quiet=quiet,
        )
    )


def _refuse_if_busy(home: Home) -> None:
    """Say at once that another run is working, before anything is started; the run locks again."""
    with hold_writer_lock(home):
        pass
