"""robots.txt is obeyed with its wildcards, and its silence is not taken for consent."""

from __future__ import annotations

import pytest

from tasks.fetch.fetched import Fetched
from tasks.fetch.magic import Accept
from tasks.sources.declaration import Politeness
from tests.fetch.conftest import Ask
from tests.fetch.trouble_server import Answer, TroubleServer, hang_up, redirect, reply
from warehouse.vocabulary import Outcome, Reason

ROBOTS = "https://www.mfa.am/robots.txt"
PAGE = "https://www.mfa.am/en/news?page=1"
OTHER = "https://www.mfa.am/en/about"
AT_ONCE = Politeness(seconds_between_requests=0)
HTML = b"<html><p>On postal services</p></html>"


def visit(server: TroubleServer, ask: Ask, robots: Answer) -> tuple[Fetched, Fetched]:
    server.on(ROBOTS, robots)
    server.on(PAGE, reply(200, HTML))
    server.on(OTHER, reply(200, HTML))
    first, second = ask(PAGE, OTHER, accept=Accept.PAGE)
    return first, second


@pytest.mark.parametrize("status", [400, 404, 410, 451])
def test_without_robots_everything_is_allowed_and_it_is_asked_once(
    server: TroubleServer, ask: Ask, status: int
) -> None:
    first, second = visit(server, ask, reply(status))
    assert first.body == second.body == HTML
    assert server.count(ROBOTS) == 1
    assert [record.url for record in first.records] == [ROBOTS, PAGE]
    assert first.records[0].message == f"HTTP {status}: everything is allowed"


@pytest.mark.parametrize(
    "rules",
    [
        b"User-agent: *\nDisallow: /*?page=\n",
        b"User-agent: *\nAllow: /\n\nUser-agent: herewith\nDisallow: /en/news\n",
        b"\xef\xbb\xbfUser-agent: Herewith\nDisallow: /*page=1$\n",
    ],
)
def test_wildcards_and_our_own_name_are_understood(
    server: TroubleServer, ask: Ask, rules: bytes
) -> None:
    first, second = visit(server, ask, reply(200, rules))
    assert (first.record.outcome, first.record.reason) == (Outcome.FAILED, Reason.ROBOTS_REFUSED)
    assert not first.was_sent
    assert server.count(PAGE) == 0
    assert second.body == HTML


@pytest.mark.parametrize(
    ("robots", "reason", "asked"),
    [
        (reply(401), Reason.ROBOTS_REFUSED, 1),
        (reply(403), Reason.ROBOTS_REFUSED, 1),
        (reply(429), Reason.RATE_LIMITED, 1),
        (reply(500), Reason.SERVER_ERROR, 3),
        (reply(503), Reason.SERVER_ERROR, 3),
        (hang_up, Reason.UNREACHABLE, 2),
        (reply(200, b"<html><script>bobcmn</script></html>"), Reason.CHALLENGE_PAGE, 1),
        (redirect(ROBOTS), Reason.REDIRECT_REFUSED, 1),
    ],
)
def test_when_robots_refuses_or_fails_nothing_is_asked_and_the_true_reason_is_given(
    server: TroubleServer, ask: Ask, robots: Answer, reason: Reason, asked: int
) -> None:
    first, second = visit(server, ask, robots)
    assert [one.record.reason for one in (first, second)] == [reason, reason]
    assert server.paths() == []
    assert server.count(ROBOTS) == asked == len(first.records)
    assert second.records == ()


def test_a_passing_trouble_with_robots_is_waited_out(server: TroubleServer, ask: Ask) -> None:
    server.on(ROBOTS, reply(503), reply(200, b"User-agent: *\nDisallow: /private\n"))
    server.on(PAGE, reply(200, HTML))
    [fetched] = ask(PAGE, accept=Accept.PAGE)
    assert fetched.body == HTML


def test_a_page_in_place_of_robots_says_nothing(server: TroubleServer, ask: Ask) -> None:
    first, _ = visit(server, ask, reply(200, HTML * 100))
    assert first.body == HTML


def test_a_redirect_is_not_a_way_round_robots(server: TroubleServer, ask: Ask) -> None:
    server.on(ROBOTS, reply(200, b"User-agent: *\nDisallow: /en/about\n"))
    server.on(PAGE, redirect(OTHER))
    [fetched] = ask(PAGE, accept=Accept.PAGE)
    assert fetched.record.reason is Reason.ROBOTS_REFUSED
    assert server.count(OTHER) == 0


def test_an_absurd_crawl_delay_lets_one_page_through_and_parks_the_host(
    server: TroubleServer, ask: Ask
) -> None:
    server.on(ROBOTS, reply(200, b"User-agent: *\nCrawl-delay: 86400\n"))
    server.on(PAGE, reply(200, HTML))
    first, second = ask(PAGE, OTHER, accept=Accept.PAGE, pace=1, politeness=AT_ONCE)
    assert first.body == HTML
    assert second.record.reason is Reason.RATE_LIMITED
    assert server.count(OTHER) == 0
