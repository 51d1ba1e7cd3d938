"""One document, one row: bundles that share a symbol and a language are the same document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from warehouse.connection import Connection
from warehouse.rows import DocumentBundle, DocumentSymbolRow
from warehouse.selecting import select_rows

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class StoredSymbols:
    """What is stored under the symbols of a batch: documents by key, their age, their symbols.

    `ranks` numbers the documents from the first seen.
    """

    holders: dict[Key, tuple[str, ...]]
    ranks: dict[str, int]
    rows: dict[str, tuple[DocumentSymbolRow, ...]]


def resolve_identities(
    con: Connection, bundles: Sequence[DocumentBundle]
) -> tuple[DocumentBundle, ...]:
    """Give every document its one identity, whatever the order or doubling of the bundles.

    Bundles that share a (symbol, language) with each other or with a stored document become
    one, under the stored id where there is one (the first seen, if there are several); their
    symbols are united. Of bundles that disagree the fullest counts: text before none, more
    symbols before fewer, then the greater hash, so that no order decides.
    """
    stored = _read_stored(con, bundles)
    groups = _group(bundles, stored)
    return tuple(_unite(name, groups[name], stored) for name in sorted(groups))


def rename_bundle(bundle: DocumentBundle, document_id: str) -> DocumentBundle:
    """Put another document id everywhere it stands in a bundle."""
    if bundle.document.document_id == document_id:
        return bundle
    letter, release = bundle.letter, bundle.press_release
    return replace(
        bundle,
        document=replace(bundle.document, document_id=document_id),
        letter=None if letter is None else replace(letter, document_id=document_id),
        press_release=None if release is None else replace(release, document_id=document_id),
        annexes=tuple(replace(row, document_id=document_id) for row in bundle.annexes),
        symbols=tuple(replace(row, document_id=document_id) for row in bundle.symbols),
        agenda_items=tuple(replace(row, document_id=document_id) for row in bundle.agenda_items),
        citations=tuple(replace(row, document_id=document_id) for row in bundle.citations),
        figures=tuple(replace(row, document_id=document_id) for row in bundle.figures),
        corrections=tuple(replace(row, document_id=document_id) for row in bundle.corrections),
        catalogue=tuple(replace(row, document_id=document_id) for row in bundle.catalogue),
    )


def _keys(bundle: DocumentBundle) -> list[Key]:
    return [(symbol, bundle.document.language) for symbol in bundle.document.symbols]


def _read_stored(con: Connection, bundles: Sequence[DocumentBundle]) -> StoredSymbols:
    symbols = sorted({symbol for bundle in bundles for symbol in bundle.document.symbols})
    if not symbols:
        return StoredSymbols({}, {}, {})
    held = con.execute(
        "select symbol, document_id from document_symbols"
        " where symbol in (select unnest(?::varchar[]))",
        [symbols],
    ).fetchall()
    found = _order_by_age(con, held) if held else []
    holders: dict[Key, tuple[str, ...]] = {}
    for symbol, language, document_id in found:
        holders[symbol, language] = (*holders.get((symbol, language), ()), document_id)
    ids = list(dict.fromkeys(row[2] for row in found))
    ranks = {document_id: rank for rank, document_id in enumerate(ids)}
    return StoredSymbols(holders, ranks, _read_symbol_rows(con, ids))


def _order_by_age(
    con: Connection, held: Sequence[tuple[str, str]]
) -> list[tuple[str, str | None, str]]:
    """Give symbol, language and id of what was found, the document first seen first."""
    documents = con.execute(
        "select document_id, language from documents"
        " where document_id in (select unnest(?::varchar[]))"
        " order by first_seen_at_utc, document_id",
        [sorted({document_id for _, document_id in held})],
    ).fetchall()
    symbols: dict[str, list[str]] = {}
    for symbol, document_id in held:
        symbols.setdefault(document_id, []).append(symbol)
    return [(symbol, language, one) for one, language in documents for symbol in symbols[one]]


def _read_symbol_rows(
    con: Connection, ids: Iterable[str]
) -> dict[str, tuple[DocumentSymbolRow, ...]]:
    rows = select_rows(
        con,
        DocumentSymbolRow,
        "where document_id in (select unnest(?::varchar[])) order by document_id, position",
        [sorted(set(ids))],
    )
    by_document: dict[str, tuple[DocumentSymbolRow, ...]] = {}
    for row in rows:
        by_document[row.document_id] = (*by_document.get(row.document_id, ()), row)
    return by_document


def _group(
    bundles: Sequence[DocumentBundle], stored: StoredSymbols
) -> dict[str, list[DocumentBundle]]:
    """Join bundles that are linked by an id or a key, directly or through others."""
    group_of: dict[object, int] = {}
    groups: dict[int, list[DocumentBundle]] = {}
    for number, bundle in enumerate(bundles):
        names = _names(bundle, stored)
        joined = sorted({group_of[name] for name in names if name in group_of})
        groups[number] = [one for old in joined for one in groups.pop(old)] + [bundle]
        for member in groups[number]:
            group_of.update(dict.fromkeys(_names(member, stored), number))
    return {_choose_id(members, stored): members for members in groups.values()}


def _names(bundle: DocumentBundle, stored: StoredSymbols) -> set[object]:
    keys = _keys(bundle)
    held = {one for key in keys for one in stored.holders.get(key, ())}
    return {bundle.document.document_id, *keys, *held}


def _choose_id(members: Sequence[DocumentBundle], stored: StoredSymbols) -> str:
    keys = {key for bundle in members for key in _keys(bundle)}
    held = {one for key in keys for one in stored.holders.get(key, ())}
    if not held:
        return max(members, key=_fullness).document.document_id
    return min(held, key=lambda one: stored.ranks[one])


def _fullness(bundle: DocumentBundle) -> tuple[bool, int, str, str]:
    document = bundle.document
    return (
        document.has_text,
        len(document.symbols),
        document.content_sha256,
        document.document_id,
    )


def _unite(
    document_id: str, members: Sequence[DocumentBundle], stored: StoredSymbols
) -> DocumentBundle:
    ranked = sorted(members, key=_fullness, reverse=True)
    best = rename_bundle(_gather_records(ranked), document_id)
    rows = [row for bundle in ranked for row in bundle.symbols]
    rows += stored.rows.get(document_id, ())
    by_symbol: dict[str, DocumentSymbolRow] = {}
    for row in rows:
        by_symbol.setdefault(row.symbol, row)
    united = tuple(
        _place(row, document_id, position)
        for position, row in enumerate(by_symbol.values(), start=1)
    )
    if united == best.symbols:
        return best
    symbols = tuple(row.symbol for row in united)
    return replace(best, document=replace(best.document, symbols=symbols), symbols=united)


def _gather_records(ranked: Sequence[DocumentBundle]) -> DocumentBundle:
    """Give the first bundle what libraries say in any of them."""
    if len(ranked) == 1:
        return ranked[0]
    records = tuple(row for bundle in ranked for row in bundle.catalogue)
    return replace(ranked[0], catalogue=records)


def _place(row: DocumentSymbolRow, document_id: str, position: int) -> DocumentSymbolRow:
    """Put a symbol where it belongs; nearly all stand there, and a copy costs more than a look."""
    if row.document_id == document_id and row.position == position:
        return row
    return replace(row, document_id=document_id, position=position)
