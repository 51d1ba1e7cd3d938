"""`herewith status`: how everything stands, on one screen, with an exit code for monitors."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table

if TYPE_CHECKING:
    from tasks.health.stand import SourceStand, Stand

EXIT_NEEDS_A_PERSON = 3


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option("--html", "as_html", is_flag=True, help="Print the page, as in status.html.")
@click.option("--metrics", "as_metrics", is_flag=True, help="Print OpenMetrics text.")
def status(as_json: bool, as_html: bool, as_metrics: bool) -> int:
    """Show how everything stands: runs, freshness, outbox, quarantine, gaps.

    Exit 0 when all is well, 3 when something needs a person.
    """
    from tasks.health.reading import read_health
    from tasks.settings import load_settings

    stand = read_health(load_settings(), datetime.now(UTC))
    if as_html or as_metrics:
        from tasks.health.metrics import render_metrics
        from tasks.health.page import render_page

        click.echo(render_page(stand) if as_html else render_metrics(stand), nl=False)
    elif as_json:
        print_json(asdict(stand) | {"is_well": stand.is_well})
    else:
        print_stand(stand)
    return 0 if stand.is_well else EXIT_NEEDS_A_PERSON


def print_stand(stand: Stand) -> None:
    """Print what needs a person first, then the rest as tables."""
    from tasks.health.page import describe_age

    problems = [(one.subject, one.state.replace("_", " "), one.message) for one in stand.problems]
    if problems:
        print_table(("what", "how it stands", "in words"), problems)
    else:
        click.echo("All is well.\n")
    print_table(
        ("source", "last outcome", "asked", "last new", "documents", "waiting", "quarantined"),
        [_list_cells(one, stand.as_of_utc) for one in stand.sources],
    )
    print_table(
        ("last runs", "by", "outcome", "new", "changed", "same", "quarantined", "alerts"),
        [
            (
                describe_age(run.started_at_utc, stand.as_of_utc),
                run.trigger,
                run.outcome,
                run.inserted,
                run.updated,
                run.noop,
                run.quarantined,
                run.alerts,
            )
            for run in stand.runs
        ],
    )
    click.echo(_sum_up(stand))


def _list_cells(source: SourceStand, now: datetime) -> tuple[object, ...]:
    from tasks.health.page import describe_age

    stand = source.stand
    if stand is None:
        return (source.source_id, "never asked", "–", "–", 0, 0, 0)
    return (
        source.source_id,
        (stand.last_reason or stand.last_outcome).replace("_", " "),
        describe_age(stand.last_run_at_utc, now),
        describe_age(stand.last_new_at_utc, now),
        stand.documents,
        stand.pending,
        stand.quarantined,
    )


def _sum_up(stand: Stand) -> str:
    """Say in one line what is here and what waits."""
    outbox = ", ".join(f"{one.messages} {one.state}" for one in stand.outbox) or "empty"
    held = sum(one.documents for one in stand.quarantine)
    missing = sum(one.numbers for one in stand.gaps)
    return (
        f"{stand.documents} documents, {stand.letters} of them letters. Outbox: {outbox}. "
        f"In quarantine: {held}. Numbers missing: {missing}."
    )
