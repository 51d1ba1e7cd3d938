"""Reading sitemaps: those of an index that changed lately, and of their pages the recent ones.

An index is always asked for in full: that it is as it was does not tell that what it names is.
Each sitemap is asked for conditionally. Sitemaps and pages without a day are read: nobody can say
that they are old.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tasks.fetch.desk import Desk
from tasks.fetch.magic import Accept
from tasks.fetch.outcomes import Verdict, failed
from tasks.fetch.pages import Listed, Page, read_page
from tasks.records import Discovery
from tasks.sources.declaration import Source
from tasks.sources.readings import drop_repeats
from tasks.sources.registry import ListingParser
from tasks.sources.sitemap_index import list_children, read_rule
from tasks.sources.sitemaps import Place
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason


async def read_sitemaps(desk: Desk, parse: ListingParser, now: datetime) -> Listed:
    """Read every sitemap that a source declares, or that its indexes name as changed lately."""
    start = _begin(desk.source, now)
    listed: list[Discovery] = []
    failures: list[Verdict] = []
    notes: list[str] = []
    for url in desk.source.urls:
        urls, failure, note = await find_sitemaps(desk, url, start)
        notes += note
        pages = [await _read_page(desk, one, parse) for one in urls]
        failures += [failure] if failure is not None else []
        failures += [page.failure for page in pages if page.failure is not None]
        notes += [page.complaint for page in pages if page.complaint]
        listed += _list_recent(pages, desk.source, now)
    return Listed(
        drop_repeats(listed), failures[0] if failures else None, tuple(notes), is_whole=False
    )


def select_recent(
    discoveries: Iterable[Discovery], source: Source, now: datetime
) -> tuple[Discovery, ...]:
    """Select what lies in the look-back window, by the day of its change or publication."""
    start = _begin(source, now)
    return tuple(one for one in discoveries if _is_recent(one, start))


def find_day(discovery: Discovery) -> date | None:
    """The day by which an item of a sitemap is chosen: of its publication, else of its change."""
    return discovery.listed_date or discovery.modified_date


async def find_sitemaps(
    desk: Desk, url: str, start: date
) -> tuple[list[str], Verdict | None, list[str]]:
    """Find the sitemaps to read: those an index names as changed since, newest first.

    Gives them with the failure of the index, if it failed, and lines for people.
    """
    if not read_rule(desk.source).is_index:
        return [url], None, []
    fetched = await desk.ask(url, Accept.SITEMAP)
    record = fetched.record
    if fetched.body is None:
        verdict = Verdict(record.outcome, record.reason, record.message)
        return [], verdict, [Page(url, failure=verdict).complaint or url]
    try:
        children = list_children(fetched.body, url, desk.source)
    except ListingError as error:
        verdict = failed(error.reason, str(error))
        desk.revise(record, verdict)
        return [], verdict, [str(error)]
    if not children:
        return [url], None, []
    return _choose(children, start, desk.source.max_pages)


async def _read_page(desk: Desk, url: str, parse: ListingParser) -> Page:
    """Read one sitemap; an index within an index names no page, which is a failure."""
    page = await read_page(desk, url, parse)
    if page.discoveries or page.is_unchanged or page.failure is not None:
        return page
    return Page(url, failure=failed(Reason.LAYOUT_CHANGED, f"{url}: an index within an index"))


def _choose(
    children: tuple[Place, ...], start: date, most: int
) -> tuple[list[str], Verdict | None, list[str]]:
    due = [one for one in children if one.modified_on is None or one.modified_on >= start]
    due.sort(key=lambda one: one.modified_on or date.max, reverse=True)
    notes = [f"only {most} of {len(due)} sitemaps are read"] if len(due) > most else []
    return [one.url for one in due[:most]], None, notes


def _list_recent(pages: Iterable[Page], source: Source, now: datetime) -> tuple[Discovery, ...]:
    return select_recent((one for page in pages for one in page.discoveries), source, now)


def _begin(source: Source, now: datetime) -> date:
    return (now - timedelta(days=source.look_back_days)).date()


def _is_recent(one: Discovery, start: date) -> bool:
    days = [day for day in (one.listed_date, one.modified_date) if day is not None]
    return not days or max(days) >= start
