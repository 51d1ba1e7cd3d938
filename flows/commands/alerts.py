"""`herewith alerts`: the outbox."""

from __future__ import annotations

from dataclasses import asdict

import click

from flows.console import print_json, print_table


@click.command()
@click.option("--state", type=click.Choice(["pending", "sent", "failed", "muted"]))
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
def alerts(state: str | None, limit: int, as_json: bool) -> None:
    """List alerts, newest first: what was said to whom, and whether the channel took it."""
    from tasks.settings import load_settings
    from warehouse.overview import read_alerts
    from warehouse.reading import connect_reader

    with connect_reader(load_settings().paths) as con:
        found = read_alerts(con, limit, state)
    if as_json:
        print_json([asdict(one) for one in found])
        return
    if not found:
        click.echo("No alerts. New letters alert; the first load of a source and the seeds do not.")
        return
    columns = ("created", "recipient", "state", "tries", "title", "reasons", "last error")
    rows = [
        (o.created_at_utc, o.recipient, o.state, o.attempts, o.title, o.reasons, o.last_error)
        for o in found
    ]
    print_table(columns, rows)
