"""Rules put to rows by Great Expectations on pandas; imported by nobody until there are rows."""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from expectations.frames import Cells
from expectations.rules import Rule
from warehouse.errors import ExpectationError

if TYPE_CHECKING:
    from great_expectations import ExpectationSuite, ValidationDefinition
    from great_expectations.core import (
        ExpectationSuiteValidationResult,
        ExpectationValidationResult,
    )
    from great_expectations.data_context.data_context.abstract_data_context import (
        AbstractDataContext,
    )
    from great_expectations.data_context.store.store import DataDocsSiteConfigTypedDict

SITE = "herewith"
_KEYS = ("bundle", "row_key")
_RESULT_FORMAT = {
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


def run_checkpoint(
    suites: Mapping[str, Sequence[Rule]],
    frames: Mapping[str, Sequence[Cells]],
    *,
    today: date,
    run_id: str,
    site: Path | None,
) -> tuple[RuleResult, ...]:
    """Put every rule of every suite to the rows of its table, and build Data Docs under `site`.

    A table without rows is not asked; its rules come back with no elements.

    Raises:
        ExpectationError: a rule could not be evaluated at all.
    """
    asked = {table: rules for table, rules in suites.items() if frames.get(table)}
    silent = [
        RuleResult(rule, 0) for table in suites if table not in asked for rule in suites[table]
    ]
    if not asked:
        return tuple(silent)
    with _ONE_AT_A_TIME:
        results = _run(asked, frames, today, run_id, site)
    return (*results, *silent)


def _run(
    asked: Mapping[str, Sequence[Rule]],
    frames: Mapping[str, Sequence[Cells]],
    today: date,
    run_id: str,
    site: Path | None,
) -> list[RuleResult]:
    context = _open_context(site)
    results: list[RuleResult] = []
    for table, rules in asked.items():
        results.extend(_ask(context, table, rules, frames[table], today, run_id))
    if site is not None:
        # Once for all tables: each build compiles its templates anew, which costs most of it.
        context.build_data_docs(site_names=[SITE])
    return results


def _ask(
    context: AbstractDataContext,
    table: str,
    rules: Sequence[Rule],
    rows: Sequence[Cells],
    today: date,
    run_id: str,
) -> list[RuleResult]:
    import great_expectations as gx
    import pandas as pd

    suite = gx.ExpectationSuite(
        name=table, expectations=[rule.check(rule, today) for rule in rules]
    )
    outcome = _define(context, suite).run(
        batch_parameters={"dataframe": pd.DataFrame(_pivot(rows), dtype=object)},
        result_format=_RESULT_FORMAT,
        run_id=gx.RunIdentifier(run_name=run_id),
    )
    return _read_results(outcome, rules)


def _pivot(rows: Sequence[Cells]) -> dict[str, list[object]]:
    return {each.name: [getattr(row, each.name) for row in rows] for each in fields(rows[0])}


def _define(context: AbstractDataContext, suite: ExpectationSuite) -> ValidationDefinition:
    import great_expectations as gx

    source = context.data_sources.add_or_update_pandas("batch")
    asset = source.add_dataframe_asset(suite.name)
    return context.validation_definitions.add(
        gx.ValidationDefinition(
            name=suite.name,
            data=asset.add_batch_definition_whole_dataframe("whole"),
            suite=context.suites.add(suite),
        )
    )


def _open_context(site: Path | None) -> AbstractDataContext:
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

    context = gx.get_context(
        mode="ephemeral",
        project_config=DataContextConfig(
            store_backend_defaults=InMemoryStoreBackendDefaults(),
            analytics_enabled=False,
            progress_bars=ProgressBarsConfig(globally=False, metric_calculations=False),
        ),
    )
    if site is not None:
        context.add_data_docs_site(SITE, _describe_site(site))
    return context


def _describe_site(site: Path) -> DataDocsSiteConfigTypedDict:
    # Its typed dictionary knows fewer keys than its site builder.
    return cast(
        "DataDocsSiteConfigTypedDict",
        {
            "class_name": "SiteBuilder",
            "show_how_to_buttons": False,
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {
                "class_name": "TupleFilesystemStoreBackend",
                "base_directory": str(site.resolve()),
            },
        },
    )


def _read_results(
    outcome: ExpectationSuiteValidationResult, rules: Sequence[Rule]
) -> list[RuleResult]:
    named = {rule.name: rule for rule in rules}
    return [_read_result(answer, named) for answer in outcome.results]


def _read_result(answer: ExpectationValidationResult, named: Mapping[str, Rule]) -> RuleResult:
    config = answer.expectation_config
    if config is None or not config.meta:
        raise ExpectationError("a result came back without the name of its rule")
    rule = named[config.meta["rule"]]
    if (answer.exception_info or {}).get("raised_exception", True):
        raise ExpectationError(f"{rule.table}.{rule.name}: {answer.exception_info}")
    failures = tuple(
        Failure(rule, found["bundle"], found["row_key"], _print_value(found[rule.column]))
        for found in answer.result.get("unexpected_index_list") or ()
    )
    if answer.success == bool(failures):
        raise ExpectationError(f"{rule.table}.{rule.name}: its verdict and its rows disagree")
    return RuleResult(rule, answer.result["element_count"], failures)


def _print_value(value: object) -> str | None:
    """Pandas fills empty cells with NaN where a column is otherwise numeric."""
    if value is None or value != value:
        return None
    return str(value)[:500]
