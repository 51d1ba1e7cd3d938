"""Answers as text: CSV, JSON, or a plain table for the eye."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With what a cell begins that a spreadsheet takes for a formula."""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: column names, their DuckDB types as text, and rows of Python values."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def render_csv(table: Table, *, exact: bool = False) -> str:
    """Write a table as CSV with a header; null is empty, lists and structs are JSON.

    Titles and texts come from outside, and a spreadsheet runs a cell that begins like a formula:
    such text gets an apostrophe before it, unless `exact`.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    keep = _flatten if exact else _disarm
    writer.writerow(keep(column) for column in table.columns)
    writer.writerows([keep(value) for value in row] for row in table.rows)
    return stream.getvalue()


def render_json(table: Table) -> str:
    """Write a table as a JSON array of objects, one a row."""
    rows = [
        {name: to_plain(value) for name, value in zip(table.columns, row, strict=True)}
        for row in table.rows
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def render_table(table: Table, width: int = 60) -> str:
    """Write a table in aligned columns; control characters are shown, not obeyed.

    Cells longer than `width` characters are cut and end in `…`.
    """
    cells = [[_show(value, width) for value in row] for row in table.rows]
    header = [_show(column, width) for column in table.columns]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    lines = [header, ["─" * one for one in widths], *cells]
    return "".join(
        "  ".join(cell.ljust(one) for cell, one in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in lines
    )


def to_plain(value: object) -> object:
    """Turn a value of any column into what JSON knows.

    Dates are ISO 8601, bytes hexadecimal, infinity and not-a-number their names; what JSON has
    no word for (intervals, UUIDs) is its text.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return _plain_scalar(value)


def _plain_scalar(value: object) -> object:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        return value.hex()
    return str(value)


def write_json(plain: object) -> str:
    """Write what `to_plain` gave as JSON on one line."""
    return json.dumps(plain, ensure_ascii=False)


def _flatten(value: object) -> object:
    plain = to_plain(value)
    return write_json(plain) if isinstance(plain, list | dict) else plain


def _disarm(value: object) -> object:
    flat = _flatten(value)
    return f"'{flat}" if isinstance(flat, str) and flat.startswith(_FORMULA) else flat


def _show(value: object, width: int) -> str:
    text = "" if value is None else str(_flatten(value))
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return text if len(text) <= width else text[: width - 1] + "…"
