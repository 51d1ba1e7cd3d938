"""`herewith run`: one monitoring run in this process, no server needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table, warn_without_contact
from warehouse.vocabulary import Outcome

if TYPE_CHECKING:
    from flows.summary import NotDue, RunSummary, SourceLine

EXIT_STRICT = 3
EXIT_STOPPED = 130
FIELDS = {
    "source": "source_id",
    "outcome": "outcome",
    "listed": "discovered",
    "fetched": "fetched",
    "new": "inserted",
    "changed": "updated",
    "same": "noop",
    "quarantined": "quarantined",
}


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
    warn_without_contact()
    if as_json:
        print_json(summary.model_dump(mode="json"))
    else:
        print_summary(summary)
    if summary.is_stopped:
        return EXIT_STOPPED
    return EXIT_STRICT if strict and summary.has_failed_source else 0


def print_summary(summary: RunSummary) -> None:
    """Print the table of a run, one line a source, what went wrong, and where to look next."""
    rows = [[getattr(line, field) for field in FIELDS.values()] for line in summary.sources]
    rows += [[one.source_id, "not due", *(None,) * (len(FIELDS) - 2)] for one in summary.not_due]
    print_table(tuple(FIELDS), rows)
    for line in summary.sources:
        if note := describe_source(line):
            click.echo(f"{line.source_id}: {note}")
    for one in summary.not_due:
        click.echo(f"{one.source_id}: {describe_rest(one)}")
    click.echo(f"{summary.documents} documents in {shorten(summary.published)}")
    click.echo(describe_alerts(summary))
    if summary.is_stopped:
        click.echo("Stopped by a signal: the next run does what this one left.")
    if any(line.inserted and line.is_history for line in summary.sources):
        click.echo("The seed corpus and a source's first load are history: they do not alert.")


def describe_source(line: SourceLine) -> str:
    """Say in one line what went wrong with a source, by its name and in words; else nothing."""
    reason = str(line.reason).replace("_", " ") if line.outcome is Outcome.FAILED else ""
    return ": ".join(part for part in (reason, line.message) if part)


def describe_rest(one: NotDue) -> str:
    """Say in one line why a source was left alone, and from when on it is asked again."""
    standing = one.standing.replace("_", " ")
    asked, due = (f"{moment:%Y-%m-%d %H:%M}" for moment in (one.last_asked_at_utc, one.due_at_utc))
    return f"not due: {standing}, asked rarely; last {asked}, again from {due} UTC"


def shorten(path: str) -> Path:
    """Return a path as a person would type it from here."""
    here = Path.cwd()
    return Path(path).relative_to(here) if Path(path).is_relative_to(here) else Path(path)


def describe_alerts(summary: RunSummary) -> str:
    """Say in one line what was alerted, sent, and what waits."""
    if not (summary.events or summary.alerts_sent or summary.alerts_pending):
        return "No alert."
    letters = {0: "no new letter", 1: "1 new letter"}.get(
        summary.events, f"{summary.events} new letters"
    )
    messages = "1 message" if summary.alerts_sent == 1 else f"{summary.alerts_sent} messages"
    failed = f", {summary.alerts_failed} failed" if summary.alerts_failed else ""
    waiting = f", {summary.alerts_pending} waiting" if summary.alerts_pending else ""
    return f"Alerts: {letters}, {messages} sent{failed}{waiting}."
