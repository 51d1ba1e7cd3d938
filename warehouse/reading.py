"""The published snapshot for readers: read-only, fresh at every question, closed to all else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import duckdb

from warehouse.connection import Connection, open_empty, quote_text
from warehouse.errors import NotFoundError, QueryError
from warehouse.paths import Home
from warehouse.rendering import Table, render_csv, render_json, render_table
from warehouse.selecting import restore_value

READ_CATALOG = "herewith"
"""The name under which readers see the snapshot."""

FORMATS = ("table", "csv", "json", "parquet", "xlsx")
"""What an answer can be exported to."""

Values = Mapping[str, object]
"""Values of a question's parameters, by name."""

_EXPLAIN = re.compile(r"\s*explain\s+(analyze\s+)?", re.IGNORECASE)


def open_latest(path: Path) -> Connection:
    """Open the newest snapshot; the caller closes it, and opens again to see a newer one.

    These lines are all that another program needs: an empty DuckDB in memory, the file attached
    read-only under a name, and that name used. A connection keeps the file it opened, whatever
    is published meanwhile.

    Raises:
        NotFoundError: nothing has been published there yet.
    """
    if not path.exists():
        raise NotFoundError(f"nothing is published at {path} yet; `herewith run` does that")
    con = open_empty()
    con.execute(f"attach {quote_text(path)} as {READ_CATALOG} (read_only)")
    con.execute(f"use {READ_CATALOG}")
    return con


@contextmanager
def connect_reader(home: Home) -> Iterator[Connection]:
    """Open the newest snapshot for one question, able to do nothing but read it.

    No file can be read or written, nothing attached, no extension loaded, no setting changed.

    Raises:
        NotFoundError: nothing has been published yet.
    """
    con = open_latest(home.published)
    try:
        con.execute("set enable_external_access = false")
        con.execute("set lock_configuration = true")
        yield con
    finally:
        con.close()


def read_query(home: Home, sql: str, values: Values | None = None) -> Table:
    """Answer one SELECT (or SHOW, DESCRIBE, SUMMARIZE, EXPLAIN) on the snapshot.

    `values` are bound to the parameters that the question names, `$name`.

    Raises:
        QueryError: one line saying why DuckDB refuses it, or that it would do more than read.
        NotFoundError: nothing has been published yet.
    """
    with connect_reader(home) as con, _one_line_errors():
        result = con.execute(_check_question(con, sql), dict(values or {}))
        rows = tuple(tuple(restore_value(v) for v in row) for row in result.fetchall())
        described = result.description or []
        return Table(
            columns=tuple(str(column[0]) for column in described),
            types=tuple(str(column[1]) for column in described),
            rows=rows,
        )


def export_query(
    home: Home,
    sql: str,
    fmt: str,
    out: Path | BinaryIO,
    values: Values | None = None,
    *,
    exact: bool = False,
) -> int:
    """Write the answer of one question to a file, put in place whole, or to a binary stream.

    Returns the number of rows. `exact` is about CSV: nothing is done against spreadsheets that
    run what begins like a formula.

    Raises:
        QueryError: as `read_query`, the format is unknown, or the file cannot be written.
        NotFoundError: nothing has been published yet.
    """
    if fmt not in FORMATS:
        raise QueryError(f"{fmt}: the formats are {', '.join(FORMATS)}")
    if fmt == "parquet":
        data, rows = _answer_parquet(home, sql, values)
    else:
        table = read_query(home, sql, values)
        data, rows = _render(table, fmt, exact=exact), len(table.rows)
    if isinstance(out, Path):
        _write_whole(out, data)
    else:
        out.write(data)
    return rows


def _check_question(con: Connection, sql: str) -> duckdb.Statement:
    """Parse one reading statement for a reader's connection.

    DuckDB lets COPY write to a file it has attached and to the log beside it, read-only or not
    (seen with 1.5.5): so what is no plain question is refused before it runs.
    """
    statements = con.extract_statements(sql)
    if len(statements) != 1:
        raise QueryError(f"one statement at a time, please; this has {len(statements)}")
    _refuse_all_but_questions(con, statements[0])
    return statements[0]


def _refuse_all_but_questions(con: Connection, statement: duckdb.Statement) -> None:
    kind = statement.type.name
    if kind == "EXPLAIN":
        inner = con.extract_statements(_EXPLAIN.sub("", statement.query, count=1))
        kind = inner[0].type.name if len(inner) == 1 else kind
    if kind != "SELECT":
        raise QueryError(f"only questions are answered here; this is {kind}, which does more")


@contextmanager
def _one_line_errors() -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        lines = (line for line in str(error).splitlines() if line.strip())
        raise QueryError(next(lines, type(error).__name__)) from error


def _render(table: Table, fmt: str, *, exact: bool) -> bytes:
    if fmt == "xlsx":
        from warehouse.workbook import render_workbook

        return render_workbook(table)
    if fmt == "csv":
        return render_csv(table, exact=exact).encode("utf-8")
    return {"json": render_json, "table": render_table}[fmt](table).encode("utf-8")


def _answer_parquet(home: Home, sql: str, values: Values | None) -> tuple[bytes, int]:
    from pyarrow import parquet

    with connect_reader(home) as con, _one_line_errors():
        con.execute(_check_question(con, sql), dict(values or {}))
        table = con.to_arrow_table()
    stream = BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue(), table.num_rows


def _write_whole(out: Path, data: bytes) -> None:
    temporary = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(out)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise QueryError(f"{out} cannot be written: {error.strerror}") from error
