"""One page of a feed or listing, fetched and read into discoveries."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from tasks.fetch.addresses import read_host
from tasks.fetch.desk import Desk
from tasks.fetch.magic import Accept
from tasks.fetch.outcomes import Verdict, failed
from tasks.records import Discovery, FetchRecord, ListedSpan
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import ListingParser
from warehouse.errors import ListingError
from warehouse.vocabulary import Outcome, Reason

_ACCEPTS = {
    SourceKind.FEED: Accept.FEED,
    SourceKind.LISTING: Accept.PAGE,
    SourceKind.JSON_API: Accept.DATA,
    SourceKind.WORDPRESS: Accept.DATA,
    SourceKind.SITEMAP: Accept.SITEMAP,
}


@dataclass(frozen=True, slots=True)
class Page:
    """What one page named; `is_unchanged` stands for a 304, or for the same bytes as before.

    Such a page names nothing: all it has to say was loaded.
    """

    url: str
    discoveries: tuple[Discovery, ...] = ()
    failure: Verdict | None = None
    is_unchanged: bool = False

    @property
    def complaint(self) -> str | None:
        """What went wrong in one line; a line that names the host need not name the page."""
        if self.failure is None:
            return None
        message = self.failure.message or str(self.failure.reason)
        return message if read_host(httpx.URL(self.url)) in message else f"{self.url}: {message}"


@dataclass(frozen=True, slots=True)
class Listed:
    """What all pages of a source named together.

    `failure` is the first thing that went wrong, `notes` are lines for people. `is_whole` is
    false where a page was not sent anew; `spans` are the days that each listing covers.
    """

    discoveries: tuple[Discovery, ...] = ()
    failure: Verdict | None = None
    notes: tuple[str, ...] = ()
    is_whole: bool = True
    spans: tuple[ListedSpan, ...] = ()


async def read_page(desk: Desk, url: str, parse: ListingParser) -> Page:
    """Fetch and read one page, conditionally where it has been read before.

    A page that could not be read is noted as failed, so that its validators are not kept:
    the next run asks for it in full.
    """
    accept = choose_listing_accept(desk.source)
    fetched = await desk.ask(url, accept, desk.known.validators.get(url))
    record = fetched.record
    if record.outcome is Outcome.UNCHANGED:
        return Page(url, is_unchanged=True)
    if fetched.body is None:
        return Page(url, failure=_explain(desk.source, record))
    if _is_as_before(desk, record):
        desk.revise(record, Verdict(Outcome.UNCHANGED))
        return Page(url, is_unchanged=True)
    # Links are meant from where the answer came, which may be a redirect away.
    page = read_listing(fetched.body, record.final_url or url, desk.source, parse)
    if page.failure is not None:
        desk.revise(record, page.failure)
    return page


def choose_listing_accept(source: Source) -> Accept:
    """Say what a page that lists a source's items must be."""
    return _ACCEPTS[source.kind]


def read_listing(body: bytes, url: str, source: Source, parse: ListingParser) -> Page:
    """Read the bytes of one page; what cannot be read is a page with a failure."""
    try:
        found = parse(body, url, source)
    except ListingError as error:
        return Page(url, failure=failed(error.reason, str(error)))
    except (ValueError, RecursionError) as error:
        # Hostile markup may break a library below the parser; that is an outcome as well.
        message = f"{type(error).__name__} while reading: {error}"[:200]
        return Page(url, failure=failed(Reason.UNEXPECTED_CONTENT, message))
    return Page(url, tuple(_stay_secure(one, url) for one in found))


def _explain(source: Source, record: FetchRecord) -> Verdict:
    """Say why there is no page; WordPress answers 400 to a page behind its last."""
    if source.kind is SourceKind.WORDPRESS and record.status == 400:
        return failed(Reason.NOT_FOUND, "HTTP 400: no such page of posts")
    return Verdict(record.outcome, record.reason, record.message)


def _is_as_before(desk: Desk, record: FetchRecord) -> bool:
    """Whether these bytes were loaded before; many sites have no validators to ask with."""
    known = desk.known.payload_hashes.get(record.url)
    return record.archive is not None and record.archive.payload_sha256 == known


def _stay_secure(discovery: Discovery, url: str) -> Discovery:
    """Ask by https for what an https page names by http: old links survive on many sites."""
    if url.startswith("https://") and discovery.url.startswith("http://"):
        secure = "https://" + discovery.url.removeprefix("http://")
        return discovery.model_copy(update={"url": secure})
    return discovery
