"""The kinds of check a rule can make; Great Expectations is imported when one is built."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from expectations.rules import Check, Rule
from warehouse.vocabulary import Severity

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "warning"}


def is_known() -> Check:
    """The cell is not empty."""

    def build(rule: Rule, today: date) -> Expectation:
        from great_expectations.expectations.core.expect_column_values_to_not_be_null import (
            ExpectColumnValuesToNotBeNull,
        )

        return ExpectColumnValuesToNotBeNull(column=rule.column, **_common(rule))

    return build


def is_absent() -> Check:
    """The cell is empty; for columns that name what was found amiss."""

    def build(rule: Rule, today: date) -> Expectation:
        from great_expectations.expectations.core.expect_column_values_to_be_null import (
            ExpectColumnValuesToBeNull,
        )

        return ExpectColumnValuesToBeNull(column=rule.column, **_common(rule))

    return build


def is_one_of(values: Sequence[str | bool]) -> Check:
    """The cell is one of a closed list."""

    def build(rule: Rule, today: date) -> Expectation:
        from great_expectations.expectations.core.expect_column_values_to_be_in_set import (
            ExpectColumnValuesToBeInSet,
        )

        return ExpectColumnValuesToBeInSet(
            column=rule.column, value_set=list(values), **_common(rule)
        )

    return build


def matches(pattern: str) -> Check:
    """The cell matches an anchored regular expression."""

    def build(rule: Rule, today: date) -> Expectation:
        from great_expectations.expectations.core.expect_column_values_to_match_regex import (
            ExpectColumnValuesToMatchRegex,
        )

        return ExpectColumnValuesToMatchRegex(column=rule.column, regex=pattern, **_common(rule))

    return build


def is_between(minimum: float | None, maximum: float | None) -> Check:
    """The cell is a number within bounds, both allowed."""

    def build(rule: Rule, today: date) -> Expectation:
        from great_expectations.expectations.core.expect_column_values_to_be_between import (
            ExpectColumnValuesToBeBetween,
        )

        return ExpectColumnValuesToBeBetween(
            column=rule.column, min_value=minimum, max_value=maximum, **_common(rule)
        )

    return build


def is_dated(earliest: date | None, days_ahead: int | None) -> Check:
    """The cell is a date from `earliest` to `days_ahead` days after the day of the run.

    Null is no bound on that side.
    """

    def build(rule: Rule, today: date) -> Expectation:
        from great_expectations.expectations.core.expect_column_values_to_be_between import (
            ExpectColumnValuesToBeBetween,
        )

        return ExpectColumnValuesToBeBetween(
            column=rule.column,
            min_value=earliest,
            max_value=None if days_ahead is None else today + timedelta(days=days_ahead),
            **_common(rule),
        )

    return build


def is_not_after(other: str) -> Check:
    """The cell is a date on or before that in the column `other`; either may be empty."""

    def build(rule: Rule, today: date) -> Expectation:
        from great_expectations.expectations.core.expect_column_pair_values_a_to_be_greater_than_b import (  # noqa: E501
            ExpectColumnPairValuesAToBeGreaterThanB,
        )

        return ExpectColumnPairValuesAToBeGreaterThanB(
            column_A=other,
            column_B=rule.column,
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            **_common(rule),
        )

    return build


def _common(rule: Rule) -> dict[str, Any]:
    from great_expectations.expectations.row_conditions import Column

    condition = None if rule.applies_to is None else Column(rule.applies_to) == True  # noqa: E712
    return {
        "description": rule.message,
        "severity": _SEVERITIES[rule.severity],
        "meta": {"rule": rule.name},
        "row_condition": condition,
    }
