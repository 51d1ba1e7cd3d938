"""`herewith backfill`: what a source published between two days, fetched as history."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from flows.console import print_json
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from flows.backfill import Backfilled

EXIT_UNFINISHED = 3
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option("--source", "source_id", required=True, metavar="ID", help="The source.")
@click.option("--from", "first", type=DAY, required=True, metavar="DATE", help="First day.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Last day; today by default.")
@click.option(
    "--pause",
    type=click.FloatRange(min=0),
    default=0.0,
    metavar="SECONDS",
    help="Between two requests, where longer than the source declares.",
)
@click.option(
    "--at-most",
    type=click.IntRange(min=1),
    metavar="N",
    help="Stop after asking for so many items.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def backfill(
    source_id: str,
    first: datetime,
    last: datetime | None,
    pause: float,
    at_most: int | None,
    as_json: bool,
) -> int:
    """Fetch what a source published between two days; nobody is alerted.

    Stopped or killed, the same command goes on where it stood and fetches nothing again. Exit 3
    when it ended before its end.
    """
    from tasks.settings import load_settings
    from warehouse.lock import refuse_if_busy

    days = check_days(first.date(), last.date() if last else None)
    refuse_if_busy(load_settings().paths)
    from flows.backfill import Wish, backfill_source
    from flows.progress import show_progress

    wish = Wish(source_id, *days, pause_seconds=pause, at_most=at_most)
    with show_progress(not as_json) as report:
        result = backfill_source(load_settings(), wish, report)
    if as_json:
        print_json(describe_result(result))
    else:
        print_result(result)
    return EXIT_UNFINISHED if result.failure or result.is_cut_short else 0


def check_days(first: date, last: date | None) -> tuple[date, date]:
    """Return first and last day.

    Raises:
        UsageError: the first day is after the last, or still to come.
    """
    today = datetime.now(UTC).date()
    if first > (last or today):
        raise UsageError(f"--from {first} is after {'--to' if last else 'today,'} {last or today}")
    return first, min(last or today, today)


def describe_result(result: Backfilled) -> dict[str, object]:
    """Return the result as one JSON object."""
    failure = result.failure
    return {
        **asdict(result.tally),
        "documents": result.documents,
        "published": result.published,
        "is_finished": not (failure or result.is_cut_short),
        "reason": failure.reason if failure else None,
        "message": failure.message if failure else None,
        "notes": result.notes,
    }


def print_result(result: Backfilled) -> None:
    """Print what came, what did not and why, and where to look."""
    tally = result.tally
    click.echo(
        f"{tally.fetched} items fetched: {tally.inserted} documents new, {tally.updated} changed,"
        f" {tally.noop} the same, {tally.quarantined} in quarantine;"
        f" {tally.known} were here before."
    )
    if tally.left:
        click.echo(f"{tally.left} are young enough to be news: they are left to `herewith run`.")
    if tally.absent or tally.failed:
        click.echo(f"{tally.absent} were not there, {tally.failed} failed: see `ops.fetches`.")
    for line in (*result.notes, *dict.fromkeys(tally.stopped)):
        click.echo(line)
    if result.failure:
        reason = str(result.failure.reason).replace("_", " ")
        click.echo(f"Ended before its end: {reason}: {result.failure.message}")
    if result.failure or result.is_cut_short:
        click.echo("The same command goes on from here.")
    click.echo(f"{result.documents} documents in {result.published}")
