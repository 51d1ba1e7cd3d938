"""Values given to DuckDB as literals in SQL, so that its Python client need not look at them.

The client imports pandas, and with it NumPy and pyarrow, for the first value that it is handed,
whatever it is: a third of a second, a quarter of what a run with nothing new may cost. Values of
the plain types are therefore written out here, in one place and by their exact type, and DuckDB
binds them as it binds any parameter: SQL itself is never put together from them. Whatever is not
exactly one of these types, or could not be written faithfully, is handed to the client after all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from warehouse.connection import Connection, quote_text

Values = Mapping[str, object] | Sequence[object]
"""The values of a statement's parameters: by name, or in order."""

NUL = "\0"
"""The one sign that SQL text cannot hold."""


def ask(con: Connection, sql: str, values: Values = ()) -> list[Any]:
    """Ask one question with values for its parameters, `$name` or `?`; returns all its rows."""
    if not values:
        return con.execute(sql).fetchall()
    if not all(map(is_plain, values.values() if isinstance(values, Mapping) else values)):
        return con.execute(sql, values).fetchall()
    con.execute(f"prepare asked as {sql}")
    return con.execute(f"execute asked({_write_arguments(values)})").fetchall()


def is_plain(value: object) -> bool:
    """Whether a value can be written as a literal that says exactly the same."""
    if type(value) is str:
        return NUL not in value
    if type(value) is datetime:
        return value.utcoffset() is not None
    if type(value) is list:
        return all(type(one) is not list and is_plain(one) for one in value)
    return value is None or type(value) in (bool, int, date)


def write_literal(value: object) -> str:
    """Write a plain value as SQL; text keeps every sign, an instant its microseconds and zone."""
    if isinstance(value, str):
        return quote_text(value)
    if isinstance(value, datetime):
        return f"timestamptz {quote_text(value.isoformat(' '))}"
    if isinstance(value, date):
        return f"date {quote_text(value.isoformat())}"
    if isinstance(value, list):
        return f"[{', '.join(map(write_literal, value))}]"
    return "null" if value is None else str(value).lower()


def _write_arguments(values: Values) -> str:
    if isinstance(values, Mapping):
        return ", ".join(f"{name} := {write_literal(one)}" for name, one in values.items())
    return ", ".join(map(write_literal, values))
