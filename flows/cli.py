"""The door for people: `herewith COMMAND`, each command in a file of its own."""

from __future__ import annotations

import errno
import os
import sys

import click

from flows.commands.alerts import alerts
from flows.commands.audit import audit
from flows.commands.backfill import backfill
from flows.commands.corrections import corrections
from flows.commands.demo import demo
from flows.commands.gaps import gaps
from flows.commands.imports import import_records
from flows.commands.parse import parse
from flows.commands.quarantine import quarantine
from flows.commands.rebuild import rebuild
from flows.commands.run import run
from flows.commands.search import search
from flows.commands.show import show
from flows.commands.sources import sources
from flows.commands.sql import sql
from flows.commands.status import status
from flows.commands.up import up
from flows.commands.watches import watches
from warehouse.errors import HerewithError

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="herewith", message="herewith %(version)s")
def cli() -> None:
    """Watch the letters states circulate as UN documents, and the releases that announce them.

    Everything that is written stands under HEREWITH_HOME (default: data/).
    """


for command in (
    run,
    demo,
    parse,
    sql,
    search,
    show,
    sources,
    status,
    gaps,
    watches,
    alerts,
    quarantine,
    corrections,
    backfill,
    import_records,
    audit,
    rebuild,
    up,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; what a person did wrong is one line on stderr, never a traceback."""
    sys.exit(_run_guarded())


def _run_guarded() -> int:
    try:
        result = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except HerewithError as error:
        return _say(str(error), error.exit_code)
    except click.ClickException as error:
        return _say(error.format_message(), EXIT_USAGE)
    except click.Abort:
        return _say("stopped", EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output went away; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _say(_describe(error), 1)
    return int(result) if isinstance(result, int) else 0


def _describe(error: OSError) -> str:
    """Say what the machine would not do, and with what; readers are served meanwhile."""
    text = f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")
    full = error.errno in (errno.ENOSPC, errno.EROFS, errno.EDQUOT)
    return f"{text}; what is published is still served" if full else text


def _say(message: str, code: int) -> int:
    click.echo(f"herewith: {' '.join(message.split())}", err=True)
    return code
