"""What was held back, what became of it, and how every check came out."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, is_between, is_known, is_one_of, matches
from expectations.rules import advise, require
from expectations.standing.suite import StandingSuite, ahead, lacks
from warehouse.quarantine import HELD, LOST, RELEASED
from warehouse.vocabulary import Severity

_QUARANTINE = StandingSuite(
    "ops.quarantine",
    "one.quarantine_id",
    {
        "doubled": "case when count(*) over (partition by one.quarantine_id) > 1"
        " then one.quarantine_id end",
        "expectation": "nullif(trim(one.expectation), '')",
        "message": "nullif(trim(one.message), '')",
        "half_archived": "case when (one.archive_file is null) <> (one.archive_offset is null)"
        " then coalesce(one.archive_file, one.archive_offset::varchar) end",
        "payload_sha256": "one.payload_sha256",
        "held_ahead": ahead("quarantined_at_utc"),
    },
    (
        require(
            "ops.quarantine",
            "held_rows_are_not_doubled",
            "doubled",
            "The same failure is one row.",
            is_absent(),
        ),
        require(
            "ops.quarantine",
            "held_row_names_its_rule",
            "expectation",
            "What is held back names the rule that it failed.",
            is_known(),
        ),
        require(
            "ops.quarantine",
            "held_row_says_why",
            "message",
            "What is held back says why.",
            is_known(),
        ),
        require(
            "ops.quarantine",
            "bytes_of_held_row_can_be_found",
            "half_archived",
            "Where the bytes of a held row lie is said in full or not at all.",
            is_absent(),
        ),
        require(
            "ops.quarantine",
            "held_hash_has_known_form",
            "payload_sha256",
            "The bytes of a held row are named by their SHA-256.",
            matches(grammar.SHA256),
        ),
        advise(
            "ops.quarantine",
            "row_was_held_by_now",
            "held_ahead",
            "A row was held back before now.",
            is_absent(),
        ),
    ),
)

_ATTEMPTS = StandingSuite(
    "ops.quarantine_attempts",
    "one.quarantine_id || '#' || one.run_id",
    {
        "missing_row": lacks("ops.quarantine", "quarantine_id"),
        "outcome": "one.outcome",
        "attempted_ahead": ahead("attempted_at_utc"),
    },
    (
        require(
            "ops.quarantine_attempts",
            "attempt_is_at_a_held_row",
            "missing_row",
            "What is tried again was held back.",
            is_absent(),
        ),
        require(
            "ops.quarantine_attempts",
            "attempt_outcome_is_known",
            "outcome",
            "What came of a second reading is one of the closed list.",
            is_one_of([RELEASED, HELD, LOST]),
        ),
        advise(
            "ops.quarantine_attempts",
            "attempt_was_made_by_now",
            "attempted_ahead",
            "A second reading was made before now.",
            is_absent(),
        ),
    ),
)

_RESULTS = StandingSuite(
    "ops.expectation_results",
    "concat_ws('#', one.run_id, one.source_id, one.table_name, one.expectation, one.column_name)",
    {
        "severity": "one.severity",
        "rows_left": "one.element_count - one.unexpected_count",
        "unsaid": "case when one.is_success <> (coalesce(one.unexpected_count, 0) = 0)"
        " then one.expectation end",
        "checked_ahead": ahead("checked_at_utc"),
    },
    (
        require(
            "ops.expectation_results",
            "severity_is_known",
            "severity",
            "The force of a rule is one of the closed list.",
            is_one_of([one.value for one in Severity]),
        ),
        require(
            "ops.expectation_results",
            "no_more_rows_fail_than_were_asked",
            "rows_left",
            "No more rows fail a rule than were asked.",
            is_between(0, None),
        ),
        require(
            "ops.expectation_results",
            "verdict_fits_its_count",
            "unsaid",
            "A rule holds when no row failed it, and only then.",
            is_absent(),
        ),
        advise(
            "ops.expectation_results",
            "check_was_made_by_now",
            "checked_ahead",
            "A rule was asked before now.",
            is_absent(),
        ),
    ),
)

SUITES = (_QUARANTINE, _ATTEMPTS, _RESULTS)
"""The suites of the gate."""
