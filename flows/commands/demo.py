"""`herewith demo`: the pipeline at work against a stand-in for the outside world."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--fresh", is_flag=True, help="Begin with an empty folder.")
def demo(fresh: bool) -> None:
    """Run three times against the stand-in; before the third run one new letter appears.

    A folder that has seen it before is run through once more: all is noop, nobody is alerted.
    """
    from flows.demo import (
        point_settings_at,
        prepare_home,
        publish_held_back_letter,
        start_replica,
    )
    from tasks.settings import load_settings
    from warehouse.paths import Home

    home = load_settings().paths.root.resolve() / "demo"
    prepare_home(home, fresh)
    was_seen = Home(home).published.exists()
    with start_replica(home) as replica:
        if left_out := point_settings_at(replica, home):
            click.echo(f"{left_out} alert URLs left out: invented letters go to loopback only.")
        if was_seen:
            step("This folder has seen it before: nothing is new (begin anew with --fresh)")
        else:
            step("1. the first run: everything is new, and history")
            step("2. again: nothing is new")
            publish_held_back_letter(replica)
            step("3. one new letter has appeared")
    show_findings(home)


def step(heading: str) -> None:
    """Run the pipeline once under a heading."""
    from flows.commands.run import print_summary
    from flows.running import run_once

    click.secho(f"\n{heading}", bold=True)
    print_summary(run_once([], None, trigger="demo"))


def show_findings(home: Path) -> None:
    """Show what came in: letters, releases about letters, quarantine, alerts; where to look."""
    from flows.commands.run import shorten
    from flows.console import print_table
    from warehouse.paths import Home
    from warehouse.reading import read_query

    for title, query in QUERIES:
        table = read_query(Home(home), query)
        print_table(table.columns, table.rows, title=title)
    click.echo(f"Look next, with HEREWITH_HOME={shorten(str(home))}:")
    click.echo('  herewith sql "select * from letter_overview"')
    click.echo("  herewith quarantine      herewith alerts      herewith sources")
    click.echo(f"  {shorten(str(home))}/quality/index.html   {shorten(str(home))}/feed.atom")


QUERIES = (
    (
        "Letters",
        "select letter_date, symbols, senders, addressees from letter_overview"
        " where not starts_with(document_id, 'seed:') order by letter_date",
    ),
    (
        "Press releases that speak of letters",
        "select release.published_date as published, d.source_id as source, d.title,"
        " len(release.mentions_letters) as mentions,"
        " (select count(*) from links where from_document_id = d.document_id"
        " and link_type = 'reports') as linked"
        " from press_releases release join documents d using (document_id)"
        " where len(release.mentions_letters) > 0 and d.source_id <> 'seeds' order by published",
    ),
    (
        "Quarantine",
        "select source_id as source, row_key, expectation, message from ops.quarantine",
    ),
    (
        "Alerts",
        "select any_value(title) as alert, list(recipient || ': ' || state order by recipient)"
        " as recipients from ops.alerts group by event_id order by min(created_at_utc)",
    ),
)
