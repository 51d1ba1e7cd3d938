"""How a bound that a source declares came out, as a row of `ops.expectation_results`."""

from __future__ import annotations

from datetime import datetime

from expectations.sources import Assertion
from warehouse.rows import ExpectationResultRow


def make_assertion_row(
    source_id: str, assertion: Assertion, run_id: str, now: datetime
) -> ExpectationResultRow:
    """Make the row of one assertion; of a value that is not there nothing was asked."""
    return ExpectationResultRow(
        run_id=run_id,
        source_id=source_id,
        table_name=assertion.rule.table,
        expectation=assertion.rule.name,
        column_name=assertion.rule.column,
        severity=assertion.rule.severity.value,
        is_success=assertion.holds,
        element_count=0 if assertion.value is None else 1,
        unexpected_count=0 if assertion.holds else 1,
        checked_at_utc=now,
    )
