"""The questions users ask, answered by views, macros and queries with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.builders import NOW, build_letter, build_mention, build_release
from warehouse.connection import Connection, connect_writer
from warehouse.errors import NotFoundError, QueryError
from warehouse.links import mark_all, merge_links
from warehouse.loading import SourceBatch, load_batch
from warehouse.named import FOLDER, NamedQuery, find_named, list_named
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.reading import connect_reader, read_query
from warehouse.rows import LinkRow

APRIL = date(2026, 4, 1)
LETTERS = (
    build_letter(1, cited=()),
    build_letter(2, party="Norway", iso3="NOR", letter_date=date(2026, 4, 9), cited=("S/2026/1",),
                 replies=("S/2026/1",)),
    build_letter(2, party="Norvège", iso3="NOR", letter_date=date(2026, 4, 9),
                 cited=("S/2026/1",), language="fr"),
    build_letter(3, letter_date=date(2026, 4, 20), cited=("A/80/2", "S/2026/1")),
    build_letter(4, party="Fiji", iso3="FJI", letter_date=date(2026, 4, 21), cited=("A/80/2",)),
    build_letter(5, letter_date=date(2026, 5, 2), cited=("S/2026/900",)),
)  # fmt: skip
RELEASES = (
    build_release("r1", mentions=(build_mention(), build_mention(letter_date=date(2026, 4, 30)))),
    build_release("r2", mentions=(build_mention(letter_date=None, symbols=("S/2026/77",)),)),
    build_release("r3", mentions=(build_mention(letter_date=None),)),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("questions"))
    with connect_writer(home) as con:
        load_batch(con, SourceBatch("run", "un_ga", (*LETTERS, *RELEASES)), lambda news: (), NOW)
        mark_all(con)
        merge_links(con, [LinkRow("mfa_xx:r1", "un:A/80/1:en", "reports", "of 1 April")])
    publish_snapshot(home, "run", kept=1)
    return home


@pytest.fixture
def reader(home: Home) -> Iterator[Connection]:
    with connect_reader(home) as con:
        yield con


def test_the_languages_of_one_letter_count_once(reader: Connection) -> None:
    rows = reader.execute(
        "select iso3, month_date, letters from letters_by_state_month order by all"
    ).fetchall()
    assert rows == [
        ("FJI", APRIL, 1),
        ("ISL", APRIL, 2),
        ("ISL", date(2026, 5, 1), 1),
        ("NOR", APRIL, 1),
    ]


def test_an_exchange_is_a_thread_of_answers(reader: Connection) -> None:
    rows = reader.execute(
        "select depth, who, symbols, link_type, earlier_symbols"
        " from exchange_between('isl', ' Norway ')"
    ).fetchall()
    first, second, third = "A/80/1–S/2026/1", "A/80/2–S/2026/2", "A/80/3–S/2026/3"
    assert rows == [
        (0, "Iceland", first, None, None),
        (1, "Norway", second, "replies_to", first),
        (2, "Iceland", third, "cites", second),
    ]
    assert reader.execute("from exchange_between('ISL', 'CHL')").fetchall() == []


def test_a_document_is_cited_by_whichever_of_its_symbols(reader: Connection) -> None:
    sql = "select link_type, document_id from cited_by(?) order by all"
    expected = [
        ("cites", "un:A/80/2:fr"),
        ("cites", "un:A/80/3:en"),
        ("replies_to", "un:A/80/2:en"),
        ("reports", "mfa_xx:r1"),
    ]
    for asked in ("A/80/1", "s/2026/1*", "un:A/80/1:en"):
        assert reader.execute(sql, [asked]).fetchall() == expected
    assert reader.execute(sql, ["S/2026/900"]).fetchall() == [("cites", "un:A/80/5:en")]


def test_the_items_a_state_uses(reader: Connection) -> None:
    rows = reader.execute("select item, letters from agenda_items_of('ISL')").fetchall()
    assert rows == [("34", 3)]


def test_time_from_letter_to_circulation_to_release(reader: Connection) -> None:
    rows = reader.execute(
        "select days_to_circulation, release_document_id, days_to_release"
        " from letter_timing where document_id = 'un:A/80/1:en'"
    ).fetchall()
    assert rows == [(0, "mfa_xx:r1", 2)]


def test_what_was_announced_and_is_not_here(reader: Connection) -> None:
    rows = reader.execute(
        "select release_document_id, letter_date, symbols from letters_awaited order by all"
    ).fetchall()
    assert rows == [
        ("mfa_xx:r1", date(2026, 4, 30), []),
        ("mfa_xx:r2", None, ["S/2026/77"]),
    ]


GIVEN = {"one": "ISL", "other": "NOR", "symbol": "A/80/1", "state": "ISL"}


@pytest.mark.parametrize("query", list_named(), ids=lambda query: query.name)
def test_every_named_query_answers_and_says_what(home: Home, query: NamedQuery) -> None:
    needed = {one.name: GIVEN[one.name] for one in query.parameters if one.default is None}
    assert read_query(home, query.sql, query.bind(needed)).columns
    every = {one.name: GIVEN.get(one.name, one.default or "x") for one in query.parameters}
    texts = {name: value for name, value in every.items() if value != "null"}
    assert read_query(home, query.sql, query.bind(texts)).columns
    assert query.answers.endswith(".")
    used = set(re.findall(r"\$(\w+)", query.sql))
    assert used == {one.name for one in query.parameters}


def test_values_are_bound_and_not_written_into_the_sql(home: Home) -> None:
    query = find_named("cited-by")
    hostile = "x') union select 1, null, null, null, null, null, null --"
    assert read_query(home, query.sql, query.bind({"symbol": hostile})).rows == ()


def test_some_answers(home: Home) -> None:
    gone = find_named("announced-not-circulated")
    assert len(read_query(home, gone.sql, gone.bind({"days": "1"})).rows) == 2
    cited = find_named("most-cited")
    rows = read_query(home, cited.sql, cited.bind({"limit": "2"})).rows
    assert rows == (("A/80/2", 2, 0, True), ("S/2026/1", 2, 1, True))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "needs --param one=…"),
        ({"one": "a", "other": "b", "third": "c"}, "takes one, other; not third"),
    ],
)
def test_what_is_missing_or_too_much_is_said(given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        find_named("exchange").bind(given)


@pytest.mark.parametrize(
    ("name", "given"), [("gaps", {"all": "maybe"}), ("most-cited", {"limit": "ten"})]
)
def test_a_value_of_another_type_is_refused(name: str, given: dict[str, str]) -> None:
    with pytest.raises(QueryError, match="not a value of type"):
        find_named(name).bind(given)


def test_an_unknown_name_names_those_that_are() -> None:
    with pytest.raises(NotFoundError, match="exchange"):
        find_named("herring")


def test_every_file_is_a_query() -> None:
    assert {path.suffix for path in Path(FOLDER).iterdir()} == {".sql"}
