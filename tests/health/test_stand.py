"""Health in one place: what needs a person is said, on the page and as metrics."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from tasks.health.metrics import render_metrics
from tasks.health.page import describe_age, draw_bars, measure_silence, render_page
from tasks.health.reading import read_health, write_health
from tasks.health.stand import Stand
from tasks.settings import Settings
from tests.replica.server import Replica
from tests.warehouse.past import SOURCES, run_like_the_monitor
from warehouse.connection import connect_writer
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = Home(tmp_path_factory.mktemp("health") / "home")
    with Replica() as replica:
        run_id = run_like_the_monitor(home, replica.url)
    publish_snapshot(home, run_id, kept=1)
    return Settings(home=home.root)


def change(settings: Settings, sql: str) -> None:
    with connect_writer(settings.paths) as con:
        con.execute(sql)
    publish_snapshot(settings.paths, "changed", kept=1)


def list_problems(stand: Stand) -> set[tuple[str, str]]:
    return {(one.subject, one.state) for one in stand.problems}


def test_a_home_without_a_run_says_so(tmp_path: Path) -> None:
    stand = read_health(Settings(home=tmp_path), datetime.now(UTC))

    assert list_problems(stand) == {("runs", "never_run")}
    assert "nothing has run yet" in render_page(stand)
    assert "herewith_problems 1.0" in render_metrics(stand)


def test_after_a_good_run_all_is_well(settings: Settings) -> None:
    stand = read_health(settings, datetime.now(UTC))

    assert stand.problems == ()
    assert stand.is_well
    assert stand.documents > stand.letters > 0
    asked = [one.source_id for one in stand.sources if one.stand is not None]
    assert sorted(asked) == sorted(SOURCES)


def test_a_schedule_that_stands_still_is_noticed(settings: Settings) -> None:
    stand = read_health(settings, datetime.now(UTC) + timedelta(hours=13))

    assert ("runs", "overdue") in list_problems(stand)


def test_a_source_that_is_silent_past_its_limit_is_noticed(settings: Settings) -> None:
    stand = read_health(settings, datetime.now(UTC) + timedelta(days=60))

    assert ("un_ga", "silent") in list_problems(stand)
    (un_ga,) = (one for one in stand.sources if one.source_id == "un_ga")
    assert measure_silence(un_ga, stand.as_of_utc) == 100


def test_messages_that_were_given_up_or_wait_too_long_are_noticed(settings: Settings) -> None:
    columns = "alert_id, event_id, event_type, reasons, recipient, channel, title, body_text,"
    columns += " body_html, state, attempts, next_attempt_at_utc, created_at_utc"
    row = "'e', 'new_letter', ['r'], 'x', 'apprise', 't', 't', 't'"
    change(
        settings,
        f"insert into ops.alerts ({columns}) values"  # noqa: S608
        f" ('one', {row}, 'failed', 7, null, now()),"
        f" ('two', {row}, 'pending', 1, now() - interval 1 day, now() - interval 2 day)",
    )

    stand = read_health(settings, datetime.now(UTC))

    assert list_problems(stand) == {("outbox", "failed"), ("outbox", "overdue")}
    change(settings, "delete from ops.alerts")
    assert read_health(settings, datetime.now(UTC)).is_well


def test_the_page_shows_every_source_and_escapes_what_comes_from_outside(
    settings: Settings,
) -> None:
    change(settings, "update ops.runs set trigger = '<script>alert(1)</script>'")
    stand = read_health(settings, datetime.now(UTC))

    page = BeautifulSoup(render_page(stand), "lxml")

    assert page.script is None
    assert "<script>alert(1)</script>" in page.get_text()
    assert all(one.source_id in page.get_text() for one in stand.sources)
    assert not page.select("[src], link, a[href^=http]")


def test_the_metrics_are_read_by_a_parser_of_the_format(settings: Settings) -> None:
    stand = read_health(settings, datetime.now(UTC))

    read = text_string_to_metric_families(render_metrics(stand))  # type: ignore[no-untyped-call]
    families = {one.name: one for one in read}

    assert families["herewith_documents"].samples[0].value == stand.documents
    news = families["herewith_source_last_new_timestamp_seconds"].samples
    assert {one.labels["source"] for one in news} == set(SOURCES)
    assert all(1.7e9 < one.value < 4e9 for one in news)


def test_page_and_metrics_stand_in_the_home(settings: Settings) -> None:
    write_health(settings, datetime.now(UTC))

    assert settings.paths.status_page.read_text().startswith("<!doctype html>")
    assert settings.paths.metrics.read_text().endswith("# EOF\n")
    assert not list(settings.home.glob("*.new"))


def test_bars_fill_the_chart_and_no_week_is_invisible() -> None:
    bars = draw_bars((0, 5, 10))

    assert [height for *_, height in bars] == [1.0, 11.0, 22.0]
    assert draw_bars(()) == ()


def test_ages_are_said_in_their_largest_unit() -> None:
    now = datetime(2026, 5, 4, tzinfo=UTC)

    spans = (timedelta(minutes=5), timedelta(hours=3), timedelta(days=9), timedelta(hours=-1))
    assert [describe_age(now - span, now) for span in spans] == [
        "5 min ago",
        "3 h ago",
        "9 d ago",
        "0 min ago",
    ]
    assert describe_age(None, now) == "–"
