"""The typed rows of what was: versions, what changed between them, what is said to be gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from warehouse.rows import Row


@dataclass(frozen=True, slots=True)
class VersionRow(Row):
    """A row of `versions`."""

    table: ClassVar[str] = "versions"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "version_number")

    document_id: str
    version_number: int
    content_sha256: str
    payload_sha256: str | None
    archive_file: str | None
    archive_offset: int | None
    title: str | None
    body: str | None
    changed_fields: tuple[str, ...]
    record_json: str
    loaded_at_utc: datetime
    source_id: str | None = None


@dataclass(frozen=True, slots=True)
class VersionChangeRow(Row):
    """A row of `version_changes`."""

    table: ClassVar[str] = "version_changes"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "version_number", "field")

    document_id: str
    version_number: int
    field: str
    previous_version: int
    old_value: str | None
    new_value: str | None
    text_diff: str | None = None


@dataclass(frozen=True, slots=True)
class WithdrawalRow(Row):
    """A row of `ops.withdrawals`."""

    table: ClassVar[str] = "ops.withdrawals"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "withdrawal_type", "noticed_at_utc")

    document_id: str
    withdrawal_type: str
    noticed_at_utc: datetime
    version_number: int | None
    source_id: str
    evidence: str
    certainty: str
    looks: int = 1
    ended_at_utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuarantineAttemptRow(Row):
    """A row of `ops.quarantine_attempts`."""

    table: ClassVar[str] = "ops.quarantine_attempts"
    identity: ClassVar[tuple[str, ...]] = ("quarantine_id", "run_id")

    quarantine_id: str
    run_id: str
    source_id: str
    row_key: str
    expectation: str
    outcome: str
    message: str | None
    attempted_at_utc: datetime
