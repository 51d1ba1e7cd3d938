"""All of one source in one run: its listing read, what is wanted fetched, an outcome named.

The outcome is FAILED when the listing failed, also when only a part of it did (what was found
is fetched nevertheless), and when the host of the items served none of those wanted. Otherwise
it is NEW with at least one item, NOT_YET_AVAILABLE when nothing but “not there yet” came of
what was wanted, and else UNCHANGED. A 304 of the listing hides nothing: pending items and
second looks are asked for all the same. Which items are wanted stands in `wanted`, how far a
listing is walked in `walk`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from tasks.fetch.client import Fetcher
from tasks.fetch.desk import Desk
from tasks.fetch.homes import read_feed
from tasks.fetch.items import fetch_item
from tasks.fetch.outcomes import Verdict
from tasks.fetch.pages import Listed
from tasks.fetch.probe import choose_guesses
from tasks.fetch.sitemaps import read_sitemaps
from tasks.fetch.walk import walk_listings
from tasks.fetch.wanted import Wanted, choose_wanted
from tasks.records import Discovery, FetchedItem, Harvest, ItemFailure
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import ListingParser, listing_parser
from warehouse.answers import KnownSource
from warehouse.faults import reach
from warehouse.vocabulary import Outcome, Reason

Progress = Callable[[str, int, int], None]
"""Source id, items done, items wanted."""

HOST_WIDE = frozenset(
    {
        Reason.UNREACHABLE,
        Reason.UNTRUSTED_CERTIFICATE,
        Reason.BLOCKED,
        Reason.CHALLENGE_PAGE,
        Reason.DECOY_PAGE,
        Reason.ROBOTS_REFUSED,
        Reason.RATE_LIMITED,
    }
)
"""Reasons that are the host's and not the item's: it is no use to ask it for the next one."""

TROUBLES = frozenset({Reason.SERVER_ERROR, Reason.TIMED_OUT})
"""Reasons that are the host's when it gave several items none."""

_MESSAGE_LENGTH = 500


async def harvest_source(
    source: Source,
    known: KnownSource,
    fetcher: Fetcher,
    now: datetime,
    progress: Progress | None = None,
    parse: ListingParser | None = None,
    named: frozenset[str] = frozenset(),
) -> Harvest:
    """Discover and fetch what one source has; what the network does is an outcome, no error.

    `now` is the run's time, from which the look-back window and second looks are counted;
    `parse` reads the listing, by default with the parser that the source declares; `named` is
    what a probe must know: the keys that other sources have named, in this run and before.
    """
    started = datetime.now(UTC)
    source = source.as_of(now.date())
    desk = Desk(source, known, fetcher)
    if source.kind is SourceKind.PROBE:
        listed, wanted = Listed(), choose_guesses(source, known, named, now)
    else:
        listed = await _read_listing(desk, parse or parse_as_declared, now)
        wanted = choose_wanted(listed.discoveries, known, source, now)
    items, failures = await _fetch_all(desk, wanted, progress)
    verdict = _conclude(listed, wanted, items, failures)
    reach("after-fetch")
    return Harvest(
        source_id=source.id,
        outcome=verdict.outcome,
        reason=verdict.reason,
        message=verdict.message,
        discoveries=listed.discoveries,
        spans=listed.spans,
        items=tuple(items),
        failures=tuple(failures),
        fetches=tuple(desk.records),
        started_at_utc=started,
        ended_at_utc=datetime.now(UTC),
    )


def parse_as_declared(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read a listing with the source's own parser, which is imported when there is one to read."""
    return listing_parser(source)(body, url, source)


async def _read_listing(desk: Desk, parse: ListingParser, now: datetime) -> Listed:
    if desk.source.kind is SourceKind.FEED:
        return await read_feed(desk, parse)
    if desk.source.kind is SourceKind.SITEMAP:
        return await read_sitemaps(desk, parse, now)
    return await walk_listings(desk, parse, now)


async def _fetch_all(
    desk: Desk, wanted: Sequence[Wanted], progress: Progress | None
) -> tuple[list[FetchedItem], list[ItemFailure]]:
    items: list[FetchedItem] = []
    failures: list[ItemFailure] = []
    for done, one in enumerate(wanted, 1):
        result = await fetch_item(desk, one)
        if isinstance(result, FetchedItem):
            items.append(result)
        elif isinstance(result, ItemFailure):
            failures.append(result)
        if progress is not None:
            progress(desk.source.id, done, len(wanted))
    return items, failures


def _conclude(
    listed: Listed,
    wanted: Sequence[Wanted],
    items: Sequence[FetchedItem],
    failures: Sequence[ItemFailure],
) -> Verdict:
    absent = _list_absent(wanted, failures)
    first_looks = [one for one in wanted if not one.is_recheck and one.discovery.key not in absent]
    outcome, reason = Outcome.NEW if items else Outcome.UNCHANGED, None
    if listed.failure is not None:
        outcome, reason = Outcome.FAILED, listed.failure.reason
    elif not items:
        outcome, reason = _judge_missed(first_looks, failures)
    message = "; ".join(
        dict.fromkeys(
            [
                *listed.notes,
                *_name_strays(listed.discoveries),
                *_count(wanted, [one for one in failures if one.discovery.key not in absent]),
                *_count_guesses(wanted, items),
            ]
        )
    )
    return Verdict(outcome, reason, message[:_MESSAGE_LENGTH] or None)


def _list_absent(wanted: Sequence[Wanted], failures: Sequence[ItemFailure]) -> set[str]:
    """The keys of guesses that were not there: nobody had said that they were."""
    guesses = {one.discovery.key for one in wanted if one.is_guess}
    return {
        one.discovery.key
        for one in failures
        if one.discovery.key in guesses and one.reason is Reason.NOT_PUBLISHED_YET
    }


def _count_guesses(wanted: Sequence[Wanted], items: Sequence[FetchedItem]) -> list[str]:
    guesses = [one for one in wanted if one.is_guess]
    return [f"{len(guesses)} numbers asked for, {len(items)} there"] if guesses else []


def _judge_missed(
    first_looks: Sequence[Wanted], failures: Sequence[ItemFailure]
) -> tuple[Outcome, Reason | None]:
    """Judge a run in which nothing came: whether that is the items' fault or the source's.

    A single item that fails by itself, a dead link for instance, does not fail its source, nor
    do several that failed before. Several new ones that all fail in the same way do: their
    addresses lead elsewhere now, or something else stands there.
    """
    failed_at = {one.discovery.key: one for one in failures}
    missed = [failed_at[key] for one in first_looks if (key := one.discovery.key) in failed_at]
    if not missed or len(missed) < len(first_looks):
        return Outcome.UNCHANGED, None
    failed = [one.reason for one in missed if one.outcome is Outcome.FAILED]
    if not failed:
        return Outcome.NOT_YET_AVAILABLE, missed[0].reason
    host_wide = next((reason for reason in failed if reason in HOST_WIDE), None)
    is_shared = len(failed) > 1 and (
        set(failed) <= TROUBLES or _is_one_and_new(first_looks, missed)
    )
    reason = host_wide or (failed[0] if is_shared else None)
    return (Outcome.UNCHANGED, None) if reason is None else (Outcome.FAILED, reason)


def _is_one_and_new(first_looks: Sequence[Wanted], missed: Sequence[ItemFailure]) -> bool:
    """Whether all of them failed in the same way, and none had been asked for before."""
    is_new = not any(one.is_retry for one in first_looks)
    return is_new and len({(one.outcome, one.reason) for one in missed}) == 1


def _count(wanted: Sequence[Wanted], failures: Sequence[ItemFailure]) -> list[str]:
    if not failures:
        return []
    reasons = sorted({one.reason.replace("_", " ") for one in failures})
    return [f"{len(failures)} of {len(wanted)} items not fetched ({', '.join(reasons)})"]


def _name_strays(discoveries: Sequence[Discovery]) -> list[str]:
    """Name what the listing showed and nobody could make an item of; dates are told elsewhere."""
    strays = (found for one in discoveries for found in one.findings)
    return [found.message for found in strays if found.code.startswith("item_without")]
