"""The snapshot: whole, alone, read-only, described, the last few kept."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.builders import NOW, build_letter, compose_one_each
from warehouse.connection import connect_writer
from warehouse.errors import NotFoundError, PublishError, WarehouseBusyError
from warehouse.loading import SourceBatch, load_batch
from warehouse.lock import hold_writer_lock
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot, read_manifest
from warehouse.reading import open_latest


def load_letters(home: Home, *numbers: int) -> None:
    with connect_writer(home) as con:
        bundles = [build_letter(number) for number in numbers]
        load_batch(con, SourceBatch("run", "un_ga", bundles), compose_one_each, NOW)


def count_documents(path: Path) -> int:
    with open_latest(path) as con:
        return int(con.execute("select count(*) from documents").fetchall()[0][0])


def test_what_is_published_is_whole_alone_and_read_only(home: Home) -> None:
    load_letters(home, 1, 2)
    manifest = publish_snapshot(home, "run-1", kept=3)
    assert count_documents(home.published) == 2
    assert stat.S_IMODE(home.published.stat().st_mode) == 0o444
    names = sorted(path.name for path in home.root.iterdir())
    assert names == [
        "herewith.duckdb",
        "manifest.json",
        "parquet",
        "parquet-sets",
        "private",
        "snapshots",
    ]
    assert manifest == read_manifest(home)
    assert manifest.row_counts["documents"] == 2
    assert manifest.row_counts["ops.alerts"] == 2
    assert manifest.sha256 == hashlib.sha256(home.published.read_bytes()).hexdigest()
    assert manifest.size_bytes == home.published.stat().st_size


def test_it_carries_views_and_comments_and_opens_in_plain_duckdb(home: Home) -> None:
    load_letters(home, 1)
    publish_snapshot(home, "run-1", kept=3)
    with duckdb.connect(str(home.published), read_only=True) as con:
        overview = con.execute("select symbols, senders, annexes from letter_overview").fetchall()
        uncommented = con.execute(
            "select table_name, column_name from duckdb_columns()"
            " where not internal and comment is null"
        ).fetchall()
        views = con.execute(
            "select count(*) from duckdb_views() where not internal and comment is not null"
        ).fetchall()
    assert overview == [("A/80/1–S/2026/1", "Iceland", 1)]
    assert uncommented == []
    assert views[0][0] >= 5


def test_a_reader_keeps_what_it_opened_and_the_next_sees_the_new(home: Home) -> None:
    load_letters(home, 1)
    publish_snapshot(home, "run-1", kept=3)
    with open_latest(home.published) as reader:
        load_letters(home, 2)
        publish_snapshot(home, "run-2", kept=3)
        assert reader.execute("select count(*) from documents").fetchall() == [(1,)]
        assert count_documents(home.published) == 2


def test_the_last_few_snapshots_are_kept(home: Home) -> None:
    for number in (1, 2, 3, 4):
        load_letters(home, number)
        publish_snapshot(home, f"run-{number}", kept=2)
    kept = sorted(path.name for path in home.snapshots.iterdir())
    assert kept == ["run-3.duckdb", "run-4.duckdb"]
    assert count_documents(home.snapshots / "run-3.duckdb") == 3


def test_a_run_may_publish_twice(home: Home) -> None:
    load_letters(home, 1)
    publish_snapshot(home, "run-1", kept=2)
    load_letters(home, 2)
    publish_snapshot(home, "run-1", kept=2)
    assert [path.name for path in home.snapshots.iterdir()] == ["run-1.duckdb"]
    assert count_documents(home.snapshots / "run-1.duckdb") == 2


def test_a_publish_that_fails_says_so_and_a_good_snapshot_is_served(home: Home) -> None:
    load_letters(home, 1)
    publish_snapshot(home, "run-1", kept=2)
    home.manifest.unlink()
    home.manifest.with_name("manifest.json.tmp").mkdir()
    with pytest.raises(PublishError, match="still served"):
        publish_snapshot(home, "run-2", kept=2)
    assert count_documents(home.published) == 1
    assert not list(home.root.glob("*.duckdb.*"))


def test_leftovers_of_a_killed_publish_are_removed(home: Home) -> None:
    load_letters(home, 1)
    (home.root / "herewith.duckdb.123.tmp").write_bytes(b"half a warehouse")
    (home.root / "herewith.duckdb.123.tmp.wal").write_bytes(b"half a log")
    publish_snapshot(home, "run-1", kept=2)
    assert not list(home.root.glob("*.tmp*"))


def test_another_writer_makes_it_busy(home: Home) -> None:
    load_letters(home, 1)
    with connect_writer(home), pytest.raises(WarehouseBusyError):
        publish_snapshot(home, "run-1", kept=2)
    with hold_writer_lock(home):
        publish_snapshot(home, "run-1", kept=2)


def test_before_the_first_publish_readers_are_told(home: Home) -> None:
    with pytest.raises(NotFoundError, match="herewith run"):
        open_latest(home.published)
    assert read_manifest(home) is None
