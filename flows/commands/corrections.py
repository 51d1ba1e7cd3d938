"""`herewith corrections`: what people put right, and whether it still fits its source."""

from __future__ import annotations

import click

from flows.console import print_json, print_table

EXIT_OUTDATED = 3


@click.command()
@click.option("--check", "is_check", is_flag=True, help="Exit 3 when one does not fit any more.")
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
def corrections(is_check: bool, as_json: bool) -> int:
    """List the reviewed corrections and how each stands.

    One whose source gives another value than it expects is outdated: its document is held in
    quarantine until somebody looks. A new one comes about with the next run.
    """
    from tasks.correcting import Stand, judge_corrections
    from tasks.corrections import load_corrections
    from tasks.settings import load_settings
    from warehouse.reading import connect_reader

    settings = load_settings()
    declared = load_corrections(settings.corrections)
    with connect_reader(settings.paths) as con:
        standings = judge_corrections(con, declared)
    if as_json:
        print_json(
            [
                one.correction.model_dump(mode="json")
                | {"standing": one.stand.value, "message": one.message}
                for one in standings
            ]
        )
    elif standings:
        rows = [
            (
                one.correction.document,
                one.correction.field,
                one.correction.expect,
                one.correction.value,
                one.stand.value,
                one.message or one.correction.reason,
            )
            for one in standings
        ]
        print_table(("document", "field", "source gives", "corrected", "standing", "note"), rows)
    else:
        click.echo(f"No correction is declared in {settings.corrections}.")
    amiss = any(one.stand in (Stand.OUTDATED, Stand.NO_DOCUMENT) for one in standings)
    return EXIT_OUTDATED if is_check and amiss else 0
