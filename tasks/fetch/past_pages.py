"""Walking a listing back, page by page, until everything on a page is older than asked for.

- A page ends the walk only while the listing keeps its order, newest first; one without order
  is walked to its end.
- Behind the first page, 404 and an empty page are the end. A page that only repeats what was
  seen is the end as well, but a failure when it is the second one: then paging is broken.
- An item without a date is taken where its page holds any of the days asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tasks.fetch.desk import Desk
from tasks.fetch.outcomes import Verdict, failed
from tasks.fetch.pages import Page, read_listing, read_page
from tasks.fetch.past import Stretch, Window
from tasks.fetch.shelf import Shelf
from tasks.fetch.spans import is_newest_first
from tasks.records import Discovery, ItemFailure, ParsedItem
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import listing_parser
from warehouse.vocabulary import Reason

PAGES = 10_000
"""No listing is walked further; one that never ends would be."""

_END_OF_LISTING = frozenset({Reason.NOT_FOUND, Reason.EMPTY_LISTING})


class PageWalk:
    """Walks the listings of a source that have pages, one after the other."""

    def __init__(self, source: Source, window: Window, shelf: Shelf) -> None:
        self.failure: Verdict | None = None
        self.notes = [
            f"{url} has no pages and was not walked" for url in source.urls if "{page}" not in url
        ]
        self._window = window
        self._shelf = shelf
        self._templates = [_narrow(url, source, window) for url in source.urls if "{page}" in url]
        self._begin_listing()

    async def step(self, desk: Desk) -> Stretch | None:
        """Read the next page; null when all listings are walked, or one has failed."""
        while self._templates and self.failure is None:
            self._number += 1
            url = desk.source.find_page(self._templates[0], self._number)
            page = await self._read(desk, url)
            if not self._is_end(page, desk.source):
                return self._take(page, desk.source)
            self._templates.pop(0)
            self._begin_listing()
        return None

    def note(self, items: Sequence[ParsedItem], failures: Sequence[ItemFailure]) -> None:
        """Learn nothing: the pages alone tell where the walk ends."""

    def _begin_listing(self) -> None:
        self._number = 0
        self._seen: list[Discovery] = []

    async def _read(self, desk: Desk, url: str) -> Page:
        parse = listing_parser(desk.source)
        if self._shelf.is_absent(url):
            return Page(url, failure=failed(Reason.NOT_FOUND, "not there a short time ago"))
        body = self._shelf.find_page(url)
        if body is not None:
            return read_listing(body, url, desk.source, parse)
        return await read_page(desk, url, parse)

    def _is_end(self, page: Page, source: Source) -> bool:
        """Whether the listing ended before this page, or there is no page."""
        if page.failure is not None:
            if not self._is_behind_the_last(page.failure, source):
                self.failure = page.failure
            return True
        keys = {one.key for one in self._seen}
        if not keys or any(one.key not in keys for one in page.discoveries):
            return False
        if self._number == 2:
            message = f"{page.url}: repeats the first page; the days asked for are not covered"
            self.failure = failed(Reason.REPEATED_PAGE, message)
        return True

    def _is_behind_the_last(self, failure: Verdict, source: Source) -> bool:
        """Whether there just is no such page; days without posts are an empty first one."""
        is_narrowed = source.kind is SourceKind.WORDPRESS
        is_empty = failure.reason in _END_OF_LISTING
        return is_empty and (self._number > 1 or is_narrowed)

    def _take(self, page: Page, source: Source) -> Stretch:
        self._seen.extend(page.discoveries)
        chosen = self._choose(page.discoveries, has_runs=self._number <= source.max_pages)
        if self._number >= PAGES or self._is_passed(page):
            self._templates.pop(0)
            self._begin_listing()
        return chosen

    def _is_passed(self, page: Page) -> bool:
        days = [one.listed_date for one in page.discoveries]
        is_before = all(day is not None and day < self._window.first for day in days)
        return is_before and is_newest_first(one.listed_date for one in self._seen)

    def _choose(self, listed: Sequence[Discovery], *, has_runs: bool) -> Stretch:
        """Choose what was asked for; `has_runs` says that runs walk this page too."""
        window = self._window
        days = {one.listed_date for one in listed if one.listed_date is not None}
        is_near = any(window.holds(day) for day in days)
        asked = [
            one
            for one in listed
            if (is_near if one.listed_date is None else window.holds(one.listed_date))
        ]
        kept = [one for one in asked if not (has_runs and window.is_watched(one.listed_date))]
        return Stretch(tuple(kept), left=len(asked) - len(kept))


def _narrow(template: str, source: Source, window: Window) -> str:
    """Ask WordPress for the days alone: `after` and `before` are strict there."""
    if source.kind is not SourceKind.WORDPRESS:
        return template
    parts = urlsplit(template)
    asked = dict(parse_qsl(parts.query, keep_blank_values=True)) | {
        "after": f"{window.first - timedelta(days=1)}T23:59:59",
        "before": f"{window.last + timedelta(days=1)}T00:00:00",
        "orderby": "date",
        "order": "desc",
    }
    return urlunsplit(parts._replace(query=urlencode(asked, safe="{},:")))
