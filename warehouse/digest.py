"""The content of a warehouse as one hash, to tell whether two hold the same."""

from __future__ import annotations

import hashlib

from warehouse.connection import Connection

_RUN_DEPENDENT = ("_at_utc", "archive_file", "archive_offset")


def digest_content(con: Connection) -> str:
    """Hash all tables of `main` but for the times of runs and the places in the archive.

    The order in which rows were loaded does not matter.
    """
    digest = hashlib.sha256()
    for table in _list_tables(con):
        columns = ", ".join(f'"{column}"' for column in _list_columns(con, table))
        rows = con.execute(f'select {columns} from "{table}" order by all').fetchall()  # noqa: S608
        digest.update(repr((table, rows)).encode("utf-8"))
    return digest.hexdigest()


def _list_tables(con: Connection) -> list[str]:
    rows = con.execute(
        "select table_name from duckdb_tables() where database_name = current_database()"
        " and schema_name = 'main' order by table_name"
    ).fetchall()
    return [name for (name,) in rows]


def _list_columns(con: Connection, table: str) -> list[str]:
    rows = con.execute(
        "select column_name from duckdb_columns() where database_name = current_database()"
        " and schema_name = 'main' and table_name = ? order by column_index",
        [table],
    ).fetchall()
    return [name for (name,) in rows if not name.endswith(_RUN_DEPENDENT)]
