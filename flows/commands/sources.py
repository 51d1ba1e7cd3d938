"""`herewith sources`: every source, how it last came out, how fresh it is, what it promises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table
from warehouse.errors import NotFoundError

if TYPE_CHECKING:
    from tasks.sources.declaration import Source
    from warehouse.overview import SourceOverview

COLUMNS = ("source", "publisher", "outcome", "last run", "last new", "documents", "pending")
MORE_COLUMNS = ("quarantined", "freshness", "assertions", "message")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
def sources(as_json: bool) -> None:
    """List every source: last outcome, last new item, freshness, assertions."""
    from tasks.sources.registry import load_sources

    stand = read_stand()
    now = datetime.now(UTC)
    rows = [describe_source(source, stand.get(source.id), now) for source in load_sources()]
    names = (*COLUMNS, *MORE_COLUMNS)
    if as_json:
        print_json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        print_table(names, rows)


def read_stand() -> dict[str, SourceOverview]:
    """Read how each source stands; nothing before the first run."""
    from tasks.settings import load_settings
    from warehouse.overview import read_sources
    from warehouse.reading import connect_reader

    try:
        with connect_reader(load_settings().paths) as con:
            return {one.source_id: one for one in read_sources(con)}
    except NotFoundError:
        return {}


def describe_source(
    source: Source, stand: SourceOverview | None, now: datetime
) -> tuple[object, ...]:
    """Return one source's line; what has never happened is empty."""
    least, most = source.assertions.min_listed, source.assertions.max_listed
    promised = f"lists {least} to {most}"
    if stand is None:
        return (source.id, source.publisher, "never asked", *(None,) * 5, None, promised, None)
    return (
        source.id,
        source.publisher,
        stand.last_outcome,
        stand.last_run_at_utc,
        stand.last_new_at_utc,
        stand.documents,
        stand.pending,
        stand.quarantined,
        describe_freshness(source, stand, now),
        promised,
        stand.last_message,
    )


def describe_freshness(source: Source, stand: SourceOverview, now: datetime) -> str:
    """Say whether a source has been silent longer than it promises."""
    if stand.last_new_at_utc is None:
        return "nothing yet"
    silent = now - stand.last_new_at_utc
    limit = timedelta(hours=source.cadence.silent_after_hours)
    return "fresh" if silent <= limit else f"silent for {silent.days} days"
