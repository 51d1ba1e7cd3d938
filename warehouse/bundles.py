"""Stored documents as the bundles that a load takes: their rows of all tables put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from warehouse.connection import Connection
from warehouse.rows import (
    AgendaItemRow,
    AnnexRow,
    CitationRow,
    DocumentBundle,
    DocumentRow,
    DocumentSymbolRow,
    LetterRow,
    LinkRow,
    PressReleaseRow,
    Row,
)
from warehouse.selecting import restore_value, select_rows

R = TypeVar("R", bound=Row)

_DAYS = """
select document_id,
    case when is_history then coalesce(distribution_date, published_date, letter_date)
        else first_seen_at_utc::date end
from documents left join letters using (document_id)
"""


def list_days(con: Connection) -> dict[str, date | None]:
    """List every document with the day of its news: of history its own date, else first sight."""
    rows = con.execute(_DAYS).fetchall()
    return {document_id: restore_value(day) for document_id, day in rows}


def read_links(con: Connection, ids: Sequence[str]) -> tuple[LinkRow, ...]:
    """Read the links that begin at these documents."""
    return select_rows(
        con,
        LinkRow,
        "where from_document_id in (select unnest(?::varchar[])) order by all",
        [list(ids)],
    )


def read_bundles(con: Connection, ids: Sequence[str]) -> tuple[DocumentBundle, ...]:
    """Read these documents, by id, without their records and figures."""
    documents = _read(con, DocumentRow, ids)
    letters = {row.document_id: row for row in _read(con, LetterRow, ids)}
    releases = {row.document_id: row for row in _read(con, PressReleaseRow, ids)}
    annexes = _group(_read(con, AnnexRow, ids), lambda row: row.document_id)
    symbols = _group(_read(con, DocumentSymbolRow, ids), lambda row: row.document_id)
    items = _group(_read(con, AgendaItemRow, ids), lambda row: row.document_id)
    citations = _group(_read(con, CitationRow, ids), lambda row: row.document_id)
    return tuple(
        DocumentBundle(
            document=one,
            letter=letters.get(one.document_id),
            press_release=releases.get(one.document_id),
            annexes=annexes.get(one.document_id, ()),
            symbols=symbols.get(one.document_id, ()),
            agenda_items=items.get(one.document_id, ()),
            citations=citations.get(one.document_id, ()),
        )
        for one in documents
    )


def _read(con: Connection, kind: type[R], ids: Sequence[str]) -> tuple[R, ...]:
    order = ", position" if "position" in kind.identity else ""
    return select_rows(
        con,
        kind,
        f"where document_id in (select unnest(?::varchar[])) order by document_id{order}",
        [list(ids)],
    )


def _group(rows: Iterable[R], key: Callable[[R], str]) -> dict[str, tuple[R, ...]]:
    groups: dict[str, tuple[R, ...]] = {}
    for row in rows:
        groups[key(row)] = (*groups.get(key(row), ()), row)
    return groups
