"""`herewith parse`: a file in, the fields of the contract out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows.console import print_json, print_table
from warehouse.errors import NormaliseError

if TYPE_CHECKING:
    from tasks.records import Parsed


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, one a line.")
def parse(files: tuple[Path, ...], as_json: bool) -> int:
    """Read PDF, DOCX, HTML or text FILES and print their fields.

    A file that cannot be read gets one line on stderr; the others are still printed.
    """
    from tasks.normalise.parse import parse_file

    failed = 0
    for path in files:
        try:
            fields = list_fields(path, parse_file(path))
        except (NormaliseError, OSError) as error:
            click.echo(f"herewith: {path}: {describe_error(error)}", err=True)
            failed = 2
            continue
        if as_json:
            print_json(fields)
        else:
            print_fields(fields)
    return failed


def describe_error(error: NormaliseError | OSError) -> str:
    """Return what went wrong in a few words, without repeating the path."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def list_fields(path: Path, parsed: Parsed) -> dict[str, Any]:
    """Return the contract's fields; a press release has those of a document too, empty."""
    from tasks.records import PressRelease, UnDocument

    fields: dict[str, Any] = {"file": path.name}
    if isinstance(parsed, PressRelease):
        blank = UnDocument(document_type=parsed.document_type, language=parsed.language)
        fields |= blank.model_dump(mode="json") | {"reissued": False}
    return fields | parsed.model_dump(mode="json")


def print_fields(fields: dict[str, Any]) -> None:
    """Print what was found, field by field; the text itself is cut to its beginning."""
    rows = [
        (name, json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value)
        for name, value in fields.items()
        if value not in (None, [], "", False) and name not in ("file", "body")
    ]
    body = " ".join(str(fields.get("body") or "").split())
    rows.append(("body", f"{body[:160]}… ({len(body)} characters)" if body else "(none)"))
    print_table(("field", "value"), rows, title=str(fields["file"]))
