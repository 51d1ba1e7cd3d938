"""Tables back into typed rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from warehouse.connection import Connection
from warehouse.incoming import list_columns
from warehouse.literals import ask
from warehouse.rows import Row
from warehouse.values import restore_value as restore_value

R = TypeVar("R", bound=Row)


def select_rows(
    con: Connection, kind: type[R], condition: str = "", parameters: Sequence[object] = ()
) -> tuple[R, ...]:
    """Read rows of one table; `condition` is the SQL after the table: where, order by, limit.

    Lists come back as tuples and instants in UTC, as the rows were written.
    """
    columns = list_columns(kind)
    names = ", ".join(f'"{column}"' for column in columns)
    found = ask(con, f"select {names} from {kind.table} {condition}", parameters)  # noqa: S608
    return tuple(kind(*(restore_value(value) for value in row)) for row in found)
