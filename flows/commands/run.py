"""`herewith run`: one monitoring run in this process, no server needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table

if TYPE_CHECKING:
    from flows.summary import RunSummary

EXIT_STRICT = 3
COLUMNS = ("source", "outcome", "listed", "fetched", "new", "changed", "same", "quarantined", "")


@click.command()
@click.option(
    "--source", "sources", multiple=True, metavar="ID", help="Only this source; may be repeated."
)
@click.option(
    "--seeds",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder with the texts of the seed corpus.",
)
@click.option("--strict", is_flag=True, help="Exit 3 when any source failed.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def run(sources: tuple[str, ...], seeds: Path | None, strict: bool, as_json: bool) -> int:
    """Fetch, read, check, load, publish and alert once.

    Unreachable sources are said and stored; the exit code stays 0 unless --strict is given.
    """
    from flows.running import run_once
    from tasks.sources.registry import find_source

    for source_id in sources:
        find_source(source_id)
    summary = run_once(list(sources), seeds, trigger="shell", quiet=as_json)
    if as_json:
        print_json(summary.model_dump(mode="json"))
    else:
        print_summary(summary)
    return EXIT_STRICT if strict and summary.has_failed_source else 0


def print_summary(summary: RunSummary) -> None:
    """Print the table of a run, one line a source, and where to look next."""
    rows = [
        (
            line.source_id,
            line.outcome,
            line.discovered,
            line.fetched,
            line.inserted,
            line.updated,
            line.noop,
            line.quarantined,
            line.message,
        )
        for line in summary.sources
    ]
    print_table(COLUMNS, rows)
    click.echo(f"{summary.documents} documents in {summary.published}")
    click.echo(describe_alerts(summary))
    if any(line.is_baseline and line.inserted for line in summary.sources):
        click.echo("A first load is history: it does not alert. From now on new letters do.")


def describe_alerts(summary: RunSummary) -> str:
    """Say in one line what was alerted, sent, and what waits."""
    if not (summary.events or summary.alerts_sent or summary.alerts_pending):
        return "No alert."
    letters = "1 new letter" if summary.events == 1 else f"{summary.events} new letters"
    failed = f", {summary.alerts_failed} failed" if summary.alerts_failed else ""
    waiting = f", {summary.alerts_pending} waiting" if summary.alerts_pending else ""
    return f"Alerts: {letters}, {summary.alerts_sent} messages sent{failed}{waiting}."
