"""Trouble comes when it is ordered, as often as it is ordered, and is written down."""

from __future__ import annotations

from http.client import IncompleteRead, RemoteDisconnected

import pytest

from tests.replica.server import Replica
from tests.replica.trouble import TroubleKind
from tests.replica_world.asking import ask

HOST = "www.mfa.am"
PAGE = f"/{HOST}/en/news"


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        (TroubleKind.UNAVAILABLE, 503, b"Unavailable"),
        (TroubleKind.BAD_GATEWAY, 502, b"Gateway"),
        (TroubleKind.FORBIDDEN, 403, b"Forbidden"),
        (TroubleKind.HTML, 200, b"later"),
        (TroubleKind.CHALLENGE, 200, b"bobcmn"),
        (TroubleKind.DECOY, 200, b"Technical Difficulties"),
    ],
)
def test_it_happens_once_and_is_over(
    fresh: Replica, kind: TroubleKind, status: int, words: bytes
) -> None:
    fresh.trouble(HOST, "/en", kind)
    first = ask(fresh, PAGE)
    assert (first.status, words in first.body) == (status, True)
    assert b"news-list" in ask(fresh, PAGE).body


def test_an_empty_answer_has_no_bytes(fresh: Replica) -> None:
    fresh.trouble(HOST, "/", "empty")
    reply = ask(fresh, PAGE)
    assert (reply.status, reply.body) == (200, b"")


def test_too_many_says_when_to_come_back(fresh: Replica) -> None:
    fresh.trouble(HOST, "/", "too_many", seconds=120)
    reply = ask(fresh, PAGE)
    assert (reply.status, reply.headers["retry-after"]) == (429, "120")


def test_connections_drop_and_bodies_end_too_soon(fresh: Replica) -> None:
    fresh.trouble(HOST, "/", "drop")
    with pytest.raises((RemoteDisconnected, ConnectionResetError)):
        ask(fresh, PAGE)
    fresh.trouble(HOST, "/", "truncate")
    with pytest.raises(IncompleteRead):
        ask(fresh, PAGE)
    assert fresh.requests[0].status == 0


def test_slow_answers_as_usual_in_the_end(fresh: Replica) -> None:
    fresh.trouble(HOST, "/", "slow", seconds=0.01)
    assert b"news-list" in ask(fresh, PAGE).body


def test_without_a_count_it_lasts_until_calm_and_spares_robots(fresh: Replica) -> None:
    fresh.trouble(HOST, "/", "unavailable", times=None)
    assert [ask(fresh, PAGE).status for _ in range(3)] == [503, 503, 503]
    assert ask(fresh, f"/{HOST}/robots.txt").status == 200
    assert ask(fresh, "/www.mfa.gov.az/en/news").status == 200
    fresh.calm()
    assert ask(fresh, PAGE).status == 200


def test_the_log_holds_host_path_query_headers_and_status(fresh: Replica) -> None:
    ask(fresh, f"{PAGE}?page=2", {"User-Agent": "someone"})
    seen = fresh.requests[-1]
    assert (seen.host, seen.path, seen.query, seen.status) == (HOST, "/en/news", "page=2", 200)
    assert seen.headers["user-agent"] == "someone"
    assert seen.at_utc.utcoffset() is not None
    assert fresh.count_requests()[HOST] == 1
    fresh.forget_requests()
    assert fresh.requests == ()
