"""The typed rows of the tables, one frozen dataclass a table, fields in column order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

# The base of all rows, and the rows of alerting, are handed on from here.
from warehouse.alert_rows import AlertRow as AlertRow
from warehouse.alert_rows import ConditionRow as ConditionRow
from warehouse.alert_rows import MuteRow as MuteRow
from warehouse.row import Row as Row
from warehouse.row import Struct as Struct


@dataclass(frozen=True, slots=True)
class LetterRow(Row):
    """A row of `letters`."""

    table: ClassVar[str] = "letters"
    identity: ClassVar[tuple[str, ...]] = ("document_id",)

    document_id: str
    letter_date: date | None = None
    senders: tuple[Struct, ...] = ()
    addressees: tuple[str, ...] = ()
    signatories: tuple[Struct, ...] = ()
    agenda_items: tuple[str, ...] = ()
    is_agenda_provisional: bool | None = None
    agenda_source: str | None = None
    requests_circulation: tuple[str, ...] = ()
    requests_attention: tuple[str, ...] = ()
    announces_circulation: tuple[str, ...] = ()
    in_reply_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexRow(Row):
    """A row of `annexes`."""

    table: ClassVar[str] = "annexes"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "position")

    document_id: str
    position: int
    label: str
    title: str | None = None
    letter_date: date | None = None
    date_from_cover: date | None = None
    original_language: str | None = None
    signatories: tuple[Struct, ...] = ()
    parent_label: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentSymbolRow(Row):
    """A row of `document_symbols`."""

    table: ClassVar[str] = "document_symbols"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "symbol")

    document_id: str
    symbol: str
    position: int
    organ: str | None = None
    is_reissued: bool = False


@dataclass(frozen=True, slots=True)
class AgendaItemRow(Row):
    """A row of `agenda_items`."""

    table: ClassVar[str] = "agenda_items"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "position")

    document_id: str
    position: int
    item: str
    ga_session: int | None = None
    is_provisional: bool | None = None


@dataclass(frozen=True, slots=True)
class CitationRow(Row):
    """A row of `citations`."""

    table: ClassVar[str] = "citations"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "position")

    document_id: str
    position: int
    cited_symbol: str
    is_reply: bool = False


@dataclass(frozen=True, slots=True)
class PressReleaseRow(Row):
    """A row of `press_releases`."""

    table: ClassVar[str] = "press_releases"
    identity: ClassVar[tuple[str, ...]] = ("document_id",)

    document_id: str
    publisher: str | None = None
    number: str | None = None
    published_date: date | None = None
    date_source: str | None = None
    mentions_letters: tuple[Struct, ...] = ()
    date_precision: str | None = None
    canonical_url: str | None = None
    announcement_id: str | None = None


@dataclass(frozen=True, slots=True)
class FigureRow(Row):
    """A row of `figures`."""

    table: ClassVar[str] = "figures"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "position")

    document_id: str
    position: int
    label: str
    value: float
    unit: str | None
    as_printed: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow(Row):
    """A row of `documents` as a batch brings it; version and times are given by the load."""

    table: ClassVar[str] = "documents"
    identity: ClassVar[tuple[str, ...]] = ("document_id",)

    document_id: str
    document_type: str
    source_id: str
    symbols: tuple[str, ...] = ()
    title: str | None = None
    language: str | None = None
    original_language: str | None = None
    distribution: str | None = None
    distribution_date: date | None = None
    published_date: date | None = None
    is_reissued: bool = False
    ga_session: int | None = None
    ga_session_type: str | None = None
    sc_year: int | None = None
    job_number: str | None = None
    url: str | None = None
    body: str | None = None
    abstract: str | None = None
    has_text: bool = True
    findings: tuple[Struct, ...] = ()
    is_history: bool = False
    content_sha256: str = ""
    payload_sha256: str | None = None
    archive_file: str | None = None
    archive_offset: int | None = None
    first_seen_at_utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredDocumentRow(DocumentRow):
    """A row of `documents` as it is stored: with its version and when that was loaded."""

    version_number: int = 1
    changed_at_utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class CorrectionRow(Row):
    """A row of `corrections`; both values are JSON."""

    table: ClassVar[str] = "corrections"
    identity: ClassVar[tuple[str, ...]] = ("document_id", "field")

    document_id: str
    field: str
    source_value: str
    corrected_value: str
    reason: str
    reported_date: date
    reviewed_by: str


@dataclass(frozen=True, slots=True)
class LinkRow(Row):
    """A row of `links`; `evidence` names the key that joined the two documents."""

    table: ClassVar[str] = "links"
    identity: ClassVar[tuple[str, ...]] = ("from_document_id", "to_document_id", "link_type")

    from_document_id: str
    to_document_id: str
    link_type: str
    evidence: str


@dataclass(frozen=True, slots=True)
class CatalogueRow(Row):
    """A row of `catalogue_records`."""

    table: ClassVar[str] = "catalogue_records"
    identity: ClassVar[tuple[str, ...]] = ("source_id", "record_id")

    source_id: str
    record_id: str
    document_id: str
    symbols: tuple[str, ...]
    title: str | None
    document_date: date | None
    record_types: tuple[str, ...]
    categories: tuple[str, ...]
    subjects: tuple[str, ...]
    authors: tuple[Struct, ...]
    agenda: tuple[Struct, ...]
    files: tuple[Struct, ...]
    languages: tuple[str, ...]
    related: tuple[str, ...]
    notes: tuple[str, ...]
    batches: tuple[str, ...]
    changed: str | None
    payload_sha256: str | None
    loaded_at_utc: datetime


@dataclass(frozen=True, slots=True)
class DocumentBundle:
    """Everything one document brings into the warehouse; loaded or quarantined as one."""

    document: DocumentRow
    letter: LetterRow | None = None
    press_release: PressReleaseRow | None = None
    annexes: tuple[AnnexRow, ...] = ()
    symbols: tuple[DocumentSymbolRow, ...] = ()
    agenda_items: tuple[AgendaItemRow, ...] = ()
    citations: tuple[CitationRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    corrections: tuple[CorrectionRow, ...] = ()
    catalogue: tuple[CatalogueRow, ...] = ()
    record_json: str = "{}"


@dataclass(frozen=True, slots=True)
class UnlinkedRow(Row):
    """A row of `ops.unlinked`."""

    table: ClassVar[str] = "ops.unlinked"
    identity: ClassVar[tuple[str, ...]] = ("document_id",)

    document_id: str


@dataclass(frozen=True, slots=True)
class QuarantineRow(Row):
    """A row of `ops.quarantine`."""

    table: ClassVar[str] = "ops.quarantine"
    identity: ClassVar[tuple[str, ...]] = ("quarantine_id",)

    quarantine_id: str
    run_id: str
    source_id: str
    table_name: str
    row_key: str
    expectation: str
    message: str
    quarantined_at_utc: datetime
    column_name: str | None = None
    value: str | None = None
    payload_sha256: str | None = None
    archive_file: str | None = None
    archive_offset: int | None = None
    record_json: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectationResultRow(Row):
    """A row of `ops.expectation_results`."""

    table: ClassVar[str] = "ops.expectation_results"
    identity: ClassVar[tuple[str, ...]] = (
        "run_id",
        "source_id",
        "table_name",
        "expectation",
        "column_name",
    )

    run_id: str
    source_id: str
    table_name: str
    expectation: str
    column_name: str | None
    severity: str
    is_success: bool
    element_count: int | None
    unexpected_count: int | None
    checked_at_utc: datetime


@dataclass(frozen=True, slots=True)
class DiscoveryRow(Row):
    """A row of `ops.discoveries`."""

    table: ClassVar[str] = "ops.discoveries"
    identity: ClassVar[tuple[str, ...]] = ("source_id", "key")

    source_id: str
    key: str
    url: str
    title: str | None
    listed_date: date | None
    language: str | None
    fingerprint: str
    state: str
    reason: str | None
    attempts: int
    is_history: bool
    first_seen_at_utc: datetime
    last_checked_at_utc: datetime | None
    is_backfilled: bool = False


@dataclass(frozen=True, slots=True)
class FetchRow(Row):
    """A row of `ops.fetches`."""

    table: ClassVar[str] = "ops.fetches"
    identity: ClassVar[tuple[str, ...]] = ("run_id", "source_id", "position")

    run_id: str
    position: int
    source_id: str
    url: str
    final_url: str | None
    status: int | None
    outcome: str
    reason: str | None
    message: str | None
    content_type: str | None
    size_bytes: int | None
    etag: str | None
    last_modified: str | None
    payload_sha256: str | None
    archive_file: str | None
    archive_offset: int | None
    fetched_at_utc: datetime
    retry_at_utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceRunRow(Row):
    """A row of `ops.source_runs`."""

    table: ClassVar[str] = "ops.source_runs"
    identity: ClassVar[tuple[str, ...]] = ("run_id", "source_id")

    run_id: str
    source_id: str
    outcome: str
    reason: str | None
    message: str | None
    discovered: int
    fetched: int
    not_yet_available: int
    failed: int
    inserted: int
    updated: int
    noop: int
    quarantined: int
    is_baseline: bool
    started_at_utc: datetime
    ended_at_utc: datetime
    input_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class RunRow(Row):
    """A row of `ops.runs`."""

    table: ClassVar[str] = "ops.runs"
    identity: ClassVar[tuple[str, ...]] = ("run_id",)

    run_id: str
    started_at_utc: datetime
    ended_at_utc: datetime | None
    trigger: str
    outcome: str
    inserted: int = 0
    updated: int = 0
    noop: int = 0
    quarantined: int = 0
    alerts: int = 0
