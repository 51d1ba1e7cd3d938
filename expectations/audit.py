"""A table as it stands, put to the rules of its suite, some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from expectations.checkpoint import Columns, Failure, RuleResult, check_table
from expectations.rules import Rule
from expectations.standing.suite import StandingSuite

if TYPE_CHECKING:
    from warehouse.connection import Connection

ROWS = 50_000
"""Rows asked at a time: memory stays small whatever the size of the table."""

EXAMPLES = 20
"""How many rows that failed are named for each rule."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How a rule came out over all rows of its table; `examples` are the first that failed."""

    rule: Rule
    asked: int = 0
    failed: int = 0
    examples: tuple[Failure, ...] = ()

    def add(self, result: RuleResult) -> Finding:
        """Add how the rule came out over some more rows."""
        examples = (*self.examples, *result.failures[: EXAMPLES - len(self.examples)])
        asked, failed = self.asked + result.element_count, self.failed + len(result.failures)
        return Finding(self.rule, asked, failed, examples)


@dataclass(frozen=True, slots=True)
class TableAudit:
    """A table with how its rules came out; `page` is the Data Docs page of its first rows."""

    table: str
    rows: int
    findings: tuple[Finding, ...]
    page: str | None = None


def audit_table(
    con: Connection,
    suite: StandingSuite,
    now: datetime,
    *,
    run_id: str,
    rows: int = ROWS,
    with_page: bool = True,
) -> TableAudit:
    """Put every row of a table to its suite, `rows` at a time.

    Raises:
        ExpectationError: a rule could not be evaluated at all.
    """
    findings = {rule.name: Finding(rule) for rule in suite.rules}
    seen, page = 0, None
    for columns in _read_columns(con, suite, now, rows):
        checkup = check_table(
            suite.table,
            suite.rules,
            columns,
            today=now.astimezone(UTC).date(),
            run_id=run_id,
            with_page=with_page and page is None,
        )
        seen += len(columns["row_key"])
        page = page or checkup.pages.get(suite.table)
        for result in checkup.results:
            findings[result.rule.name] = findings[result.rule.name].add(result)
    return TableAudit(suite.table, seen, tuple(findings.values()), page)


def _read_columns(
    con: Connection, suite: StandingSuite, now: datetime, rows: int
) -> Iterator[Columns]:
    values = {"now": now} if "$now" in suite.query else {}
    result = con.execute(suite.query, values)
    names = [name for name, *_ in result.description]
    while found := result.fetchmany(rows):
        yield _turn(names, found)


def _turn(names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> Columns:
    columns = dict(zip(names, zip(*rows, strict=True), strict=True))
    return {"bundle": range(len(rows)), **columns}
