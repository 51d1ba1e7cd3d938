"""The content of a warehouse as one hash, to tell whether two hold the same."""

from __future__ import annotations

import hashlib

from warehouse.connection import Connection

_RUN_DEPENDENT = ("_at_utc", "archive_file", "archive_offset")


def digest_content(con: Connection) -> str:
    """Hash all tables of `main` but for the times of runs and the places in the archive.

    The order in which rows were loaded does not matter.
    """
    return hashlib.sha256(repr(sorted(digest_tables(con).items())).encode()).hexdigest()


def digest_tables(con: Connection) -> dict[str, str]:
    """Hash each table of `main`, as `digest_content` does, by its name.

    A table's hash is the sum of those of its rows, so that nothing is sorted and no row is
    held in memory; how many there are is part of it.
    """
    digests = {}
    for table in _list_tables(con):
        columns = ", ".join(f'"{column}" := "{column}"' for column in _list_columns(con, table))
        found = con.execute(
            "select count(*), sum(md5_number_upper(row)), sum(md5_number_lower(row))"  # noqa: S608
            f' from (select to_json(struct_pack({columns}))::varchar as row from "{table}")'
        ).fetchall()
        digests[table] = repr(found[0])
    return digests


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
