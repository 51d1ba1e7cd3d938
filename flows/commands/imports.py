"""`herewith import`: library records out of files, where automated download is not permitted."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from flows.console import print_json


@click.command("import")
@click.argument("source_id", metavar="SOURCE")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def import_records(source_id: str, files: tuple[Path, ...], as_json: bool) -> None:
    """Import files of library records (MARCXML or MARC 21), such as of un_digital_library.

    A record stands beside the document that it describes (`catalogue_records`); where there is
    none, it makes one without text. Nobody is alerted.
    """
    from flows.imports import import_files
    from flows.progress import show_progress
    from tasks.settings import load_settings

    with show_progress(not as_json) as report:
        result = import_files(load_settings(), source_id, files, report)
    if as_json:
        print_json(asdict(result))
        return
    tally = result.tally
    click.echo(
        f"{result.records} records, {result.unchanged} of them imported before as they are:"
        f" {tally.inserted} documents new, {tally.updated} changed, {tally.noop} here already,"
        f" {tally.quarantined} in quarantine."
    )
    for line in dict.fromkeys(tally.stopped):
        click.echo(line)
    click.echo(f"{result.documents} documents in {result.published}")
