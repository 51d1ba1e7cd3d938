"""`herewith search`: documents that have all the words, the best first."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table

if TYPE_CHECKING:
    from warehouse.search import Hit

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--source", metavar="ID", help="Only documents first seen through this source.")
@click.option("--state", metavar="STATE", help="Only letters it wrote, or releases on them.")
@click.option("--since", type=DAY, metavar="DATE", help="Only documents dated from this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Only documents dated up to this day.")
@click.option("--language", metavar="CODE", help="Only this language: en, fr, ru …")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--index", "is_asked", is_flag=True, help="Make the index, however long it takes.")
@click.option("--json", "as_json", is_flag=True, help="Print the hits as a JSON list.")
def search(
    words: tuple[str, ...],
    source: str | None,
    state: str | None,
    since: datetime | None,
    until: datetime | None,
    language: str | None,
    limit: int,
    is_asked: bool,
    as_json: bool,
) -> None:
    """Search titles and texts for documents that have all the WORDS.

    They are ranked by BM25, over an index where DuckDB's fts extension is installed, else by
    reading every text; the words stand between ** in the snippet.
    """
    from tasks.settings import load_settings
    from warehouse.search import Scope, search_documents

    days = (since.date() if since else None, until.date() if until else None)
    scope = Scope(source, state, *days, language, limit)
    home = load_settings().paths
    found = search_documents(home, " ".join(words), scope, is_asked=is_asked)
    if is_asked and found.why_not_indexed:
        click.echo(f"herewith: {found.why_not_indexed}", err=True)
    if as_json:
        print_json([asdict(hit) for hit in found.hits])
    elif found.hits:
        print_table(("dated", "document", "source", "title", "text"), map(_describe, found.hits))
    else:
        click.echo("No document has all these words.")


def _describe(hit: Hit) -> tuple[object, ...]:
    name = "–".join(hit.symbols) or hit.document_id
    return (hit.dated, name, hit.source_id, hit.title, hit.snippet)
