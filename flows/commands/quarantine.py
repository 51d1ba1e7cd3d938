"""`herewith quarantine`: what could not be read or failed a check, why, and the way out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table
from warehouse.errors import NotFoundError

if TYPE_CHECKING:
    from flows.retrying import Retried

RETRY = "retry"


@click.command()
@click.argument("words", nargs=-1, metavar="[retry] [ID]…")
@click.option("--all", "is_all", is_flag=True, help="With retry: everything that is held.")
@click.option("--bytes", "with_bytes", is_flag=True, help="With an ID: its bytes, as archived.")
@click.option("--source", "source_id", metavar="ID", help="Only this source.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def quarantine(
    words: tuple[str, ...],
    is_all: bool,
    with_bytes: bool,
    source_id: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """List the quarantine, show rows by (the beginnings of) their ids, or read them again.

    `retry` reads the archived bytes with today's parser and corrections, through the same gate:
    what passes is loaded, and alerted on if it never was and is no history.
    """
    if words[:1] == (RETRY,):
        retry(words[1:], is_all, as_json)
    elif with_bytes:
        write_bytes(words)
    elif words:
        show(words)
    else:
        list_held(source_id, limit, as_json)


def list_held(source_id: str | None, limit: int, as_json: bool) -> None:
    """List what is held, newest first."""
    from tasks.settings import load_settings
    from warehouse.overview import read_quarantine
    from warehouse.reading import connect_reader

    with connect_reader(load_settings().paths) as con:
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


def show(ids: Sequence[str]) -> None:
    """Print rows as JSON, one a line: the row, the rule, the value, and where the bytes are."""
    from tasks.settings import load_settings
    from warehouse.overview import read_quarantined
    from warehouse.reading import connect_reader

    with connect_reader(load_settings().paths) as con:
        for one in ids:
            print_json(asdict(read_quarantined(con, one)))


def write_bytes(ids: Sequence[str]) -> None:
    """Write the archived bytes of one row to standard output.

    Raises:
        NotFoundError: not exactly one id was given, or it has no bytes in the archive.
    """
    from tasks.fetch.archive import read_payload
    from tasks.records import ArchiveRef
    from tasks.settings import load_settings
    from warehouse.overview import read_quarantined
    from warehouse.reading import connect_reader

    if len(ids) != 1:
        raise NotFoundError("--bytes needs the id of one row")
    home = load_settings().paths
    with connect_reader(home) as con:
        row = read_quarantined(con, ids[0])
    if row.archive_file is None or row.archive_offset is None or row.payload_sha256 is None:
        raise NotFoundError(f"{ids[0]} has no bytes in the archive")
    ref = ArchiveRef(
        file=row.archive_file, offset=row.archive_offset, payload_sha256=row.payload_sha256
    )
    sys.stdout.buffer.write(read_payload(home.archive, ref))


def retry(ids: Sequence[str], is_all: bool, as_json: bool) -> None:
    """Read rows again and say how each came out.

    Raises:
        NotFoundError: neither ids nor --all, or an id of no row.
    """
    from tasks.settings import load_settings
    from warehouse.lock import refuse_if_busy

    if bool(ids) == is_all:
        raise NotFoundError("which? give ids, or --all")
    settings = load_settings()
    refuse_if_busy(settings.paths)
    from flows.retrying import retry_quarantine

    retried = retry_quarantine(settings, ids, lambda line: click.echo(line, err=as_json))
    if as_json:
        print_json(asdict(retried))
    else:
        print_retried(retried)


def print_retried(retried: Retried) -> None:
    """Print each row with its outcome, and the sums."""
    if not retried.attempts:
        click.echo("Nothing is in quarantine.")
        return
    rows = [
        (
            one.quarantine_id[:8],
            one.source_id,
            one.row_key,
            one.expectation,
            one.outcome,
            one.message,
        )
        for one in retried.attempts
    ]
    print_table(("id", "source", "row", "expectation", "outcome", "message"), rows)
    click.echo(
        f"{retried.inserted} documents loaded, {retried.updated} changed,"
        f" {retried.alerts_sent} messages sent."
    )
