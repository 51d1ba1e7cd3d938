"""`herewith show`: one document with all that belongs to it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from flows.console import print_json, print_table, show_value

if TYPE_CHECKING:
    from warehouse.documents import DocumentView
    from warehouse.history_rows import VersionChangeRow

HIDDEN = {"body", "findings", "content_sha256", "payload_sha256", "archive_offset"}
PREVIEW_LENGTH = 600


@click.command()
@click.argument("symbol_or_id")
@click.option("--versions", is_flag=True, help="Print its versions instead, and what they changed.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
def show(symbol_or_id: str, versions: bool, as_json: bool) -> None:
    """Show the document with this symbol or id: fields, annexes, what cites it, who reported it."""
    from tasks.settings import load_settings
    from warehouse.documents import read_document
    from warehouse.reading import connect_reader

    with connect_reader(load_settings().paths) as con:
        view = read_document(con, symbol_or_id)
    if as_json:
        print_json([asdict(one) for one in view.versions] if versions else asdict(view))
    elif versions:
        print_versions(view)
    else:
        print_document(view)


def print_document(view: DocumentView) -> None:
    """Print a document as people read it: fields, parts, neighbours, how its text begins."""
    fields: dict[str, object] = {}
    for part in (view.document, view.letter, view.press_release):
        fields |= asdict(part) if part is not None else {}
    rows = [(name, value) for name, value in fields.items() if value and name not in HIDDEN]
    print_table(("field", "value"), rows)
    _print_parts("Annexes", view.annexes, ("label", "title", "letter_date", "parent_label"))
    _print_parts("Figures, as stated", view.figures, ("value", "unit", "label", "as_printed"))
    _print_parts("Cites", view.citations, ("cited_symbol", "is_reply"))
    neighbours = ("link_type", "document_id", "dated", "title", "evidence")
    _print_parts("Speaks of", view.speaks_of, neighbours)
    _print_parts("Is spoken of by", view.spoken_of_by, neighbours)
    _print_parts("Findings", view.document.findings, ("code", "message"))
    marks = ("withdrawal_type", "certainty", "noticed_at_utc", "ended_at_utc", "evidence")
    _print_parts("Gone where it was found", view.withdrawals, marks)
    text = " ".join((view.document.body or "").split())
    if text:
        click.echo(f"\n{text[:PREVIEW_LENGTH]}{'…' if len(text) > PREVIEW_LENGTH else ''}")


def print_versions(view: DocumentView) -> None:
    """Print each version of a document: when and by whom it came, and what it changed."""
    for version in view.versions:
        click.echo(
            f"Version {version.version_number}{' (current)' if version.is_current else ''},"
            f" loaded {show_value(version.loaded_at_utc)} from {version.source_id or 'unknown'}"
        )
        if version.changed_fields and not version.changes:
            click.echo(f"  changed: {', '.join(version.changed_fields)}")
        for change in version.changes:
            click.echo(f"  {change.field}, against version {change.previous_version}:")
            click.echo(_indent(change))


def _indent(change: VersionChangeRow) -> str:
    old, new = change.old_value or "", change.new_value or ""
    text = f"[-{old}-]{{+{new}+}}" if change.text_diff is None else change.text_diff
    return "\n".join(f"    {line}" for line in show_value(text).split("\n"))


def _print_parts(title: str, parts: tuple[object, ...], columns: tuple[str, ...]) -> None:
    if parts:
        print_table(columns, [_pick(part, columns) for part in parts], title=title)


def _pick(part: object, columns: tuple[str, ...]) -> list[object]:
    if isinstance(part, dict):
        return [part.get(column) for column in columns]
    return [getattr(part, column) for column in columns]
