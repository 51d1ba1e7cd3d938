"""All press releases of the replica's world."""

from __future__ import annotations

from datetime import date

from tests.replica.press import armenia, azerbaijan
from tests.replica.press.spec import Release


def make_releases(today: date) -> tuple[Release, ...]:
    """Return every release of both ministries, as the calendar of `today` dates it."""
    return (*azerbaijan.make_releases(today), *armenia.make_releases(today))
