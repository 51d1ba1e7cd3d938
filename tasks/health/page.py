"""How everything stands as one page for a browser: no script, nothing asked from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tasks.health.stand import SourceStand, Stand

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parent / "templates"
CHART_WIDTH, CHART_HEIGHT, BAR_GAP = 120, 22, 2


def render_page(stand: Stand) -> str:
    """Write the page as HTML; all that comes from outside is escaped."""
    return _load_template().render(
        stand=stand,
        age=lambda moment: describe_age(moment, stand.as_of_utc),
        freshness=lambda source: measure_silence(source, stand.as_of_utc),
        bars=draw_bars,
    )


def describe_age(moment: datetime | None, now: datetime) -> str:
    """Say how long ago something was, in its largest unit; a dash for what never was."""
    if moment is None:
        return "–"
    span = max(now - moment, timedelta())
    for size, unit in ((timedelta(days=1), "d"), (timedelta(hours=1), "h")):
        if span >= 2 * size:
            return f"{span // size} {unit} ago"
    return f"{span // timedelta(minutes=1)} min ago"


def measure_silence(source: SourceStand, now: datetime) -> int | None:
    """Return how much of its freshness limit a source has been silent for, in percent up to 100."""
    if source.silent_since_utc is None:
        return None
    silent = (now - source.silent_since_utc) / timedelta(hours=source.silent_after_hours)
    return min(100, max(0, round(100 * silent)))


def draw_bars(weeks: Sequence[int]) -> tuple[tuple[float, float, float, float], ...]:
    """Return the bars of a small chart as x, y, width and height; the highest fills it."""
    if not weeks:
        return ()
    step = CHART_WIDTH / len(weeks)
    most = max(weeks) or 1
    return tuple(
        (
            round(place * step, 2),
            round(CHART_HEIGHT - max(1.0, CHART_HEIGHT * items / most), 2),
            round(step - BAR_GAP, 2),
            round(max(1.0, CHART_HEIGHT * items / most), 2),
        )
        for place, items in enumerate(weeks)
    )


@lru_cache(maxsize=1)
def _load_template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("status.html.j2")
