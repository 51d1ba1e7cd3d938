"""A run as people see it in Prefect's pages: the summary table, and progress while it works.

Artifacts are views and carry no promise; the warehouse is the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from flows.summary import NotDue, RunSummary, SourceLine
    from tasks.checking import SourceCheck

SUMMARY_KEY = "run-summary"
QUALITY_KEY = "run-quality"
CHECKS_KEY = "live-check"
COMPARISON_KEY = "comparison"


async def publish_summary(summary: RunSummary) -> None:
    """Publish the table of a run under the key `run-summary`: one row a source."""
    from prefect.artifacts import acreate_table_artifact

    await acreate_table_artifact(
        key=SUMMARY_KEY,
        table=[
            *(_build_row(line) for line in summary.sources),
            *(_build_rest(one) for one in summary.not_due),
        ],
        description=_describe(summary),
    )


async def publish_quality(page: str) -> None:
    """Publish the quality page of a run, in markdown, under the key `run-quality`."""
    from prefect.artifacts import acreate_markdown_artifact

    await acreate_markdown_artifact(
        key=QUALITY_KEY, markdown=page, description="What was checked, and what was held back."
    )


def publish_comparison(lines: Sequence[str]) -> None:
    """Publish what a weekly comparison found under the key `comparison`; escaped, a line each."""
    from prefect.artifacts import create_markdown_artifact

    text = "\n".join(f"- {escape(line)}" for line in lines)
    create_markdown_artifact(key=COMPARISON_KEY, markdown=f"# Rebuilt and compared\n\n{text}\n")


async def publish_checks(checks: Sequence[SourceCheck], said: str) -> None:
    """Publish how sources stand in the world under the key `live-check`: one row a source."""
    from prefect.artifacts import acreate_table_artifact

    rows: list[dict[str, object]] = [
        {
            "source": one.source_id,
            "passes": one.passes,
            "listed": one.listed,
            "read": sum(item.document is not None for item in one.items),
            "complaints": "; ".join(one.complaints),
            "notes": "; ".join(one.notes),
        }
        for one in checks
    ]
    await acreate_table_artifact(key=CHECKS_KEY, table=rows, description=said)


async def start_progress(description: str) -> UUID:
    """Publish an empty progress bar and return its id for `update_progress`."""
    from prefect.artifacts import acreate_progress_artifact

    return await acreate_progress_artifact(progress=0.0, description=description)


async def update_progress(artifact_id: UUID, done: int, total: int) -> None:
    """Set a progress bar to `done` of `total` (a bar of nothing is full)."""
    from prefect.artifacts import aupdate_progress_artifact

    percent = 100.0 * done / total if total else 100.0
    await aupdate_progress_artifact(artifact_id=artifact_id, progress=percent)


def _build_row(line: SourceLine) -> dict[str, object]:
    return {
        "source": line.source_id,
        "outcome": str(line.outcome),
        "reason": str(line.reason or ""),
        "message": line.message or "",
        "listed": line.discovered,
        "fetched": line.fetched,
        "new": line.inserted,
        "changed": line.updated,
        "same": line.noop,
        "quarantined": line.quarantined,
    }


def _build_rest(one: NotDue) -> dict[str, object]:
    return {
        "source": one.source_id,
        "outcome": "not due",
        "reason": one.standing,
        "message": f"asked again from {one.due_at_utc:%Y-%m-%d %H:%M} UTC",
    }


def _describe(summary: RunSummary) -> str:
    return (
        f"Run `{summary.run_id}` ({summary.trigger}): {summary.documents} documents; "
        f"alerts: {summary.alerts_sent} sent, {summary.alerts_pending} waiting, "
        f"{summary.alerts_failed} failed."
    )
