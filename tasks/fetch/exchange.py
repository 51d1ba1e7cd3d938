"""One request and its answer, sent when it is the host's turn."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import httpx

from tasks.fetch.bodies import read_body
from tasks.fetch.fetched import Order, Trip
from tasks.fetch.hosts import Host, Hosts
from tasks.fetch.magic import ACCEPT_HEADERS
from tasks.fetch.mapping import Mapping
from tasks.fetch.outcomes import Verdict
from tasks.fetch.pace import parse_retry_after
from tasks.fetch.robots import SIZE_LIMIT_BYTES
from tasks.fetch.sharing import SharedAnswers
from tasks.settings import Settings

REST_SECONDS = 3600.0
"""How long a host that says 429 without saying until when is left alone."""

LONGEST_REST_SECONDS = 10 * 365 * 86_400.0
"""What a host that asks for centuries is given; as good as for ever, and still a date."""


class Exchange:
    """Sends single requests; redirects, retries and robots.txt are the caller's."""

    def __init__(
        self,
        settings: Settings,
        client: httpx.AsyncClient,
        hosts: Hosts,
        mapping: Mapping,
        shared: SharedAnswers,
    ) -> None:
        self._settings = settings
        self._client = client
        self._hosts = hosts
        self._mapping = mapping
        self._shared = shared

    async def send(self, trip: Trip) -> Verdict | None:
        """Ask for `trip.at` and fill in the answer; a verdict means that it was not asked.

        Whoever waited for the host while another asked for the same is handed its answer.
        """
        host, order = self._host(trip), trip.order
        async with host.pace.lock:
            if self._shared.recall(trip):
                return None
            if refusal := host.refusal(order.pace.requests_per_run):
                return refusal
            await host.pace.wait(order.pace.seconds_between_requests)
            host.requests += 1
            trip.requests += 1
            try:
                async with asyncio.timeout(self._settings.total_timeout_seconds):
                    await self._transfer(trip)
            finally:
                host.pace.mark_end(is_page=not order.is_robots)
        return None

    async def _transfer(self, trip: Trip) -> None:
        trip.forget_answer()
        url, headers = self._mapping.outward(trip.at), _build_headers(trip.order)
        limit = SIZE_LIMIT_BYTES if trip.order.is_robots else self._settings.size_limit_bytes
        async with self._client.stream("GET", url, headers=headers) as answer:
            trip.status, trip.headers = answer.status_code, answer.headers
            self._obey_retry_after(trip)
            encoding = answer.headers.get("content-encoding", "")
            trip.body = await read_body(answer.aiter_raw(), encoding, limit)
            trip.is_complete = True

    def _obey_retry_after(self, trip: Trip) -> None:
        """Park the host for as long as it says; the record of the request says until when."""
        status, now = trip.status or 0, datetime.now(UTC)
        asked = parse_retry_after(trip.headers.get("retry-after"), now)
        if status < 400 or (asked is None and status != 429):
            return
        rest = min(REST_SECONDS if asked is None else asked, LONGEST_REST_SECONDS)
        trip.retry_at_utc = now + timedelta(seconds=rest)
        self._host(trip).pace.park(rest)

    def _host(self, trip: Trip) -> Host:
        return self._hosts.find(trip.at.netloc.decode("ascii"))


def _build_headers(order: Order) -> dict[str, str]:
    accepted = "text/plain, */*;q=0.1" if order.accept is None else ACCEPT_HEADERS[order.accept]
    return {"Accept": accepted, "Accept-Encoding": "gzip, deflate", **order.conditions}
