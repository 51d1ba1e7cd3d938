"""Which Parquet files the tables are parted into, and of what rows each is made.

A table is parted by the month in which its rows came, so that a run writes only the months it
changed; a month of many rows is parted by days. What a file is made of is told by a fingerprint
that reads no text: of rows that are written once, who they are and when they were written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from warehouse.connection import CATALOG, Connection
from warehouse.literals import ask

WHOLE = "all"
"""The name of the file of a table that is not parted."""

LARGE_MONTH = 5_000
"""A month with more rows is parted by days: a large import must not be written anew every run."""

_BY_OWN_TIME = {
    "documents": ("first_seen_at_utc", "document_id, version_number, changed_at_utc, abstract"),
    "versions": ("loaded_at_utc", "document_id, version_number, loaded_at_utc"),
    "catalogue_records": (
        "loaded_at_utc",
        "source_id, record_id, document_id, payload_sha256, loaded_at_utc",
    ),
}
"""Table to the time that parts it, and the columns that tell its rows."""

_WITH_DOCUMENT = (
    "agenda_items",
    "annexes",
    "citations",
    "document_symbols",
    "letters",
    "press_releases",
)
"""Tables whose rows are written with their document, and stand in its month."""

_EPOCH = date(1970, 1, 1)
_DAYS = """
select epoch_us({time}) // 86400000000 as day, count(*), sum(hash({columns}))::varchar
from {table} group by day order by day
"""
_ALL_ROWS = "select concat_ws(' ', count(*), sum(hash({table}))) from {table}"
_SPAN = "{time} >= timestamptz '{first} 00:00:00Z' and {time} < timestamptz '{end} 00:00:00Z'"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days, the first among them and the end not, with what their rows are made of."""

    name: str
    first: date
    end: date
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Part:
    """One file: a table, or the part of it that lies in a span."""

    table: str
    fingerprint: str
    span: Span | None = None

    @property
    def path(self) -> str:
        """Where it stands in its set: `TABLE/MONTH.parquet`."""
        return f"{self.table}/{self.span.name if self.span else WHOLE}.parquet"

    @property
    def query(self) -> str:
        """The rows, as SQL."""
        if self.span is None:
            return f"from {self.table}"
        if self.table in _BY_OWN_TIME:
            return f"from {self.table} where {_write_span(self.table, self.span)}"
        return (
            f"from {self.table} semi join (select document_id from documents"  # noqa: S608
            f" where {_write_span('documents', self.span)}) using (document_id)"
        )


def list_parts(con: Connection, row_counts: Mapping[str, int]) -> list[Part]:
    """List the parts of all tables of the analysts; some of them may come out without rows.

    A table that has none at all is one part, as is one that is not known here.
    """
    schema = con.execute("select max(version) from ops.migrations").fetchall()[0][0]
    spans = {table: _list_spans(con, table, schema) for table in _BY_OWN_TIME}
    spans |= dict.fromkeys(_WITH_DOCUMENT, spans["documents"])
    return [
        part
        for table in _list_tables(con)
        for part in (
            [Part(table, span.fingerprint, span) for span in spans[table]]
            if table in spans and row_counts[table]
            else [_take_whole(con, table, schema)]
        )
    ]


def _list_tables(con: Connection) -> list[str]:
    rows = ask(
        con,
        "select table_name from duckdb_tables() where database_name = ? and schema_name = 'main'"
        " order by table_name",
        [CATALOG],
    )
    return [name for (name,) in rows]


def _take_whole(con: Connection, table: str, schema: int) -> Part:
    found = con.execute(_ALL_ROWS.format(table=table)).fetchall()[0][0]
    return Part(table, f"{schema} {found}")


def _list_spans(con: Connection, table: str, schema: int) -> list[Span]:
    time, columns = _BY_OWN_TIME[table]
    found = con.execute(_DAYS.format(time=time, columns=columns, table=table)).fetchall()
    days = [(_EPOCH + timedelta(days=day), rows, marks) for day, rows, marks in found]
    spans: list[Span] = []
    for month, group in groupby(days, key=lambda one: one[0].replace(day=1)):
        of_month = list(group)
        if sum(rows for _, rows, _ in of_month) <= LARGE_MONTH:
            end = (month + timedelta(days=32)).replace(day=1)
            rows = sum(rows for _, rows, _ in of_month)
            marks = sum(int(marks) for _, _, marks in of_month)
            spans.append(Span(f"{month:%Y-%m}", month, end, f"{schema} {rows} {marks}"))
        else:
            spans += (
                Span(day.isoformat(), day, day + timedelta(days=1), f"{schema} {rows} {marks}")
                for day, rows, marks in of_month
            )
    return spans


def _write_span(table: str, span: Span) -> str:
    time, _ = _BY_OWN_TIME[table]
    return _SPAN.format(time=time, first=span.first, end=span.end)
