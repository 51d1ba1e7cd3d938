"""Rows put where SQL can read them: few plain ones written out, all others as an Arrow table.

Either way in the target's own types, and nothing is converted in silence. An Arrow table costs
the import of pyarrow, NumPy and pandas, which a run that loads no document need not pay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING

from warehouse.connection import Connection
from warehouse.literals import is_plain, write_literal
from warehouse.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

FEW = 100
"""Up to how many rows are written out."""

_INCOMING = "incoming_rows"

_PLAIN: Mapping[str, type] = {
    "VARCHAR": str,
    "BIGINT": int,
    "INTEGER": int,
    "BOOLEAN": bool,
    "DATE": date,
    "TIMESTAMP WITH TIME ZONE": datetime,
}
"""Types of columns whose rows may be written out, and the one type that their values then have."""


def list_columns(row_class: type[Row]) -> tuple[str, ...]:
    """Name the columns of a row, in order."""
    return tuple(field.name for field in fields(row_class))


def list_names(columns: Sequence[str], table: str = "") -> str:
    """Write the names of columns as SQL, of the given table."""
    return ", ".join(f"{table}.{quote_name(one)}" if table else quote_name(one) for one in columns)


def quote_name(name: str) -> str:
    """Quote the name of a column."""
    return f'"{name}"'


@contextmanager
def present_rows(
    con: Connection, rows: Sequence[Row], columns: Sequence[str] = ()
) -> Iterator[str]:
    """Give what SQL within the block reads the rows from; there must be at least one."""
    kind = type(rows[0])
    columns = columns or list_columns(kind)
    if len(rows) <= FEW and _are_plain(con, kind, rows, columns):
        yield _write_out(kind, rows, columns)
        return
    con.register(_INCOMING, build_arrow(con, rows, columns))
    try:
        yield _INCOMING
    finally:
        con.unregister(_INCOMING)


def build_arrow(con: Connection, rows: Sequence[Row], columns: Sequence[str] = ()) -> pa.Table:
    """Build an Arrow table of the rows, or some columns of them, in the types of the target's.

    A value that does not fit its column raises (pyarrow's ArrowInvalid or ArrowTypeError):
    nothing is converted in silence.
    """
    import pyarrow as pa

    kind = type(rows[0])
    columns = columns or list_columns(kind)
    schema = con.sql(_select_none(kind, columns)).to_arrow_table().schema
    arrays: Mapping[str, list[object]] = {
        column: [getattr(row, column) for row in rows] for column in columns
    }
    return pa.Table.from_pydict(arrays, schema=schema)


def _select_none(kind: type[Row], columns: Sequence[str]) -> str:
    return f"select {list_names(columns)} from {kind.table} where false"  # noqa: S608


def _are_plain(
    con: Connection, kind: type[Row], rows: Sequence[Row], columns: Sequence[str]
) -> bool:
    """Whether every value is null, or exactly of the type that its column takes."""
    described = con.execute(_select_none(kind, columns)).description or ()
    taken = [_PLAIN.get(str(column[1])) for column in described]
    return None not in taken and all(
        value is None or (type(value) is wanted and is_plain(value))
        for row in rows
        for value, wanted in zip((getattr(row, one) for one in columns), taken, strict=True)
    )


def _write_out(kind: type[Row], rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Write the rows as a subquery; the empty half of it gives each column its type."""
    written = (
        f"({', '.join(write_literal(getattr(row, column)) for column in columns)})" for row in rows
    )
    return f"({_select_none(kind, columns)} union all values {', '.join(written)})"
