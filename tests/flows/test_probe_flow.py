"""A number that no feed lists is found by asking for it, loaded, and alerted on once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from flows.summary import RunSummary
from tests.flows.story import line_of, run_monitor
from tests.replica.server import Replica
from tests.replica.trouble import TroubleKind
from warehouse.connection import connect_writer
from warehouse.paths import Home
from warehouse.reading import read_query
from warehouse.vocabulary import Outcome, Reason

pytestmark = [pytest.mark.prefect]
UN = ["un_ga", "un_sc", "un_probe"]
FEED_HOSTS = ("esubscription.un.org", "docs.un.org")


@pytest.fixture
def replica(prefect_api: str, home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[Replica]:
    with Replica(calm=True) as world:
        monkeypatch.setenv("HEREWITH_REPLICA", world.url)
        monkeypatch.setenv("HEREWITH_PACE", "0")
        yield world


def ask(home: Home, sql: str) -> list[tuple[object, ...]]:
    return list(read_query(home, sql).rows)


def asked(replica: Replica, symbol: str) -> int:
    return sum(f"s={symbol}&" in seen.query for seen in replica.requests)


def test_a_serial_that_no_feed_lists_is_found_loaded_and_alerted_once(
    replica: Replica, home: Home
) -> None:
    first = run_monitor(sources=UN)
    assert line_of(first, "un_probe").outcome is Outcome.UNCHANGED
    assert ask(home, "select count(*) from ops.discoveries where state = 'guessed'") == [(3,)]
    assert "un_probe" not in {row[0] for row in ask(home, "select series from number_gaps")}

    for host in FEED_HOSTS:
        replica.trouble(host, "/rss/", TroubleKind.UNAVAILABLE, times=None)
    [name] = replica.publish()
    council = replica.world.documents[name].masthead.symbols[1]
    found = run_monitor(sources=UN)
    assert line_of(found, "un_sc").outcome is Outcome.FAILED
    assert (line_of(found, "un_probe").inserted, found.events) == (1, 1)
    assert is_news(home, council)

    replica.calm()
    replica.forget_requests()
    later = run_monitor(sources=UN)
    assert_nothing_doubled(home, later, council)
    assert asked(replica, council) == 1, "the feed's own first look, none of the probe's"

    replica.forget_requests()
    again = run_monitor(sources=UN)
    assert_nothing_doubled(home, again, council)
    assert asked(replica, council) == 0


def is_news(home: Home, symbol: str) -> bool:
    [news] = ask(home, "select symbols from documents where not is_history")
    return symbol in str(news)


def assert_nothing_doubled(home: Home, summary: RunSummary, symbol: str) -> None:
    assert summary.events == 0
    assert all(line.inserted == line.updated == 0 for line in summary.sources)
    assert is_news(home, symbol)
    letters = "select count(distinct event_id) from ops.alerts where event_type = 'new_letter'"
    assert ask(home, letters) == [(1,)], "the alarms about silent feeds left aside"


def test_a_source_that_is_asked_rarely_is_asked_when_it_is_named(
    replica: Replica, home: Home
) -> None:
    shut = "mid.ru"
    replica.trouble(shut, "/", TroubleKind.CHALLENGE, times=None)
    first = run_monitor(sources=["mfa_ru"])
    line = line_of(first, "mfa_ru")
    assert (line.outcome, line.reason) == (Outcome.FAILED, Reason.CHALLENGE_PAGE)
    replica.forget_requests()

    forced = run_monitor(sources=["mfa_ru"])
    assert (line_of(forced, "mfa_ru").outcome, forced.not_due) == (Outcome.FAILED, ())
    assert replica.count_requests()[shut] > 0


def test_a_host_that_asked_for_rest_is_left_alone_by_the_next_run_too(
    replica: Replica, home: Home
) -> None:
    host = "www.mfa.am"
    replica.trouble(host, "/", TroubleKind.TOO_MANY, times=1, seconds=7200)
    first = line_of(run_monitor(sources=["mfa_am", "un_sc"]), "mfa_am")
    assert (first.outcome, first.reason) == (Outcome.FAILED, Reason.RATE_LIMITED)
    replica.forget_requests()

    second = run_monitor(sources=["mfa_am", "un_sc"])
    line = line_of(second, "mfa_am")
    assert (line.outcome, line.reason) == (Outcome.FAILED, Reason.RATE_LIMITED)
    assert "asked to be left alone" in str(line.message)
    assert replica.count_requests()[host] == 0
    assert line_of(second, "un_sc").outcome is not Outcome.FAILED

    with connect_writer(home) as con:
        past = datetime.now(UTC) - timedelta(seconds=1)
        con.execute("update ops.fetches set retry_at_utc = ?", [past])
    third = run_monitor(sources=["mfa_am"])
    assert line_of(third, "mfa_am").outcome is Outcome.NEW
