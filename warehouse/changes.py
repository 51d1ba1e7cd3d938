"""What a load will do to each document: insert, a new version, or nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime

from warehouse.answers import Counts
from warehouse.connection import Connection
from warehouse.rows import DocumentBundle, StoredDocumentRow, VersionRow
from warehouse.vocabulary import Change


@dataclass(frozen=True, slots=True)
class StoredState:
    """What is stored of a document and must outlive its new version."""

    document_id: str
    source_id: str
    content_sha256: str
    version_number: int
    has_text: bool
    is_history: bool
    first_seen_at_utc: datetime
    record_json: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents of a batch by what happens to them, with the rows to be written."""

    inserted: tuple[DocumentBundle, ...]
    updated: tuple[DocumentBundle, ...]
    rows: tuple[StoredDocumentRow, ...]
    versions: tuple[VersionRow, ...]
    counts: Counts


def plan_changes(con: Connection, bundles: Sequence[DocumentBundle], now: datetime) -> Plan:
    """Compare bundles, one a document, with what is stored.

    A changed document keeps its first source, first seen time and whether it is history.
    """
    stored = _read_states(con, [bundle.document.document_id for bundle in bundles])
    by_change: dict[Change, list[DocumentBundle]] = {change: [] for change in Change}
    for bundle in bundles:
        by_change[classify(bundle, stored.get(bundle.document.document_id))].append(bundle)
    inserted, updated = by_change[Change.INSERT], by_change[Change.UPDATE]
    return Plan(
        inserted=tuple(inserted),
        updated=tuple(updated),
        rows=tuple(
            _build_row(bundle, stored.get(bundle.document.document_id), now)
            for bundle in inserted + updated
        ),
        versions=tuple(
            _build_version(bundle, stored.get(bundle.document.document_id), now)
            for bundle in inserted + updated
        ),
        counts=Counts(len(inserted), len(updated), len(by_change[Change.NOOP])),
    )


def select_news(con: Connection, bundles: Sequence[DocumentBundle]) -> tuple[DocumentBundle, ...]:
    """Select the bundles that a load would insert or update; only those need checking."""
    stored = _read_states(con, [bundle.document.document_id for bundle in bundles])
    return tuple(
        bundle
        for bundle in bundles
        if classify(bundle, stored.get(bundle.document.document_id)) is not Change.NOOP
    )


def classify(bundle: DocumentBundle, stored: StoredState | None) -> Change:
    """Say what a bundle does; one without text never replaces one with text."""
    document = bundle.document
    if stored is None:
        return Change.INSERT
    if document.content_sha256 == stored.content_sha256 and document.has_text == stored.has_text:
        return Change.NOOP
    if stored.has_text and not document.has_text:
        return Change.NOOP
    return Change.UPDATE


def compare_records(before: str, after: str) -> tuple[str, ...]:
    """Name the fields in which two records (JSON objects) differ, sorted."""
    old: dict[str, object] = json.loads(before)
    new: dict[str, object] = json.loads(after)
    return tuple(
        name
        for name in sorted(old.keys() | new.keys())
        if name not in old or name not in new or old[name] != new[name]
    )


def _read_states(con: Connection, ids: Sequence[str]) -> dict[str, StoredState]:
    rows = con.execute(
        "select d.document_id, d.source_id, d.content_sha256, d.version_number, d.has_text,"
        " d.is_history, d.first_seen_at_utc, v.record_json"
        " from documents d join versions v"
        " on v.document_id = d.document_id and v.version_number = d.version_number"
        " where d.document_id in (select unnest(?::varchar[]))",
        [list(ids)],
    ).fetchall()
    return {row[0]: StoredState(*row) for row in rows}


def _build_row(
    bundle: DocumentBundle, stored: StoredState | None, now: datetime
) -> StoredDocumentRow:
    document = bundle.document
    row = StoredDocumentRow(
        **{field.name: getattr(document, field.name) for field in fields(document)},
        version_number=1 if stored is None else stored.version_number + 1,
        changed_at_utc=now,
    )
    if stored is None:
        return replace(row, first_seen_at_utc=document.first_seen_at_utc or now)
    return replace(
        row,
        source_id=stored.source_id,
        is_history=stored.is_history,
        first_seen_at_utc=stored.first_seen_at_utc.astimezone(UTC),
    )


def _build_version(bundle: DocumentBundle, stored: StoredState | None, now: datetime) -> VersionRow:
    document = bundle.document
    before = None if stored is None else stored.record_json
    return VersionRow(
        document_id=document.document_id,
        version_number=1 if stored is None else stored.version_number + 1,
        content_sha256=document.content_sha256,
        payload_sha256=document.payload_sha256,
        archive_file=document.archive_file,
        archive_offset=document.archive_offset,
        title=document.title,
        body=document.body,
        changed_fields=() if before is None else compare_records(before, bundle.record_json),
        record_json=bundle.record_json,
        loaded_at_utc=now,
    )
