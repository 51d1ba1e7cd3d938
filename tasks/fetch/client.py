"""The one HTTP client of the program: polite, suspicious, and never surprised.

`Fetcher.get` gives every request a typed outcome and raises nothing for what the network does.
One `Fetcher` serves one run: what it learns of a host (robots.txt, a broken connection) holds
until the run ends and is forgotten then; a wish to be left alone stands in the records of the
requests, so that the next run is told of it.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import httpcore
import httpx

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.exchange import Exchange
from tasks.fetch.fetched import Fetched, Order, Trip, build_record
from tasks.fetch.hosts import Host, Hosts, HostTimes
from tasks.fetch.labels import Label
from tasks.fetch.magic import Accept
from tasks.fetch.mapping import Mapping
from tasks.fetch.outcomes import Verdict, judge_answer, judge_error, judge_not_modified
from tasks.fetch.redirects import STATUSES, follow_redirect, read_address
from tasks.fetch.retries import Backoff
from tasks.fetch.robots import RobotsRules, judge_robots, read_rules
from tasks.fetch.session import open_client
from tasks.fetch.sharing import SharedAnswers
from tasks.fetch.transport import ForbiddenPeerError, GuardedBackend, Resolver, resolve_name
from tasks.records import Discovery, FetchRecord
from tasks.settings import Settings
from tasks.sources.declaration import Politeness
from warehouse.answers import Validators
from warehouse.errors import FetchError
from warehouse.faults import reach
from warehouse.vocabulary import Outcome, Reason

_NETWORK_ERRORS = (
    FetchError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
    httpx.InvalidURL,
    UnicodeError,  # httpx looks at a redirect's host even when it is not to follow it
    OSError,
)


class Fetcher:
    """One client for one run; an async context manager.

    `parked` are hosts that asked an earlier run to be left alone, and until when. `resolver`
    turns names into addresses; it is given only where the world is a stand-in.
    """

    def __init__(
        self,
        settings: Settings,
        archive: ArchiveWriter,
        *,
        parked: HostTimes | None = None,
        resolver: Resolver = resolve_name,
    ) -> None:
        pace, patience = settings.pace, settings.patience_seconds
        self._archive = archive
        self._mapping = Mapping(settings.replica)
        self._hosts = Hosts(pace, patience, parked)
        self._backoff = Backoff(settings.backoff_seconds * min(pace, 1.0), patience)
        self._client = open_client(settings, GuardedBackend(self._mapping.peer, resolver))
        self._shared = SharedAnswers(archive)
        self._exchange = Exchange(settings, self._client, self._hosts, self._mapping, self._shared)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._client.aclose()

    async def get(
        self,
        url: str,
        *,
        source_id: str,
        accept: Accept,
        validators: Validators | None = None,
        pace: Politeness,
        item: Discovery | None = None,
        is_backfill: bool = False,
    ) -> Fetched:
        """Fetch one address, at the host's pace, with retries; bytes go to the archive first.

        With `validators` the request is conditional and may come out UNCHANGED. `item` is the
        listed item whose bytes are asked for; the archive notes it beside them.
        """
        order = Order(url, source_id, accept, pace, validators, item, is_backfill)
        now = datetime.now(UTC)
        try:
            address = read_address(url)
        except FetchError as error:
            trip = Trip(order, now, httpx.URL())
            return Fetched(build_record(trip, judge_error(error)), None)
        return await self._try_often(order, address)

    async def _try_often(self, order: Order, address: httpx.URL) -> Fetched:
        records: list[FetchRecord] = []
        tries = 0
        while True:
            tries += 1
            trip = Trip(order, datetime.now(UTC), address)
            verdict = await self._try_once(trip, records)
            record = build_record(trip, verdict)
            if trip.requests or trip.is_handed_on:
                records.append(record)
            wait = self._next_wait(trip, verdict, tries)
            if wait is None:
                break
            await asyncio.sleep(wait)
        if trip.requests and not _is_wrong_guess(order, verdict):
            self._host(trip).note(verdict)
        return Fetched(record, trip.body if verdict.is_ok else None, tuple(records))

    async def _try_once(self, trip: Trip, records: list[FetchRecord]) -> Verdict:
        try:
            return await self._follow(trip, records)
        except _NETWORK_ERRORS as error:
            verdict = judge_error(error, trip.status)
            if isinstance(error, httpcore.ConnectError | httpcore.ConnectTimeout):
                is_final = isinstance(error, ForbiddenPeerError | httpcore.ConnectTimeout)
                is_final |= verdict.reason is Reason.UNTRUSTED_CERTIFICATE
                self._host(trip).note_unconnected(verdict, is_final=is_final)
            return verdict

    async def _follow(self, trip: Trip, records: list[FetchRecord]) -> Verdict:
        """Ask, and follow redirects to the answer; every hop obeys its own host's rules."""
        seen: set[str] = set()
        while True:
            seen.add(str(trip.at))
            refusal = await self._check_robots(trip, records) or await self._exchange.send(trip)
            if refusal is not None:
                return refusal
            if trip.status not in STATUSES:
                return self._judge_and_note(trip)
            self._shared.note(trip)
            location = trip.headers.get("location")
            trip.at = follow_redirect(trip.at, location, seen, self._mapping)

    def _judge_and_note(self, trip: Trip) -> Verdict:
        verdict = self._judge(trip)
        if verdict.outcome is not Outcome.FAILED:
            self._shared.note(trip)
        return verdict

    def _judge(self, trip: Trip) -> Verdict:
        """Archive the answer, then look at it; robots.txt is no document and not archived."""
        status, order = trip.status or 0, trip.order
        if order.accept is None:
            return judge_robots(status, trip.headers, trip.body)
        if trip.body:
            headers = trip.headers.multi_items()
            label = Label(
                source_id=order.source_id,
                url=order.url,
                item=order.item,
                is_backfill=order.is_backfill,
            )
            trip.archive = self._archive.write(
                str(trip.at), status, headers, trip.body, trip.started_at_utc, label
            )
            reach("after-archive")
        if status == 304:
            return judge_not_modified(is_conditional=order.is_conditional)
        return judge_answer(status, trip.headers, trip.body, order.accept, trip.at.path)

    async def _check_robots(self, trip: Trip, records: list[FetchRecord]) -> Verdict | None:
        if trip.order.is_robots:
            return None
        host = self._host(trip)
        async with host.rules_lock:
            if host.rules is None:
                host.rules = await self._load_rules(trip, records)
                host.pace.robots_delay = host.rules.seconds_between_requests
        return host.rules.check(str(trip.at))

    async def _load_rules(self, trip: Trip, records: list[FetchRecord]) -> RobotsRules:
        address = trip.at.copy_with(raw_path=b"/robots.txt")
        order = Order(str(address), trip.order.source_id, None, trip.order.pace)
        fetched = await self._try_often(order, address)
        records.extend(fetched.records)
        said = fetched.record
        return read_rules(Verdict(said.outcome, said.reason, said.message), fetched.body or b"")

    def _next_wait(self, trip: Trip, verdict: Verdict, tries: int) -> float | None:
        host = self._host(trip)
        if not trip.requests or host.refusal(trip.order.pace.requests_per_run):
            return None
        return self._backoff.next_wait(verdict, tries, host.pace.parked_for())

    def _host(self, trip: Trip) -> Host:
        return self._hosts.find(trip.at.netloc.decode("ascii"))


def _is_wrong_guess(order: Order, verdict: Verdict) -> bool:
    """Whether nobody said that it was there: then “not there” is no sign of a block."""
    return order.accept is Accept.GUESS and verdict.reason is Reason.NOT_PUBLISHED_YET
