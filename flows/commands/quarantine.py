"""`herewith quarantine`: what could not be read or failed a check, and why."""

from __future__ import annotations

from dataclasses import asdict

import click

from flows.console import print_json, print_table


@click.command()
@click.argument("quarantine_id", required=False)
@click.option("--source", "source_id", metavar="ID", help="Only this source.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def quarantine(quarantine_id: str | None, source_id: str | None, limit: int, as_json: bool) -> None:
    """List the quarantine, newest first, or show one row by (the beginning of) its id."""
    from tasks.settings import load_settings
    from warehouse.overview import read_quarantine, read_quarantined
    from warehouse.reading import connect_reader

    with connect_reader(load_settings().paths) as con:
        if quarantine_id is not None:
            print_json(asdict(read_quarantined(con, quarantine_id)))
            return
        found = read_quarantine(con, limit, source_id)
    if as_json:
        print_json([asdict(one) for one in found])
        return
    columns = ("id", "source", "row", "table", "expectation", "column", "value", "message")
    rows = [
        (
            one.quarantine_id[:8],
            one.source_id,
            one.row_key,
            one.table_name,
            one.expectation,
            one.column_name,
            one.value,
            one.message,
        )
        for one in found
    ]
    print_table(columns, rows) if rows else click.echo("Nothing is in quarantine.")
