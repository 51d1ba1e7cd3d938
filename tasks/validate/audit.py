"""All tables as they are published, put to their suites; the results kept, with Data Docs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from expectations.audit import Finding, TableAudit, audit_table
from expectations.suites import STANDING
from tasks.validate.data_docs import Summary, write_site
from warehouse.connection import connect_writer, transaction
from warehouse.errors import NotFoundError
from warehouse.merging import merge_rows
from warehouse.paths import Home
from warehouse.publishing import read_manifest
from warehouse.reading import connect_reader
from warehouse.rows import ExpectationResultRow

WAREHOUSE = "warehouse"
"""What stands for the source in results of an audit, and the name of its Data Docs."""

Report = Callable[[TableAudit], None]

TABLES = tuple(suite.table for suite in STANDING)
"""The tables that can be audited: all there are."""


@dataclass(frozen=True, slots=True)
class Audit:
    """Tables with how their rules came out; `run_id` is the run whose snapshot was asked."""

    run_id: str
    at_utc: datetime
    tables: tuple[TableAudit, ...]

    @property
    def failed(self) -> tuple[tuple[TableAudit, Finding], ...]:
        """The rules that any row failed, with their table."""
        return tuple((one, found) for one in self.tables for found in one.findings if found.failed)

    @property
    def errors(self) -> tuple[str, ...]:
        """The names of those among them that no row may fail."""
        return tuple(found.rule.name for _, found in self.failed if found.rule.is_error)

    def describe(self) -> str:
        """Say in a line what was asked and what failed."""
        rows = sum(one.rows for one in self.tables)
        rules = sum(len(one.findings) for one in self.tables)
        said = f"{rules} rules asked of {rows} rows in {len(self.tables)} tables"
        if not self.failed:
            return f"{said}: all hold."
        warnings = len(self.failed) - len(self.errors)
        return f"{said}: {len(self.errors)} are broken, {warnings} warn."


def audit_tables(
    home: Home, now: datetime, report: Report, tables: Collection[str] = TABLES
) -> Audit:
    """Put the published tables to their suites, one after the other; nobody waits for it.

    Raises:
        NotFoundError: nothing is published, or there is no such table.
        ExpectationError: a rule could not be evaluated at all.
    """
    unknown = sorted(set(tables) - set(TABLES))
    if unknown:
        raise NotFoundError(f"no table {unknown[0]}; there are: {', '.join(TABLES)}")
    manifest = read_manifest(home)
    if manifest is None:
        raise NotFoundError("nothing is published yet; `herewith run` does that")
    audits = []
    with connect_reader(home) as con:
        for suite in STANDING:
            if suite.table in tables:
                audits.append(audit_table(con, suite, now, run_id=manifest.run_id))
                report(audits[-1])
    return Audit(manifest.run_id, now, tuple(audits))


def keep_results(home: Home, audit: Audit) -> None:
    """Write how the rules came out, under the run whose snapshot was asked, and the Data Docs.

    Raises:
        WarehouseBusyError: a run is at work.
    """
    with connect_writer(home) as con, transaction(con):
        merge_rows(con, _make_rows(audit))
    pages = {one.table: one.page for one in audit.tables if one.page is not None}
    write_site(home.quality, WAREHOUSE, pages, _summarise(audit))


def _make_rows(audit: Audit) -> tuple[ExpectationResultRow, ...]:
    return tuple(
        ExpectationResultRow(
            run_id=audit.run_id,
            source_id=WAREHOUSE,
            table_name=one.table,
            expectation=found.rule.name,
            column_name=found.rule.column,
            severity=found.rule.severity.value,
            is_success=not found.failed,
            element_count=found.asked,
            unexpected_count=found.failed,
            checked_at_utc=audit.at_utc,
        )
        for one in audit.tables
        for found in one.findings
    )


def _summarise(audit: Audit) -> Summary:
    return Summary(
        checked_at_utc=audit.at_utc.astimezone(UTC),
        documents=sum(one.rows for one in audit.tables if one.table == "documents"),
        quarantined=0,
        errors=audit.errors,
        warnings=tuple(one.rule.name for _, one in audit.failed if not one.rule.is_error),
    )
