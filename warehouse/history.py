"""The versions of one document as they are shown: who brought each, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warehouse.connection import Connection
from warehouse.history_rows import VersionChangeRow
from warehouse.selecting import restore_value, select_rows


@dataclass(frozen=True, slots=True)
class VersionNote:
    """One version of a document: when it was loaded, by whom it came, what it changed.

    `changes` is empty for the first version, and for those that an older program loaded, of
    which only the names in `changed_fields` are known.
    """

    version_number: int
    loaded_at_utc: datetime
    changed_fields: tuple[str, ...]
    source_id: str | None
    is_current: bool
    changes: tuple[VersionChangeRow, ...] = ()


def read_versions(con: Connection, document_id: str) -> tuple[VersionNote, ...]:
    """Read all versions of a document, the first one first."""
    rows = con.execute(
        "select v.version_number, v.loaded_at_utc, v.changed_fields, v.source_id,"
        " v.version_number = d.version_number"
        " from versions v join documents d on d.document_id = v.document_id"
        " where v.document_id = ? order by v.version_number",
        [document_id],
    ).fetchall()
    changes: dict[int, tuple[VersionChangeRow, ...]] = {}
    of_it = "where document_id = ? order by field"
    for one in select_rows(con, VersionChangeRow, of_it, [document_id]):
        changes[one.version_number] = (*changes.get(one.version_number, ()), one)
    return tuple(
        VersionNote(
            number,
            restore_value(loaded_at_utc),
            restore_value(fields),
            source_id,
            is_current,
            changes.get(number, ()),
        )
        for number, loaded_at_utc, fields, source_id, is_current in rows
    )
