"""`herewith alerts`: the outbox; one message, again, not for a time, or all that is due now."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table

if TYPE_CHECKING:
    from warehouse.rows import AlertRow

STATES = ("pending", "held", "sent", "failed", "muted")
KINDS = ("watch", "sender", "symbol", "source")
_SPAN = re.compile(r"(\d{1,4})([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@click.group(invoke_without_command=True)
@click.option("--state", type=click.Choice(STATES))
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
@click.pass_context
def alerts(context: click.Context, state: str | None, limit: int, as_json: bool) -> None:
    """List alerts, newest first: what was said to whom, and whether the channel took it."""
    if context.invoked_subcommand is not None:
        return
    from tasks.settings import load_settings
    from warehouse.overview import read_alerts
    from warehouse.reading import connect_reader

    with connect_reader(load_settings().paths) as con:
        found = read_alerts(con, limit, state)
    if as_json:
        print_json([asdict(one) for one in found])
    elif found:
        columns = ("id", "created", "recipient", "state", "tries", "title", "reasons", "next try")
        print_table((*columns, "last error"), [list_alert(one) for one in found])
    else:
        click.echo("No alerts. New letters alert; the first load of a source and the seeds do not.")


@alerts.command()
@click.argument("alert_id")
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "markdown", "json"]), default="text"
)
def show(alert_id: str, form: str) -> None:
    """Show one message as it was frozen, by (the beginning of) its id."""
    from tasks.settings import load_settings
    from warehouse.outbox import find_alert
    from warehouse.reading import connect_reader

    with connect_reader(load_settings().paths) as con:
        found = find_alert(con, alert_id)
    if form == "text":
        click.echo(f"{found.title}\n\n{found.body_text}")
    else:
        bodies = {"html": found.body_html, "markdown": found.body_markdown}
        click.echo(bodies.get(form) or found.payload_json or "{}")


@alerts.command()
@click.argument("alert_ids", nargs=-1)
@click.option("--failed", "all_failed", is_flag=True, help="Every one that was given up.")
def resend(alert_ids: tuple[str, ...], all_failed: bool) -> None:
    """Put messages back in line, by (the beginnings of) their ids; the next delivery sends them."""
    from tasks.settings import load_settings
    from warehouse.connection import connect_writer
    from warehouse.outbox import find_alert, list_failed, redeliver

    if not alert_ids and not all_failed:
        raise click.UsageError("name the alerts to be sent again, or give --failed")
    with connect_writer(load_settings().paths) as con:
        found = [find_alert(con, one).alert_id for one in alert_ids]
        found += list_failed(con) if all_failed else []
        for alert_id in dict.fromkeys(found):
            redeliver(con, alert_id)
    click.echo(f"{len(set(found))} in line again; `herewith alerts deliver` sends them now.")


@alerts.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("value")
@click.option("--for", "span", default="7d", show_default=True, help="30m, 12h, 7d or 2w.")
def mute(kind: str, value: str, span: str) -> None:
    """Mute a watch, a sender, a symbol or a source for a time; its alerts are kept as muted."""
    from tasks.muting import mute_value
    from tasks.settings import load_settings

    until = datetime.now(UTC) + read_span(span)
    named, stopped = mute_value(load_settings(), kind, value, until)
    click.echo(
        f"{kind} {named} is muted until {until:%Y-%m-%d %H:%M} UTC;"
        f" {stopped} waiting message{'s' if stopped != 1 else ''} stopped."
    )


@alerts.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("value")
def unmute(kind: str, value: str) -> None:
    """End a mute; what it has stopped stays so until it is sent again by hand."""
    from tasks.muting import unmute_value
    from tasks.settings import load_settings

    click.echo(f"{kind} {unmute_value(load_settings(), kind, value)} is no longer muted.")


@alerts.command()
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
def mutes(as_json: bool) -> None:
    """List what is muted now."""
    from tasks.muting import list_mutes
    from tasks.settings import load_settings

    found = list_mutes(load_settings(), datetime.now(UTC))
    if as_json:
        print_json([asdict(one) for one in found])
    elif found:
        columns = ("kind", "value", "until", "since")
        print_table(columns, [(o.kind, o.value, o.until_at_utc, o.muted_at_utc) for o in found])
    else:
        click.echo("Nothing is muted.")


@alerts.command()
@click.option("--json", "as_json", is_flag=True, help="Print the counts as one JSON object.")
def deliver(as_json: bool) -> None:
    """Send what is due now, digests among it, without asking any source."""
    from flows.sending import deliver_now

    print_line = (lambda line: None) if as_json else click.echo
    done = deliver_now(print_line)
    if as_json:
        print_json({"sent": done.sent, "failed": done.failed, "pending": done.pending})
    else:
        click.echo(f"{done.sent} sent, {done.failed} given up, {done.pending} waiting.")


def list_alert(alert: AlertRow) -> tuple[object, ...]:
    """Return the line of one alert."""
    return (
        alert.alert_id[:8],
        alert.created_at_utc,
        alert.recipient,
        alert.state,
        alert.attempts,
        alert.title,
        alert.reasons,
        alert.next_attempt_at_utc,
        alert.last_error,
    )


def read_span(text: str) -> timedelta:
    """Read a length of time.

    Raises:
        click.UsageError: it is not written as 30m, 12h, 7d or 2w.
    """
    found = _SPAN.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        raise click.UsageError(f"{text}: write a time as 30m, 12h, 7d or 2w")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
