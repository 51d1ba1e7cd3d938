"""Starting the monitor flow from a shell: the engine made ready, then one run awaited."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tasks.settings import load_settings
from warehouse.lock import refuse_if_busy

if TYPE_CHECKING:
    from flows.summary import RunSummary


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
    refuse_if_busy(settings.paths)
    from flows.engine import prepare_engine
    from tasks.watching import load_watches

    load_watches(settings)
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
