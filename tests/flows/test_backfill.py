"""A backfill over real HTTP: killed amid its work, gone on with, and bounded by its days."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from flows.backfill import Backfilled, Wish, backfill_source
from flows.rebuild import rebuild_warehouse
from tasks.settings import Settings
from tests.replica.server import Replica
from warehouse.connection import connect_writer
from warehouse.faults import VARIABLE
from warehouse.known import read_known_source
from warehouse.paths import Home
from warehouse.reading import read_query

ROOT = Path(__file__).resolve().parents[2]
EVER = date(2000, 1, 1)
DOCUMENTS = (
    "select document_id, is_history, content_sha256, version_number, first_seen_at_utc"
    " from documents where source_id = 'mfa_am' order by all"
)
TODAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Told:
    """What a backfill that was killed once and gone on with has left."""

    home: Home
    killed: int
    result: Backfilled
    asked: Counter[str]
    asked_again: tuple[str, ...]


def say_nothing(source_id: str, done: int, total: int) -> None:
    """Draw nothing."""


def read_settings(home: Home, replica: Replica) -> Settings:
    return Settings(home=home.root, replica=replica.url, pace=0, backoff_seconds=0)


def kill_amid(home: Home, replica: Replica) -> int:
    """Start it apart and have it killed when five answers are archived, none loaded."""
    environment = {
        **os.environ,
        VARIABLE: "after-archive:5",
        "HEREWITH_HOME": str(home.root),
        "HEREWITH_REPLICA": replica.url,
        "HEREWITH_PACE": "0",
    }
    arguments = ["backfill", "--source", "mfa_am", "--from", str(EVER)]
    command = [sys.executable, "-c", "from flows.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def list_asked(replica: Replica) -> list[str]:
    return [f"{one.path}?{one.query}" for one in replica.requests if one.path != "/robots.txt"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    home = Home(tmp_path_factory.mktemp("told") / "home")
    wish = Wish("mfa_am", EVER, date.max)
    with Replica(TODAY, calm=True) as replica:
        killed = kill_amid(home, replica)
        result = backfill_source(read_settings(home, replica), wish, say_nothing)
        asked = Counter(list_asked(replica))
        replica.forget_requests()
        backfill_source(read_settings(home, replica), wish, say_nothing)
        yield Told(home, killed, result, asked, tuple(list_asked(replica)))


def test_after_a_kill_nothing_that_is_archived_is_asked_for_again(told: Told) -> None:
    assert told.killed == -signal.SIGKILL
    assert set(told.asked.values()) == {1}
    assert len(told.asked) > 10
    assert told.asked_again == ()


def test_everything_is_there_as_history_and_nobody_is_alerted(told: Told) -> None:
    pages = {one for one in told.asked if "/news?" not in one}
    held = read_query(told.home, "select count(*), bool_and(is_history) from documents").rows
    quarantined = read_query(told.home, "select count(*) from ops.quarantine").rows[0][0]
    assert held == ((len(pages) - int(str(quarantined)), True),)
    assert read_query(told.home, "select count(*) from ops.alerts").rows == ((0,),)
    assert told.result.failure is None


def test_it_is_no_first_load_and_leaves_no_validators(told: Told) -> None:
    with connect_writer(told.home) as con:
        known = read_known_source(con, "mfa_am")
    assert known.discoveries
    assert not known.has_baseline
    assert not known.validators
    assert not known.payload_hashes


@pytest.mark.trial
def test_the_archive_alone_gives_the_same_history(told: Told, tmp_path: Path) -> None:
    shutil.copytree(told.home.root, tmp_path / "home")
    home = Home(tmp_path / "home")
    before = read_query(home, DOCUMENTS).rows
    shutil.rmtree(home.private)
    rebuild_warehouse(home, None, 1, is_check=False, report=say_nothing)
    assert read_query(home, DOCUMENTS).rows == before
    with connect_writer(home) as con:
        known = read_known_source(con, "mfa_am")
    assert not known.has_baseline
    assert all(one.state == "fetched" for one in known.discoveries.values())


@pytest.mark.trial
def test_only_the_days_that_were_asked_for_are_fetched(told: Told, tmp_path: Path) -> None:
    first, last = date(2026, 2, 26), date(2026, 3, 5)
    home = Home(tmp_path / "home")
    with Replica(TODAY, calm=True) as replica:
        wish = Wish("mfa_am", first, last, at_most=2)
        result = backfill_source(read_settings(home, replica), wish, say_nothing)
        assert result.is_cut_short
        assert result.tally.fetched == 2
        result = backfill_source(
            read_settings(home, replica), Wish("mfa_am", first, last), say_nothing
        )
        asked = Counter(list_asked(replica))
    assert not result.is_cut_short
    assert set(asked.values()) == {1}
    days = read_query(home, "select min(published_date), max(published_date) from documents").rows
    assert first <= days[0][0] <= days[0][1] <= last  # type: ignore[operator]


def test_a_host_that_refuses_ends_it_by_name(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with Replica(TODAY, calm=True) as replica:
        replica.trouble("www.mfa.am", "/en/press-releases/", "forbidden", times=None)
        wish = Wish("mfa_am", EVER, date.max)
        result = backfill_source(read_settings(home, replica), wish, say_nothing)
        assert result.failure is not None
        assert result.failure.reason == "blocked"
        assert len(list_asked(replica)) == 2
