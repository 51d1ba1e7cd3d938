"""One document with all that belongs to it, for `herewith show`."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.connection import Connection
from warehouse.errors import NotFoundError
from warehouse.history import VersionNote, read_versions
from warehouse.history_rows import WithdrawalRow
from warehouse.rows import (
    AgendaItemRow,
    AnnexRow,
    CitationRow,
    DocumentSymbolRow,
    FigureRow,
    LetterRow,
    PressReleaseRow,
    StoredDocumentRow,
)
from warehouse.selecting import R, select_rows

_LINKED = """
select d.document_id, d.symbols, d.title, coalesce(l.letter_date, d.distribution_date,
    d.published_date) as dated, links.link_type, links.evidence
from links
join documents d on d.document_id = links.{other}
left join letters l on l.document_id = d.document_id
where links.{this} = ?
order by links.link_type, dated, d.document_id
"""


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A document at the other end of a link; `dated` is ISO 8601, of the letter if it is one."""

    document_id: str
    symbols: tuple[str, ...]
    title: str | None
    dated: str | None
    link_type: str
    evidence: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document, its parts, and what stands around it.

    `speaks_of` are the documents it cites, answers or reports; `spoken_of_by` those that do so
    with it. `withdrawals` say where it or a version of it is gone. `citations` are all symbols
    it cites, here or not. `also_in` names the ids of the same document in other languages.
    """

    document: StoredDocumentRow
    letter: LetterRow | None
    press_release: PressReleaseRow | None
    annexes: tuple[AnnexRow, ...]
    symbols: tuple[DocumentSymbolRow, ...]
    agenda_items: tuple[AgendaItemRow, ...]
    citations: tuple[CitationRow, ...]
    figures: tuple[FigureRow, ...]
    versions: tuple[VersionNote, ...]
    withdrawals: tuple[WithdrawalRow, ...]
    speaks_of: tuple[LinkedDocument, ...]
    spoken_of_by: tuple[LinkedDocument, ...]
    also_in: tuple[str, ...]


def find_documents(con: Connection, wanted: str) -> tuple[str, ...]:
    """Find document ids by id or symbol; English first, then by language and id.

    Symbols match whatever the case and without the asterisk of a reissue.

    Raises:
        NotFoundError: nothing has that id or symbol.
    """
    text = wanted.strip().rstrip("*").strip()
    rows = con.execute(
        "select document_id from documents where document_id = ?"
        " or document_id in (select document_id from document_symbols where upper(symbol) = ?)"
        " order by document_id <> ?, language is distinct from 'en', language, document_id",
        [text, text.upper(), text],
    ).fetchall()
    if not rows:
        raise NotFoundError(f"no document with the symbol or id {wanted}")
    return tuple(document_id for (document_id,) in rows)


def read_document(con: Connection, wanted: str) -> DocumentView:
    """Read one document by id or symbol with everything that belongs to it.

    Raises:
        NotFoundError: nothing has that id or symbol.
    """
    document_id, *others = find_documents(con, wanted)
    return DocumentView(
        document=_select(con, StoredDocumentRow, document_id)[0],
        letter=_first(_select(con, LetterRow, document_id)),
        press_release=_first(_select(con, PressReleaseRow, document_id)),
        annexes=_select(con, AnnexRow, document_id, "position"),
        symbols=_select(con, DocumentSymbolRow, document_id, "position"),
        agenda_items=_select(con, AgendaItemRow, document_id, "position"),
        citations=_select(con, CitationRow, document_id, "position"),
        figures=_select(con, FigureRow, document_id, "position"),
        versions=read_versions(con, document_id),
        withdrawals=_select(con, WithdrawalRow, document_id, "noticed_at_utc"),
        speaks_of=_read_linked(con, document_id, this="from", other="to"),
        spoken_of_by=_read_linked(con, document_id, this="to", other="from"),
        also_in=tuple(others),
    )


def _select(
    con: Connection, kind: type[R], document_id: str, order: str = "document_id"
) -> tuple[R, ...]:
    return select_rows(con, kind, f"where document_id = ? order by {order}", [document_id])


def _first(rows: tuple[R, ...]) -> R | None:
    return rows[0] if rows else None


def _read_linked(
    con: Connection, document_id: str, this: str, other: str
) -> tuple[LinkedDocument, ...]:
    sql = _LINKED.format(this=f"{this}_document_id", other=f"{other}_document_id")
    rows = con.execute(sql, [document_id]).fetchall()
    return tuple(
        LinkedDocument(
            document_id=row[0],
            symbols=tuple(row[1]),
            title=row[2],
            dated=None if row[3] is None else row[3].isoformat(),
            link_type=row[4],
            evidence=row[5],
        )
        for row in rows
    )
