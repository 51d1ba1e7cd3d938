"""What a run fetched, named and could not read, as rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tasks.load.discoveries import discovery_rows
from tasks.load.operations import fetch_rows, quarantine_rows, run_row, source_run_row
from tasks.records import (
    ArchiveRef,
    Discovery,
    FetchedItem,
    FetchRecord,
    Harvest,
    ItemFailure,
    ParsedItem,
    UnDocument,
)
from warehouse.answers import KnownDiscovery, KnownSource
from warehouse.vocabulary import DocumentType, Outcome, Reason

NOW = datetime(2026, 5, 4, 6, 30, tzinfo=UTC)
BEFORE = NOW - timedelta(days=2)
ARCHIVE = ArchiveRef(file="run.warc.gz", offset=7, payload_sha256="ab" * 32)


def name(key: str, fingerprint: str = "new") -> Discovery:
    return Discovery(
        source_id="un_ga", key=key, url=f"https://docs.example/{key}", fingerprint=fingerprint
    )


def get(key: str) -> FetchedItem:
    return FetchedItem(
        discovery=name(key),
        archive=ARCHIVE,
        url=f"https://docs.example/{key}",
        content_type="application/pdf",
        fetched_at_utc=NOW,
    )


def fail(key: str, outcome: Outcome = Outcome.NOT_YET_AVAILABLE) -> ItemFailure:
    return ItemFailure(
        discovery=name(key), outcome=outcome, reason=Reason.NOT_PUBLISHED_YET, message="not there"
    )


def request(key: str, outcome: Outcome) -> FetchRecord:
    return FetchRecord(
        source_id="un_ga",
        url=f"https://docs.example/{key}",
        status=200 if outcome is Outcome.NEW else 304,
        outcome=outcome,
        archive=ARCHIVE if outcome is Outcome.NEW else None,
        fetched_at_utc=NOW,
    )


def harvest(**parts: object) -> Harvest:
    whole: dict[str, object] = {
        "source_id": "un_ga",
        "outcome": Outcome.NEW,
        "started_at_utc": NOW,
        "ended_at_utc": NOW,
    }
    return Harvest.model_validate(whole | parts)


def know(**states: str) -> KnownSource:
    return KnownSource(
        "un_ga",
        has_baseline=True,
        discoveries={
            key: KnownDiscovery(
                "old", state, 3, True, BEFORE, BEFORE, f"https://docs.example/{key}"
            )
            for key, state in states.items()
        },
    )


def test_what_was_got_is_fetched_and_what_failed_waits() -> None:
    found = harvest(
        discoveries=(name("a"), name("b"), name("c")),
        items=(get("a"),),
        failures=(fail("b"),),
        fetches=(request("a", Outcome.NEW), request("b", Outcome.NOT_YET_AVAILABLE)),
    )
    rows = discovery_rows(found, KnownSource("un_ga"), NOW)
    assert [(row.key, row.state, row.reason, row.attempts) for row in rows] == [
        ("a", "fetched", None, 1),
        ("b", "pending", "not_published_yet", 1),
        ("c", "pending", None, 0),
    ]
    assert [row.last_checked_at_utc for row in rows] == [NOW, NOW, None]


def test_only_the_first_load_of_a_source_is_history() -> None:
    found = harvest(discoveries=(name("a"),), items=(get("a"),))
    (first,) = discovery_rows(found, KnownSource("un_ga"), NOW)
    (later,) = discovery_rows(found, KnownSource("un_ga", has_baseline=True), NOW)
    assert (first.is_history, later.is_history) == (True, False)


def test_what_is_known_keeps_when_it_was_first_seen_and_counts_on() -> None:
    found = harvest(discoveries=(name("a"),), items=(get("a"),))
    (row,) = discovery_rows(found, know(a="pending"), NOW)
    assert (row.first_seen_at_utc, row.attempts, row.is_history) == (BEFORE, 4, True)
    assert (row.state, row.fingerprint) == ("fetched", "new")


def test_what_nobody_asked_for_keeps_its_stored_row() -> None:
    found = harvest(discoveries=(name("a"), name("b")))
    assert discovery_rows(found, know(a="fetched", b="pending"), NOW) == ()


def test_what_was_asked_again_and_is_unchanged_is_confirmed() -> None:
    found = harvest(discoveries=(name("a"),), fetches=(request("a", Outcome.UNCHANGED),))
    (row,) = discovery_rows(found, know(a="fetched"), NOW)
    assert (row.state, row.last_checked_at_utc, row.fingerprint) == ("fetched", NOW, "new")


def test_a_stopped_batch_leaves_nothing_got() -> None:
    found = harvest(discoveries=(name("a"),), items=(get("a"),))
    (row,) = discovery_rows(found, KnownSource("un_ga"), NOW, stopped=True)
    assert (row.state, row.reason) == ("pending", "below_minimum")


def test_what_waited_from_an_earlier_run_needs_no_listing() -> None:
    rows = discovery_rows(harvest(items=(get("old"),)), know(old="pending"), NOW)
    assert [(row.key, row.state) for row in rows] == [("old", "fetched")]


def test_requests_are_numbered_and_point_at_their_bytes() -> None:
    found = harvest(fetches=(request("a", Outcome.NEW), request("b", Outcome.UNCHANGED)))
    first, second = fetch_rows(found, "run-1")
    assert (first.position, second.position) == (1, 2)
    assert (first.archive_file, first.archive_offset) == ("run.warc.gz", 7)
    assert (second.status, second.payload_sha256) == (304, None)


def test_what_could_not_be_read_is_quarantined_with_its_bytes() -> None:
    unread = ParsedItem(
        source_id="un_ga", key="a", archive=ARCHIVE, reason=Reason.UNREADABLE, message="no text"
    )
    read = ParsedItem(
        source_id="un_ga", key="b", document=UnDocument(document_type=DocumentType.LETTER)
    )
    (row,) = quarantine_rows((unread, read), "run-1", NOW)
    assert (row.row_key, row.expectation, row.message) == ("a", "unreadable", "no text")
    assert row.payload_sha256 == ARCHIVE.payload_sha256
    (again,) = quarantine_rows((unread,), "run-2", NOW + timedelta(days=1))
    assert again.quarantine_id == row.quarantine_id


def test_a_source_run_counts_what_happened() -> None:
    found = harvest(
        discoveries=(name("a"), name("b")),
        items=(get("a"),),
        failures=(fail("b"), fail("c", Outcome.FAILED)),
    )
    row = source_run_row(found, KnownSource("un_ga"), "run-1", quarantined=2)
    assert (row.discovered, row.fetched, row.not_yet_available, row.failed) == (2, 1, 1, 1)
    assert (row.outcome, row.quarantined, row.is_baseline) == ("new", 2, True)


def test_a_failed_source_is_no_baseline_and_says_why() -> None:
    found = harvest(outcome=Outcome.FAILED, reason=Reason.EMPTY_LISTING, message="nothing listed")
    row = source_run_row(found, KnownSource("un_ga"), "run-1", quarantined=0)
    assert (row.outcome, row.reason, row.message) == ("failed", "empty_listing", "nothing listed")
    assert not row.is_baseline


def test_a_stopped_source_failed() -> None:
    found = harvest(items=(get("a"),))
    row = source_run_row(found, know(), "run-1", 0, stopped="1 listed, at least 5 expected")
    assert (row.outcome, row.reason) == ("failed", "below_minimum")
    assert row.message == "1 listed, at least 5 expected"


def test_a_run() -> None:
    row = run_row("run-1", NOW, "shell", Outcome.UNCHANGED)
    assert (row.run_id, row.outcome, row.ended_at_utc, row.inserted) == (
        "run-1",
        "unchanged",
        None,
        0,
    )
