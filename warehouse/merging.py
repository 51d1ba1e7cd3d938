"""Rows into tables: an Arrow table in the target's own types, then an INSERT and a MERGE."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from warehouse.answers import Counts
from warehouse.connection import Connection
from warehouse.rows import Row
from warehouse.values import restore_value

if TYPE_CHECKING:
    import pyarrow as pa

R = TypeVar("R", bound=Row)

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
    new, stored = part_rows(con, _drop_doubles(rows))
    _insert_rows(con, new)
    kind = type(rows[0])
    values = [column for column in list_columns(kind) if column not in kind.identity]
    if not stored or not values:
        return Counts(len(new), 0, len(stored))
    sql = _write_update(kind, stored, values, compare or values)
    with register_rows(con, stored):
        updated = len(con.execute(sql).fetchall())
    return Counts(len(new), updated, len(stored) - updated)


def insert_missing(con: Connection, rows: Sequence[Row]) -> tuple[tuple[object, ...], ...]:
    """Insert the rows whose identity is not there, leave the others; return what was inserted.

    Returns the identities of the inserted rows.
    """
    if not rows:
        return ()
    new, _ = part_rows(con, _drop_doubles(rows))
    _insert_rows(con, new)
    return tuple(_identify(row) for row in new)


def part_rows(con: Connection, rows: Sequence[R]) -> tuple[list[R], list[R]]:
    """Part rows, at least one, into those whose identity is not stored and those where it is.

    Only the identity columns are read: a MERGE that both inserts and updates reads the whole
    table, bodies and all.
    """
    kind = type(rows[0])
    with register_rows(con, rows, kind.identity):
        found = con.execute(
            f"select {_list_names(kind.identity, 'incoming')} from {INCOMING} as incoming"  # noqa: S608
            f" semi join {kind.table} as stored on {_match(rows)}"
        ).fetchall()
    stored = {tuple(restore_value(value) for value in row) for row in found}
    parted: tuple[list[R], list[R]] = ([], [])
    for row in rows:
        parted[_identify(row) in stored].append(row)
    return parted


def replace_rows(
    con: Connection, kind: type[Row], document_ids: Sequence[str], rows: Sequence[Row]
) -> None:
    """Replace all rows of the given documents in one table by these, which may be of more."""
    if document_ids:
        con.execute(
            f"delete from {kind.table} where document_id in (select unnest(?::varchar[]))",  # noqa: S608
            [list(document_ids)],
        )
    _insert_rows(con, rows)


@contextmanager
def register_rows(
    con: Connection, rows: Sequence[Row], columns: Sequence[str] = ()
) -> Iterator[None]:
    """Let SQL see the rows as `INCOMING` within the block; there must be at least one."""
    con.register(INCOMING, build_arrow(con, rows, columns))
    try:
        yield
    finally:
        con.unregister(INCOMING)


def build_arrow(con: Connection, rows: Sequence[Row], columns: Sequence[str] = ()) -> pa.Table:
    """Build an Arrow table of the rows, or some columns of them, in the types of the target's.

    A value that does not fit its column raises (pyarrow's ArrowInvalid or ArrowTypeError):
    nothing is converted in silence.
    """
    import pyarrow as pa

    kind = type(rows[0])
    columns = columns or list_columns(kind)
    schema = _read_schema(con, kind.table, columns)
    arrays: Mapping[str, list[object]] = {
        column: [getattr(row, column) for row in rows] for column in columns
    }
    return pa.Table.from_pydict(arrays, schema=schema)


def _read_schema(con: Connection, table: str, columns: Sequence[str]) -> pa.Schema:
    names = ", ".join(_quote(column) for column in columns)
    return con.sql(f"select {names} from {table} limit 0").to_arrow_table().schema  # noqa: S608


def _drop_doubles(rows: Sequence[R]) -> tuple[R, ...]:
    return tuple({_identify(row): row for row in rows}.values())


def _identify(row: Row) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in row.identity)


def _insert_rows(con: Connection, rows: Sequence[Row]) -> None:
    if rows:
        kind = type(rows[0])
        names = _list_names(list_columns(kind))
        with register_rows(con, rows):
            con.execute(f"insert into {kind.table} ({names}) select {names} from {INCOMING}")  # noqa: S608


def _write_update(
    kind: type[Row], rows: Sequence[Row], values: Sequence[str], compare: Sequence[str]
) -> str:
    changed = " or ".join(
        f"stored.{_quote(column)} is distinct from incoming.{_quote(column)}" for column in compare
    )
    assigned = ", ".join(f"{_quote(column)} = incoming.{_quote(column)}" for column in values)
    return (
        f"merge into {kind.table} as stored using {INCOMING} as incoming on {_match(rows)}"
        f" when matched and ({changed}) then update set {assigned} returning merge_action"
    )


def _match(rows: Sequence[Row]) -> str:
    """Compare identities; equality where no row has a null, as joins by it are much faster."""
    parts = []
    for column in type(rows[0]).identity:
        has_null = any(getattr(row, column) is None for row in rows)
        sign = "is not distinct from" if has_null else "="
        parts.append(f"stored.{_quote(column)} {sign} incoming.{_quote(column)}")
    return " and ".join(parts)


def _list_names(columns: Sequence[str], table: str = "") -> str:
    return ", ".join(f"{table}.{_quote(one)}" if table else _quote(one) for one in columns)


def _quote(name: str) -> str:
    return f'"{name}"'
