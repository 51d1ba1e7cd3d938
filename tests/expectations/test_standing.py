"""A walk over the suites of all tables: each rule fails on a broken row, passes on its repair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from expectations.audit import TableAudit, audit_table
from expectations.rules import Rule
from expectations.standing.suite import StandingSuite
from expectations.suites import ALL_RULES, STANDING
from tests.expectations.standing import BREAKS, fill_tables
from warehouse.connection import Connection, connect_writer
from warehouse.paths import Home

CASES = [(suite, rule) for suite in STANDING for rule in suite.rules]


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with connect_writer(Home(tmp_path_factory.mktemp("standing"))) as connection:
        fill_tables(connection)
        yield connection


def ask(con: Connection, suite: StandingSuite, rows: int = 50_000) -> TableAudit:
    now = datetime.now(UTC)
    return audit_table(con, suite, now, run_id="run-1", rows=rows, with_page=False)


def test_every_table_has_a_suite(con: Connection) -> None:
    found = con.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = 'wh'"
    ).fetchall()
    tables = {name if schema == "main" else f"{schema}.{name}" for schema, name in found}
    assert tables == {suite.table for suite in STANDING}
    assert all(suite.rules for suite in STANDING)


def test_every_rule_is_broken_by_something_and_has_a_name_of_its_own() -> None:
    names = [rule.name for _, rule in CASES]
    assert sorted(BREAKS) == sorted(names)
    assert len({*names, *(rule.name for rule in ALL_RULES)}) == len(names) + len(ALL_RULES)


@pytest.mark.parametrize(("suite", "rule"), CASES, ids=[rule.name for _, rule in CASES])
def test_a_rule_fails_on_the_row_made_to_break_it(
    con: Connection, suite: StandingSuite, rule: Rule
) -> None:
    alone = replace(suite, rules=(rule,))
    con.execute("begin transaction")
    try:
        con.execute(BREAKS[rule.name])
        (broken,) = ask(con, alone).findings
    finally:
        con.execute("rollback")
    assert broken.failed >= 1
    assert broken.examples[0].row_key


@pytest.mark.parametrize("suite", STANDING, ids=lambda suite: suite.table)
def test_every_rule_passes_on_the_repair(con: Connection, suite: StandingSuite) -> None:
    audit = ask(con, suite)
    assert audit.rows >= 1
    assert {one.rule.name: one.examples for one in audit.findings if one.failed} == {}


def test_rows_asked_in_parts_are_counted_together(con: Connection) -> None:
    suite = next(suite for suite in STANDING if suite.table == "documents")
    con.execute("begin transaction")
    try:
        con.execute("update documents set version_number = 9")
        whole, parts = ask(con, suite), ask(con, suite, rows=2)
    finally:
        con.execute("rollback")
    assert whole.rows == parts.rows == 3
    assert [(one.asked, one.failed) for one in whole.findings] == [
        (one.asked, one.failed) for one in parts.findings
    ]
    assert [len(one.examples) for one in parts.findings] == [0, 3, 0, 0]
