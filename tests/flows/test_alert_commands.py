"""`herewith watches` and `herewith alerts` as people type them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tasks.alerting import make_composer
from tasks.settings import load_settings
from tasks.watching import load_watches
from tests.expectations.sample import make_letter
from tests.flows.test_commands import Door
from warehouse.connection import connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.outbox import RETRY_SCHEDULE, mark_failed
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot

TOML = """
[[watches]]
name = "fish"
note = "For the report."
words = ["sturgeon"]
channels = ["terminal"]
"""


@pytest.fixture
def herewith(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, home: Home
) -> Door:
    (tmp_path / "herewith.toml").write_text(TOML)
    monkeypatch.chdir(tmp_path)
    load_settings.cache_clear()
    return Door(monkeypatch, capsys)


@pytest.fixture
def told(herewith: Door, home: Home) -> Home:
    now = datetime.now(UTC)
    letter = make_letter(198)
    fresh = replace(letter, document=replace(letter.document, first_seen_at_utc=now))
    with connect_writer(home) as con:
        composer = make_composer(con, load_watches(load_settings()), now)
        load_batch(con, SourceBatch("run", "un_ga", [fresh]), composer, now)
    publish_snapshot(home, "run", kept=1)
    return home


def test_watches_are_listed_with_their_rule_and_note(herewith: Door) -> None:
    listed = json.loads(herewith("watches", "--json")[1])
    assert [one["watch"] for one in listed] == ["any new letter", "fish"]
    assert listed[1]["rule"] == ["words: sturgeon"]
    assert listed[1]["note"] == "For the report."
    assert "fish" in herewith("watches")[1]


def test_a_preview_shows_catches_and_a_bar_a_week(told: Home, herewith: Door) -> None:
    code, out, _ = herewith("watches", "preview", "fish", "--days", "14")
    assert code == 0
    assert "words “sturgeon”" in out
    assert out.count("week of ") in (2, 3)
    assert "fish: 1 in 14 days, 0.5 a week, of 1 documents." in out
    found = json.loads(herewith("watches", "preview", "fish", "--json")[1])
    assert len(found["catches"]) == 1
    assert sum(week["alerts"] for week in found["weeks"]) == 1


def test_alerts_are_listed_shown_delivered_and_sent_again(told: Home, herewith: Door) -> None:
    listed = json.loads(herewith("alerts", "--json")[1])
    assert {(one["recipient"], one["state"]) for one in listed} == {
        ("terminal", "pending"),
        ("feed", "pending"),
    }
    alert_id = next(one["alert_id"] for one in listed if one["recipient"] == "terminal")
    shown = herewith("alerts", "show", alert_id[:8])[1]
    assert shown.startswith("New letter: Azerbaijan")
    assert "fish: words “sturgeon”\n    For the report." in shown
    assert herewith("alerts", "show", alert_id, "--format", "html")[1].startswith("<div")
    assert json.loads(herewith("alerts", "show", alert_id, "--format", "json")[1])["type"]
    out = herewith("alerts", "deliver")[1]
    assert out.count("New letter: Azerbaijan") == 1
    assert "2 sent, 0 given up, 0 waiting." in out
    assert told.json_feed.is_file()
    assert herewith("alerts", "deliver", "--json")[1] == '{"sent": 0, "failed": 0, "pending": 0}\n'
    assert "1 in line again" in herewith("alerts", "resend", alert_id[:8])[1]
    assert "1 sent" in herewith("alerts", "deliver")[1]


def test_what_was_given_up_is_sent_again_together(told: Home, herewith: Door) -> None:
    now = datetime.now(UTC)
    alert_id = json.loads(herewith("alerts", "--json")[1])[0]["alert_id"]
    with connect_writer(told) as con:
        for _ in range(len(RETRY_SCHEDULE) + 1):
            mark_failed(con, alert_id, "no answer", now)
    assert "1 in line again" in herewith("alerts", "resend", "--failed")[1]


def test_mutes_are_set_listed_and_ended(told: Home, herewith: Door) -> None:
    out = herewith("alerts", "mute", "sender", "the Republic of Azerbaijan", "--for", "2w")[1]
    assert "sender AZE is muted until" in out
    assert "2 waiting messages stopped" in out
    assert "AZE" in herewith("alerts", "mutes")[1]
    assert json.loads(herewith("alerts", "mutes", "--json")[1])[0]["kind"] == "sender"
    assert "no longer muted" in herewith("alerts", "unmute", "sender", "AZ")[1]
    assert "Nothing is muted." in herewith("alerts", "mutes")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("watches", "preview", "fihs"), "the nearest is 'fish'"),
        (("alerts", "show", "zzz"), "no alert zzz"),
        (("alerts", "resend"), "--failed"),
        (("alerts", "mute", "watch", "fihs"), "the nearest is 'fish'"),
        (("alerts", "mute", "sender", "Icelnad"), "the nearest is 'Iceland'"),
        (("alerts", "mute", "source", "un_gg"), "un_gg"),
        (("alerts", "mute", "source", "un_ga", "--for", "soon"), "30m, 12h, 7d or 2w"),
        (("alerts", "unmute", "source", "un_ga"), "is muted"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_two(
    told: Home, herewith: Door, words: tuple[str, ...], said: str
) -> None:
    code, out, err = herewith(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [("run",), ("watches",), ("alerts", "deliver")])
def test_a_rule_that_cannot_be_evaluated_stops_everything_at_its_start(
    herewith: Door, words: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "herewith.toml").write_text(TOML + 'sql = "nothing_here"\n')
    load_settings.cache_clear()
    code, out, err = herewith(*words)
    assert (code, out) == (2, "")
    assert err.startswith("herewith: watch 'fish': sql: Binder Error")
    assert err.count("\n") == 1


def test_the_page_prints_the_retry_schedule() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "alerts.md").read_text(encoding="utf-8")
    waits = [
        f"{int(wait.total_seconds() // 60)} min"
        if wait.total_seconds() < 3600
        else f"{int(wait.total_seconds() // 3600)} h"
        for wait in RETRY_SCHEDULE
    ]
    assert f"| wait | {' | '.join(waits)} |" in page
