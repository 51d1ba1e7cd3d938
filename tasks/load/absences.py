"""What a source no longer has, told by what a run asked anyway; no request is made for it.

Two things tell: a second look that is answered “not found”, and a listing that was read whole
and shows older and newer items but not this one. Neither is a proof that a document was
withdrawn: the evidence is kept, with how sure it is. A listing that failed, was not sent anew or
is out of order tells nothing, and neither do items beyond its ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tasks.records import Discovery, FetchRecord, Harvest, ItemFailure
from warehouse.answers import KnownSource
from warehouse.vocabulary import Certainty, DiscoveryState, Outcome, Reason, WithdrawalType
from warehouse.withdrawals import Absence, Presence

_NOT_THERE = frozenset({Reason.NOT_FOUND, Reason.NOT_PUBLISHED_YET})


def find_absences(harvest: Harvest, known: KnownSource) -> tuple[Absence, ...]:
    """Find the items that were got before and are not there now."""
    return (*_find_gone(harvest, known), *_find_unlisted(harvest, known))


def find_presences(harvest: Harvest, known: KnownSource) -> tuple[Presence, ...]:
    """Find the items that are there: listed, or got or found unchanged when asked for."""
    listed = [
        Presence(one.key, one.language, WithdrawalType.UNLISTED) for one in harvest.discoveries
    ]
    got = [
        Presence(item.discovery.key, item.discovery.language, WithdrawalType.GONE)
        for item in harvest.items
    ]
    same = {one.url for one in harvest.fetches if one.outcome is Outcome.UNCHANGED}
    confirmed = [
        Presence(key, before.language, WithdrawalType.GONE)
        for key, before in known.discoveries.items()
        if before.url in same
    ]
    return (*listed, *got, *confirmed)


def _find_gone(harvest: Harvest, known: KnownSource) -> Iterator[Absence]:
    answers = {fetch.url: fetch for fetch in harvest.fetches}
    for failure in harvest.failures:
        discovery, answer = failure.discovery, answers.get(failure.discovery.url)
        if answer is not None and failure.reason in _NOT_THERE and _was_got(discovery, known):
            yield Absence(
                discovery.key,
                discovery.language,
                WithdrawalType.GONE,
                f"asked for again, {discovery.url} answered: {failure.message}",
                _judge(failure, answer),
            )


def _judge(failure: ItemFailure, answer: FetchRecord) -> Certainty:
    """410 says gone for good; a page in the place of a document may be a passing fault."""
    if answer.status == 410:
        return Certainty.STATED
    is_plain = answer.status == 404 or failure.reason is Reason.NOT_FOUND
    return Certainty.LIKELY if is_plain else Certainty.POSSIBLE


def _find_unlisted(harvest: Harvest, known: KnownSource) -> Iterator[Absence]:
    if not harvest.spans:
        return
    listed = {one.key for one in harvest.discoveries}
    oldest = max(span.oldest for span in harvest.spans)
    newest = min(span.newest for span in harvest.spans)
    for key, before in known.discoveries.items():
        day = before.listed_date
        if (
            before.state != DiscoveryState.FETCHED
            or key in listed
            or day is None
            or not oldest < day < newest
        ):
            continue
        evidence = _describe(day, oldest, newest)
        kind = WithdrawalType.UNLISTED
        yield Absence(key, before.language, kind, evidence, Certainty.POSSIBLE)


def _describe(dated: date, oldest: date, newest: date) -> str:
    return f"listed before under {dated}; the listing shows items of {oldest} to {newest}, not this"


def _was_got(discovery: Discovery, known: KnownSource) -> bool:
    before = known.discoveries.get(discovery.key)
    return before is not None and before.state == DiscoveryState.FETCHED
