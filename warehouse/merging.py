"""Rows into tables: presented to SQL in the target's own types, then an INSERT and a MERGE."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from warehouse.answers import Counts
from warehouse.connection import Connection
from warehouse.incoming import list_columns, list_names, present_rows, quote_name
from warehouse.rows import Row
from warehouse.values import restore_value

R = TypeVar("R", bound=Row)


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
    with present_rows(con, stored) as incoming:
        sql = _write_update(stored, incoming, values, compare or values)
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
    with present_rows(con, rows, kind.identity) as incoming:
        found = con.execute(
            f"select {list_names(kind.identity, 'incoming')} from {incoming} as incoming"  # noqa: S608
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


def _drop_doubles(rows: Sequence[R]) -> tuple[R, ...]:
    return tuple({_identify(row): row for row in rows}.values())


def _identify(row: Row) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in row.identity)


def _insert_rows(con: Connection, rows: Sequence[Row]) -> None:
    if rows:
        kind = type(rows[0])
        names = list_names(list_columns(kind))
        with present_rows(con, rows) as incoming:
            con.execute(f"insert into {kind.table} ({names}) select {names} from {incoming}")  # noqa: S608


def _write_update(
    rows: Sequence[Row], incoming: str, values: Sequence[str], compare: Sequence[str]
) -> str:
    changed = " or ".join(
        f"stored.{quote_name(column)} is distinct from incoming.{quote_name(column)}"
        for column in compare
    )
    assigned = ", ".join(
        f"{quote_name(column)} = incoming.{quote_name(column)}" for column in values
    )
    return (
        f"merge into {rows[0].table} as stored using {incoming} as incoming on {_match(rows)}"
        f" when matched and ({changed}) then update set {assigned} returning merge_action"
    )


def _match(rows: Sequence[Row]) -> str:
    """Compare identities; equality where no row has a null, as joins by it are much faster."""
    parts = []
    for column in type(rows[0]).identity:
        has_null = any(getattr(row, column) is None for row in rows)
        sign = "is not distinct from" if has_null else "="
        parts.append(f"stored.{quote_name(column)} {sign} incoming.{quote_name(column)}")
    return " and ".join(parts)
