"""Values and rows that are written out say exactly what they say when the client binds them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.builders import build_discovery, build_fetch
from warehouse import incoming
from warehouse.connection import Connection, connect_writer, open_empty
from warehouse.incoming import present_rows
from warehouse.literals import ask, is_plain, write_literal
from warehouse.merging import insert_missing, merge_rows
from warehouse.paths import Home
from warehouse.rows import FetchRow
from warehouse.selecting import select_rows

NEPAL = timezone(timedelta(hours=5, minutes=45))
SIGNS = st.characters(exclude_categories=["Cs"])
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.text(SIGNS)
    | st.dates()
    | st.datetimes(
        datetime(2, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        datetime(9998, 1, 1),  # noqa: DTZ001
        timezones=st.sampled_from([UTC, NEPAL]),
    )
)
VALUES = PLAIN | st.lists(st.text(SIGNS))


@pytest.fixture(scope="module")
def memory() -> Connection:
    return open_empty()


@settings(deadline=None, max_examples=60)
@given(st.lists(VALUES, min_size=1, max_size=4))
def test_a_value_comes_back_as_it_does_when_the_client_binds_it(
    memory: Connection, values: list[object]
) -> None:
    sql = f"select {', '.join('?, typeof(?)' for _ in values)}"
    twice = [one for value in values for one in (value, value)]
    assert ask(memory, sql, twice) == memory.execute(sql, twice).fetchall()


@settings(deadline=None, max_examples=60)
@given(VALUES)
def test_a_value_with_a_name_is_bound_wherever_the_name_stands(
    memory: Connection, value: object
) -> None:
    assert ask(memory, "select $it, $it is null", {"it": value}) == [(value, value is None)]


@pytest.mark.parametrize(
    "text", ["'; drop table t; --", "$it ? := ''", "\\'", "a\0b", "\0", "/* */ -- x\n", "\u202e"]
)
def test_no_text_is_taken_for_sql(memory: Connection, text: str) -> None:
    memory.execute("create or replace table t as select 1 as one")
    assert ask(memory, "select one, $it from t", {"it": text}) == [(1, text)]
    assert ask(memory, "select ? in (select unnest(?))", [text, [text]]) == [(True,)]


@pytest.mark.parametrize(
    "value",
    [1.5, b"x", "a\0b", datetime(2026, 1, 1), ("a",), [["a"]], [b"x"]],  # noqa: DTZ001
)
def test_what_is_no_plain_value_is_left_to_the_client(value: object) -> None:
    assert not is_plain(value)


def test_too_many_values_and_too_few_are_refused(memory: Connection) -> None:
    with pytest.raises(duckdb.InvalidInputException):
        ask(memory, "select ?, ?", ["one"])
    with pytest.raises(duckdb.InvalidInputException):
        ask(memory, "select ?", ["one", "two"])
    with pytest.raises(duckdb.InvalidInputException):
        ask(memory, "select $a", {"a": 1, "b": 2})


def test_an_instant_keeps_its_microseconds_and_its_zone() -> None:
    written = write_literal(datetime(2026, 5, 4, 6, 30, 0, 7, tzinfo=NEPAL))
    assert written == "timestamptz '2026-05-04 06:30:00.000007+05:45'"


def hostile_fetch() -> FetchRow:
    fetch = build_fetch("run-1", at=datetime(2026, 5, 4, 6, 30, 0, 123456, tzinfo=UTC))
    return replace(fetch, message='it\'s \\ "x" $1 ?; --\n日本', status=None, position=7)


def test_few_rows_are_stored_as_many_are(con: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [hostile_fetch(), build_fetch("run-2")]
    merge_rows(con, rows)
    stored = select_rows(con, FetchRow, "order by run_id")
    con.execute("delete from ops.fetches")
    monkeypatch.setattr(incoming, "FEW", 0)
    merge_rows(con, rows)
    assert select_rows(con, FetchRow, "order by run_id") == stored == tuple(rows)


def test_few_rows_are_updated_and_left_as_many_are(con: Connection) -> None:
    first, second = build_discovery("one"), replace(build_discovery("two"), listed_date=None)
    assert merge_rows(con, [first, second]).insert == 2
    changed = replace(second, listed_date=date(2026, 1, 2))
    counts = merge_rows(con, [first, changed])
    assert (counts.insert, counts.update, counts.noop) == (0, 1, 1)
    assert insert_missing(con, [first, changed]) == ()


@pytest.mark.parametrize("change", [{"status": "200"}, {"url": 5}, {"fetched_at_utc": "soon"}])
def test_a_value_that_does_not_fit_its_column_is_refused(
    con: Connection, change: dict[str, object]
) -> None:
    row = replace(build_fetch("run-1"), **change)  # type: ignore[arg-type]
    with pytest.raises((pa.ArrowInvalid, pa.ArrowTypeError)):
        merge_rows(con, [row])
    assert select_rows(con, FetchRow) == ()


def test_rows_with_parts_in_them_are_an_arrow_table(con: Connection) -> None:
    with present_rows(con, [build_fetch("run-1")]) as plain:
        assert plain.startswith("(select")
    with present_rows(con, [replace(build_fetch("run-1"), url="a\0b")]) as registered:
        found = con.execute(f"select url from {registered}").fetchall()  # noqa: S608
    assert found == [("a\0b",)]


def test_a_load_without_documents_imports_nothing_heavy(home: Home) -> None:
    with connect_writer(home):
        pass  # The migrations are applied, as before any run but the first.
    code = f"""
import sys
from pathlib import Path
from tests.warehouse.builders import NOW, build_discovery, build_fetch, build_run, build_source_run
from warehouse.connection import connect_writer
from warehouse.known import read_known_source
from warehouse.loading import SourceBatch, load_quiet
from warehouse.paths import Home
batch = SourceBatch("run-1", "un_ga", discoveries=[build_discovery()],
    fetches=[build_fetch("run-1")], source_run=build_source_run("run-1"), run=build_run("run-1"))
with connect_writer(Home(Path({str(home.root)!r}))) as con:
    load_quiet(con, [batch], NOW)
    load_quiet(con, [batch], NOW)
    assert read_known_source(con, "un_ga", NOW).discoveries
print(sorted({{"pandas", "numpy", "pyarrow", "great_expectations"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
