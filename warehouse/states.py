"""What is stored of documents that a load brings again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from warehouse.connection import Connection
from warehouse.vocabulary import SEEDS

_STATES = """
with kept as (
    select document_id, max(version_number) as last_version, list(content_sha256) as hashes
    from versions
    where document_id in (select unnest($ids::varchar[]))
    group by document_id
)
select d.document_id, d.source_id, d.content_sha256, d.version_number, d.has_text, d.is_history,
    d.first_seen_at_utc, d.is_reissued, d.abstract, v.record_json, v.source_id,
    kept.last_version, kept.hashes,
    exists (
        select 1 from catalogue_records c
        where c.document_id = d.document_id and c.source_id = v.source_id
    ) as is_catalogued
from documents d
join versions v on v.document_id = d.document_id and v.version_number = d.version_number
join kept on kept.document_id = d.document_id
where d.document_id in (select unnest($ids::varchar[]))
"""


@dataclass(frozen=True, slots=True)
class StoredState:
    """What is stored of a document and must outlive its new version.

    `version_source_id` brought the current version; `hashes` are those of the contents of all
    versions, `last_version` is the highest number among them.
    """

    document_id: str
    source_id: str
    content_sha256: str
    version_number: int
    has_text: bool
    is_history: bool
    first_seen_at_utc: datetime
    is_reissued: bool
    abstract: str | None
    record_json: str
    version_source_id: str | None
    last_version: int
    hashes: frozenset[str]
    is_catalogued: bool

    @property
    def is_mere_record(self) -> bool:
        """Whether only a library's record of it is here."""
        return self.is_catalogued and not self.has_text

    def outranks(self, source_id: str) -> bool:
        """Whether the current version stays current when this source brings another.

        What a publisher gave outranks the seed corpus, whose texts went through other hands.
        """
        return source_id == SEEDS and self.version_source_id != SEEDS


def read_states(con: Connection, ids: Sequence[str]) -> dict[str, StoredState]:
    """Read the states of those of these documents that are stored, by id."""
    rows = con.execute(_STATES, {"ids": list(ids)}).fetchall()
    return {row[0]: _build_state(*row) for row in rows}


def _build_state(
    document_id: str,
    source_id: str,
    content_sha256: str,
    version_number: int,
    has_text: bool,
    is_history: bool,
    first_seen_at_utc: datetime,
    is_reissued: bool,
    abstract: str | None,
    record_json: str,
    version_source_id: str | None,
    last_version: int,
    hashes: list[str],
    is_catalogued: bool,
) -> StoredState:
    return StoredState(
        document_id,
        source_id,
        content_sha256,
        version_number,
        has_text,
        is_history,
        first_seen_at_utc.astimezone(UTC),
        is_reissued,
        abstract,
        record_json,
        version_source_id,
        last_version,
        frozenset(hashes),
        is_catalogued,
    )
