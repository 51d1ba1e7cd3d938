"""Migrations: in order, once, each with its record or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.connection import open_empty
from warehouse.errors import MigrationError
from warehouse.migrate import Migration, apply_migrations, read_migrations

FIRST = Migration(1, "first", "create table herring (fish integer);")
SECOND = Migration(2, "second", "alter table herring add column net varchar;")


def test_applied_once_and_recorded() -> None:
    with open_empty() as con:
        assert apply_migrations(con, [FIRST, SECOND]) == (1, 2)
        assert apply_migrations(con, [FIRST, SECOND]) == ()
        rows = con.execute("select version, name, sha256 from ops.migrations order by 1").fetchall()
    assert rows == [(1, "first", FIRST.sha256), (2, "second", SECOND.sha256)]


def test_a_new_migration_runs_on_an_old_file_with_data() -> None:
    with open_empty() as con:
        apply_migrations(con, [FIRST])
        con.execute("insert into herring values (12)")
        assert apply_migrations(con, [FIRST, SECOND]) == (2,)
        assert con.execute("select fish, net from herring").fetchall() == [(12, None)]


def test_a_changed_file_is_refused() -> None:
    with open_empty() as con:
        apply_migrations(con, [FIRST])
        changed = Migration(1, "first", FIRST.sql + " -- better")
        with pytest.raises(MigrationError, match="changed after it was applied"):
            apply_migrations(con, [changed])


def test_a_file_of_a_newer_program_is_refused() -> None:
    with open_empty() as con:
        apply_migrations(con, [FIRST, SECOND])
        with pytest.raises(MigrationError, match="newer version"):
            apply_migrations(con, [FIRST])


def test_a_failing_migration_leaves_nothing_of_itself() -> None:
    broken = Migration(2, "broken", "create table cod (fish integer); select * from nowhere;")
    with open_empty() as con:
        with pytest.raises(MigrationError, match="broken"):
            apply_migrations(con, [FIRST, broken])
        tables = con.execute("select table_name from duckdb_tables() order by 1").fetchall()
        assert tables == [("herring",), ("migrations",)]
        assert apply_migrations(con, [FIRST, SECOND]) == (2,)


def test_numbers_have_no_gaps(tmp_path: Path) -> None:
    (tmp_path / "0001_first.sql").write_text(FIRST.sql)
    (tmp_path / "0003_third.sql").write_text(SECOND.sql)
    with pytest.raises(MigrationError, match="numbered"):
        read_migrations(tmp_path)


def test_names_follow_the_form(tmp_path: Path) -> None:
    (tmp_path / "first.sql").write_text(FIRST.sql)
    with pytest.raises(MigrationError, match=r"0001_name\.sql"):
        read_migrations(tmp_path)
