"""The gate before the warehouse: what passes, what is quarantined, what stops a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from expectations.checkpoint import Checkup, RuleResult, run_checkpoint
from expectations.frames import frame_bundles
from expectations.sources import (
    TABLE,
    Assertion,
    BatchCounts,
    Bounds,
    SourceCells,
    assert_source,
    count_source,
)
from expectations.suites import SUITES
from tasks.sources.declaration import Source
from tasks.validate.data_docs import Summary, write_site
from tasks.validate.quarantine import collect_failures, make_quarantine_row, split_bundles
from tasks.validate.results import make_assertion_row
from warehouse.rows import DocumentBundle, ExpectationResultRow, QuarantineRow
from warehouse.vocabulary import SEEDS


@dataclass(frozen=True, slots=True)
class Checked:
    """What came through the gate.

    `clean` is what may be loaded: empty when the batch is `stopped`, whose value is the one line
    that says why. Of a quarantined document nothing is loaded.
    """

    clean: tuple[DocumentBundle, ...]
    quarantine: tuple[QuarantineRow, ...] = ()
    results: tuple[ExpectationResultRow, ...] = ()
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch at the gate."""

    source_id: str
    run_id: str
    now: datetime
    bundles: tuple[DocumentBundle, ...]
    cells: SourceCells
    assertions: tuple[Assertion, ...]


def check_bundles(
    bundles: Sequence[DocumentBundle],
    source: Source | None,
    counts: BatchCounts,
    run_id: str,
    now: datetime,
    quality: Path,
) -> Checked:
    """Put a batch to every rule, and build its Data Docs under `quality`.

    `source` is null for the seeds, which declare nothing; `counts` is what the source named and
    gave, of which `bundles` may be a part: the unchanged are not asked again. Great Expectations
    is imported only when there are bundles.

    Raises:
        ExpectationError: a rule could not be evaluated at all.
    """
    batch = _gather(tuple(bundles), source, counts, run_id, now)
    results = _check_rows(batch, quality) if batch.bundles else ()
    failures = collect_failures(failure for result in results for failure in result.failures)
    stopped = _find_stop(batch)
    return Checked(
        clean=() if stopped else split_bundles(batch.bundles, failures),
        quarantine=tuple(
            make_quarantine_row(
                failure,
                batch.bundles[place],
                source_id=batch.source_id,
                run_id=run_id,
                now=now,
            )
            for place, failed in failures.items()
            for failure in failed
            if failure.rule.is_error
        ),
        results=_make_result_rows(batch, results),
        stopped=stopped,
    )


def _gather(
    bundles: tuple[DocumentBundle, ...],
    source: Source | None,
    counts: BatchCounts,
    run_id: str,
    now: datetime,
) -> Batch:
    source_id = source.id if source else _name_source(bundles)
    cells = count_source(source_id, counts)
    assertions = assert_source(_read_bounds(source), cells) if source else ()
    return Batch(source_id, run_id, now, bundles, cells, assertions)


def _name_source(bundles: Sequence[DocumentBundle]) -> str:
    return bundles[0].document.source_id if bundles else SEEDS


def _read_bounds(source: Source) -> Bounds:
    declared = source.assertions
    return Bounds(declared.min_listed, declared.max_listed, declared.min_parsed_share)


def _check_rows(batch: Batch, quality: Path) -> tuple[RuleResult, ...]:
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


def _find_stop(batch: Batch) -> str | None:
    broken = (each for each in batch.assertions if each.rule.is_error and not each.holds)
    return next((each.report for each in broken), None)


def _make_result_rows(
    batch: Batch, results: Sequence[RuleResult]
) -> tuple[ExpectationResultRow, ...]:
    asserted = (
        make_assertion_row(batch.source_id, assertion, batch.run_id, batch.now)
        for assertion in batch.assertions
    )
    return (*asserted, *(_make_result_row(batch, result) for result in results))


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
