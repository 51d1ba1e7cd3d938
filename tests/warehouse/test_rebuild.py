"""The warehouse made again from the archive alone is the one that was, but for times of runs."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.rebuild import Rebuilt, rebuild_warehouse
from tests.replica.server import Replica
from tests.warehouse.past import run_like_the_monitor
from warehouse.connection import connect_writer
from warehouse.digest import digest_content
from warehouse.paths import Home
from warehouse.reading import read_query

pytestmark = pytest.mark.slow
OPERATIONS = (
    "select source_id, key, state, fingerprint, is_history, title, listed_date"
    " from ops.discoveries order by all",
    "select quarantine_id, run_id, row_key, expectation from ops.quarantine order by all",
)


@dataclass(frozen=True)
class Past:
    """A home with three runs behind it, of which the second was killed after fetching."""

    home: Home
    killed: str


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    home = Home(tmp_path_factory.mktemp("past") / "home")
    with Replica() as replica:
        run_like_the_monitor(home, replica.url)
        replica.publish()
        time.sleep(1.1)  # ids of runs sort by the second
        killed = run_like_the_monitor(home, replica.url, is_killed=True)
        time.sleep(1.1)
        run_like_the_monitor(home, replica.url)
    return Past(home, killed)


@pytest.fixture
def home(past: Past, tmp_path: Path) -> Home:
    shutil.copytree(past.home.root, tmp_path / "home")
    return Home(tmp_path / "home")


def say_nothing(source_id: str, done: int, total: int) -> None:
    """Draw nothing."""


def rebuild(home: Home, *, is_check: bool = False) -> Rebuilt:
    return rebuild_warehouse(home, None, 2, is_check=is_check, report=say_nothing)


def describe(home: Home) -> tuple[str, list[list[tuple[object, ...]]]]:
    with connect_writer(home) as con:
        return digest_content(con), [con.execute(sql).fetchall() for sql in OPERATIONS]


def test_it_is_the_same_with_the_old_file_at_hand(home: Home, past: Past) -> None:
    before = describe(home)
    result = rebuild(home)
    assert result.differing == ()
    assert result.is_same
    assert result.left_out > 0
    assert result.complaints == ()
    assert describe(home) == before
    assert result.documents > 10
    published = read_query(home, "select count(*) from documents").rows
    assert published == ((result.documents,),)
    assert (home.private / "before-rebuild.duckdb").exists()
    assert not (home.root / "rebuild").exists()


def test_without_any_old_file_the_archive_is_enough(home: Home) -> None:
    content, (discoveries, quarantine) = describe(home)
    shutil.rmtree(home.private)
    result = rebuild(home)
    assert result.differing is None
    assert result.left_out == 0
    after, (found, held) = describe(home)
    assert after == content
    assert [row[:4] for row in found] == [row[:4] for row in discoveries]
    assert [row[0] for row in held] == [row[0] for row in quarantine]


def test_an_archive_from_before_the_labels_needs_the_old_file(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tasks.fetch.replay.read_label", lambda fields: None)
    assert rebuild(home, is_check=True).is_same


def test_a_check_changes_nothing_and_sees_a_difference(home: Home) -> None:
    with connect_writer(home) as con:
        con.execute("update documents set title = 'Another title' where source_id = 'un_sc'")
    before = home.warehouse.read_bytes()
    result = rebuild(home, is_check=True)
    assert result.differing == ("documents",)
    assert not result.is_in_place
    assert home.warehouse.read_bytes() == before
    assert not home.published.exists()


def test_what_was_said_and_sent_outlives_a_rebuild(home: Home, past: Past) -> None:
    sql = "select run_id, source_id, outcome, inserted from ops.source_runs order by all"
    with connect_writer(home) as con:
        before = con.execute(sql).fetchall()
        con.execute(
            "insert into ops.alerts by name select 'a' as alert_id, 'e' as event_id,"
            " 'new_letter' as event_type, [] as reasons, 'feed' as recipient, 'feed' as channel,"
            " 'T' as title, 'b' as body_text, 'h' as body_html, 'sent' as state, 1 as attempts,"
            " now() as created_at_utc"
        )
    rebuild(home)
    with connect_writer(home) as con:
        assert con.execute(sql).fetchall() == before
        assert con.execute("select alert_id, state from ops.alerts").fetchall() == [("a", "sent")]


def test_an_archive_with_a_file_missing_replaces_nothing(home: Home) -> None:
    first = min(home.archive.glob("*.warc.gz"))
    first.rename(home.root / "elsewhere.warc.gz")
    before = home.warehouse.read_bytes()
    result = rebuild(home)
    assert result.lost > 0
    assert not result.is_in_place
    assert home.warehouse.read_bytes() == before
    accepted = rebuild_warehouse(home, None, 2, is_check=False, report=say_nothing, may_lose=True)
    assert accepted.is_in_place
