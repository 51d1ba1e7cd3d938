"""Tables, rows and comments say the same."""

from __future__ import annotations

from dataclasses import fields

import pytest

from warehouse import history_rows, rows
from warehouse.connection import Connection
from warehouse.rows import DocumentRow, Row, StoredDocumentRow

ROWS = [
    kind
    for kind in {**vars(rows), **vars(history_rows)}.values()
    if isinstance(kind, type) and issubclass(kind, Row) and kind is not Row
]
GIVEN_BY_THE_LOAD = {"version_number", "changed_at_utc"}


def list_columns(con: Connection, table: str) -> list[str]:
    schema, _, name = table.rpartition(".")
    found = con.execute(
        "select column_name from duckdb_columns() where database_name = 'wh'"
        " and schema_name = ? and table_name = ? order by column_index",
        [schema or "main", name],
    ).fetchall()
    return [column for (column,) in found]


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__name__)
def test_each_row_has_the_columns_of_its_table(con: Connection, kind: type[Row]) -> None:
    names = [field.name for field in fields(kind)]
    columns = list_columns(con, kind.table)
    missing = GIVEN_BY_THE_LOAD if kind is DocumentRow else set()
    assert set(names) == set(columns) - missing
    assert set(kind.identity) <= set(names)


def test_every_table_has_a_row(con: Connection) -> None:
    found = con.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = 'wh'"
    ).fetchall()
    tables = {name if schema == "main" else f"{schema}.{name}" for schema, name in found}
    assert tables == {kind.table for kind in ROWS} | {"ops.migrations"}


def test_a_stored_document_is_a_document_and_what_the_load_gives(con: Connection) -> None:
    names = {field.name for field in fields(StoredDocumentRow)}
    assert names - {field.name for field in fields(DocumentRow)} == GIVEN_BY_THE_LOAD
    assert names == set(list_columns(con, "documents"))


def test_every_table_view_and_column_has_a_comment(con: Connection) -> None:
    uncommented = con.execute(
        "select schema_name || '.' || table_name from duckdb_tables()"
        " where database_name = 'wh' and comment is null"
        " union all select schema_name || '.' || view_name from duckdb_views()"
        " where database_name = 'wh' and not internal and comment is null"
        " union all select schema_name || '.' || table_name || '.' || column_name"
        " from duckdb_columns() where database_name = 'wh' and not internal and comment is null"
    ).fetchall()
    assert uncommented == []


def test_no_table_leans_on_an_index(con: Connection) -> None:
    assert con.execute("select * from duckdb_indexes() where database_name = 'wh'").fetchall() == []


def test_files_are_written_in_the_format_that_both_versions_read(con: Connection) -> None:
    found = con.execute("select tags from duckdb_databases() where database_name = 'wh'").fetchall()
    assert found[0][0]["storage_version"].startswith("v1.5.0")


def test_times_are_utc(con: Connection) -> None:
    assert con.execute("select current_setting('TimeZone')").fetchall() == [("UTC",)]
