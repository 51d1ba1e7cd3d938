"""The identity of a quarantine row, the same wherever the failure was found, and its way out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from warehouse.connection import Connection
from warehouse.history_rows import QuarantineAttemptRow
from warehouse.merging import merge_rows
from warehouse.rows import DocumentBundle, QuarantineRow
from warehouse.selecting import select_rows

RELEASED: Final = "released"
HELD: Final = "held"
LOST: Final = "lost"


def build_quarantine_id(
    source_id: str,
    row_key: str,
    payload_sha256: str | None,
    expectation: str,
    column_name: str | None = None,
) -> str:
    """Hash what makes a failure the same failure; no run and no time is in it."""
    parts = [source_id, row_key, payload_sha256, expectation, column_name]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def note_attempts(con: Connection, attempts: Sequence[QuarantineAttemptRow]) -> None:
    """Note how each row came out of a new reading; what was released leaves the quarantine."""
    if not attempts:
        return
    merge_rows(con, attempts)
    released = [one.quarantine_id for one in attempts if one.outcome == RELEASED]
    con.execute(
        "delete from ops.quarantine where quarantine_id in (select unnest(?::varchar[]))",
        [released],
    )


def release_replaced(
    con: Connection, run_id: str, bundles: Sequence[DocumentBundle], now: datetime
) -> None:
    """Let go of earlier readings of documents that are being loaded from later bytes."""
    places = {
        name: (one.document.archive_file, one.document.archive_offset)
        for one in bundles
        for name in _list_names(one)
        if one.document.archive_file is not None and one.document.archive_offset is not None
    }
    if not places:
        return
    rows = select_rows(
        con,
        QuarantineRow,
        "where split_part(row_key, '#', 1) in (select unnest(?::varchar[]))",
        [list(places)],
    )
    replaced = [row for row in rows if _is_before(row, places[row.row_key.partition("#")[0]])]
    note_attempts(con, [_release(row, run_id, now) for row in replaced])


def _list_names(bundle: DocumentBundle) -> tuple[str, ...]:
    """Name a document by its id, its symbols and the source's key in its id."""
    document = bundle.document
    key = document.document_id.removeprefix(f"{document.source_id}:")
    return (document.document_id, key, *document.symbols)


def _is_before(row: QuarantineRow, place: tuple[str, int]) -> bool:
    """Files of the archive are named by the time of their run."""
    if row.archive_file is None or row.archive_offset is None:
        return True
    return (row.archive_file, row.archive_offset) < place


def _release(row: QuarantineRow, run_id: str, now: datetime) -> QuarantineAttemptRow:
    return QuarantineAttemptRow(
        quarantine_id=row.quarantine_id,
        run_id=run_id,
        source_id=row.source_id,
        row_key=row.row_key,
        expectation=row.expectation,
        outcome=RELEASED,
        message="the source has served it anew",
        attempted_at_utc=now,
    )
