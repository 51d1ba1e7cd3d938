"""`herewith rebuild`: the whole warehouse again from the archive, with no network."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from flows.console import print_json

EXIT_DIFFERENT = 3


@click.command()
@click.option("--check", "is_check", is_flag=True, help="Compare only; exit 3 if they differ.")
@click.option(
    "--seeds",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder with the texts of the seed corpus.",
)
@click.option("--accept-loss", is_flag=True, help="Also when documents would be missing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def rebuild(is_check: bool, seeds: Path | None, accept_loss: bool, as_json: bool) -> int:
    """Make the warehouse again from the archived bytes, and say whether it is the same.

    One that lacks documents of the old file is not put in place, and the exit code is 3.
    The old file is kept as private/before-rebuild.duckdb. Nobody is alerted.
    """
    from tasks.settings import load_settings
    from warehouse.lock import refuse_if_busy

    settings = load_settings()
    refuse_if_busy(settings.paths)
    from flows.progress import show_progress
    from flows.rebuild import rebuild_warehouse

    with show_progress(not as_json) as report:
        result = rebuild_warehouse(
            settings.paths,
            seeds or settings.find_seeds(),
            settings.snapshots_kept,
            is_check=is_check,
            report=report,
            may_lose=accept_loss,
        )
    if as_json:
        print_json(asdict(result) | {"is_same": result.is_same})
    else:
        click.echo("\n".join(result.describe()))
    is_refused = not is_check and not result.is_in_place
    return EXIT_DIFFERENT if is_refused or (is_check and not result.is_same) else 0
