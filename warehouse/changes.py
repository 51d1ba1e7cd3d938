"""What a load will do to each document: insert, a new version, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from warehouse.answers import Counts
from warehouse.connection import Connection
from warehouse.history_rows import WithdrawalRow
from warehouse.rows import DocumentBundle, DocumentRow, StoredDocumentRow
from warehouse.states import StoredState, read_states
from warehouse.versions import Step, build_step, mark_replaced
from warehouse.vocabulary import Change

_GIVEN = tuple(field.name for field in fields(DocumentRow))


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents of a batch by what happens to them, with the rows to be written.

    `set_aside` are those that only add a version: what is current outranks them. `first_read`
    are updated ones of which only a library's record was here: to those who watch they are new.
    """

    inserted: tuple[DocumentBundle, ...]
    updated: tuple[DocumentBundle, ...]
    set_aside: tuple[DocumentBundle, ...]
    first_read: tuple[DocumentBundle, ...]
    rows: tuple[StoredDocumentRow, ...]
    steps: tuple[Step, ...]
    withdrawals: tuple[WithdrawalRow, ...]
    counts: Counts


def plan_changes(con: Connection, bundles: Sequence[DocumentBundle], now: datetime) -> Plan:
    """Compare bundles, one a document, with what is stored.

    A changed document keeps its first source, first seen time and whether it is history.
    """
    stored = read_states(con, [bundle.document.document_id for bundle in bundles])
    by_change: dict[Change, list[DocumentBundle]] = {change: [] for change in Change}
    for bundle in bundles:
        by_change[classify(bundle, stored.get(bundle.document.document_id))].append(bundle)
    inserted, changed = by_change[Change.INSERT], by_change[Change.UPDATE]
    pairs = [(one, stored[one.document.document_id]) for one in changed]
    updated = [(one, old) for one, old in pairs if not old.outranks(one.document.source_id)]
    return Plan(
        inserted=tuple(inserted),
        updated=tuple(one for one, _ in updated),
        set_aside=tuple(one for one, old in pairs if old.outranks(one.document.source_id)),
        first_read=tuple(
            one for one, old in updated if old.is_mere_record and one.document.has_text
        ),
        rows=(
            *(_build_row(one, None, now) for one in inserted),
            *(_build_row(one, old, now) for one, old in updated),
        ),
        steps=(
            *(build_step(one, None, now) for one in inserted),
            *(build_step(one, old, now) for one, old in pairs),
        ),
        withdrawals=tuple(row for one, old in updated for row in mark_replaced(one, old, now)),
        counts=Counts(len(inserted), len(changed), len(by_change[Change.NOOP])),
    )


def select_news(con: Connection, bundles: Sequence[DocumentBundle]) -> tuple[DocumentBundle, ...]:
    """Select the bundles that a load would insert or update; only those need checking."""
    stored = read_states(con, [bundle.document.document_id for bundle in bundles])
    return tuple(
        bundle
        for bundle in bundles
        if classify(bundle, stored.get(bundle.document.document_id)) is not Change.NOOP
    )


def classify(bundle: DocumentBundle, stored: StoredState | None) -> Change:
    """Say what a bundle does; one without text never replaces one with text.

    A library's record never replaces what another source says. One that is outranked is news
    once: when it is there as a version already, nothing happens.
    """
    document = bundle.document
    if stored is None:
        return Change.INSERT
    if document.content_sha256 == stored.content_sha256 and document.has_text == stored.has_text:
        return Change.NOOP
    if stored.has_text and not document.has_text:
        return Change.NOOP
    if bundle.catalogue and stored.version_source_id != document.source_id:
        return Change.NOOP
    if stored.outranks(document.source_id) and document.content_sha256 in stored.hashes:
        return Change.NOOP
    return Change.UPDATE


def _is_first_read(bundle: DocumentBundle, stored: StoredState) -> bool:
    return stored.is_mere_record and bundle.document.has_text


def _build_row(
    bundle: DocumentBundle, stored: StoredState | None, now: datetime
) -> StoredDocumentRow:
    document = bundle.document
    values = {name: getattr(document, name) for name in _GIVEN}
    if stored is None:
        values |= {"first_seen_at_utc": document.first_seen_at_utc or now}
        return StoredDocumentRow(**values, version_number=1, changed_at_utc=now)
    values |= {
        "source_id": stored.source_id,
        "is_history": document.is_history if _is_first_read(bundle, stored) else stored.is_history,
        "first_seen_at_utc": stored.first_seen_at_utc,
        "abstract": document.abstract or stored.abstract,
    }
    return StoredDocumentRow(**values, version_number=stored.last_version + 1, changed_at_utc=now)
