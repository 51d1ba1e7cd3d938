"""Answers as an Excel file: typed cells, the header frozen, nothing that a spreadsheet would run.

Text from outside is written as text whatever it begins with; no formula, no link is made of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from warehouse.errors import QueryError
from warehouse.rendering import Table, to_plain, write_json

if TYPE_CHECKING:
    import xlsxwriter

MAX_ROWS = 1_048_575
"""Rows a sheet holds beside its header; Excel's own limit."""

MAX_COLUMNS = 16_384

MAX_TEXT = 32_767
"""Characters a cell holds; Excel's own limit."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

_CUT = " […cut: a cell holds no more]"
_DIGITS = 15
"""Digits of a number that Excel keeps; longer ones are written as text."""

_WIDEST = 60
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; days before it are written as text."""


def render_workbook(table: Table) -> bytes:
    """Write a table as the one sheet of an Excel file; instants are UTC.

    A text longer than a cell holds is cut and says so.

    Raises:
        QueryError: it has more rows or columns than a sheet holds.
    """
    if len(table.rows) > MAX_ROWS or len(table.columns) > MAX_COLUMNS:
        raise QueryError(
            f"{len(table.rows)} rows and {len(table.columns)} columns are more than an Excel sheet"
            f" holds ({MAX_ROWS} and {MAX_COLUMNS}); add a limit, or use --format parquet"
        )
    import xlsxwriter

    stream = BytesIO()
    # Numbers that are none (NaN) are written as text below; the clock of the writing is left out.
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - it knows no zones
        _write_sheet(book, table)
    return stream.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, table: Table) -> None:
    sheet = book.add_worksheet("herewith")
    head = book.add_format({"bold": True, "bottom": 1})
    formats: dict[type[date], object] = {
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    for place, name in enumerate(table.columns):
        sheet.write_string(0, place, name, head)
        sheet.set_column(place, place, _measure(table, place))
    for number, row in enumerate(table.rows, start=1):
        for place, value in enumerate(row):
            _write_cell(sheet, number, place, value, formats)
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: object,
    formats: Mapping[type[date], object],
) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float | Decimal) and _is_exact(value):
        sheet.write_number(row, column, value)
    elif isinstance(value, date) and _day(value) >= _FIRST_DAY:
        sheet.write_datetime(row, column, _drop_zone(value), formats[type(value)])
    else:
        sheet.write_string(row, column, _fit(value))


def _is_exact(value: int | float | Decimal) -> bool:
    """Whether Excel, which holds floating point numbers only, keeps the number as it is."""
    if isinstance(value, float):
        return math.isfinite(value)
    digits = Decimal(value)
    return digits.is_finite() and len(digits.as_tuple().digits) <= _DIGITS


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _drop_zone(value: date) -> date:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def _fit(value: object) -> str:
    plain = to_plain(value)
    text = plain if isinstance(plain, str) else write_json(plain)
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - len(_CUT)] + _CUT


def _measure(table: Table, place: int) -> int:
    """Choose the width of a column by its first rows, in characters."""
    texts = [table.columns[place], *(str(row[place]) for row in table.rows[:100])]
    return min(_WIDEST, max(len(text) for text in texts) + 2)
