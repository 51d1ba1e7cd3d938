"""`herewith sql`: read-only SQL on the published snapshot."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from flows.console import print_json, print_table
from warehouse.errors import QueryError


@click.command()
@click.argument("query")
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["table", "csv", "json", "parquet"]),
    default="table",
    show_default=True,
)
@click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
def sql(query: str, fmt: str, as_json: bool, output: Path | None) -> None:
    """Ask the published warehouse a QUERY; `-` reads it from standard input.

    Nothing can be written: the snapshot is opened read-only.
    """
    from tasks.settings import load_settings
    from warehouse.reading import export_query, read_query

    home = load_settings().paths
    text = sys.stdin.read() if query == "-" else query
    fmt = "json" if as_json else fmt
    if output is not None:
        export_query(home, text, fmt if fmt != "table" else "csv", output)
        return
    if fmt == "parquet":
        raise QueryError("--format parquet needs --output FILE")
    table = read_query(home, text)
    if fmt == "json":
        print_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])
    elif fmt == "csv":
        _print_csv(table.columns, table.rows)
    else:
        print_table(table.columns, table.rows)


def _print_csv(columns: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
