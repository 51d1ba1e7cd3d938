"""A file of every earlier version, with data in it, comes forward whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.warehouse.builders import NOW, build_letter
from warehouse.answers import Counts
from warehouse.connection import Connection, connect_writer, open_empty
from warehouse.loading import SourceBatch, load_batch
from warehouse.migrate import apply_migrations, read_migrations
from warehouse.paths import Home

MIGRATIONS = read_migrations()
ROWS = 3

_VALUES = {
    "VARCHAR": "'{column} ' || n",
    "BOOLEAN": "n % 2 = 0",
    "DATE": "date '2026-04-01' + n::integer",
    "TIMESTAMP WITH TIME ZONE": "timestamptz '2026-04-01 06:30:00Z' + to_days(n::integer)",
    "INTEGER": "n::integer",
    "BIGINT": "n",
    "DOUBLE": "n / 2",
}


def write_value(column: str, data_type: str) -> str:
    """Write SQL for the value of a column in row `n`: lists hold one, structs hold nulls."""
    if data_type.endswith("[]"):
        return f"[{write_value(column, data_type[:-2])}]"
    if data_type.startswith("STRUCT"):
        return f"null::{data_type}"
    return _VALUES[data_type].format(column=column)


def list_tables(con: Connection) -> dict[str, list[tuple[str, str]]]:
    found = con.execute(
        "select schema_name || '.' || table_name, column_name, data_type from duckdb_columns()"
        " where not internal and (schema_name, table_name) in"
        " (select (schema_name, table_name) from duckdb_tables()) order by all"
    ).fetchall()
    tables: dict[str, list[tuple[str, str]]] = {}
    for table, column, data_type in found:
        tables.setdefault(table, []).append((column, data_type))
    return tables


def fill(con: Connection) -> None:
    """Write three rows into every table of the schema as it stands."""
    for table, columns in list_tables(con).items():
        if table != "ops.migrations":
            values = ", ".join(f'{write_value(*one)} as "{one[0]}"' for one in columns)
            con.execute(f"insert into {table} by name select {values} from range({ROWS}) t(n)")  # noqa: S608


def read_all(con: Connection, tables: dict[str, list[tuple[str, str]]]) -> dict[str, list[object]]:
    """Read these columns of these tables, whatever has been added to them."""
    answers: dict[str, list[object]] = {}
    for table, columns in tables.items():
        names = ", ".join(f'"{column}"' for column, _ in columns)
        rows = con.execute(f"select {names} from {table} order by all")  # noqa: S608
        answers[table] = list(rows.fetchall())
    return answers


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_nothing_is_lost_on_the_way_from_an_old_version(version: int) -> None:
    with open_empty() as con:
        apply_migrations(con, MIGRATIONS[:version])
        fill(con)
        tables = list_tables(con)
        del tables["ops.migrations"]
        before = read_all(con, tables)
        assert all(len(rows) == ROWS for rows in before.values())
        pending = tuple(one.version for one in MIGRATIONS[version:])
        assert apply_migrations(con) == pending
        after = read_all(con, tables)
        # What waits to be linked is noted anew by the migration that begins to note it.
        assert {t: r for t, r in after.items() if t != "ops.unlinked"} == {
            t: r for t, r in before.items() if t != "ops.unlinked"
        }
        recorded = con.execute("select version, sha256 from ops.migrations order by 1").fetchall()
        assert recorded == [(one.version, one.sha256) for one in MIGRATIONS]


def test_the_oldest_file_is_loaded_into_as_if_it_were_new(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.private.mkdir(parents=True)
    with open_empty() as con:
        con.execute(f"attach '{home.warehouse}' as old (storage_version 'v1.5.0')")
        con.execute("use old")
        apply_migrations(con, MIGRATIONS[:1])
        fill(con)
    with connect_writer(home) as con:
        batch = SourceBatch("run-2", "un_ga", [build_letter(1)])
        assert load_batch(con, batch, lambda news: (), NOW).counts == Counts(insert=1)
        assert load_batch(con, batch, lambda news: (), NOW).counts == Counts(noop=1)


def test_versions_of_an_old_file_learn_who_brought_them(tmp_path: Path) -> None:
    loaded = datetime(2026, 4, 1, tzinfo=UTC)
    with open_empty() as con:
        apply_migrations(con, MIGRATIONS[:4])
        fill(con)
        con.execute("delete from documents")
        con.execute("delete from versions")
        con.execute("update ops.fetches set source_id = 'un_sc'")
        for name, source, file in (("a", "seeds", None), ("b", "un_ga", "archive_file 1")):
            con.execute(
                "insert into documents by name select ? as document_id, 'letter' as document_type,"
                " ? as source_id, [] as symbols, false as is_reissued, true as has_text,"
                " [] as findings, true as is_history, 1 as version_number, 'x' as content_sha256,"
                " ?::timestamptz as first_seen_at_utc, ?::timestamptz as changed_at_utc",
                [name, source, loaded, loaded],
            )
            con.execute(
                "insert into versions by name select ? as document_id, 1 as version_number,"
                " 'x' as content_sha256, ?::varchar as archive_file, 1 as archive_offset,"
                " [] as changed_fields, '{}' as record_json, ?::timestamptz as loaded_at_utc",
                [name, file, loaded],
            )
        apply_migrations(con)
        found = con.execute("select document_id, source_id from versions order by 1").fetchall()
    assert found == [("a", "seeds"), ("b", "un_sc")]
