"""How things look on a terminal: tables for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import click

PIPE_WIDTH = 200


def print_json(value: object) -> None:
    """Print one JSON value on one line; dates as ISO 8601, text unescaped."""
    click.echo(json.dumps(value, ensure_ascii=False, default=_plain))


def warn_without_contact() -> None:
    """Say on standard error that sites' owners could not tell whom to write to."""
    from tasks.settings import load_settings

    if load_settings().lacks_contact:
        click.echo(
            "herewith: HEREWITH_CONTACT is not set: a site's owner cannot tell whom to write to",
            err=True,
        )


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """Print a table; on a pipe it is not cut to a terminal's width."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(show_value(value)) for value in row))
    console = Console(width=None if sys.stdout.isatty() else PIPE_WIDTH)
    with console.capture() as captured:
        console.print(table)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    click.echo("\n".join(lines).strip("\n") + "\n")


def show_value(value: object) -> str:
    """Return a value as people read it: nothing for null, lists with commas, times to the second.

    Control characters are replaced: what is shown may come from a page we do not trust.
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, list | tuple):
        return ", ".join(show_value(part) for part in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {show_value(part)}" for key, part in value.items() if part)
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in str(value))


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value)
