"""A feed at its successive homes: the first that answers with items is used."""

from __future__ import annotations

from tasks.fetch.desk import Desk
from tasks.fetch.outcomes import Verdict
from tasks.fetch.pages import Listed, Page, read_page
from tasks.fetch.spans import measure_spans
from tasks.sources.registry import ListingParser
from warehouse.vocabulary import Reason


async def read_feed(desk: Desk, parse: ListingParser) -> Listed:
    """Read a feed from the first home that answers; 304 is an answer, an empty feed is none.

    Where it is not the first home, the note says which it was and why those before it were
    not. When none answers, the failure is that of the first home that said anything at all.
    """
    failures: list[Page] = []
    for url in desk.source.urls:
        page = await read_page(desk, url, parse)
        if page.failure is None:
            spans = measure_spans([Listed(page.discoveries, is_whole=not page.is_unchanged)])
            return Listed(page.discoveries, notes=_describe(desk, page, failures), spans=spans)
        failures.append(page)
    return Listed(failure=_choose_failure(failures), notes=_explain(failures))


def _describe(desk: Desk, page: Page, failures: list[Page]) -> tuple[str, ...]:
    if not failures:
        return ()
    number, homes = len(failures) + 1, len(desk.source.urls)
    return (f"read from {page.url} (home {number} of {homes})", *_explain(failures))


def _explain(failures: list[Page]) -> tuple[str, ...]:
    return tuple(page.complaint for page in failures if page.complaint)


def _choose_failure(failures: list[Page]) -> Verdict | None:
    verdicts = [page.failure for page in failures if page.failure is not None]
    answered = (one for one in verdicts if one.reason is not Reason.UNREACHABLE)
    return next(answered, verdicts[0] if verdicts else None)
