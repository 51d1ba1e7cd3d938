"""`herewith sources check`: a few items fetched from the live source, and what is read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flows.console import print_json, show_value, warn_without_contact

if TYPE_CHECKING:
    from tasks.checking import SourceCheck
    from tasks.records import Parsed, ParsedItem

EXIT_COMPLAINTS = 3


@click.command()
@click.argument("source_id", metavar="[ID]", required=False)
@click.option("--items", default=3, show_default=True, type=click.IntRange(1, 20), metavar="N")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a source.")
def check(source_id: str | None, items: int, as_json: bool) -> int:
    """Fetch a few items of a source and show what its parser makes of them; nothing is stored.

    Without an ID every source that is on and can be read is looked at. Exits 3 when one does
    not keep what its declaration promises.
    """
    import asyncio

    from flows.checks import check_sources, count_passes, list_checked
    from tasks.settings import load_settings
    from tasks.sources.registry import find_source

    chosen = [find_source(source_id)] if source_id else list_checked()
    warn_without_contact()
    show = print_as_json if as_json else print_check
    checks = asyncio.run(check_sources(chosen, load_settings(), items, show))
    if not as_json and not source_id:
        click.echo(count_passes(checks))
    return 0 if all(one.passes for one in checks) else EXIT_COMPLAINTS


def print_as_json(one: SourceCheck) -> None:
    """Print a check as one line of JSON."""
    print_json(one.model_dump(mode="json"))


def print_check(one: SourceCheck) -> None:
    """Print what was found: the source, its items, and what is wrong with them."""
    outcome = str(one.outcome).replace("_", " ")
    counts = f"{one.listed} listed, {len(one.items)} fetched, {one.requests} requests"
    click.echo(f"{one.source_id}: {outcome}; {counts}")
    for item in one.items:
        for line in describe_item(item):
            click.echo(f"  {line}")
    if one.message and one.passes:
        click.echo(f"  {show_value(one.message)}")
    for note in one.notes:
        click.echo(f"  note: {show_value(note)}")
    for complaint in one.complaints:
        click.echo(f"  does not hold: {show_value(complaint)}")
    if one.passes:
        click.echo("  passes")


def describe_item(item: ParsedItem) -> list[str]:
    """Return the lines of one item: its key, what was read, and what was noticed."""
    if item.document is None:
        return [f"{item.key}: not read: {show_value(item.message)}"]
    named = [f"{name} {show_value(value)}" for name, value in list_fields(item.document) if value]
    findings = [f"  finding {one.code}: {one.message}" for one in item.document.findings]
    title = f"  {show_value(item.document.title)}"
    return [f"{item.key}: {'; '.join(named)}", title, *map(show_value, findings)]


def list_fields(document: Parsed) -> list[tuple[str, object]]:
    """Return the fields that tell at a glance whether a document was read right."""
    from tasks.records import UnDocument

    characters = len(document.body)
    if isinstance(document, UnDocument):
        return [
            ("type", document.document_type),
            ("symbols", document.symbols),
            ("dated", document.letter_date),
            ("circulated", document.distribution_date),
            ("from", tuple(one.party for one in document.senders)),
            ("characters", characters),
        ]
    return [
        ("dated", document.published_on),
        ("by the", document.date_source),
        ("in", document.language),
        ("number", document.number),
        ("letters", len(document.mentions_letters)),
        ("characters", characters),
    ]
