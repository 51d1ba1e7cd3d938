"""Rules put to rows by Great Expectations on pandas; imported by nobody until there are rows.

Every rule is asked twice at most: first for its verdict and its counts, then, if it failed, for
every row that failed it. Asked for both at once, each rule costs half as much again (measured on
Great Expectations 1.24, whatever the number of rows), and nearly all rules pass.
"""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

from expectations.rules import Rule
from warehouse.cells import Cells
from warehouse.errors import ExpectationError

if TYPE_CHECKING:
    from great_expectations.core import (
        ExpectationSuiteValidationResult,
        ExpectationValidationResult,
    )
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.data_context.data_context.abstract_data_context import (
        AbstractDataContext,
    )
    from great_expectations.datasource.fluent.interfaces import Batch

_KEYS = ("bundle", "row_key")
_VERDICT: Final = "BASIC"
_EVERY_ROW: dict[str, object] = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": list(_KEYS),
    "return_unexpected_index_query": False,
}
# Great Expectations keeps its context in a variable of the process.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Failure:
    """A row that failed a rule: the bundle's place in the batch, the row's identity, the value."""

    rule: Rule
    bundle: int
    row_key: str
    value: str | None


@dataclass(frozen=True, slots=True)
class RuleResult:
    """How a rule came out: rows asked (empty cells and rows it does not apply to among them)."""

    rule: Rule
    element_count: int
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Checkup:
    """What came of all rules; `pages` is the Data Docs page of each table that had rows."""

    results: tuple[RuleResult, ...]
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> tuple[RuleResult, ...]:
        """Those that any row failed."""
        return tuple(result for result in self.results if result.failures)


def run_checkpoint(
    suites: Mapping[str, Sequence[Rule]],
    frames: Mapping[str, Sequence[Cells]],
    *,
    today: date,
    run_id: str,
    with_pages: bool = False,
) -> Checkup:
    """Put every rule of every suite to the rows of its table.

    A table without rows is not asked; its rules come back with no elements.

    Raises:
        ExpectationError: a rule could not be evaluated at all.
    """
    results: list[RuleResult] = []
    pages: dict[str, str] = {}
    for table, rules in suites.items():
        if not frames.get(table):
            results += (RuleResult(rule, 0) for rule in rules)
            continue
        with _ONE_AT_A_TIME:
            outcome = _ask(table, rules, frames[table], today)
            results += _read_results(outcome, rules)
            if with_pages:
                pages[table] = _render(outcome, run_id)
    return Checkup(tuple(results), pages)


def _ask(
    table: str, rules: Sequence[Rule], rows: Sequence[Cells], today: date
) -> ExpectationSuiteValidationResult:
    batch = _open_batch(table, rows)
    outcome = _validate(batch, table, rules, today, _VERDICT)
    failed = [rule for rule, each in _pair(outcome, rules) if not each.success and _ran(each)]
    if failed:
        in_full = {
            rule.name: each
            for rule, each in _pair(_validate(batch, table, failed, today, _EVERY_ROW), failed)
        }
        outcome.results = [in_full.get(rule.name, each) for rule, each in _pair(outcome, rules)]
    return outcome


def _validate(
    batch: Batch,
    table: str,
    rules: Sequence[Rule],
    today: date,
    result_format: Literal["BASIC"] | dict[str, object],
) -> ExpectationSuiteValidationResult:
    import great_expectations as gx

    suite = gx.ExpectationSuite(
        name=table, expectations=[rule.check(rule, today) for rule in rules]
    )
    return batch.validate(suite, result_format=result_format)


def _open_batch(table: str, rows: Sequence[Cells]) -> Batch:
    context = _open_context()
    import pandas as pd

    columns = {each.name: [getattr(row, each.name) for row in rows] for each in fields(rows[0])}
    frame = pd.DataFrame(columns, dtype=object)
    return _define(context, table).get_batch({"dataframe": frame})


def _define(context: AbstractDataContext, table: str) -> BatchDefinition[Any]:
    source = context.data_sources.add_or_update_pandas(table)
    return source.add_dataframe_asset(table).add_batch_definition_whole_dataframe("whole")


@lru_cache(maxsize=1)
def _open_context() -> AbstractDataContext:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings():
        # Its import touches deprecated corners of the standard library.
        warnings.simplefilter("ignore")
        import great_expectations as gx
    from great_expectations.data_context.types.base import (
        DataContextConfig,
        InMemoryStoreBackendDefaults,
        ProgressBarsConfig,
    )

    return gx.get_context(
        mode="ephemeral",
        project_config=DataContextConfig(
            store_backend_defaults=InMemoryStoreBackendDefaults(),
            analytics_enabled=False,
            progress_bars=ProgressBarsConfig(globally=False, metric_calculations=False),
        ),
    )


def _render(outcome: ExpectationSuiteValidationResult, run_id: str) -> str:
    import great_expectations as gx

    from expectations.pages import render_page

    outcome.meta["run_id"] = gx.RunIdentifier(run_name=run_id)
    return render_page(outcome)


def _pair(
    outcome: ExpectationSuiteValidationResult, rules: Sequence[Rule]
) -> list[tuple[Rule, ExpectationValidationResult]]:
    named = {rule.name: rule for rule in rules}
    return [(named[_name_rule(each)], each) for each in outcome.results]


def _name_rule(answer: ExpectationValidationResult) -> str:
    config = answer.expectation_config
    if config is None or not config.meta:
        raise ExpectationError("a result came back without the name of its rule")
    return str(config.meta["rule"])


def _ran(answer: ExpectationValidationResult) -> bool:
    return not (answer.exception_info or {}).get("raised_exception", True)


def _read_results(
    outcome: ExpectationSuiteValidationResult, rules: Sequence[Rule]
) -> list[RuleResult]:
    return [_read_result(rule, answer) for rule, answer in _pair(outcome, rules)]


def _read_result(rule: Rule, answer: ExpectationValidationResult) -> RuleResult:
    if not _ran(answer):
        raise ExpectationError(f"{rule.table}.{rule.name}: {answer.exception_info}")
    failures = tuple(
        Failure(rule, found["bundle"], found["row_key"], _print_value(found[rule.column]))
        for found in answer.result.get("unexpected_index_list") or ()
    )
    if answer.success == bool(failures) or len(failures) != answer.result["unexpected_count"]:
        raise ExpectationError(f"{rule.table}.{rule.name}: its verdict and its rows disagree")
    return RuleResult(rule, answer.result["element_count"], failures)


def _print_value(value: object) -> str | None:
    """Pandas fills empty cells with NaN where a column is otherwise numeric."""
    if value is None or value != value:
        return None
    return str(value)[:500]
