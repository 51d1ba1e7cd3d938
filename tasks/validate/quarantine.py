"""What failed, as rows: the quarantine for errors, findings for warnings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from expectations.checkpoint import Failure
from warehouse.quarantine import build_quarantine_id
from warehouse.rows import DocumentBundle, QuarantineRow, Struct


def collect_failures(failures: Iterable[Failure]) -> dict[int, list[Failure]]:
    """Group failures by the place of their bundle in the batch."""
    grouped: dict[int, list[Failure]] = defaultdict(list)
    for failure in failures:
        grouped[failure.bundle].append(failure)
    return dict(grouped)


def split_bundles(
    bundles: Sequence[DocumentBundle], failures: Mapping[int, Sequence[Failure]]
) -> tuple[DocumentBundle, ...]:
    """Keep the bundles without an error, their warnings added as findings."""
    return tuple(
        add_findings(bundle, failures.get(place, ()))
        for place, bundle in enumerate(bundles)
        if not any(failure.rule.is_error for failure in failures.get(place, ()))
    )


def add_findings(bundle: DocumentBundle, warnings: Sequence[Failure]) -> DocumentBundle:
    """Write each warning into the findings of the document."""
    if not warnings:
        return bundle
    findings = bundle.document.findings + tuple(_make_finding(failure) for failure in warnings)
    return replace(bundle, document=replace(bundle.document, findings=findings))


def make_quarantine_row(
    failure: Failure,
    bundle: DocumentBundle,
    *,
    source_id: str,
    run_id: str,
    now: datetime,
) -> QuarantineRow:
    """Make the row of one failed rule; the same failure of the same bytes has the same id."""
    document, rule = bundle.document, failure.rule
    payload = document.payload_sha256 or document.content_sha256
    return QuarantineRow(
        quarantine_id=build_quarantine_id(
            source_id, failure.row_key, payload, rule.name, rule.column
        ),
        run_id=run_id,
        source_id=source_id,
        table_name=rule.table,
        row_key=failure.row_key,
        expectation=rule.name,
        message=rule.message,
        quarantined_at_utc=now,
        column_name=rule.column,
        value=failure.value,
        payload_sha256=document.payload_sha256,
        archive_file=document.archive_file,
        archive_offset=document.archive_offset,
        record_json=bundle.record_json,
    )


def _make_finding(failure: Failure) -> Struct:
    value = f" ({failure.value})" if failure.value else ""
    return {
        "code": failure.rule.name,
        "message": f"Not so: {failure.rule.message}{value}",
        "field": failure.rule.column,
        "page": None,
        "start": None,
        "end": None,
    }
