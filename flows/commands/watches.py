"""`herewith watches`: the rules that alert."""

from __future__ import annotations

import click

from flows.console import print_json, print_table


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
def watches(as_json: bool) -> None:
    """List the rules that alert, and to whom."""
    from tasks.alert.compose import ANY_NEW_LETTER
    from tasks.alert.recipients import list_recipients
    from tasks.settings import load_settings

    names = [recipient.name for recipient in list_recipients(load_settings())]
    if as_json:
        print_json([{"watch": ANY_NEW_LETTER, "recipients": names}])
    else:
        print_table(("watch", "recipients"), [(ANY_NEW_LETTER, names)])
