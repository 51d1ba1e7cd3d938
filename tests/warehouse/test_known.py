"""What a source is asked for next rests only on what was loaded before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.fetch.wanted import choose_wanted, look_back
from tasks.records import Discovery
from tasks.sources.registry import find_source
from tests.warehouse.builders import (
    NOW,
    build_discovery,
    build_fetch,
    build_letter,
    build_source_run,
    compose_one_each,
)
from warehouse.answers import KnownDiscoveries, KnownDiscovery, KnownSource, Validators
from warehouse.changes import select_news
from warehouse.connection import Connection, connect_writer
from warehouse.identity import rename_bundle
from warehouse.known import (
    open_known_sources,
    read_content_hashes,
    read_known_source,
    resolve_identities,
)
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.rows import DiscoveryRow, FetchRow

FEED = "https://feeds.example/ga"
YEAR = timedelta(days=365)


def load_run(con: Connection, run_id: str, *fetches: FetchRow, outcome: str = "unchanged") -> None:
    source_run = build_source_run(run_id, outcome=outcome)
    batch = SourceBatch(run_id, "un_ga", fetches=fetches, source_run=source_run)
    load_batch(con, batch, compose_one_each, NOW)


def test_a_source_never_seen_has_no_baseline(con: Connection) -> None:
    known = read_known_source(con, "un_ga")
    assert not known.has_baseline
    assert known.discoveries == {}


def test_the_newest_answer_gives_the_validators(con: Connection) -> None:
    load_run(con, "run-1", build_fetch("run-1", etag='"one"'))
    load_run(con, "run-2", build_fetch("run-2", etag='"two"', at=NOW + timedelta(hours=1)))
    not_modified = build_fetch("run-3", status=304, etag=None, at=NOW + timedelta(hours=2))
    load_run(con, "run-3", not_modified)
    known = read_known_source(con, "un_ga")
    assert known.validators == {FEED: Validators('"two"', None)}
    assert known.payload_hashes == {FEED: 'sha-"two"'}


def test_answers_of_a_run_whose_load_failed_do_not_count(con: Connection) -> None:
    load_run(con, "run-1", build_fetch("run-1"))
    later = build_fetch("run-2", etag='"two"', at=NOW + timedelta(hours=1))
    load_run(con, "run-2", later, outcome="failed")
    assert read_known_source(con, "un_ga").validators == {FEED: Validators('"one"', None)}


@pytest.mark.parametrize(("state", "has_baseline"), [("pending", False), ("fetched", True)])
def test_a_source_has_its_baseline_once_anything_of_it_was_got(
    con: Connection, state: str, has_baseline: bool
) -> None:
    # Also in a run that failed in part: else a page that is broken for good would silence it.
    item = DiscoveryRow(
        "un_ga", "A/1", FEED, None, None, None, "print", state, None, 1, True, NOW, NOW
    )
    source_run = build_source_run("run-1", outcome="failed")
    batch = SourceBatch("run-1", "un_ga", discoveries=(item,), source_run=source_run)
    load_batch(con, batch, compose_one_each, NOW)
    assert read_known_source(con, "un_ga").has_baseline is has_baseline


def test_two_sources_of_one_run_do_not_overwrite_each_others_requests(con: Connection) -> None:
    load_run(con, "run-1", build_fetch("run-1"))
    other = replace(build_source_run("run-1"), source_id="un_sc")
    fetch = replace(build_fetch("run-1"), source_id="un_sc", url="https://feeds.example/sc")
    batch = SourceBatch("run-1", "un_sc", fetches=[fetch], source_run=other)
    load_batch(con, batch, compose_one_each, NOW)
    assert con.execute("select count(*) from ops.fetches").fetchall() == [(2,)]


def test_discoveries_come_back_by_key(con: Connection) -> None:
    rows = (build_discovery("A/80/1"), build_discovery("A/80/2", state="pending"))
    load_batch(con, SourceBatch("run-1", "un_ga", discoveries=rows), compose_one_each, NOW)
    known = read_known_source(con, "un_ga").discoveries
    assert {key: item.state for key, item in known.items()} == {
        "A/80/1": "fetched",
        "A/80/2": "pending",
    }
    assert known["A/80/1"].first_seen_at_utc == NOW
    assert known["A/80/1"].url == "https://documents.example/A/80/1"


def test_hashes_of_what_is_stored(con: Connection) -> None:
    bundle = build_letter(1)
    load_batch(con, SourceBatch("run-1", "un_ga", [bundle]), compose_one_each, NOW)
    found = read_content_hashes(con, [bundle.document.document_id, "un:A/80/77:en"])
    assert found == {bundle.document.document_id: bundle.document.content_sha256}


def test_only_news_need_checking(con: Connection) -> None:
    load_batch(con, SourceBatch("run-1", "un_ga", [build_letter(1)]), compose_one_each, NOW)
    bare, new = build_letter(1, has_text=False), build_letter(2)
    assert select_news(con, [build_letter(1), bare, new]) == (new,)


def test_two_stored_documents_under_one_joint_letter_keep_the_first(con: Connection) -> None:
    first = build_letter(1, symbols=("S/2026/1",))
    second = build_letter(1, symbols=("A/80/1",))
    for number, bundle in enumerate((first, second)):
        batch = SourceBatch(f"run-{number}", "un_ga", [bundle])
        load_batch(con, batch, compose_one_each, NOW + timedelta(hours=number))
    resolved = resolve_identities(con, [build_letter(1, symbols=("A/80/1", "S/2026/1"))])
    assert [bundle.document.document_id for bundle in resolved] == ["un:S/2026/1:en"]


@pytest.mark.parametrize("part", ["letter", "annexes", "symbols", "agenda_items", "figures"])
def test_a_new_identity_stands_everywhere(part: str) -> None:
    renamed = rename_bundle(build_letter(1), "un:X/1:en")
    rows = getattr(renamed, part)
    for row in rows if isinstance(rows, tuple) else (rows,):
        assert row.document_id == "un:X/1:en"


def test_of_what_is_old_only_the_waiting_is_at_hand_and_the_rest_can_be_asked_for(
    home: Home,
) -> None:
    rows = [
        replace(build_discovery("young"), first_seen_at_utc=NOW),
        replace(build_discovery("waiting", state="pending"), first_seen_at_utc=NOW - YEAR),
        replace(build_discovery("old"), first_seen_at_utc=NOW - YEAR),
    ]
    with connect_writer(home) as con:
        load_batch(con, SourceBatch("run-1", "un_ga", discoveries=rows), compose_one_each, NOW)
        whole = read_known_source(con, "un_ga").discoveries
    known = open_known_sources(home, {"un_ga": NOW - timedelta(days=60)})["un_ga"]
    assert known.has_baseline
    assert set(known.discoveries) == {"young", "waiting"}
    known.recall(["old", "never"])
    assert known.discoveries["old"] == whole["old"]
    assert "never" not in known.discoveries
    assert dict(known.discoveries) == dict(whole)


def test_keys_are_looked_up_once(home: Home) -> None:
    asked: list[tuple[str, ...]] = []

    def look_up(keys: Sequence[str]) -> dict[str, KnownDiscovery]:
        asked.append(tuple(keys))
        return {}

    discoveries = KnownDiscoveries({}, look_up)
    assert discoveries.get("a") is None
    assert "a" not in discoveries
    discoveries.recall(["a", "b", "b"])
    assert discoveries.get("b") is None
    assert asked == [("a",), ("b",)]


def test_a_304_carries_the_validators_on_when_the_answer_is_long_ago(con: Connection) -> None:
    load_run(con, "run-1", build_fetch("run-1", at=NOW - YEAR))
    load_run(con, "run-2", build_fetch("run-2", status=304))
    known = read_known_source(con, "un_ga", NOW - timedelta(days=60))
    assert known.validators == {FEED: Validators('"one"', None)}
    assert known.payload_hashes == {}
    assert read_known_source(con, "un_ga").payload_hashes == {FEED: 'sha-"one"'}


STATES = st.builds(
    KnownDiscovery,
    fingerprint=st.sampled_from(["f", "g"]),
    state=st.sampled_from(["fetched", "pending"]),
    attempts=st.integers(0, 30),
    is_history=st.booleans(),
    first_seen_at_utc=st.integers(0, 400).map(lambda days: NOW - timedelta(days=days)),
    last_checked_at_utc=st.none()
    | st.integers(0, 400).map(lambda days: NOW - timedelta(days=days)),
    url=st.just("https://documents.example/1"),
)


@given(
    remembered=st.dictionaries(st.sampled_from("abcdefgh"), STATES),
    listed=st.sets(st.sampled_from("abcdefghij")),
)
def test_what_is_wanted_is_the_same_with_the_recent_at_hand(
    remembered: dict[str, KnownDiscovery], listed: set[str]
) -> None:
    source = find_source("un_ga")
    since = look_back(source, NOW)
    recent = {
        key: one
        for key, one in remembered.items()
        if one.state != "fetched" or one.first_seen_at_utc >= since
    }
    lazy = KnownDiscoveries(
        recent, lambda keys: {k: remembered[k] for k in keys if k in remembered}
    )
    named = [
        Discovery(source_id="un_ga", key=key, url="https://documents.example/1", fingerprint="f")
        for key in sorted(listed)
    ]
    whole, part = KnownSource("un_ga", True, remembered), KnownSource("un_ga", True, lazy)
    wanted = choose_wanted(named, whole, source, NOW)
    assert set(choose_wanted(named, part, source, NOW)) == set(wanted)
