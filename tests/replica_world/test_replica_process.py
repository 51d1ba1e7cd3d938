"""The replica as a process: one line on stdout, control over HTTP, a clean end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.replica.server import Replica
from tests.replica_world.asking import ask

ROOT = Path(__file__).resolve().parents[2]
OPENER = build_opener(ProxyHandler({}))


@contextmanager
def start_process(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-m", "tests.replica", "--port", "0", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip(), process
        finally:
            process.terminate()


def fetch(url: str, method: str = "GET") -> dict[str, object]:
    with OPENER.open(Request(url, method=method), timeout=20) as response:  # noqa: S310 - loopback
        loaded: dict[str, object] = json.loads(response.read())
        return loaded


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_prints_its_address_and_ends_when_told(number: signal.Signals) -> None:
    with start_process("--today", "2026-11-21") as (url, process):
        assert fetch(f"{url}/_control/state")["today"] == "2026-11-21"
        process.send_signal(number)
        assert process.wait(timeout=20) == 0


def test_what_was_published_outlives_the_process_with_a_folder(tmp_path: Path) -> None:
    arguments = ("--folder", str(tmp_path), "--today", "2026-11-21")
    with start_process(*arguments) as (url, _):
        assert fetch(f"{url}/_control/publish", "POST") == {"published": ["alphabets_held_back"]}
    with start_process("--folder", str(tmp_path), "--today", "2027-03-01") as (url, _):
        state = fetch(f"{url}/_control/state")
        assert state["today"] == "2026-11-21"
        assert "alphabets_held_back" in str(state["documents"])


def test_control_orders_trouble_and_readiness(fresh: Replica) -> None:
    ordered = "/_control/trouble?host=www.mfa.am&prefix=/en&kind=unavailable&times=2"
    assert ask(fresh, ordered, method="POST").status == 200
    assert [ask(fresh, "/www.mfa.am/en/news").status for _ in range(3)] == [503, 503, 200]
    ready = ask(fresh, "/_control/ready?name=glaciers_not_ready", method="POST")
    assert json.loads(ready.body) == {"ready": ["glaciers_not_ready"]}
    assert ask(fresh, "/_control/calm", method="POST").status == 200


@pytest.mark.parametrize(
    "path", ["publish?name=nobody", "trouble?host=x&kind=nonsense", "trouble", "nonsense"]
)
def test_control_refuses_what_it_does_not_know(fresh: Replica, path: str) -> None:
    reply = ask(fresh, f"/_control/{path}", method="POST")
    assert (reply.status, "error" in json.loads(reply.body)) == (400, True)


def test_control_requests_are_not_in_the_log(fresh: Replica) -> None:
    ask(fresh, "/_control/state")
    ask(fresh, "/www.mfa.am/robots.txt")
    logged = json.loads(ask(fresh, "/_control/requests").body)["requests"]
    assert logged == [["www.mfa.am", "/robots.txt", "", 200]]


def test_the_world_itself_takes_no_posts(fresh: Replica) -> None:
    assert ask(fresh, "/www.mfa.am/en/news", method="POST").status == 405
