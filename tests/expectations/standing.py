"""For every rule of a standing table the SQL that breaks it, over a warehouse with one of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.warehouse.builders import (
    NOW,
    build_discovery,
    build_fetch,
    build_letter,
    build_quarantined,
    build_release,
    build_run,
    build_source_run,
    compose_one_each,
)
from warehouse.connection import Connection, transaction
from warehouse.history_rows import QuarantineAttemptRow, WithdrawalRow
from warehouse.loading import SourceBatch, load_batch, record_run
from warehouse.merging import insert_missing, merge_rows
from warehouse.rows import (
    CatalogueRow,
    ConditionRow,
    CorrectionRow,
    ExpectationResultRow,
    LinkRow,
    MuteRow,
    UnlinkedRow,
)

LATER = NOW + timedelta(days=1)
_SHA256 = "ab" * 32


def fill_tables(con: Connection) -> None:
    """Write at least one row into every table, all of them sound."""
    held = replace(build_quarantined(), payload_sha256=_SHA256)
    first = SourceBatch(
        "run-1",
        "un_ga",
        [build_letter(1), build_letter(2), build_release()],
        quarantine=[held],
        results=[_RESULT],
        discoveries=[build_discovery()],
        fetches=[replace(build_fetch(), payload_sha256=_SHA256)],
        source_run=build_source_run(),
        run=build_run(),
    )
    load_batch(con, first, compose_one_each, NOW)
    changed = [build_letter(1, title="Letter on the counting of cod")]
    load_batch(con, SourceBatch("run-1", "un_ga", changed), compose_one_each, LATER)
    letter, other, release = _list_ids(con)
    for rows in (
        [CorrectionRow(letter, "title", '"a"', '"b"', "a slip", date(2026, 4, 2), "A. Reader")],
        [_make_record(letter)],
        [LinkRow(other, letter, "cites", "A/80/1"), LinkRow(release, letter, "reports", "A/80/1")],
        [WithdrawalRow(letter, "unlisted", NOW, None, "un_ga", "not there", "possible", 1, LATER)],
        [
            QuarantineAttemptRow(
                held.quarantine_id, "run-1", "un_ga", "A/80/99", "x", "held", None, NOW
            )
        ],
        [MuteRow("source", "un_ga", LATER, NOW)],
        [ConditionRow("source", "un_ga", "failing", None, "no answer", NOW, 1, NOW, "t")],
        [UnlinkedRow(letter)],
    ):
        insert_missing(con, rows)
    con.execute("update ops.alerts set state = 'sent', sent_at_utc = ? where attempts = 0", [NOW])
    with transaction(con):
        merge_rows(con, [replace(build_source_run(), inserted=3)])
        record_run(con, replace(build_run(), ended_at_utc=LATER))


def _list_ids(con: Connection) -> list[str]:
    rows = con.execute(
        "select document_id from documents order by document_type, document_id"
    ).fetchall()
    return [name for (name,) in rows]


_RESULT = ExpectationResultRow(
    "run-1", "un_ga", "documents", "body_has_text", "body", "error", True, 3, 0, NOW
)


def _make_record(document_id: str) -> CatalogueRow:
    empty: tuple[str, ...] = ()
    return CatalogueRow(
        source_id="library",
        record_id="1",
        document_id=document_id,
        symbols=("A/80/1",),
        title="Letter",
        document_date=date(2026, 4, 1),
        record_types=empty,
        categories=empty,
        subjects=empty,
        authors=(),
        agenda=(),
        files=(),
        languages=("en",),
        related=empty,
        notes=empty,
        batches=empty,
        changed=None,
        payload_sha256=_SHA256,
        loaded_at_utc=NOW,
    )


_AHEAD = "timestamptz '2999-01-01 00:00:00Z'"
_BEFORE = "timestamptz '1999-01-01 00:00:00Z'"


def _double(table: str) -> str:
    return f"insert into {table} from {table} limit 1"


def _spoil(table: str, change: str, where: str = "true") -> str:
    return f"update {table} set {change} where {where}"  # noqa: S608


PARTS = (
    "letters",
    "press_releases",
    "annexes",
    "document_symbols",
    "agenda_items",
    "citations",
    "figures",
)

BREAKS: dict[str, str] = {
    **{f"{table}_belong_to_documents": _spoil(table, "document_id = 'gone'") for table in PARTS},
    **{f"{table}_are_not_doubled": _double(table) for table in PARTS},
    "documents_are_not_doubled": _double("documents"),
    "document_is_a_version": _spoil("documents", "version_number = 9"),
    "symbols_have_rows": "delete from document_symbols",
    "document_is_seen_by_now": _spoil("documents", f"first_seen_at_utc = {_AHEAD}"),
    "version_belongs_to_a_document": _spoil("versions", "document_id = 'gone'"),
    "versions_are_numbered": _spoil("versions", "version_number = 3", "version_number = 2"),
    "version_hash_has_known_form": _spoil("versions", "content_sha256 = 'short'"),
    "bytes_of_version_can_be_found": _spoil(
        "versions", "archive_file = 'a.warc.gz', archive_offset = null"
    ),
    "version_is_loaded_by_now": _spoil("versions", f"loaded_at_utc = {_AHEAD}"),
    "change_belongs_to_a_version": _spoil("version_changes", "version_number = 9"),
    "change_is_from_a_version": _spoil("version_changes", "previous_version = 0"),
    "change_goes_forward": _spoil("version_changes", "previous_version = version_number"),
    "change_says_something": _spoil(
        "version_changes", "old_value = null, new_value = null, text_diff = null"
    ),
    "correction_belongs_to_a_document": _spoil("corrections", "document_id = 'gone'"),
    "correction_changes_something": _spoil("corrections", "corrected_value = source_value"),
    "correction_has_a_reason": _spoil("corrections", "reason = ' '"),
    "correction_is_reviewed": _spoil("corrections", "reviewed_by = ''"),
    "correction_is_reported_by_now": _spoil("corrections", "reported_date = '2999-01-01'"),
    "record_belongs_to_a_document": _spoil("catalogue_records", "document_id = 'gone'"),
    "record_date_is_plausible": _spoil("catalogue_records", "document_date = '1899-01-01'"),
    "record_hash_has_known_form": _spoil("catalogue_records", "payload_sha256 = 'short'"),
    "record_is_loaded_by_now": _spoil("catalogue_records", f"loaded_at_utc = {_AHEAD}"),
    "withdrawal_is_of_a_document": _spoil("ops.withdrawals", "document_id = 'gone'"),
    "withdrawal_type_is_known": _spoil("ops.withdrawals", "withdrawal_type = 'lost'"),
    "certainty_is_known": _spoil("ops.withdrawals", "certainty = 'perhaps'"),
    "withdrawal_was_seen": _spoil("ops.withdrawals", "looks = 0"),
    "withdrawal_ends_after_it_began": _spoil("ops.withdrawals", f"ended_at_utc = {_BEFORE}"),
    "link_leads_from_a_document": _spoil("links", "from_document_id = 'gone'"),
    "link_leads_to_a_document": _spoil("links", "to_document_id = 'gone'"),
    "link_type_is_known": _spoil("links", "link_type = 'likes'"),
    "document_is_not_linked_to_itself": _spoil("links", "to_document_id = from_document_id"),
    "link_has_evidence": _spoil("links", "evidence = ''"),
    "what_waits_for_links_is_a_document": _spoil("ops.unlinked", "document_id = 'gone'"),
    "runs_are_not_doubled": _double("ops.runs"),
    "run_ends_after_it_began": _spoil("ops.runs", f"ended_at_utc = {_BEFORE}"),
    "trigger_is_known": _spoil("ops.runs", "trigger = 'magic'"),
    "run_outcome_is_known": _spoil("ops.runs", "outcome = 'fine'"),
    "run_counts_are_counts": _spoil("ops.runs", "alerts = -1"),
    "run_is_the_sum_of_its_sources": _spoil("ops.runs", "inserted = 7"),
    "source_run_belongs_to_a_run": _spoil("ops.source_runs", "run_id = 'gone'"),
    "source_outcome_is_known": _spoil("ops.source_runs", "outcome = 'fine'"),
    "source_reason_is_known": _spoil("ops.source_runs", "reason = 'bad luck'"),
    "failed_source_says_why": _spoil("ops.source_runs", "outcome = 'failed'"),
    "source_ends_after_it_began": _spoil("ops.source_runs", f"ended_at_utc = {_BEFORE}"),
    "source_counts_are_counts": _spoil("ops.source_runs", "noop = -1"),
    "request_belongs_to_a_run": _spoil("ops.fetches", "run_id = 'gone'"),
    "requests_are_numbered": _spoil("ops.fetches", "position = 0"),
    "request_outcome_is_known": _spoil("ops.fetches", "outcome = 'fine'"),
    "failed_request_says_why": _spoil("ops.fetches", "outcome = 'failed', reason = null"),
    "status_is_one_of_http": _spoil("ops.fetches", "status = 99"),
    "address_is_one_of_the_web": _spoil("ops.fetches", "url = 'herring'"),
    "payload_hash_has_known_form": _spoil("ops.fetches", "payload_sha256 = 'short'"),
    "answer_can_be_found": _spoil("ops.fetches", "archive_file = null, archive_offset = 1"),
    "request_was_made_by_now": _spoil("ops.fetches", f"fetched_at_utc = {_AHEAD}"),
    "items_are_not_doubled": _double("ops.discoveries"),
    "state_of_item_is_known": _spoil("ops.discoveries", "state = 'lost'"),
    "attempts_are_counted": _spoil("ops.discoveries", "attempts = -1"),
    "item_has_a_fingerprint": _spoil("ops.discoveries", "fingerprint = ''"),
    "item_was_seen_by_now": _spoil("ops.discoveries", f"first_seen_at_utc = {_AHEAD}"),
    "item_is_asked_for_after_it_is_named": _spoil(
        "ops.discoveries", f"last_checked_at_utc = {_BEFORE}"
    ),
    "migrations_are_numbered": "delete from ops.migrations where version = 3",
    "migration_hash_has_known_form": _spoil("ops.migrations", "sha256 = 'short'"),
    "migration_is_applied_by_now": _spoil("ops.migrations", f"applied_at_utc = {_AHEAD}"),
    "held_rows_are_not_doubled": _double("ops.quarantine"),
    "held_row_names_its_rule": _spoil("ops.quarantine", "expectation = ''"),
    "held_row_says_why": _spoil("ops.quarantine", "message = ' '"),
    "bytes_of_held_row_can_be_found": _spoil("ops.quarantine", "archive_offset = 5"),
    "held_hash_has_known_form": _spoil("ops.quarantine", "payload_sha256 = 'short'"),
    "row_was_held_by_now": _spoil("ops.quarantine", f"quarantined_at_utc = {_AHEAD}"),
    "attempt_is_at_a_held_row": _spoil("ops.quarantine_attempts", "quarantine_id = 'gone'"),
    "attempt_outcome_is_known": _spoil("ops.quarantine_attempts", "outcome = 'fine'"),
    "attempt_was_made_by_now": _spoil("ops.quarantine_attempts", f"attempted_at_utc = {_AHEAD}"),
    "severity_is_known": _spoil("ops.expectation_results", "severity = 'mild'"),
    "no_more_rows_fail_than_were_asked": _spoil(
        "ops.expectation_results", "unexpected_count = 4, is_success = false"
    ),
    "verdict_fits_its_count": _spoil("ops.expectation_results", "is_success = false"),
    "check_was_made_by_now": _spoil("ops.expectation_results", f"checked_at_utc = {_AHEAD}"),
    "messages_are_not_doubled": _double("ops.alerts"),
    "message_is_about_a_document": _spoil("ops.alerts", "document_id = 'gone'"),
    "state_of_message_is_known": _spoil("ops.alerts", "state = 'lost'"),
    "event_is_known": _spoil("ops.alerts", "event_type = 'party'"),
    "tries_are_counted": _spoil("ops.alerts", "attempts = -1"),
    "message_has_a_title": _spoil("ops.alerts", "title = ''"),
    "sent_message_says_when": _spoil("ops.alerts", "state = 'sent', sent_at_utc = null"),
    "waiting_message_is_not_sent": _spoil("ops.alerts", "state = 'pending'"),
    "message_was_written_by_now": _spoil("ops.alerts", f"created_at_utc = {_AHEAD}"),
    "kind_of_mute_is_known": _spoil("ops.mutes", "kind = 'weather'"),
    "mute_ends_after_it_began": _spoil("ops.mutes", f"until_at_utc = {_BEFORE}"),
    "kind_of_condition_is_known": _spoil("ops.conditions", "kind = 'weather'"),
    "condition_is_known": _spoil("ops.conditions", "state = 'fine'"),
    "alarms_are_counted": _spoil("ops.conditions", "alarms = -1"),
    "alarm_says_when": _spoil("ops.conditions", "last_alarm_at_utc = null"),
}
"""Rule to the statement after which a row breaks it; taking it back is the repair."""
