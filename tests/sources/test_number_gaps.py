"""The gap report: the view says what the pure function says, and the command prints it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from flows.commands.gaps import FORMS, gaps
from tasks.sources.registry import find_source, series_parser
from tasks.sources.series import Gap, find_gaps
from warehouse.connection import Connection, connect_writer, open_empty
from warehouse.lock import hold_writer_lock
from warehouse.migrate import apply_migrations
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot

MARCH = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def con() -> Iterator[Connection]:
    with open_empty() as opened:
        apply_migrations(opened)
        yield opened


def name(
    con: Connection, source_id: str, *keys: str, state: str = "fetched", seen: datetime = MARCH
) -> None:
    """Let a source have named these items."""
    for key in keys:
        con.execute(
            "insert into ops.discoveries (source_id, key, url, fingerprint, state, attempts,"
            " is_history, first_seen_at_utc, last_checked_at_utc)"
            " values (?, ?, 'https://x.example', 'f', ?, 1, false, ?, ?)",
            [source_id, key, state, seen, seen],
        )


def read(con: Connection, series: str, year: int) -> tuple[Gap, ...]:
    rows = con.execute(
        "select first_number, last_number, missing from number_gaps"
        " where series = ? and year = ? order by 1",
        [series, year],
    ).fetchall()
    found = tuple(Gap(first, last) for first, last, _ in rows)
    assert [gap.missing for gap in found] == [missing for _, _, missing in rows]
    return found


def test_view_and_function_find_the_same_gaps(con: Connection) -> None:
    here = (7, 8, 11, 12, 20, 31)
    name(con, "un_sc", *(f"S/2026/{number}" for number in here))
    assert read(con, "un_security_council", 2026) == find_gaps(here, 7, 31)


def test_a_number_that_waits_or_has_only_an_addendum_is_missing_but_named(con: Connection) -> None:
    name(con, "un_sc", "S/2026/5", "S/2026/8", "S/2026/9/Add.1", "S/PV.9", "S/RES/2728 (2026)")
    name(con, "un_ga", "S/2026/6", state="pending")
    rows = con.execute(
        "select first_number, last_number, missing, named, asked from number_gaps order by 1"
    ).fetchall()
    assert rows == [(6, 7, 2, 1, 1), (9, 9, 1, 1, 1)]


def test_what_was_only_asked_for_stretches_no_series(con: Connection) -> None:
    name(con, "un_sc", "S/2026/5", "S/2026/7")
    name(con, "un_probe", "S/2026/6", "S/2026/8", "S/2026/9", state="pending")
    assert read(con, "un_security_council", 2026) == (Gap(6, 6),)
    name(con, "un_probe", "S/2026/6", "S/2026/10")
    assert read(con, "un_security_council", 2026) == (Gap(8, 9),)


def test_a_year_that_began_while_we_watched_begins_with_1(con: Connection) -> None:
    name(con, "mfa_az", "no31226", "no00327", "no00427", "/en/news/postal-day")
    assert read(con, "mfa_az_releases", 2026) == ()
    assert read(con, "mfa_az_releases", 2027) == (Gap(1, 2),)


def test_years_before_the_watch_are_marked(con: Connection) -> None:
    name(con, "un_sc", "S/2025/3", "S/2025/9", "S/2026/7", "S/2026/9")
    rows = con.execute("select year, is_watched from number_gaps order by 1").fetchall()
    assert rows == [(2025, False), (2026, True)]


def test_each_turkish_series_counts_for_itself(con: Connection) -> None:
    name(con, "mfa_tr", "no187-2026", "no190-2026", "qa15-2026", "qa16-2026", "/visit.en.mfa")
    assert read(con, "mfa_tr_no", 2026) == (Gap(188, 189),)
    assert read(con, "mfa_tr_qa", 2026) == ()


def test_a_document_that_came_another_way_fills_the_gap(con: Connection) -> None:
    name(con, "un_sc", "S/2026/5", "S/2026/7")
    con.execute(
        "insert into documents (document_id, document_type, source_id, symbols, is_reissued,"
        " has_text, findings, is_history, version_number, content_sha256, first_seen_at_utc,"
        " changed_at_utc) values ('d', 'letter', 'un_ga', ['A/80/1', 'S/2026/6'], false, true,"
        " [], false, 1, 'h', ?, ?)",
        [MARCH, MARCH],
    )
    con.execute("insert into document_symbols values ('d', 'S/2026/6', 2, null, false)")
    assert read(con, "un_security_council", 2026) == ()


def test_series_and_view_and_command_write_numbers_alike(con: Connection) -> None:
    name(con, "un_sc", "S/2026/5")
    name(con, "mfa_az", "no00726")
    name(con, "mfa_tr", "no187-2026", "qa15-2026")
    rows = con.execute("select series, name, year, number from number_series").fetchall()
    assert {row[0] for row in rows} == set(FORMS)
    for series, printed, year, number in rows:
        assert FORMS[series].format(year=year, number=number, short_year=year % 100) == printed
    assert series_parser(find_source("un_probe")).write(2026, 5) == "S/2026/5"


def test_the_command_prints_gaps_and_their_absence(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path_factory.mktemp("home"))
    monkeypatch.setenv("HEREWITH_HOME", str(home.root))
    with hold_writer_lock(home):
        with connect_writer(home) as con:
            name(con, "mfa_az", "no28026", "no28126")
        publish_snapshot(home, "run-1", kept=1)
        assert "No gaps" in CliRunner().invoke(gaps, []).output
        with connect_writer(home) as con:
            name(con, "mfa_az", "no28426")
        publish_snapshot(home, "run-2", kept=1)
    shown = CliRunner().invoke(gaps, []).output
    assert "No:282/26" in shown
    (gap,) = json.loads(CliRunner().invoke(gaps, ["--json"]).output)
    assert (gap["from"], gap["to"], gap["missing"]) == ("No:282/26", "No:283/26", 2)
