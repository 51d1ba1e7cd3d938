"""A large file is copied when readers would miss something, and only then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.warehouse.builders import (
    NOW,
    build_discovery,
    build_fetch,
    build_letter,
    build_quarantined,
    build_run,
    build_source_run,
    compose_one_each,
)
from warehouse import news
from warehouse.connection import connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.news import has_news
from warehouse.paths import Home
from warehouse.publishing import publish_news, read_manifest


@pytest.fixture
def large(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with one letter published, whose file counts as large."""
    monkeypatch.setattr(news, "CHEAP_BYTES", 0)
    run(home, "run-1", bundles=[build_letter(1)])
    publish_news(home, "run-1", kept=2)
    return home


def run(home: Home, run_id: str, **parts: object) -> None:
    batch = SourceBatch(
        run_id,
        "un_ga",
        fetches=[build_fetch(run_id)],
        source_run=replace(build_source_run(run_id), outcome="unchanged"),
        run=build_run(run_id),
    )
    with connect_writer(home) as con:
        load_batch(con, replace(batch, **parts), compose_one_each, NOW)  # type: ignore[arg-type]


def is_copied(home: Home, run_id: str, *, if_cheap: bool = False) -> bool:
    before = home.published.stat().st_ino
    manifest = publish_news(home, run_id, kept=2, if_cheap=if_cheap)
    assert manifest == read_manifest(home)
    return home.published.stat().st_ino != before


def test_a_run_with_nothing_new_copies_nothing(large: Home) -> None:
    run(large, "run-2", bundles=[build_letter(1)])
    assert not is_copied(large, "run-2")
    assert has_news(large, datetime.now(UTC) + timedelta(days=2))


@pytest.mark.parametrize(
    "parts",
    [
        {"bundles": [build_letter(2)]},
        {"bundles": [build_letter(1, title="Letter on the counting of cod")]},
        {"quarantine": [build_quarantined()]},
        {"discoveries": [build_discovery("A/80/77", "pending")]},
        {"source_run": build_source_run("run-3", outcome="failed")},
    ],
    ids=["letter", "version", "quarantine", "pending", "failed"],
)
def test_what_readers_would_miss_is_published(large: Home, parts: dict[str, object]) -> None:
    run(large, "run-2", **parts)
    assert is_copied(large, "run-2")
    run(large, "run-3", **parts)
    assert not is_copied(large, "run-3")


def test_an_alert_that_was_sent_waits_for_the_next_run(large: Home) -> None:
    with connect_writer(large) as con:
        con.execute("update ops.alerts set state = 'sent', attempts = 1, sent_at_utc = now()")
    assert not is_copied(large, "run-1", if_cheap=True)
    assert is_copied(large, "run-2")


def test_a_publish_that_was_killed_before_its_manifest_is_made_again(large: Home) -> None:
    manifest = large.manifest.read_text(encoding="utf-8")
    large.manifest.write_text(manifest.replace('"size_bytes": ', '"size_bytes": 1'), "utf-8")
    assert is_copied(large, "run-2")


def test_a_small_file_is_published_after_every_run(home: Home) -> None:
    run(home, "run-1", bundles=[build_letter(1)])
    publish_news(home, "run-1", kept=2)
    run(home, "run-2")
    assert is_copied(home, "run-2", if_cheap=True)
