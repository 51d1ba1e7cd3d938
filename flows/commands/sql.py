"""`herewith sql`: read-only SQL on the published snapshot, typed or by name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table
from warehouse.errors import QueryError

if TYPE_CHECKING:
    from warehouse.named import NamedQuery, Value

FORMATS = ("table", "csv", "json", "parquet", "xlsx")
BINARY = ("parquet", "xlsx")


@click.command()
@click.argument("query", required=False)
@click.option("--name", metavar="NAME", help="Ask a question that has a name; --names lists them.")
@click.option("--param", "-p", "params", multiple=True, metavar="KEY=VALUE", help="What it takes.")
@click.option("--names", is_flag=True, help="List the questions that have a name.")
@click.option("--format", "fmt", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--exact", is_flag=True, help="CSV for programs: no cell is disarmed.")
def sql(
    query: str | None,
    name: str | None,
    params: tuple[str, ...],
    names: bool,
    fmt: str,
    as_json: bool,
    output: Path | None,
    exact: bool,
) -> None:
    """Ask the published warehouse a QUERY; `-` reads it from standard input.

    Nothing can be written: the snapshot is opened read-only.
    """
    fmt = "json" if as_json else fmt
    if names:
        print_names(fmt)
        return
    text, values = choose_question(query, name, params)
    answer_question(text, values, fmt, output, exact=exact)


def choose_question(
    query: str | None, name: str | None, params: tuple[str, ...]
) -> tuple[str, dict[str, Value]]:
    """Return the SQL that was asked for and the values of its parameters.

    Raises:
        QueryError: there is no question or there are two, or a parameter is not as it must be.
        NotFoundError: no question has that name.
    """
    if (query is None) == (name is None):
        raise QueryError("give either a QUERY or --name NAME; --names lists the names")
    given = dict(_split(one) for one in params)
    if name is not None:
        from warehouse.named import find_named

        found = find_named(name)
        return found.sql, found.bind(given)
    return sys.stdin.read() if query == "-" else str(query), dict(given)


def answer_question(
    text: str, values: dict[str, Value], fmt: str, output: Path | None, *, exact: bool
) -> None:
    """Write the answer to a file, or print it.

    Raises:
        QueryError: DuckDB refuses the question, or the format needs a file.
    """
    from tasks.settings import load_settings
    from warehouse.reading import export_query, read_query
    from warehouse.rendering import render_csv

    home = load_settings().paths
    if output is not None:
        chosen = _guess_format(output) if fmt == "table" else fmt
        export_query(home, text, chosen, output, values, exact=exact)
        return
    if fmt in BINARY:
        raise QueryError(f"--format {fmt} needs --output FILE")
    table = read_query(home, text, values)
    if fmt == "json":
        print_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])
    elif fmt == "csv":
        click.echo(render_csv(table, exact=exact), nl=False)
    else:
        print_table(table.columns, table.rows)


def print_names(fmt: str) -> None:
    """Print the questions that have a name: what each answers and takes."""
    from warehouse.named import list_named

    questions = list_named()
    if fmt == "json":
        print_json([_describe(one) for one in questions])
        return
    rows = [(one.name, one.answers, "\n".join(_list_parameters(one))) for one in questions]
    print_table(("name", "answers", "takes"), rows)


def _describe(question: NamedQuery) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(question)


def _list_parameters(question: NamedQuery) -> list[str]:
    return [
        f"{one.name}={'…' if one.default in (None, 'null') else one.default}"
        f" {'' if one.default is None else '(optional) '}{one.meaning}"
        for one in question.parameters
    ]


def _split(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise QueryError(f"--param {text}: write KEY=VALUE")
    return key, value


def _guess_format(output: Path) -> str:
    suffix = output.suffix.lower().removeprefix(".")
    return suffix if suffix in ("json", *BINARY) else "csv"
