"""`herewith gaps`: numbers that ought to exist and are not here."""

from __future__ import annotations

import click

from flows.console import print_json, print_table

FORMS = {
    "un_security_council": "S/{year}/{number}",
    "mfa_az_releases": "No:{number}/{short_year:02}",
    "mfa_tr_no": "No: {number} of {year}",
    "mfa_tr_qa": "QA-{number} of {year}",
}
"""How each series of the view `number_series` writes its numbers."""

_QUESTION = """
select series, year, first_number, last_number, missing, named, asked, last_checked_at_utc,
    is_watched
from number_gaps
order by series, year desc, first_number desc
"""


@click.command()
@click.option("--all", "show_all", is_flag=True, help="Also years before the watch began.")
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
def gaps(show_all: bool, as_json: bool) -> None:
    """List the gaps in numbers that run without gaps: Council documents, numbered releases.

    A gap is no proof: a number may never have been given out, or its document restricted.
    """
    from tasks.settings import load_settings
    from warehouse.reading import read_query

    answer = read_query(load_settings().paths, _QUESTION)
    found = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    shown = [gap for gap in found if show_all or gap["is_watched"]]
    if as_json:
        print_json([{"from": write_ends(gap)[0], "to": write_ends(gap)[1], **gap} for gap in shown])
    elif shown:
        columns = ("series", "from", "to", "missing", "named", "asked", "last asked")
        print_table(columns, [describe_gap(gap) for gap in shown])
    else:
        click.echo("No gaps: every number between the first and the last that was named is here.")


def describe_gap(gap: dict[str, object]) -> tuple[object, ...]:
    """Return one gap's line."""
    counts = (gap["missing"], gap["named"], gap["asked"], gap["last_checked_at_utc"])
    return (gap["series"], *write_ends(gap), *counts)


def write_ends(gap: dict[str, object]) -> tuple[str, str]:
    """Return the first and the last number of a gap as the publisher writes them."""
    form, year = FORMS[str(gap["series"])], int(str(gap["year"]))
    first, last = (
        form.format(number=gap[end], year=year, short_year=year % 100)
        for end in ("first_number", "last_number")
    )
    return first, last
