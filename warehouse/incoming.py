"""Rows put where SQL can read them: few plain ones written out, all others as an Arrow table.

Either way in the target's own types, and nothing is converted in silence. An Arrow table costs
the import of pyarrow, NumPy and pandas, which a run that loads no document need not pay.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING

from warehouse.connection import Connection, quote_text
from warehouse.literals import is_plain
from warehouse.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

FEW = 200
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
    types = _read_types(con, kind, columns)
    if len(rows) <= FEW and _are_plain(rows, types):
        yield _write_out(rows, types)
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


def _read_types(con: Connection, kind: type[Row], columns: Sequence[str]) -> dict[str, str]:
    """Read the types of a table's columns, by name."""
    described = con.execute(_select_none(kind, columns)).description or ()
    return {str(column[0]): str(column[1]) for column in described}


def _are_plain(rows: Sequence[Row], types: Mapping[str, str]) -> bool:
    """Whether every value is null, or exactly of the type that its column takes."""
    taken = {column: _PLAIN.get(name) for column, name in types.items()}
    return None not in taken.values() and all(
        value is None or (type(value) is taken[column] and is_plain(value))
        for row in rows
        for column, value in ((one, getattr(row, one)) for one in types)
    )


def _write_out(rows: Sequence[Row], types: Mapping[str, str]) -> str:
    """Write the rows as a subquery over one text: a literal for every value costs far more."""
    written = [{column: getattr(row, column) for column in types} for row in rows]
    text = json.dumps(written, default=_write_time)
    shape = json.dumps([types])
    values = f"from_json_strict({quote_text(text)}, {quote_text(shape)})"
    return f"(select unnest({values}, max_depth := 2))"


def _write_time(value: date) -> str:
    return value.isoformat()
