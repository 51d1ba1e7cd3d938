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
from typing import TYPE_CHECKING, Any, Final

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
    from great_expectations.validator.v1_validator import Validator

_KEYS = ("bundle", "row_key")
_VERDICT: Final = "BASIC"
_EVERY_ROW: dict[str, object] = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": list(_KEYS),
    "return_unexpected_index_query": False,
}
# Great Expectations keeps its context in a variable of the process.
_ONE_AT_A_TIME = threading.Lock()


Columns = Mapping[str, Sequence[object]]
"""The rows of a table by column, `bundle` and `row_key` among them."""


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
        columns = list_columns(frames[table])
        checkup = check_table(
            table, rules, columns, today=today, run_id=run_id, with_page=with_pages
        )
        results += checkup.results
        pages |= checkup.pages
    return Checkup(tuple(results), pages)


def check_table(
    table: str,
    rules: Sequence[Rule],
    columns: Columns,
    *,
    today: date,
    run_id: str,
    with_page: bool = False,
) -> Checkup:
    """Put the rules to rows of one table, at least one.

    Raises:
        ExpectationError: a rule could not be evaluated at all.
    """
    with _ONE_AT_A_TIME:
        outcome = _ask(table, rules, columns, today)
        pages = {table: _render(outcome, run_id)} if with_page else {}
        return Checkup(tuple(_read_results(outcome, rules)), pages)


def list_columns(rows: Sequence[Cells]) -> Columns:
    """Turn rows into columns."""
    return {each.name: [getattr(row, each.name) for row in rows] for each in fields(rows[0])}


def _ask(
    table: str, rules: Sequence[Rule], columns: Columns, today: date
) -> ExpectationSuiteValidationResult:
    validator = _open_validator(table, columns)
    outcome = _validate(validator, table, rules, today)
    failed = [rule for rule, each in _pair(outcome, rules) if not each.success and _ran(each)]
    if failed:
        validator.result_format = _EVERY_ROW
        in_full = {
            rule.name: each
            for rule, each in _pair(_validate(validator, table, failed, today), failed)
        }
        outcome.results = [in_full.get(rule.name, each) for rule, each in _pair(outcome, rules)]
    return outcome


def _validate(
    validator: Validator, table: str, rules: Sequence[Rule], today: date
) -> ExpectationSuiteValidationResult:
    import great_expectations as gx

    suite = gx.ExpectationSuite(
        name=table, expectations=[rule.check(rule, today) for rule in rules]
    )
    return validator.validate_expectation_suite(suite)


def _open_validator(table: str, columns: Columns) -> Validator:
    """Open the rows for questions: `Batch.validate` opens, and hashes, them anew for each."""
    definition = _define(table)
    import pandas as pd
    from great_expectations.validator.v1_validator import Validator

    frame = pd.DataFrame(dict(columns), dtype=object)
    return Validator(definition, _VERDICT, {"dataframe": frame})


@lru_cache(maxsize=64)
def _define(table: str) -> BatchDefinition[Any]:
    """Keep what a table is called: each time it is defined, all of the context is written anew."""
    source = _open_context().data_sources.add_or_update_pandas(table)
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
