"""The versions of a document: what each one was, and what changed from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from warehouse.differences import FieldChange, compare_records
from warehouse.history_rows import VersionChangeRow, VersionRow, WithdrawalRow
from warehouse.rows import DocumentBundle
from warehouse.states import StoredState
from warehouse.vocabulary import Certainty, WithdrawalType


@dataclass(frozen=True, slots=True)
class Step:
    """One version and what changed from the one that was current when it came."""

    version: VersionRow
    changes: tuple[VersionChangeRow, ...] = ()


def build_step(bundle: DocumentBundle, stored: StoredState | None, now: datetime) -> Step:
    """Build the version that a bundle brings; numbers go up by one, without gaps."""
    document = bundle.document
    number = 1 if stored is None else stored.last_version + 1
    changes = () if stored is None else compare_records(stored.record_json, bundle.record_json)
    version = VersionRow(
        document_id=document.document_id,
        version_number=number,
        content_sha256=document.content_sha256,
        payload_sha256=document.payload_sha256,
        archive_file=document.archive_file,
        archive_offset=document.archive_offset,
        title=document.title,
        body=document.body,
        changed_fields=tuple(change.field for change in changes),
        record_json=bundle.record_json,
        loaded_at_utc=now,
        source_id=document.source_id,
    )
    if stored is None:
        return Step(version)
    return Step(version, tuple(_build_change(one, stored, number) for one in changes))


def _build_change(change: FieldChange, stored: StoredState, number: int) -> VersionChangeRow:
    return VersionChangeRow(
        document_id=stored.document_id,
        version_number=number,
        field=change.field,
        previous_version=stored.version_number,
        old_value=change.old_value,
        new_value=change.new_value,
        text_diff=change.text_diff,
    )


def mark_replaced(
    bundle: DocumentBundle, stored: StoredState, now: datetime
) -> tuple[WithdrawalRow, ...]:
    """Mark the version before a reissue as withdrawn; the asterisk at the symbol says so."""
    if stored.is_reissued or not bundle.document.is_reissued:
        return ()
    new = stored.last_version + 1
    evidence = f"version {new} bears the asterisk of a document reissued for technical reasons"
    return (
        WithdrawalRow(
            document_id=stored.document_id,
            withdrawal_type=WithdrawalType.REPLACED.value,
            noticed_at_utc=now,
            version_number=stored.version_number,
            source_id=bundle.document.source_id,
            evidence=evidence,
            certainty=Certainty.STATED.value,
        ),
    )
