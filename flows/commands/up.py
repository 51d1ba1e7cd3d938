"""`herewith up`: Prefect server, worker and deployments on this machine, until Ctrl-C."""

from __future__ import annotations

import click


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the server and its pages.")
@click.option("--every", metavar="30s", help="Run at this interval instead of the schedule.")
def up(port: int | None, every: str | None) -> int:
    """Start the server, the worker and the schedules; stop all of them with Ctrl-C."""
    from flows.up import run_up
    from tasks.settings import load_settings
    from tasks.watching import load_watches

    load_watches(load_settings())
    return run_up(load_settings().paths.root, port=port, every=every)
