"""`herewith show --versions`: what each version of a document changed, for people and programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import cli
from tasks.settings import load_settings
from tests.warehouse.builders import NOW, build_letter
from warehouse.connection import connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("HEREWITH_HOME", str(tmp_path))
    load_settings.cache_clear()
    home = Home(tmp_path)
    for number, title in enumerate(("Letter on herring", "Letter on \x1b[31mcod")):
        with connect_writer(home) as con:
            batch = SourceBatch(f"run-{number}", "un_ga", [build_letter(1, title=title)])
            load_batch(con, batch, lambda news: (), NOW)
    publish_snapshot(home, "run-1", kept=1)
    return home


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_people_see_old_and_new_and_no_control_characters(home: Home) -> None:
    shown = run("show", "A/80/1", "--versions")
    assert "Version 1, loaded 2026-05-04 06:30:00 from un_ga" in shown
    assert "Version 2 (current)" in shown
    assert "title, against version 1:" in shown
    assert "[-Letter on herring-]{+Letter on \ufffd[31mcod+}" in shown


def test_programs_get_the_versions_as_a_list(home: Home) -> None:
    first, second = json.loads(run("show", "S/2026/1", "--versions", "--json"))
    assert (first["changes"], first["is_current"]) == ([], False)
    assert second["changes"][0]["old_value"] == "Letter on herring"
    whole = json.loads(run("show", "S/2026/1", "--json"))
    assert whole["versions"] == [first, second]
    assert whole["withdrawals"] == []
