"""Where the bytes of something are, and for whom they were fetched: to read them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from warehouse.connection import Connection
from warehouse.rows import CorrectionRow, QuarantineRow
from warehouse.selecting import restore_value, select_rows

Place = tuple[str, int]
"""A file of the archive and an offset in it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Stored bytes and the item they were fetched for, as it was named last.

    `key` is null where nothing is remembered of the item.
    """

    archive_file: str
    archive_offset: int
    payload_sha256: str
    source_id: str
    url: str
    content_type: str | None
    fetched_at_utc: datetime
    key: str | None
    title: str | None
    listed_date: date | None
    language: str | None
    fingerprint: str | None

    @property
    def place(self) -> Place:
        """Where the bytes are."""
        return self.archive_file, self.archive_offset


_ARCHIVED = """
select f.archive_file, f.archive_offset, f.payload_sha256, f.source_id, f.url, f.content_type,
    f.fetched_at_utc, d.key, d.title, d.listed_date, d.language, d.fingerprint
from ops.fetches f
left join ops.discoveries d on d.source_id = f.source_id and d.url = f.url
where f.archive_file in (select unnest(?::varchar[]))
qualify row_number() over (partition by f.archive_file, f.archive_offset order by d.key) = 1
"""


def read_stored(con: Connection, places: Sequence[Place]) -> tuple[Stored, ...]:
    """Read for whom the bytes at these places were fetched; what is not remembered is left out."""
    wanted = set(places)
    rows = con.execute(_ARCHIVED, [sorted({file for file, _ in wanted})]).fetchall()
    found = (Stored(*(restore_value(value) for value in row)) for row in rows)
    return tuple(sorted((one for one in found if one.place in wanted), key=lambda one: one.place))


def read_held(con: Connection, ids: Sequence[str] = ()) -> tuple[QuarantineRow, ...]:
    """Read what is in quarantine: all of it, or what has one of these (beginnings of) ids."""
    rows = select_rows(con, QuarantineRow, "order by quarantined_at_utc, quarantine_id")
    return tuple(row for row in rows if not ids or row.quarantine_id.startswith(tuple(ids)))


def read_places(con: Connection, document_ids: Sequence[str]) -> dict[str, Place]:
    """Read where the bytes of the current versions of documents are, by id."""
    rows = con.execute(
        "select document_id, archive_file, archive_offset from documents"
        " where archive_file is not null and document_id in (select unnest(?::varchar[]))",
        [list(document_ids)],
    ).fetchall()
    return {document_id: (file, offset) for document_id, file, offset in rows}


def read_corrected(con: Connection) -> tuple[CorrectionRow, ...]:
    """Read every correction that is in force."""
    return select_rows(con, CorrectionRow, "order by document_id, field")


def find_ids(con: Connection, names: Sequence[str]) -> dict[str, str]:
    """Find the stored id of documents by a name: its id, or `un:SYMBOL:LANGUAGE` of any symbol."""
    rows = con.execute(
        "select name, document_id from (select unnest(?::varchar[]) as name) names"
        " join (select document_id, document_id as alias from documents union"
        " select document_id, 'un:' || s.symbol || ':' || coalesce(d.language, 'und')"
        " from documents d join document_symbols s using (document_id)) aliases on alias = name",
        [list(names)],
    ).fetchall()
    return dict(rows)
