"""A SQL condition on the view of letters, tried on the letters of a batch and on nothing else.

The condition runs on a DuckDB of its own in memory that holds those lines of `letter_overview`
and cannot read a file, attach a database or change a setting.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import duckdb

from warehouse.connection import Connection, open_empty
from warehouse.errors import QueryError
from warehouse.migrate import apply_migrations

PATIENCE_SECONDS = 5.0
"""How long a condition may think about one batch."""

_VIEW = "letter_overview"


def check_condition(condition: str) -> None:
    """Try a condition on no letters at all.

    Raises:
        QueryError: one line saying why DuckDB refuses it, or that it is more than a condition.
    """
    with open_empty() as con:
        apply_migrations(con)
        empty = con.execute(f"from {_VIEW} limit 0").to_arrow_table()
    with _open_alone(empty) as con:
        _ask(con, condition)


def select_letters(con: Connection, ids: Collection[str], condition: str) -> dict[str, str | None]:
    """Select those of the letters for which a condition holds, or cannot be told.

    Gives the ids, each with null, or with why the condition could not be evaluated for it: what
    cannot be told is a reason to look, not to be silent.
    """
    lines = con.execute(
        f"from {_VIEW} where document_id in (select unnest(?::varchar[]))",
        [sorted(ids)],
    ).to_arrow_table()
    try:
        with _open_alone(lines) as alone:
            return dict.fromkeys(_ask(alone, condition))
    except QueryError:
        return _select_each(lines, condition)


def _select_each(lines: object, condition: str) -> dict[str, str | None]:
    """Try each letter by itself, so that one that breaks the condition does not hide others."""
    found: dict[str, str | None] = {}
    for line in range(len(lines)):  # type: ignore[arg-type]
        one = lines.slice(line, 1)  # type: ignore[attr-defined]
        try:
            with _open_alone(one) as alone:
                found |= dict.fromkeys(_ask(alone, condition))
        except QueryError as error:
            found[one.column("document_id")[0].as_py()] = str(error)
    return found


def _ask(con: Connection, condition: str) -> list[str]:
    sql = f"select document_id from {_VIEW} where (\n{condition}\n)"  # noqa: S608
    timer = threading.Timer(PATIENCE_SECONDS, con.interrupt)
    timer.start()
    try:
        statements = con.extract_statements(sql)
        if len(statements) != 1 or statements[0].type.name != "SELECT":
            raise QueryError("it is more than one condition")
        return [str(row[0]) for row in con.execute(statements[0]).fetchall()]
    except duckdb.Error as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        raise QueryError(lines[0] if lines else type(error).__name__) from error
    finally:
        timer.cancel()


@contextmanager
def _open_alone(lines: object) -> Iterator[Connection]:
    con = open_empty()
    try:
        con.register("incoming", lines)
        con.execute(f"create table {_VIEW} as from incoming")
        con.unregister("incoming")
        con.execute("set enable_external_access = false")
        con.execute("set lock_configuration = true")
        yield con
    finally:
        con.close()
