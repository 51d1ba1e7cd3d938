"""What a rule is: one true sentence about a row, its force, and the check that proves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from warehouse.vocabulary import Severity

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation of one table.

    `column` is a field of the table's cells in `expectations.frames`; `message` is the sentence
    that stands in the quarantine, in findings and in Data Docs. `applies_to` names a boolean
    column: the rule is asked only of rows where it is true. Empty cells pass every check but
    `is_known`.
    """

    name: str
    table: str
    column: str
    severity: Severity
    message: str
    check: Check
    applies_to: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether a failure quarantines the document rather than adding a finding."""
        return self.severity is Severity.ERROR


Check = Callable[[Rule, date], "Expectation"]
"""Makes the Great Expectations object of a rule, given the rule and the day of the run."""


def require(
    table: str, name: str, column: str, message: str, check: Check, applies_to: str | None = None
) -> Rule:
    """Make a rule whose failure quarantines the document."""
    return Rule(name, table, column, Severity.ERROR, message, check, applies_to)


def advise(
    table: str, name: str, column: str, message: str, check: Check, applies_to: str | None = None
) -> Rule:
    """Make a rule whose failure loads the document with a finding."""
    return Rule(name, table, column, Severity.WARNING, message, check, applies_to)
