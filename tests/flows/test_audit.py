"""`herewith audit` as people type it, and the weekly audit's log, results and Data Docs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from prefect.logging import disable_run_logger

from flows.compare import audit_published
from tasks.settings import load_settings
from tasks.validate.audit import TABLES
from tests.expectations.standing import fill_tables
from tests.flows.test_commands import Door
from warehouse.connection import connect_writer
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot

SOUND = ("links", "ops.mutes")


@pytest.fixture
def herewith(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, home: Home
) -> Door:
    monkeypatch.chdir(tmp_path)
    load_settings.cache_clear()
    return Door(monkeypatch, capsys)


@pytest.fixture
def published(herewith: Door, home: Home) -> Home:
    with connect_writer(home) as con:
        fill_tables(con)
    publish_snapshot(home, "run-1", kept=1)
    return home


def spoil(home: Home, sql: str) -> None:
    with connect_writer(home) as con:
        con.execute(sql)
    publish_snapshot(home, "run-2", kept=1)


def count_results(home: Home) -> int:
    with connect_writer(home) as con:
        rows = con.execute(
            "select count(*) from ops.expectation_results where source_id = 'warehouse'"
        ).fetchall()
    return int(rows[0][0])


def test_sound_tables_hold_and_nothing_is_written(herewith: Door, published: Home) -> None:
    code, out, _ = herewith("audit", *SOUND)
    assert code == 0
    assert out == "7 rules asked of 3 rows in 2 tables: all hold.\n"
    assert count_results(published) == 0


def test_a_broken_row_is_named_and_the_exit_code_says_so(herewith: Door, published: Home) -> None:
    spoil(published, "update links set to_document_id = 'un:gone:en' where link_type = 'cites'")
    code, out, _ = herewith("audit", *SOUND, "--record")
    assert code == 3
    assert "link_leads_to_a_document" in out
    assert "cites un:gone:en" in out
    assert "1 are broken, 0 warn." in out
    assert count_results(published) == 7
    pages = {page.name for page in (published.quality / "warehouse").glob("*.html")}
    assert pages == {"links.html", "ops.mutes.html"}
    assert "link_leads_to_a_document" in (published.quality / "index.html").read_text("utf-8")


def test_a_warning_is_shown_and_is_no_failure(herewith: Door, published: Home) -> None:
    spoil(published, "update versions set loaded_at_utc = timestamptz '2999-01-01 00:00:00Z'")
    code, out, _ = herewith("audit", "versions", "--json")
    found = {one["rule"]: one for one in map(json.loads, out.splitlines())}
    assert code == 0
    assert (found["version_is_loaded_by_now"]["severity"]) == "warning"
    assert found["version_is_loaded_by_now"]["failed"] == found["version_is_loaded_by_now"]["asked"]
    assert found["versions_are_numbered"]["failed"] == 0


def test_an_unknown_table_and_an_empty_home_are_said_in_a_line(herewith: Door, home: Home) -> None:
    code, _, said = herewith("audit", "herrings")
    assert code == 2
    assert said.startswith("herewith: no table herrings; there are: documents, letters,")
    assert herewith("audit", "links")[0] == 2


def test_the_weekly_audit_says_what_is_broken_and_keeps_it(published: Home) -> None:
    spoil(published, "delete from documents where document_type = 'press_release'")
    with disable_run_logger():
        done = audit_published(published)
    assert {one.table for one in done.tables} == set(TABLES)
    assert {"press_releases_belong_to_documents", "link_leads_from_a_document"} <= set(done.errors)
    assert count_results(published) == sum(len(one.findings) for one in done.tables)
