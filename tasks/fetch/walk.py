"""Walking a listing page by page until the look-back window is covered.

- A known item never ends the walk: late and back-dated items stand behind known ones.
- A page that ends with items dated before the window ends it, but only while the listing keeps
  its order, newest first: what follows is older still. One such item might be misdated, so it
  takes `AT_THE_FOOT` of them, or the whole of a shorter page. In a listing without order every
  page up to `max_pages` is read.
- A page that answers 304 names nothing but does not end the walk either; the walk goes on to
  the pages that were read before. What follows a last page that is the same to the byte is not
  asked for: its pager would have changed.
- Behind the first page, 404 and an empty page are the listing's end. A page that only repeats
  what was seen ends the walk; when it is already the second page, paging is broken and the
  source has failed, because the window was not covered.
- Any other failure ends this walk and makes the source FAILED; what was found is kept.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from tasks.fetch.desk import Desk
from tasks.fetch.outcomes import failed
from tasks.fetch.pages import Listed, Page, read_page
from tasks.fetch.spans import is_newest_first, measure_spans
from tasks.records import Discovery
from tasks.sources.readings import drop_repeats
from tasks.sources.registry import ListingParser
from warehouse.vocabulary import Reason

AT_THE_FOOT = 2
"""So many items at the end of a page, all older than the window, say that it is covered."""

_END_OF_LISTING = frozenset({Reason.NOT_FOUND, Reason.EMPTY_LISTING})


async def walk_listings(desk: Desk, parse: ListingParser, now: datetime) -> Listed:
    """Walk every listing a source declares; each key is kept once."""
    walks = [await _walk(desk, template, parse, now) for template in desk.source.urls]
    unique = drop_repeats(one for walk in walks for one in walk.discoveries)
    failures = [walk.failure for walk in walks if walk.failure is not None]
    notes = tuple(note for walk in walks for note in walk.notes)
    failure = failures[0] if failures else None
    return Listed(unique, failure, notes, spans=measure_spans(walks))


async def _walk(desk: Desk, template: str, parse: ListingParser, now: datetime) -> Listed:
    listed = Listed()
    urls = desk.source.list_pages(template)
    start = (now - timedelta(days=desk.source.look_back_days)).date()
    for number, url in enumerate(urls, 1):
        page = await read_page(desk, url, parse)
        if page.failure is not None:
            return _end_with_failure(listed, page, number)
        if page.is_unchanged:
            listed = replace(listed, is_whole=False)
            if not _was_read_before(desk, urls[number:]):
                return listed
            continue
        if _repeats(page, listed):
            return _end_with_repetition(listed, page, number)
        listed = replace(listed, discoveries=(*listed.discoveries, *page.discoveries))
        if _covers(page.discoveries, listed.discoveries, start):
            return listed
    return _end_uncovered(listed, len(urls))


def _was_read_before(desk: Desk, next_urls: list[str]) -> bool:
    known = desk.known
    return bool(next_urls) and (
        next_urls[0] in known.validators or next_urls[0] in known.payload_hashes
    )


def _repeats(page: Page, listed: Listed) -> bool:
    seen = {discovery.key for discovery in listed.discoveries}
    return bool(seen) and all(discovery.key in seen for discovery in page.discoveries)


def _covers(page: tuple[Discovery, ...], listed: tuple[Discovery, ...], start: date) -> bool:
    dates = [discovery.listed_date for discovery in page[-AT_THE_FOOT:]]
    is_before = all(one is not None and one < start for one in dates)
    return is_before and is_newest_first(d.listed_date for d in listed)


def _end_with_failure(listed: Listed, page: Page, number: int) -> Listed:
    failure = page.failure
    if failure is not None and number > 1 and failure.reason in _END_OF_LISTING:
        return listed
    return replace(listed, failure=failure, notes=(page.complaint or page.url,))


def _end_with_repetition(listed: Listed, page: Page, number: int) -> Listed:
    if number > 2:
        return listed
    note = f"{page.url}: repeats what was listed before; the window is not covered"
    return replace(listed, failure=failed(Reason.REPEATED_PAGE, note), notes=(note,))


def _end_uncovered(listed: Listed, pages: int) -> Listed:
    if pages == 1:
        return listed
    return replace(listed, notes=(f"the look-back window is longer than {pages} pages",))
