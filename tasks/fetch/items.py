"""Fetching the items themselves: a document or page each, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from tasks.fetch.addresses import is_same_house, read_host
from tasks.fetch.desk import Desk
from tasks.fetch.magic import Accept
from tasks.fetch.outcomes import Verdict
from tasks.fetch.wanted import Wanted
from tasks.records import FetchedItem, FetchRecord, ItemFailure
from tasks.sources.declaration import Source, SourceKind
from warehouse.vocabulary import Outcome, Reason


async def fetch_item(desk: Desk, wanted: Wanted) -> FetchedItem | ItemFailure | None:
    """Fetch one wanted item; null when a second look found it as it was.

    Only a second look is conditional: of anything else the bytes are needed.
    """
    discovery = wanted.discovery
    if not _is_at_home(discovery.url, desk.source):
        verdict = Verdict(
            Outcome.FAILED, Reason.REDIRECT_REFUSED, "listed, but at another publisher's address"
        )
        return _fail(wanted, verdict)
    accept = choose_accept(desk.source)
    validators = desk.known.validators.get(discovery.url) if wanted.is_recheck else None
    fetched = await desk.ask(discovery.url, accept, validators, discovery)
    record = fetched.record
    if record.outcome is Outcome.UNCHANGED:
        return None
    if record.outcome is not Outcome.NEW or record.archive is None:
        return _fail(wanted, Verdict(record.outcome, record.reason, record.message))
    if wanted.is_recheck and _has_known_bytes(desk, record):
        desk.revise(record, Verdict(Outcome.UNCHANGED))
        return None
    return FetchedItem(
        discovery=discovery,
        archive=record.archive,
        url=record.url,
        content_type=record.content_type,
        fetched_at_utc=record.fetched_at_utc,
    )


def choose_accept(source: Source) -> Accept:
    """Say what an item of a source must be: a document of the UN's store, else a page."""
    if source.kind is SourceKind.PROBE:
        return Accept.GUESS
    return Accept.DOCUMENT if source.is_un else Accept.PAGE


def _has_known_bytes(desk: Desk, record: FetchRecord) -> bool:
    known = desk.known.payload_hashes.get(record.url)
    return record.archive is not None and record.archive.payload_sha256 == known


def _fail(wanted: Wanted, verdict: Verdict) -> ItemFailure:
    return ItemFailure(
        discovery=wanted.discovery,
        outcome=verdict.outcome,
        reason=verdict.reason or Reason.UNEXPECTED_CONTENT,
        message=verdict.message or "no reason was given",
        is_guess=wanted.is_guess,
    )


def _is_at_home(url: str, source: Source) -> bool:
    """Whether an item is at its source's own house: what a listing names is not trusted."""
    host = _host(url)
    return any(is_same_house(host, home) for home in _homes(source))


def _homes(source: Source) -> Iterator[str]:
    for template in (*source.urls, source.document_url):
        if template is not None:
            yield _host(template.split("{")[0])


def _host(url: str) -> str:
    try:
        return read_host(httpx.URL(url))
    except httpx.InvalidURL:
        return ""
