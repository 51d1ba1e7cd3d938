"""Rows into tables: an Arrow table in the target's own types, then one MERGE."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING

from warehouse.connection import Connection
from warehouse.rows import Counts, Row

if TYPE_CHECKING:
    import pyarrow as pa

INCOMING = "incoming_rows"
"""The name under which SQL sees the rows that are being written."""


def list_columns(row_class: type[Row]) -> tuple[str, ...]:
    """Name the columns of a row, in order."""
    return tuple(field.name for field in fields(row_class))


def merge_rows(con: Connection, rows: Sequence[Row], compare: Sequence[str] = ()) -> Counts:
    """Insert what is not there by its identity columns, update what differs, count both.

    Null equals null, in identities and in comparison; correctness rests on no index. Of two
    rows with one identity the later counts. `compare` names the columns whose difference makes
    an update, where not all of them need be read.
    """
    if not rows:
        return Counts()
    kind = type(rows[0])
    columns = list_columns(kind)
    values = [column for column in columns if column not in kind.identity]
    unique = _drop_doubles(rows)
    sql = _write_merge(kind, columns, values, compare or values)
    with register_rows(con, unique):
        actions = [action for (action,) in con.execute(sql).fetchall()]
    inserted = actions.count("INSERT")
    updated = actions.count("UPDATE")
    return Counts(inserted, updated, len(unique) - inserted - updated)


def insert_missing(con: Connection, rows: Sequence[Row]) -> tuple[tuple[object, ...], ...]:
    """Insert the rows whose identity is not there, leave the others; return what was inserted.

    Returns the identities of the inserted rows.
    """
    if not rows:
        return ()
    kind = type(rows[0])
    columns = list_columns(kind)
    identity = ", ".join(_quote(column) for column in kind.identity)
    sql = (
        f"merge into {kind.table} as stored using {INCOMING} as incoming"
        f" on {_match(kind.identity)}"
        f" when not matched then {_write_insert(columns)} returning {identity}"
    )
    with register_rows(con, _drop_doubles(rows)):
        return tuple(con.execute(sql).fetchall())


def replace_rows(
    con: Connection, kind: type[Row], document_ids: Sequence[str], rows: Sequence[Row]
) -> None:
    """Replace all rows of the given documents in one table by these."""
    con.execute(
        f"delete from {kind.table} where document_id in (select unnest(?::varchar[]))",  # noqa: S608
        [list(document_ids)],
    )
    if rows:
        names = ", ".join(_quote(column) for column in list_columns(kind))
        with register_rows(con, rows):
            con.execute(f"insert into {kind.table} ({names}) select {names} from {INCOMING}")  # noqa: S608


@contextmanager
def register_rows(con: Connection, rows: Sequence[Row]) -> Iterator[None]:
    """Let SQL see the rows as `INCOMING` within the block; there must be at least one."""
    con.register(INCOMING, build_arrow(con, rows))
    try:
        yield
    finally:
        con.unregister(INCOMING)


def build_arrow(con: Connection, rows: Sequence[Row]) -> pa.Table:
    """Build an Arrow table of the rows with the types of the target's columns.

    A value that does not fit its column raises (pyarrow's ArrowInvalid or ArrowTypeError):
    nothing is converted in silence.
    """
    import pyarrow as pa

    kind = type(rows[0])
    columns = list_columns(kind)
    schema = _read_schema(con, kind.table, columns)
    arrays: Mapping[str, list[object]] = {
        column: [getattr(row, column) for row in rows] for column in columns
    }
    return pa.Table.from_pydict(arrays, schema=schema)


def _read_schema(con: Connection, table: str, columns: Sequence[str]) -> pa.Schema:
    names = ", ".join(_quote(column) for column in columns)
    return con.sql(f"select {names} from {table} limit 0").to_arrow_table().schema  # noqa: S608


def _drop_doubles(rows: Sequence[Row]) -> tuple[Row, ...]:
    identity = type(rows[0]).identity
    by_identity = {tuple(getattr(row, column) for column in identity): row for row in rows}
    return tuple(by_identity.values())


def _write_merge(
    kind: type[Row], columns: Sequence[str], values: Sequence[str], compare: Sequence[str]
) -> str:
    changed = " or ".join(
        f"stored.{_quote(column)} is distinct from incoming.{_quote(column)}" for column in compare
    )
    assigned = ", ".join(f"{_quote(column)} = incoming.{_quote(column)}" for column in values)
    update = f"when matched and ({changed}) then update set {assigned}" if values else ""
    return (
        f"merge into {kind.table} as stored using {INCOMING} as incoming"
        f" on {_match(kind.identity)} {update}"
        f" when not matched then {_write_insert(columns)} returning merge_action"
    )


def _write_insert(columns: Sequence[str]) -> str:
    names = ", ".join(_quote(column) for column in columns)
    values = ", ".join(f"incoming.{_quote(column)}" for column in columns)
    return f"insert ({names}) values ({values})"  # noqa: S608


def _match(identity: Sequence[str]) -> str:
    return " and ".join(
        f"stored.{_quote(column)} is not distinct from incoming.{_quote(column)}"
        for column in identity
    )


def _quote(name: str) -> str:
    return f'"{name}"'
