"""The commands as people type them: what they print, how they end, one line for what is wrong."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.cli import main
from flows.console import warn_without_contact
from tasks.normalise.seeds import build_seed_bundles
from warehouse.connection import connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.lock import hold_writer_lock
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.seeds.catalogue import load_catalogue

COUNT = "select count(*) as documents from documents"


class Door:
    """`herewith …` in this process: exit code, standard output, standard error."""

    def __init__(self, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self._patch = patch
        self._captured = captured

    def __call__(self, *words: str) -> tuple[int, str, str]:
        self._patch.setattr(sys, "argv", ["herewith", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self._captured.readouterr()
        return int(ended.value.code or 0), out, err


@pytest.fixture
def herewith(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Door:
    return Door(monkeypatch, capsys)


@pytest.fixture
def published(home: Home) -> Home:
    batch = SourceBatch("run-1", "seeds", bundles=build_seed_bundles(load_catalogue(), None))
    with connect_writer(home) as con:
        load_batch(con, batch, lambda news: (), datetime(2026, 1, 1, tzinfo=UTC))
    publish_snapshot(home, "run-1", kept=1)
    return home


def test_sql_answers_in_every_format(published: Home, herewith: Door, tmp_path: Path) -> None:
    assert "5" in herewith("sql", COUNT)[1]
    assert json.loads(herewith("sql", COUNT, "--json")[1]) == [{"documents": 5}]
    assert list(csv.reader(io.StringIO(herewith("sql", COUNT, "--format", "csv")[1]))) == [
        ["documents"],
        ["5"],
    ]
    out = tmp_path / "answer.parquet"
    assert herewith("sql", COUNT, "--format", "parquet", "-o", str(out))[0] == 0
    assert out.read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sql", "select * from nothing_here"), "nothing_here"),
        (("sql", "drop table documents"), "only questions"),
        (("sql", "select 1; select 2"), "one statement"),
        (("sql", "copy documents to 'x.csv'"), "only questions"),
        (("sql", COUNT, "--format", "parquet"), "--output"),
        (("sql", COUNT, "--format", "xlsx"), "xlsx"),
        (("show", "S/1999/1"), "S/1999/1"),
        (("run", "--source", "nobody"), "nobody"),
        (("run", "--seeds", "nowhere"), "nowhere"),
        (("parse", "nowhere.pdf"), "nowhere.pdf"),
        (("parse",), "FILES"),
        (("quarantine", "abc"), "abc"),
        (("up", "--every", "soon"), "soon"),
        (("nonsense",), "nonsense"),
        (("sources", "--nonsense"), "--nonsense"),
        (("sources", "check", "mfa_atlantis"), "mfa_atlantis"),
        (("sources", "check", "un_sc", "--items", "0"), "--items"),
        (("sources", "mfa_am"), "mfa_am"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_2(
    published: Home, herewith: Door, words: tuple[str, ...], said: str
) -> None:
    code, out, err = herewith(*words)
    assert (code, out) == (2, "")
    assert err.startswith("herewith: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HEREWITH_REPLICA", "https://un.example"),
        ("HEREWITH_REPLICA", "http://10.0.0.1:80"),
        ("HEREWITH_PACE", "0"),
        ("HEREWITH_PACE", "fast"),
        ("HEREWITH_SNAPSHOTS_KEPT", "0"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(
    herewith: Door, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    code, _, err = herewith("sources")
    assert code == 2
    assert err.count("\n") == 1
    assert name.removeprefix("HEREWITH_").lower() in err.lower()


def test_before_the_first_run_the_commands_say_so(home: Home, herewith: Door) -> None:
    code, _, err = herewith("sql", COUNT)
    assert code == 2
    assert "herewith run" in err
    assert herewith("sources")[0] == 0


def test_show_prints_a_document_with_its_annex_and_figures(published: Home, herewith: Door) -> None:
    _, out, _ = herewith("show", "seed:001")
    for words in ("2021-03-02", "Permanent Representative", "Annex", "S/2020/1104", "62"):
        assert words in out
    view = json.loads(herewith("show", "seed:001", "--json")[1])
    assert view["letter"]["agenda_items"] == ["34", "35", "40", "86"]


def test_sources_and_watches_and_alerts_print_json(published: Home, herewith: Door) -> None:
    sources = json.loads(herewith("sources", "--json")[1])
    assert {one["source"] for one in sources} >= {"mfa_am", "mfa_az", "un_ga", "un_probe", "un_sc"}
    (watch,) = json.loads(herewith("watches", "--json")[1])
    assert watch["recipients"] == ["terminal", "feed"]
    assert json.loads(herewith("alerts", "--json")[1]) == []
    assert json.loads(herewith("quarantine", "--json")[1]) == []


def test_one_bad_file_does_not_keep_the_others_from_being_read(
    herewith: Door, tmp_path: Path
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing follows")
    good = tmp_path / "good.txt"
    good.write_text(
        "S/2026/9001\n\nUnited Nations\n\nSecurity Council\n\nDistr.: General\n2 March 2026\n"
        "Original: English\n\nNote verbale dated 1 March 2026 from the Permanent Mission of\n"
        "Norway to the United Nations addressed to the Secretary-General\n"
        "The Permanent Mission of Norway presents its compliments to the Secretary-General.\n",
        encoding="utf-8",
    )
    code, out, err = herewith("parse", str(tmp_path / "bad.pdf"), str(good), "--json")
    assert code == 2
    assert "bad.pdf" in err
    assert err.count("\n") == 1
    fields = json.loads(out)
    assert (fields["document_type"], fields["symbols"]) == ("note_verbale", ["S/2026/9001"])


def test_a_second_run_is_told_at_once_that_one_is_working(home: Home, herewith: Door) -> None:
    with hold_writer_lock(home):
        code, out, err = herewith("run")
    assert (code, out, err.count("\n")) == (4, "", 1)
    assert "writing to the warehouse" in err


@pytest.mark.parametrize(
    ("name", "value", "is_told"),
    [
        ("HEREWITH_HTTP2", "false", True),
        ("HEREWITH_CONTACT", "mailto:watch@example.org", False),
        ("HEREWITH_REPLICA", "http://127.0.0.1:9", False),
    ],
)
def test_who_asks_the_world_without_a_contact_is_told(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    is_told: bool,
) -> None:
    monkeypatch.setenv(name, value)
    warn_without_contact()
    assert ("HEREWITH_CONTACT" in capsys.readouterr().err) is is_told
