"""Walking sitemaps back: each names its pages at once, with the days by which they are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.fetch.desk import Desk
from tasks.fetch.outcomes import Verdict
from tasks.fetch.pages import read_listing, read_page
from tasks.fetch.past import Stretch, Window
from tasks.fetch.shelf import Shelf
from tasks.fetch.sitemaps import find_day, find_sitemaps
from tasks.records import Discovery, ItemFailure, ParsedItem
from tasks.sources.declaration import Source
from tasks.sources.registry import listing_parser

STEP = 50
"""Pages asked for between two loads."""


class SitemapWalk:
    """Walks all sitemaps of a source that may name pages of the days asked for."""

    def __init__(self, source: Source, window: Window, shelf: Shelf) -> None:
        self.failure: Verdict | None = None
        self.notes: list[str] = []
        self._window = window
        self._shelf = shelf
        self._indexes = list(source.urls)
        self._sitemaps: list[str] = []
        self._waiting: list[Discovery] = []

    async def step(self, desk: Desk) -> Stretch | None:
        """Give the next pages of a sitemap, reading one where none are waiting; null at the end."""
        left = 0
        while not self._waiting:
            if self._sitemaps:
                left += await self._read(desk, self._sitemaps.pop(0))
            elif self._indexes:
                await self._open(desk, self._indexes.pop(0))
            else:
                return Stretch(left=left) if left else None
            if self.failure is not None:
                return None
        chosen, self._waiting = self._waiting[:STEP], self._waiting[STEP:]
        return Stretch(tuple(chosen), left)

    def note(self, items: Sequence[ParsedItem], failures: Sequence[ItemFailure]) -> None:
        """Learn nothing: the sitemaps alone tell what there is."""

    async def _open(self, desk: Desk, url: str) -> None:
        self._sitemaps, self.failure, notes = await find_sitemaps(desk, url, self._window.first)
        self.notes += notes

    async def _read(self, desk: Desk, url: str) -> int:
        """Read one sitemap; returns how many of its pages are left to the runs that watch."""
        parse, body = listing_parser(desk.source), self._shelf.find_page(url)
        if body is not None:
            page = read_listing(body, url, desk.source, parse)
        else:
            page = await read_page(desk, url, parse)
        self.failure = page.failure
        asked = [one for one in page.discoveries if self._is_asked_for(one)]
        self._waiting = [one for one in asked if not self._window.is_watched(find_day(one))]
        return len(asked) - len(self._waiting)

    def _is_asked_for(self, one: Discovery) -> bool:
        day = find_day(one)
        return day is not None and self._window.holds(day)
