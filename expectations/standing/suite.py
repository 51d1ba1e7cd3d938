"""What a suite of a standing table is: the cells of its rows, as SQL, and the rules about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from expectations.rules import Rule


@dataclass(frozen=True, slots=True)
class StandingSuite:
    """The suite of a table as it stands.

    `cells` are SQL expressions by column name, over a row of the table called `one`; a cell that
    names what is amiss is empty where nothing is. `row_key` is the identity of the row. `$now` is
    the instant of the audit.
    """

    table: str
    row_key: str
    cells: dict[str, str]
    rules: tuple[Rule, ...]

    @property
    def query(self) -> str:
        """The rows to be asked: their identity and their cells."""
        cells = ", ".join(f"{sql} as {name}" for name, sql in self.cells.items())
        return f"select ({self.row_key})::varchar as row_key, {cells} from {self.table} as one"  # noqa: S608


def lacks(table: str, *columns: str, named: Sequence[str] = ()) -> str:
    """Give the value of the first column where no row of another table has the same.

    `named` are the columns of that table, where they have other names. An empty value lacks
    nothing.
    """
    pairs = zip(named or columns, columns, strict=True)
    match = " and ".join(f"other.{theirs} = one.{ours}" for theirs, ours in pairs)
    return (
        f"case when one.{columns[0]} is not null and not exists"  # noqa: S608
        f" (select 1 from {table} as other where {match}) then one.{columns[0]} end"
    )


def ahead(column: str) -> str:
    """Give an instant that lies after that of the audit."""
    return f"case when one.{column} > $now then one.{column}::varchar end"


def count(*columns: str) -> str:
    """Give the smallest of some counts: none may be below zero."""
    return f"least({', '.join(f'one.{column}' for column in columns)})"
