"""The compare flow: once a week the warehouse is made again from the archive and held against it.

Nothing is put in place: a difference is a finding for people, told by a failed run. So is a row
that breaks a rule of its table: every table that is published is put to its suite as well.
"""

from __future__ import annotations

from datetime import UTC, datetime

from prefect import flow
from prefect.logging import get_run_logger

from flows.artifacts import publish_comparison
from flows.progress import show_progress
from flows.rebuild import Rebuilt, rebuild_warehouse
from tasks.settings import load_settings
from tasks.validate.audit import Audit, audit_tables, keep_results
from warehouse.errors import AuditError, ComparisonError
from warehouse.paths import Home


@flow(name="compare", persist_result=False, validate_parameters=False)
def compare() -> Rebuilt:
    """Make the warehouse again beside the present one and compare; put its tables to their rules.

    Raises:
        WarehouseBusyError: a run is at work.
        ComparisonError: they differ in more than times of runs; the message says in which tables.
        AuditError: rows break rules that none may break; the message names them.
    """
    settings = load_settings()
    with show_progress(False) as report:
        result = rebuild_warehouse(
            settings.paths,
            settings.find_seeds(),
            settings.snapshots_kept,
            is_check=True,
            report=report,
        )
    lines = result.describe()
    publish_comparison(lines)
    for line in lines:
        get_run_logger().info(line)
    done = audit_published(settings.paths)
    if result.differing:
        raise ComparisonError(" ".join(lines))
    if done.errors:
        raise AuditError(f"{done.describe()} {', '.join(done.errors)}")
    return result


def audit_published(home: Home) -> Audit:
    """Put what is published to its rules, keep the results, and say in the log what failed."""
    log = get_run_logger()
    done = audit_tables(home, datetime.now(UTC), lambda one: log.debug("%s is done", one.table))
    for table, found in done.failed:
        rows = ", ".join(one.row_key for one in found.examples[:3])
        log.warning("%s: %s: %s rows: %s", table.table, found.rule.name, found.failed, rows)
    log.info(done.describe())
    keep_results(home, done)
    return done
