"""One request at a time per host, with the pauses it is owed."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.fetched import Fetched
from tasks.fetch.magic import Accept
from tasks.fetch.outcomes import failed
from tasks.fetch.pace import parse_retry_after
from tasks.fetch.retries import TRIES, Backoff
from tasks.settings import Settings
from tasks.sources.declaration import Politeness
from tests.fetch.conftest import Ask
from tests.fetch.trouble_server import Answer, Seen, TroubleServer, pause, reply
from warehouse.vocabulary import Reason

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
HTML = b"<html><p>On ferries</p></html>"
IN_TWO_HOURS = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
FIRST, SECOND = "https://www.mfa.am/1", "https://www.mfa.am/2"


def gaps(seen: list[Seen]) -> list[float]:
    ordered = sorted(seen, key=lambda one: one.started)
    return [after.started - before.ended for before, after in pairwise(ordered)]


def test_requests_to_one_host_never_overlap_and_hosts_do_not_wait_for_each_other(
    server: TroubleServer, settings: Settings, tmp_path: Path
) -> None:
    hosts = ("www.mfa.am", "www.mfa.gov.az", "documents.un.org")
    urls = [f"https://{host}/{n}" for n in range(6) for host in hosts]
    for url in urls:
        server.on(url, pause(0.02, reply(200, HTML)))

    async def act() -> None:
        with ArchiveWriter(tmp_path, "run-1") as archive:
            async with Fetcher(settings, archive) as fetcher:
                calls = (
                    fetcher.get(url, source_id="x", accept=Accept.PAGE, pace=Politeness())
                    for url in urls
                )
                results = await asyncio.gather(*calls)
        assert all(fetched.body == HTML for fetched in results)

    asyncio.run(act())
    for host in hosts:
        mine = [one for one in server.seen if one.host == host]
        assert len(mine) == 7
        assert min(gaps(mine)) >= 0
    assert min(gaps(server.seen)) < 0, "the server saw several hosts at once"


def test_the_declared_pause_lies_between_two_requests(server: TroubleServer, ask: Ask) -> None:
    for url in (FIRST, SECOND):
        server.on(url, reply(200, HTML))
    ask(
        FIRST,
        SECOND,
        accept=Accept.PAGE,
        politeness=Politeness(seconds_between_requests=0.3),
        pace=1,
    )
    assert min(gaps(server.seen)) >= 0.3 * 0.7 - 0.01


def test_crawl_delay_and_request_rate_make_us_gentler(server: TroubleServer, ask: Ask) -> None:
    server.on(
        "https://www.mfa.am/robots.txt",
        reply(200, b"User-agent: *\nCrawl-delay: 0.2\nRequest-rate: 2/1s\n"),
    )
    for url in (FIRST, SECOND):
        server.on(url, reply(200, HTML))
    ask(
        FIRST, SECOND, accept=Accept.PAGE, politeness=Politeness(seconds_between_requests=0), pace=1
    )
    assert gaps(server.seen)[-1] >= 0.49


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_retry_after_is_waited_out_in_full(
    server: TroubleServer, ask: Ask, status: int
) -> None:
    server.on(FIRST, reply(status, retry_after="1"), reply(200, HTML))
    [fetched] = ask(FIRST, accept=Accept.PAGE)
    assert fetched.body == HTML
    assert gaps(server.seen)[-1] >= 0.99


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (reply(429, retry_after="3600"), Reason.RATE_LIMITED),
        (reply(503, retry_after="3600"), Reason.SERVER_ERROR),
        (reply(429), Reason.RATE_LIMITED),
        (reply(429, retry_after="soon"), Reason.RATE_LIMITED),
        (reply(429, retry_after=IN_TWO_HOURS), Reason.RATE_LIMITED),
    ],
)
def test_a_host_that_wants_rest_is_parked_and_the_run_goes_on(
    server: TroubleServer, ask: Ask, answer: Answer, reason: Reason
) -> None:
    server.on(FIRST, answer)
    server.on("https://un.mfa.am/x", reply(200, HTML))
    first, second, elsewhere = ask(FIRST, SECOND, "https://un.mfa.am/x", accept=Accept.PAGE)
    assert first.record.reason is reason
    assert second.record.reason is Reason.RATE_LIMITED
    assert (second.records, server.count(FIRST), server.count(SECOND)) == ((), 1, 0)
    assert elsewhere.body == HTML


def test_what_a_host_asked_for_stands_in_the_record_and_binds_the_next_run(
    server: TroubleServer, ask: Ask, settings: Settings, tmp_path: Path
) -> None:
    server.on(FIRST, reply(503, retry_after="7200"))
    server.on("https://un.mfa.am/x", reply(200, HTML))
    [first] = ask(FIRST, accept=Accept.PAGE)
    until = first.record.retry_at_utc
    assert until is not None
    assert 7100 < (until - datetime.now(UTC)).total_seconds() <= 7200
    asked_before = len(server.seen)

    async def act(parked: dict[str, datetime]) -> list[Fetched]:
        with ArchiveWriter(tmp_path, "run-2") as archive:
            async with Fetcher(settings, archive, parked=parked) as fetcher:
                urls = (SECOND, "https://un.mfa.am/x")
                return [
                    await fetcher.get(url, source_id="x", accept=Accept.PAGE, pace=Politeness())
                    for url in urls
                ]

    parked, elsewhere = asyncio.run(act({"www.mfa.am": until}))
    assert (parked.record.reason, parked.records) == (Reason.RATE_LIMITED, ())
    assert elsewhere.body == HTML
    assert all(seen.host == "un.mfa.am" for seen in server.seen[asked_before:])
    server.on(SECOND, reply(200, HTML))
    again, _ = asyncio.run(act({"www.mfa.am": datetime.now(UTC) - timedelta(seconds=1)}))
    assert again.body == HTML


@pytest.mark.parametrize("value", ["999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_wish_for_centuries_is_as_good_as_for_ever(
    server: TroubleServer, ask: Ask, value: str
) -> None:
    server.on(FIRST, reply(429, retry_after=value))
    first, second = ask(FIRST, SECOND, accept=Accept.PAGE)
    assert first.record.retry_at_utc is not None
    assert first.record.retry_at_utc.year < 9999
    assert second.record.reason is Reason.RATE_LIMITED


def test_a_host_that_keeps_failing_is_left_to_recover(server: TroubleServer, ask: Ask) -> None:
    urls = [f"https://www.mfa.am/{n}" for n in range(6)]
    for url in urls:
        server.on(url, reply(500))
    results = ask(*urls, accept=Accept.PAGE)
    assert {one.record.reason for one in results} == {Reason.SERVER_ERROR}
    assert [server.count(url) for url in urls] == [3, 3, 3, 3, 0, 0]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Tue, 10 Mar 2026 12:02:00 GMT", 120.0),
        ("Tue, 10 Mar 2026 11:00:00 GMT", 0.0),
        ("Tue, 10 Mar 2026 12:02:00 -0000", 120.0),
        ("-5", None),
        ("²", None),
        ("", None),
        (None, None),
        ("Tue, 99 Foo 2026 12:02:00 GMT", None),
    ],
)
def test_retry_after_is_read_in_both_forms(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, NOW) == seconds


@given(st.text(max_size=60))
def test_retry_after_may_hold_anything(value: str) -> None:
    found = parse_retry_after(value, NOW)
    assert found is None or found >= 0


@given(
    st.sampled_from(list(Reason)),
    st.integers(1, 5),
    st.floats(0, 100, allow_nan=False),
    st.floats(0, 100, allow_nan=False),
)
def test_retries_are_few_and_never_before_the_host_allows(
    reason: Reason, tries: int, parked_for: float, patience: float
) -> None:
    wait = Backoff(2.0, patience).next_wait(failed(reason, "x"), tries, parked_for)
    if wait is None:
        assert tries >= TRIES.get(reason, 1) or parked_for > patience
    else:
        assert wait >= parked_for
        assert tries < 3
