"""A batch of documents put to the rules about rows: what is clean, what is quarantined and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from expectations.checkpoint import Checkup, RuleResult, run_checkpoint
from expectations.frames import frame_bundles
from expectations.sources import TABLE, Assertion, SourceCells
from expectations.suites import SUITES
from tasks.validate.data_docs import Summary, write_site
from tasks.validate.quarantine import collect_failures, make_quarantine_row, split_bundles
from warehouse.rows import DocumentBundle, ExpectationResultRow, QuarantineRow


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch at the gate, at least one document, and how its source's bounds came out."""

    source_id: str
    run_id: str
    now: datetime
    bundles: tuple[DocumentBundle, ...]
    cells: SourceCells
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class CheckedRows:
    """What came of the rules about rows; of a quarantined document nothing is `clean`."""

    clean: tuple[DocumentBundle, ...]
    quarantine: tuple[QuarantineRow, ...]
    results: tuple[ExpectationResultRow, ...]


def check_rows(batch: Batch, quality: Path) -> CheckedRows:
    """Put a batch to every rule about rows, and build its Data Docs under `quality`.

    Raises:
        ExpectationError: a rule could not be evaluated at all.
    """
    results = _run_rules(batch, quality)
    failures = collect_failures(failure for result in results for failure in result.failures)
    quarantine = (
        make_quarantine_row(
            failure,
            batch.bundles[place],
            source_id=batch.source_id,
            run_id=batch.run_id,
            now=batch.now,
        )
        for place, failed in failures.items()
        for failure in failed
        if failure.rule.is_error
    )
    return CheckedRows(
        clean=split_bundles(batch.bundles, failures),
        quarantine=tuple(quarantine),
        results=tuple(_make_result_row(batch, result) for result in results),
    )


def _run_rules(batch: Batch, quality: Path) -> tuple[RuleResult, ...]:
    suites = SUITES | {TABLE: tuple(assertion.rule for assertion in batch.assertions)}
    today = batch.now.astimezone(UTC).date()
    frames = frame_bundles(batch.bundles, today) | (
        {TABLE: (batch.cells,)} if batch.assertions else {}
    )
    checkup = run_checkpoint(
        suites,
        frames,
        today=today,
        run_id=batch.run_id,
        with_pages=True,
    )
    write_site(quality, batch.source_id, checkup.pages, _summarise(batch, checkup))
    # The assertions stand in Data Docs through these results, in the warehouse through their own.
    return tuple(result for result in checkup.results if result.rule.table != TABLE)


def _summarise(batch: Batch, checkup: Checkup) -> Summary:
    quarantined = {
        failure.bundle
        for result in checkup.failed
        if result.rule.is_error and result.rule.table != TABLE
        for failure in result.failures
    }
    return Summary(
        checked_at_utc=batch.now.astimezone(UTC),
        documents=len(batch.bundles),
        quarantined=len(quarantined),
        errors=tuple(one.rule.name for one in checkup.failed if one.rule.is_error),
        warnings=tuple(one.rule.name for one in checkup.failed if not one.rule.is_error),
    )


def _make_result_row(batch: Batch, result: RuleResult) -> ExpectationResultRow:
    return ExpectationResultRow(
        run_id=batch.run_id,
        source_id=batch.source_id,
        table_name=result.rule.table,
        expectation=result.rule.name,
        column_name=result.rule.column,
        severity=result.rule.severity.value,
        is_success=not result.failures,
        element_count=result.element_count,
        unexpected_count=len(result.failures),
        checked_at_utc=batch.now,
    )
