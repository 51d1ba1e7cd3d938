"""What `herewith up` refuses, in one clear line each, before anything is started."""

from __future__ import annotations

import socket
from datetime import timedelta

import pytest

from flows.standing import find_standing_server, hold_standing
from flows.up import parse_interval, run_up
from warehouse.errors import UsageError
from warehouse.paths import Home


def test_a_second_up_on_the_same_home_is_told_where_the_first_one_is(home: Home) -> None:
    with (
        hold_standing(home.root, "http://127.0.0.1:4389/api"),
        pytest.raises(UsageError, match=r"already runs on .* http://127\.0\.0\.1:4389/api"),
    ):
        run_up(home.root, port=4390)


def test_a_port_that_is_taken_is_named(home: Home) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is taken"):
            run_up(home.root, port=port)


def test_the_home_is_free_again_afterwards(home: Home) -> None:
    for _ in range(2):
        with hold_standing(home.root, "http://127.0.0.1:4389/api"):
            pass


def test_no_server_is_found_where_none_answers(home: Home) -> None:
    assert find_standing_server(home.root) is None
    with hold_standing(home.root, "http://127.0.0.1:9/api"):
        assert find_standing_server(home.root) is None


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("30s", timedelta(seconds=30)),
        ("5m", timedelta(minutes=5)),
        ("2h", timedelta(hours=2)),
        (" 1d ", timedelta(days=1)),
    ],
)
def test_an_interval_is_read(text: str, interval: timedelta) -> None:
    assert parse_interval(text) == interval


@pytest.mark.parametrize("text", ["", "30", "s", "1s", "0s", "-5m", "1.5h", "30 seconds", "1w"])
def test_what_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no interval"):
        parse_interval(text)
