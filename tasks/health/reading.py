"""How everything stands read from the published snapshot, and left beside it for others to read."""

from __future__ import annotations

from datetime import datetime

from tasks.health.metrics import render_metrics
from tasks.health.page import render_page
from tasks.health.stand import Stand, make_empty_stand, read_stand
from tasks.replacing import replace_file
from tasks.settings import Settings
from tasks.sources.registry import load_sources
from warehouse.errors import NotFoundError
from warehouse.reading import connect_reader


def read_health(settings: Settings, now: datetime) -> Stand:
    """Read and judge how everything stands; before the first run nothing is here."""
    sources = load_sources()
    try:
        with connect_reader(settings.paths) as con:
            return read_stand(con, settings, sources, now)
    except NotFoundError:
        return make_empty_stand(sources, now)


def write_health(settings: Settings, now: datetime) -> Stand:
    """Write the page and the metrics into HEREWITH_HOME, each replaced as a whole."""
    stand = read_health(settings, now)
    replace_file(settings.paths.status_page, render_page(stand).encode())
    replace_file(settings.paths.metrics, render_metrics(stand).encode())
    return stand
