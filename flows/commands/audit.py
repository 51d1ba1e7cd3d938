"""`herewith audit`: every published table put to the rules of its suite."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table

if TYPE_CHECKING:
    from expectations.audit import Finding, TableAudit
    from tasks.validate.audit import Audit

EXIT_BROKEN = 3
_ROWS_NAMED = 3


@click.command()
@click.argument("tables", nargs=-1, metavar="[TABLE]...")
@click.option("--record", is_flag=True, help="Keep the results and write their Data Docs.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a rule.")
def audit(tables: tuple[str, ...], record: bool, as_json: bool) -> int:
    """Put every published table, or some, to the rules of its suite.

    The exit code is 3 when a row breaks a rule that none may break. Runs go on meanwhile, but
    for the moment in which results are kept.
    """
    from tasks.settings import load_settings
    from tasks.validate.audit import TABLES, audit_tables, keep_results

    home = load_settings().paths
    done = audit_tables(home, datetime.now(UTC), lambda table: None, tables or TABLES)
    if record:
        keep_results(home, done)
    _print(done, as_json)
    return EXIT_BROKEN if done.errors else 0


def _print(done: Audit, as_json: bool) -> None:
    if as_json:
        for table in done.tables:
            for found in table.findings:
                print_json(_describe(table, found))
        return
    if done.failed:
        columns = ("table", "rule", "force", "rows failed", "of", "such as")
        print_table(columns, [_list_cells(table, found) for table, found in done.failed])
    click.echo(done.describe())


def _describe(table: TableAudit, found: Finding) -> dict[str, object]:
    return {
        "table": table.table,
        "rule": found.rule.name,
        "says": found.rule.message,
        "severity": found.rule.severity.value,
        "asked": found.asked,
        "failed": found.failed,
        "rows": [one.row_key for one in found.examples],
    }


def _list_cells(table: TableAudit, found: Finding) -> tuple[object, ...]:
    rows = tuple(one.row_key for one in found.examples[:_ROWS_NAMED])
    force = found.rule.severity.value
    return (table.table, found.rule.name, force, found.failed, found.asked, rows)
