"""Parquet beside the snapshot: the same rows, whole sets, only changed months written."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from pyarrow import parquet

from tests.warehouse.builders import NOW, build_letter, build_release
from warehouse import parquet_parts
from warehouse.connection import connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.parquet import read_parquet_set
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.rows import DocumentBundle

TABLES = (
    "agenda_items",
    "annexes",
    "catalogue_records",
    "citations",
    "corrections",
    "document_symbols",
    "documents",
    "figures",
    "letters",
    "links",
    "press_releases",
    "version_changes",
    "versions",
)
LATER = NOW + timedelta(days=40)


def load(home: Home, *bundles: DocumentBundle, at: datetime = NOW) -> None:
    with connect_writer(home) as con:
        load_batch(con, SourceBatch("run", "un_ga", bundles), lambda news: (), at)


def count(home: Home, table: str) -> int:
    return int(parquet.read_table(home.parquet / table).num_rows)


def list_files(home: Home) -> dict[str, int]:
    """Give the inode of each file of the present set."""
    folder = home.parquet.resolve()
    return {str(p.relative_to(folder)): p.stat().st_ino for p in folder.glob("*/*.parquet")}


@pytest.fixture
def published(home: Home) -> Home:
    load(home, build_letter(1), build_release())
    load(home, build_letter(2), at=LATER)
    publish_snapshot(home, "run-1", kept=2)
    return home


def test_every_table_of_the_analysts_is_there_with_all_its_rows(published: Home) -> None:
    manifest = publish_snapshot(published, "run-2", kept=2)
    assert manifest.parquet_tables == TABLES
    for table in TABLES:
        assert count(published, table) == manifest.row_counts[table], table


def test_values_are_those_of_the_snapshot(published: Home) -> None:
    with duckdb.connect() as con:
        con.execute(f"attach '{published.published}' as h (read_only)")
        for table in TABLES:
            files = str(published.parquet / table / "*.parquet")
            found = con.execute(f"from h.{table} except all from read_parquet('{files}')")
            assert found.fetchall() == [], table


def test_what_has_not_changed_is_not_written_again(published: Home) -> None:
    before = read_parquet_set(published)
    publish_snapshot(published, "run-2", kept=2)
    assert read_parquet_set(published) == before


def test_only_the_months_that_changed_are_written(published: Home) -> None:
    before = list_files(published)
    load(published, build_letter(3), at=LATER)
    publish_snapshot(published, "run-2", kept=2)
    after = list_files(published)
    changed = {path for path in after if before.get(path) != after[path]}
    assert {Path(path).stem for path in changed - {"figures/all.parquet"}} == {"2026-06"}
    assert count(published, "letters") == 3


def test_a_new_version_is_written_in_its_month_and_its_document_in_its_own(
    published: Home,
) -> None:
    before = list_files(published)
    load(published, build_letter(1, title="Letter on the counting of cod"), at=LATER)
    publish_snapshot(published, "run-2", kept=2)
    after = list_files(published)
    changed = {path for path in after if before.get(path) != after[path]}
    assert {"documents/2026-05.parquet", "versions/2026-06.parquet"} <= changed
    assert not {"documents/2026-06.parquet", "versions/2026-05.parquet"} & changed
    assert count(published, "versions") == 4


def test_a_large_month_is_parted_by_days(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_parts, "LARGE_MONTH", 1)
    load(published, build_letter(3), at=LATER + timedelta(days=1))
    publish_snapshot(published, "run-2", kept=2)
    before = list_files(published)
    names = {Path(path).stem for path in before if path.startswith("letters/")}
    days = (NOW, LATER, LATER + timedelta(days=1))
    assert names == {f"{day:%Y-%m-%d}" for day in days}
    assert count(published, "letters") == 3
    load(published, build_letter(4), at=LATER + timedelta(days=1))
    publish_snapshot(published, "run-3", kept=2)
    after = list_files(published)
    same = {path for path in before if before[path] == after.get(path)}
    assert f"documents/{LATER:%Y-%m-%d}.parquet" in same


def test_what_changes_beside_its_document_is_written_again(published: Home) -> None:
    with connect_writer(published) as con:
        con.execute("update figures set note = 'as a machine translated it'")
    publish_snapshot(published, "run-2", kept=2)
    notes = parquet.read_table(published.parquet / "figures").column("note").to_pylist()
    assert set(notes) == {"as a machine translated it"}


def test_a_reader_of_the_old_set_can_finish_and_older_ones_go(published: Home) -> None:
    old = published.parquet.resolve()
    load(published, build_letter(3), at=LATER)
    publish_snapshot(published, "run-2", kept=2)
    assert parquet.read_table(old / "letters").num_rows == 2
    load(published, build_letter(4), at=LATER)
    publish_snapshot(published, "run-2", kept=2)
    assert not old.exists()
    assert len(list(published.parquet_sets.iterdir())) == 2
    assert count(published, "letters") == 4


def test_a_home_copied_with_its_links_followed_is_published_again(published: Home) -> None:
    folder = published.parquet.resolve()
    published.parquet.unlink()
    shutil.copytree(folder, published.parquet)
    publish_snapshot(published, "run-copied", kept=1)
    assert published.parquet.is_symlink()
    assert (published.parquet / "documents").is_dir()
