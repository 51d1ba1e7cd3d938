"""`herewith watches`: the rules that alert, and what one of them would have caught."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tasks.alert.rules import Watch
    from tasks.previewing import Catch, Preview

BAR_COLUMNS = 40


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
@click.pass_context
def watches(context: click.Context, as_json: bool) -> None:
    """List the rules that alert, and to whom; `preview NAME` tries one on the past."""
    if context.invoked_subcommand is not None:
        return
    from tasks.settings import load_settings
    from tasks.watching import load_watches

    found = [describe_watch(one) for one in load_watches(load_settings())]
    if as_json:
        print_json(found)
    else:
        print_table(tuple(found[0]) if found else ("watch",), [tuple(o.values()) for o in found])


@watches.command()
@click.argument("name")
@click.option("--days", type=click.IntRange(1, 36500), default=90, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
def preview(name: str, days: int, as_json: bool) -> None:
    """Show what a watch would have caught of late, and how often it would have fired.

    History counts by the day on which it was circulated or published, the rest by first sight.
    """
    from datetime import UTC, datetime

    from tasks.previewing import preview_watch
    from tasks.settings import load_settings
    from tasks.watching import find_watch

    settings = load_settings()
    watch = find_watch(settings, name)
    found = preview_watch(settings, watch, days, datetime.now(UTC))
    if as_json:
        print_json(found.as_dict())
    else:
        print_preview(watch, found)


def describe_watch(watch: Watch) -> dict[str, object]:
    """Return a watch's line."""
    return {
        "watch": watch.name,
        "recipients": [one.name for one in watch.recipients],
        "when": describe_timing(watch),
        "rule": describe_rule(watch),
        "note": watch.note,
    }


def describe_timing(watch: Watch) -> str:
    """Say when its messages go."""
    timing = watch.timing
    when = timing.cadence.replace("_", " ")
    if timing.cadence == "daily":
        when += f" at {timing.at:%H:%M} {timing.zone}"
    return f"{when}, quiet {timing.quiet} {timing.zone}" if timing.quiet else when


def describe_rule(watch: Watch) -> list[str]:
    """Say what must hold, one criterion a line; nothing where it takes every letter."""
    from tasks.alert.rules import LETTERS

    rule = watch.rule
    given: dict[str, Sequence[str]] = {
        "senders": [one.name for one in rule.senders],
        "mentioned": [one.name for one in rule.mentioned],
        "addressees": rule.addressees,
        "agenda items": rule.agenda_items,
        "organs": rule.organs,
        "kinds": sorted(rule.kinds) if rule.kinds != LETTERS else (),
        "sources": rule.sources,
        "words": rule.words,
        "sql": (rule.sql,) if rule.sql else (),
    }
    return [f"{name}: {' or '.join(values)}" for name, values in given.items() if values]


def print_preview(watch: Watch, found: Preview) -> None:
    """Print what was caught, newest first, and a bar a week."""
    for line in describe_rule(watch) or ["every letter"]:
        click.echo(line)
    click.echo("")
    if found.catches:
        print_table(("day", "what", "why"), [list_catch(one) for one in found.catches])
    most = max((number for _, number in found.weeks), default=0)
    for week, number in found.weeks:
        bar = "#" * round(number * BAR_COLUMNS / max(most, BAR_COLUMNS)) or ("#" if number else "")
        click.echo(f"week of {week:%Y-%m-%d}  {number:>4}  {bar}".rstrip())
    total = len(found.catches)
    rate = total * 7 / found.days
    undated = f" {found.undated} without a date are left out." if found.undated else ""
    click.echo(
        f"{watch.name}: {total} in {found.days} days, {rate:.1f} a week,"
        f" of {found.looked_at} documents.{undated}"
    )


def list_catch(catch: Catch) -> tuple[object, ...]:
    """Return the line of one catch."""
    return (catch.day, catch.title, "; ".join(catch.grounds))
