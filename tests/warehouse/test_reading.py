"""Ad hoc SQL: any question, nothing but questions."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet
import pytest

from tests.warehouse.builders import NOW, build_letter, compose_one_each
from warehouse.connection import connect_writer
from warehouse.errors import QueryError
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.reading import export_query, read_query

QUESTION = "select document_id, letter_date, senders from letters order by all"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("reading"))
    with connect_writer(home) as con:
        batch = SourceBatch("run", "un_ga", [build_letter(1), build_letter(2)])
        load_batch(con, batch, compose_one_each, NOW)
    publish_snapshot(home, "run", kept=1)
    return home


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("select count(*) from documents", 1),
        ("from letters", 2),
        ("with l as (select * from letters) select * from l", 2),
        ("describe links", 4),
        ("explain select 1", 1),
        ("values (1), (2)", 2),
        ("select 1;", 1),
        ("-- how many?\nselect 1", 1),
    ],
)
def test_questions_are_answered(published: Home, sql: str, rows: int) -> None:
    assert len(read_query(published, sql).rows) == rows


def test_columns_types_and_values(published: Home) -> None:
    table = read_query(published, "select letter_date, agenda_items, now() as n from letters")
    assert table.columns == ("letter_date", "agenda_items", "n")
    assert table.types == ("DATE", "VARCHAR[]", "TIMESTAMP WITH TIME ZONE")
    assert table.rows[0][1] == ("34",)


@pytest.mark.parametrize(
    "sql",
    [
        "insert into documents (document_id) values ('x')",
        "delete from documents",
        "update documents set title = 'x'",
        "create table herring (fish integer)",
        "create temp table herring (fish integer)",
        "drop table documents",
        "attach ':memory:' as other",
        "attach '{home}/private/warehouse.duckdb' as other",
        "detach herewith",
        "copy documents to '{home}/herewith.duckdb.wal'",
        "copy documents to '{home}/herewith.duckdb'",
        "copy documents to '{home}/out.csv'",
        "explain analyze copy documents to '{home}/herewith.duckdb.wal'",
        "export database '{home}/out'",
        "select * from read_csv('/etc/hosts')",
        "select * from read_text('{home}/manifest.json')",
        "from '{home}/manifest.json'",
        "select * from glob('/*')",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "install httpfs",
        "load httpfs",
        "use memory",
        "select 1; select 2",
        "select 1; drop table documents",
        "call pragma_version()",
        "prepare x as select 1",
        "begin",
        "checkpoint",
        "",
        "selec 1",
        "select * from nothing",
        "select nothing from documents",
        "select error('stop') from documents",
    ],
)
def test_what_is_more_than_a_question_is_refused_in_one_line(published: Home, sql: str) -> None:
    before = sorted(path.name for path in published.root.rglob("*"))
    content = published.published.read_bytes()
    with pytest.raises(QueryError) as caught:
        read_query(published, sql.format(home=published.root))
    assert "\n" not in str(caught.value)
    assert sorted(path.name for path in published.root.rglob("*")) == before
    assert published.published.read_bytes() == content


def test_export_as_csv(published: Home) -> None:
    out = io.BytesIO()
    assert export_query(published, QUESTION, "csv", out) == 2
    rows = list(csv.DictReader(io.StringIO(out.getvalue().decode())))
    assert rows[0]["letter_date"] == "2026-04-01"
    assert json.loads(rows[0]["senders"])[0]["party"] == "Iceland"


def test_export_as_json(published: Home, tmp_path: Path) -> None:
    out = tmp_path / "letters.json"
    export_query(published, QUESTION, "json", out)
    rows = json.loads(out.read_text())
    assert rows[1]["senders"] == [
        {"office": "Permanent Representative", "party": "Iceland", "iso3": "ISL"}
    ]
    assert list(tmp_path.iterdir()) == [out]


def test_export_as_parquet(published: Home, tmp_path: Path) -> None:
    out = tmp_path / "letters.parquet"
    export_query(published, QUESTION, "parquet", out)
    table = pyarrow.parquet.read_table(out)
    assert table.column_names == ["document_id", "letter_date", "senders"]
    assert table.num_rows == 2


def test_export_as_table_shows_control_characters_instead_of_obeying(published: Home) -> None:
    out = io.BytesIO()
    export_query(published, "select 'a' || chr(27) || '[31m' as hostile, 12 as n", "table", out)
    text = out.getvalue().decode()
    assert "\x1b" not in text
    assert "\\x1b[31m" in text


def test_what_json_has_no_number_for_stays_readable(published: Home) -> None:
    out = io.BytesIO()
    export_query(published, "select 'nan'::double as n, 1.50::decimal(9, 2) as d", "json", out)
    assert json.loads(out.getvalue()) == [{"n": "nan", "d": 1.5}]


def test_an_unknown_format_and_an_unwritable_file_are_refused(
    published: Home, tmp_path: Path
) -> None:
    with pytest.raises(QueryError, match="formats are"):
        export_query(published, QUESTION, "xml", io.BytesIO())
    with pytest.raises(QueryError, match="cannot be written"):
        export_query(published, QUESTION, "csv", tmp_path / "nowhere" / "out.csv")
