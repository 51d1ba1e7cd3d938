"""The compare flow: once a week the warehouse is made again from the archive and held against it.

Nothing is put in place: a difference is a finding for people, told by a failed run.
"""

from __future__ import annotations

from prefect import flow
from prefect.logging import get_run_logger

from flows.artifacts import publish_comparison
from flows.progress import show_progress
from flows.rebuild import Rebuilt, rebuild_warehouse
from tasks.settings import load_settings
from warehouse.errors import ComparisonError


@flow(name="compare", persist_result=False, validate_parameters=False)
def compare() -> Rebuilt:
    """Make the warehouse again beside the present one and compare; change nothing.

    Raises:
        WarehouseBusyError: a run is at work.
        ComparisonError: they differ in more than times of runs; the message says in which tables.
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
    if result.differing:
        raise ComparisonError(" ".join(lines))
    return result
