"""Excel files: typed cells, a frozen header, and nothing that a spreadsheet would run."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

import pytest

from warehouse.errors import QueryError
from warehouse.rendering import Table, render_csv
from warehouse.workbook import MAX_TEXT, render_workbook

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def write(*row: object) -> bytes:
    columns = tuple(f"column_{number}" for number in range(len(row)))
    return render_workbook(Table(columns, ("VARCHAR",) * len(row), (row,)))


def read_part(book: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(book)) as parts:
        return ElementTree.fromstring(parts.read(name))  # noqa: S314 - we wrote it


def read_cells(book: bytes) -> list[tuple[str | None, str | None]]:
    """Read type and value of each cell below the header; shared strings are looked up."""
    strings = [
        "".join(one.itertext())
        for one in read_part(book, "xl/sharedStrings.xml").iter(f"{SPACE}si")
    ]
    sheet = read_part(book, "xl/worksheets/sheet1.xml")
    cells = []
    for cell in list(sheet.iter(f"{SPACE}row"))[1]:
        kind, value = cell.get("t"), cell.findtext(f"{SPACE}v")
        cells.append((kind, strings[int(value or 0)] if kind == "s" else value))
    return cells


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "https://example.org", "{=1}"]
)
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    book = write(text)
    assert read_cells(book) == [("s", text)]
    with zipfile.ZipFile(BytesIO(book)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert not [name for name in parts.namelist() if "rels/sheet" in name]


def test_days_and_instants_are_dates_to_excel() -> None:
    elsewhere = timezone(timedelta(hours=4))
    cells = read_cells(
        write(date(2026, 5, 4), datetime(2026, 5, 4, 16, tzinfo=elsewhere), date(1899, 1, 1))
    )
    assert cells == [(None, "46146"), (None, "46146.5"), ("s", "1899-01-01")]
    styles = read_part(write(date(2026, 5, 4)), "xl/styles.xml")
    assert "yyyy-mm-dd" in [one.get("formatCode") for one in styles.iter(f"{SPACE}numFmt")]


def test_numbers_that_excel_would_change_are_text() -> None:
    book = write(12, 2.5, Decimal("0.10"), True, 12345678901234567, float("nan"))
    assert read_cells(book) == [
        (None, "12"),
        (None, "2.5"),
        (None, "0.10"),
        ("b", "1"),
        ("s", "12345678901234567"),
        ("s", "nan"),
    ]


def test_lists_are_json_and_a_text_too_long_says_that_it_was_cut() -> None:
    (_, listed), (_, cut) = read_cells(write(("A/80/1", "S/2026/1"), "x" * 40_000))
    assert listed == '["A/80/1", "S/2026/1"]'
    assert cut is not None
    assert (len(cut), cut[-8:]) == (MAX_TEXT, "no more]")


def test_the_header_is_frozen_and_control_characters_do_not_break_the_file() -> None:
    book = write("bell \x07 and \x00 nothing", None)
    pane = next(read_part(book, "xl/worksheets/sheet1.xml").iter(f"{SPACE}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert len(read_cells(book)) == 1


def test_the_same_answer_is_the_same_file() -> None:
    assert write("herring", date(2026, 1, 1)) == write("herring", date(2026, 1, 1))


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    with pytest.raises(QueryError, match="more than an Excel sheet"):
        render_workbook(Table(("a",), ("INTEGER",), ((1,),) * 1_048_576))


def test_csv_disarms_what_a_spreadsheet_would_run_unless_asked_not_to() -> None:
    when = datetime(2026, 5, 4, tzinfo=UTC)
    table = Table(("=title", "n", "t"), ("VARCHAR",) * 3, (("=1+1", -1, when), ("-", -2.5, when)))
    disarmed = render_csv(table).splitlines()
    assert disarmed[0] == "'=title,n,t"
    assert disarmed[1].startswith("'=1+1,-1,2026")
    assert disarmed[2].startswith("'-,-2.5,")
    assert not re.search(r"(^|,)'", render_csv(table, exact=True))
