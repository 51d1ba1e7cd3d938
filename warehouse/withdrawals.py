"""Documents that are gone where they were found: marked with when and by what evidence, kept.

A mark is open until the document is there again. Seen missing in a second run, what was
possible becomes likely; after that the mark stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from warehouse.connection import Connection
from warehouse.history_rows import WithdrawalRow
from warehouse.merging import merge_rows
from warehouse.selecting import select_rows
from warehouse.vocabulary import Certainty, WithdrawalType


@dataclass(frozen=True, slots=True)
class Absence:
    """An item of a source that was there and is not, by its key, and what tells so."""

    key: str
    language: str | None
    withdrawal_type: WithdrawalType
    evidence: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Presence:
    """An item that is there, in the sense that ends one kind of absence."""

    key: str
    language: str | None
    ends: WithdrawalType


_OPEN = "where ended_at_utc is null and withdrawal_type <> 'replaced' and source_id = ?"

_DOCUMENTS = """
with wanted as (select unnest($keys::varchar[]) as key, unnest($languages::varchar[]) as language)
select key, wanted.language, document_id
from wanted
join documents on document_id = $source_id || ':' || key
union
select key, wanted.language, documents.document_id
from wanted
join document_symbols on symbol = key
join documents on documents.document_id = document_symbols.document_id
where wanted.language is null or wanted.language = documents.language
"""

Key = tuple[str, str | None]


def record_absences(
    con: Connection, source_id: str, absences: Sequence[Absence], now: datetime
) -> None:
    """Mark the documents of these items; those marked already are noted as looked for again."""
    if not absences:
        return
    names = _find_documents(con, source_id, [(one.key, one.language) for one in absences])
    marked = {(row.document_id, row.withdrawal_type): row for row in _read_open(con, source_id)}
    rows = []
    for one in absences:
        for document_id in names.get((one.key, one.language), ()):
            before = marked.get((document_id, one.withdrawal_type.value))
            rows.append(_build_mark(document_id, source_id, one, before, now))
    merge_rows(con, rows)


def end_absences(
    con: Connection, source_id: str, presences: Sequence[Presence], now: datetime
) -> None:
    """Close the marks of documents that are there again."""
    marked = _read_open(con, source_id)
    if not marked or not presences:
        return
    names = _find_documents(con, source_id, [(one.key, one.language) for one in presences])
    back = {
        (document_id, one.ends.value)
        for one in presences
        for document_id in names.get((one.key, one.language), ())
    }
    ended = [row for row in marked if (row.document_id, row.withdrawal_type) in back]
    merge_rows(con, [replace(row, ended_at_utc=now) for row in ended])


def _read_open(con: Connection, source_id: str) -> tuple[WithdrawalRow, ...]:
    return select_rows(con, WithdrawalRow, _OPEN, [source_id])


def _build_mark(
    document_id: str, source_id: str, absence: Absence, before: WithdrawalRow | None, now: datetime
) -> WithdrawalRow:
    if before is None:
        return WithdrawalRow(
            document_id=document_id,
            withdrawal_type=absence.withdrawal_type.value,
            noticed_at_utc=now,
            version_number=None,
            source_id=source_id,
            evidence=absence.evidence,
            certainty=absence.certainty.value,
        )
    if before.looks > 1 or before.noticed_at_utc == now:
        return before
    is_doubtful = absence.certainty is Certainty.POSSIBLE
    certainty = Certainty.LIKELY if is_doubtful else absence.certainty
    return replace(before, looks=2, certainty=certainty.value, evidence=absence.evidence)


def _find_documents(
    con: Connection, source_id: str, keys: Sequence[Key]
) -> dict[Key, tuple[str, ...]]:
    values = {
        "source_id": source_id,
        "keys": [key for key, _ in keys],
        "languages": [language for _, language in keys],
    }
    found: dict[Key, tuple[str, ...]] = {}
    for key, language, document_id in con.execute(_DOCUMENTS, values).fetchall():
        found[key, language] = (*found.get((key, language), ()), document_id)
    return found
