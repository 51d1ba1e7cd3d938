"""The scheduled look at the sources: a pass count in log and artifact, and a floor below it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from flows.artifacts import CHECKS_KEY
from flows.checks import list_checked
from flows.server_api import ask
from tests.replica.server import Replica
from tests.replica.trouble import TroubleKind
from warehouse.errors import CheckError
from warehouse.paths import Home

pytestmark = [pytest.mark.prefect]


@pytest.fixture
def replica(prefect_api: str, home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[Replica]:
    with Replica(calm=True) as world:
        monkeypatch.setenv("HEREWITH_REPLICA", world.url)
        monkeypatch.setenv("HEREWITH_PACE", "0")
        yield world


@contextmanager
def listen(name: str) -> Iterator[list[str]]:
    """Give the lines that a logger says meanwhile."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger(name).addHandler(handler)
    try:
        yield lines
    finally:
        logging.getLogger(name).removeHandler(handler)


def test_the_passes_are_counted_logged_and_shown_and_too_few_fail_the_run(
    replica: Replica, prefect_api: str, home: Home
) -> None:
    from flows.live_check import live_check

    total = len(list_checked())
    replica.trouble("www.mfa.am", "/", TroubleKind.CHALLENGE, times=None)
    with listen("prefect.flow_runs") as lines:
        checks = asyncio.run(live_check(floor=0.5, items=1))
    assert len(checks) == total
    said = f"{sum(one.passes for one in checks)} of {total} sources pass"
    assert said in lines
    stored = ask(prefect_api, "/artifacts/filter", {})
    [table] = [one for one in stored if one["key"] == CHECKS_KEY]
    assert table["description"] == said
    assert '"source": "mfa_am", "passes": false' in table["data"]
    with pytest.raises(CheckError, match=r"fewer than 100%; not: .*mfa_am"):
        asyncio.run(live_check(floor=1.0, items=1))
    assert not list(home.root.iterdir()), "nothing is written, not even a warehouse"
