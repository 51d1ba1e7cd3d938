"""Versions, what changed between them, what was put right, what is gone, what libraries say."""

from __future__ import annotations

from datetime import date

from expectations import grammar
from expectations.checks import is_absent, is_between, is_dated, is_known, is_one_of, matches
from expectations.rules import advise, require
from expectations.standing.suite import StandingSuite, ahead, lacks
from warehouse.vocabulary import Certainty, WithdrawalType

_VERSIONS = StandingSuite(
    "versions",
    "one.document_id || '#' || one.version_number",
    {
        "missing_document": lacks("documents", "document_id"),
        "places_off": "one.version_number - row_number() over"
        " (partition by one.document_id order by one.version_number)",
        "content_sha256": "one.content_sha256",
        "half_archived": "case when (one.archive_file is null) <> (one.archive_offset is null)"
        " then coalesce(one.archive_file, one.archive_offset::varchar) end",
        "loaded_ahead": ahead("loaded_at_utc"),
    },
    (
        require(
            "versions",
            "version_belongs_to_a_document",
            "missing_document",
            "A version is one of a document that is here.",
            is_absent(),
        ),
        require(
            "versions",
            "versions_are_numbered",
            "places_off",
            "The versions of a document are numbered from 1 without gaps.",
            is_between(0, 0),
        ),
        require(
            "versions",
            "version_hash_has_known_form",
            "content_sha256",
            "Every version carries the SHA-256 of its record.",
            matches(grammar.SHA256),
        ),
        require(
            "versions",
            "bytes_of_version_can_be_found",
            "half_archived",
            "Where the bytes of a version lie is said in full or not at all.",
            is_absent(),
        ),
        advise(
            "versions",
            "version_is_loaded_by_now",
            "loaded_ahead",
            "A version was loaded before now.",
            is_absent(),
        ),
    ),
)

_CHANGES = StandingSuite(
    "version_changes",
    "one.document_id || '#' || one.version_number || '#' || one.field",
    {
        "missing_version": lacks("versions", "document_id", "version_number"),
        "missing_earlier": lacks(
            "versions",
            "document_id",
            "previous_version",
            named=("document_id", "version_number"),
        ),
        "steps": "one.version_number - one.previous_version",
        "said": "coalesce(one.old_value, one.new_value, one.text_diff)",
    },
    (
        require(
            "version_changes",
            "change_belongs_to_a_version",
            "missing_version",
            "A change is one of a version that is here.",
            is_absent(),
        ),
        require(
            "version_changes",
            "change_is_from_a_version",
            "missing_earlier",
            "A change is told against a version that is here.",
            is_absent(),
        ),
        require(
            "version_changes",
            "change_goes_forward",
            "steps",
            "A change is told against an earlier version.",
            is_between(1, None),
        ),
        advise(
            "version_changes",
            "change_says_something",
            "said",
            "A change says what was, what is, or how the text differs.",
            is_known(),
        ),
    ),
)

_CORRECTIONS = StandingSuite(
    "corrections",
    "one.document_id || '#' || one.field",
    {
        "missing_document": lacks("documents", "document_id"),
        "unchanged": "case when one.source_value = one.corrected_value then one.field end",
        "reason": "nullif(trim(one.reason), '')",
        "reviewed_by": "nullif(trim(one.reviewed_by), '')",
        "reported_date": "one.reported_date",
    },
    (
        require(
            "corrections",
            "correction_belongs_to_a_document",
            "missing_document",
            "A correction is one of a document that is here.",
            is_absent(),
        ),
        require(
            "corrections",
            "correction_changes_something",
            "unchanged",
            "A correction says something else than the source.",
            is_absent(),
        ),
        require(
            "corrections",
            "correction_has_a_reason",
            "reason",
            "A correction says why.",
            is_known(),
        ),
        require(
            "corrections",
            "correction_is_reviewed",
            "reviewed_by",
            "A correction names who looked at it.",
            is_known(),
        ),
        advise(
            "corrections",
            "correction_is_reported_by_now",
            "reported_date",
            "A mistake was reported on or before the day of the audit.",
            is_dated(None, 0),
        ),
    ),
)

_RECORDS = StandingSuite(
    "catalogue_records",
    "one.source_id || '#' || one.record_id",
    {
        "missing_document": lacks("documents", "document_id"),
        "document_date": "one.document_date",
        "payload_sha256": "one.payload_sha256",
        "loaded_ahead": ahead("loaded_at_utc"),
    },
    (
        advise(
            "catalogue_records",
            "record_belongs_to_a_document",
            "missing_document",
            "A library's record is about a document that is here.",
            is_absent(),
        ),
        advise(
            "catalogue_records",
            "record_date_is_plausible",
            "document_date",
            "A library dates a document after 1944 and not ahead.",
            is_dated(date(1945, 1, 1), 0),
        ),
        require(
            "catalogue_records",
            "record_hash_has_known_form",
            "payload_sha256",
            "The bytes of a record are named by their SHA-256.",
            matches(grammar.SHA256),
        ),
        advise(
            "catalogue_records",
            "record_is_loaded_by_now",
            "loaded_ahead",
            "A record was loaded before now.",
            is_absent(),
        ),
    ),
)

_WITHDRAWALS = StandingSuite(
    "ops.withdrawals",
    "one.document_id || '#' || one.withdrawal_type || '#' || one.noticed_at_utc::varchar",
    {
        "missing_document": lacks("documents", "document_id"),
        "withdrawal_type": "one.withdrawal_type",
        "certainty": "one.certainty",
        "looks": "one.looks",
        "ended_early": "case when one.ended_at_utc < one.noticed_at_utc"
        " then one.ended_at_utc::varchar end",
    },
    (
        require(
            "ops.withdrawals",
            "withdrawal_is_of_a_document",
            "missing_document",
            "What is said to be gone is still here.",
            is_absent(),
        ),
        require(
            "ops.withdrawals",
            "withdrawal_type_is_known",
            "withdrawal_type",
            "The way in which it is gone is one of the closed list.",
            is_one_of([one.value for one in WithdrawalType]),
        ),
        require(
            "ops.withdrawals",
            "certainty_is_known",
            "certainty",
            "How sure that is is one of the closed list.",
            is_one_of([one.value for one in Certainty]),
        ),
        require(
            "ops.withdrawals",
            "withdrawal_was_seen",
            "looks",
            "What is gone was looked for at least once.",
            is_between(1, None),
        ),
        require(
            "ops.withdrawals",
            "withdrawal_ends_after_it_began",
            "ended_early",
            "What is there again was gone before.",
            is_absent(),
        ),
    ),
)

SUITES = (_VERSIONS, _CHANGES, _CORRECTIONS, _RECORDS, _WITHDRAWALS)
"""The suites of what was and what was put right."""
