"""The gate before the warehouse: what passes, what is quarantined, what stops a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from expectations.sources import Assertion, BatchCounts, Bounds, assert_source, count_source
from tasks.sources.declaration import Source
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
    gave, of which `bundles` may be a part: the unchanged are not asked again. The rules about
    rows, and Great Expectations with them, are imported only when there are bundles.

    Raises:
        ExpectationError: a rule could not be evaluated at all.
    """
    source_id = source.id if source else _name_source(bundles)
    cells = count_source(source_id, counts)
    assertions = assert_source(_read_bounds(source), cells) if source else ()
    stopped = _find_stop(assertions)
    asserted = tuple(make_assertion_row(source_id, one, run_id, now) for one in assertions)
    if not bundles:
        return Checked((), results=asserted, stopped=stopped)
    from tasks.validate.rows import Batch, check_rows

    rows = check_rows(Batch(source_id, run_id, now, tuple(bundles), cells, assertions), quality)
    return Checked(
        clean=() if stopped else rows.clean,
        quarantine=rows.quarantine,
        results=(*asserted, *rows.results),
        stopped=stopped,
    )


def _name_source(bundles: Sequence[DocumentBundle]) -> str:
    return bundles[0].document.source_id if bundles else SEEDS


def _read_bounds(source: Source) -> Bounds:
    declared = source.assertions
    return Bounds(declared.min_listed, declared.max_listed, declared.min_parsed_share)


def _find_stop(assertions: Sequence[Assertion]) -> str | None:
    broken = (each for each in assertions if each.rule.is_error and not each.holds)
    return next((each.report for each in broken), None)
