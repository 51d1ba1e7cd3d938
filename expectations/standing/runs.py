"""Runs, what each source gave in them, every request, every item ever named, and the migrations."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, is_between, is_known, is_one_of, matches
from expectations.rules import advise, require
from expectations.standing.suite import StandingSuite, ahead, count, lacks
from warehouse.vocabulary import DiscoveryState, Outcome, Reason

_OUTCOMES = [one.value for one in Outcome]
_REASONS = [one.value for one in Reason]
_TRIGGERS = ["shell", "schedule", "demo", "backfill", "import", "retry", "rebuild", "deliver"]

_RUNS = StandingSuite(
    "ops.runs",
    "one.run_id",
    {
        "doubled": "case when count(*) over (partition by one.run_id) > 1 then one.run_id end",
        "seconds": "epoch(one.ended_at_utc) - epoch(one.started_at_utc)",
        "trigger_word": "one.trigger",
        "outcome": "one.outcome",
        "counted": count("inserted", "updated", "noop", "quarantined", "alerts"),
        "inserted_off": "one.inserted - (select coalesce(sum(other.inserted), 0)::integer"
        " from ops.source_runs as other where other.run_id = one.run_id)",
    },
    (
        require(
            "ops.runs",
            "runs_are_not_doubled",
            "doubled",
            "A run is one row.",
            is_absent(),
        ),
        require(
            "ops.runs",
            "run_ends_after_it_began",
            "seconds",
            "A run ends after it began.",
            is_between(0, None),
        ),
        require(
            "ops.runs",
            "trigger_is_known",
            "trigger_word",
            "What started a run is one of the closed list.",
            is_one_of(_TRIGGERS),
        ),
        require(
            "ops.runs",
            "run_outcome_is_known",
            "outcome",
            "How a run came out is one of the closed list.",
            is_one_of(_OUTCOMES),
        ),
        require(
            "ops.runs",
            "run_counts_are_counts",
            "counted",
            "No count of a run is below zero.",
            is_between(0, None),
        ),
        require(
            "ops.runs",
            "run_is_the_sum_of_its_sources",
            "inserted_off",
            "What a run inserted is what its sources inserted.",
            is_between(0, 0),
        ),
    ),
)

_SOURCE_RUNS = StandingSuite(
    "ops.source_runs",
    "one.run_id || '#' || one.source_id",
    {
        "missing_run": lacks("ops.runs", "run_id"),
        "outcome": "one.outcome",
        "reason": "one.reason",
        "is_failed": "one.outcome = 'failed'",
        "seconds": "epoch(one.ended_at_utc) - epoch(one.started_at_utc)",
        "counted": count(
            "discovered",
            "fetched",
            "not_yet_available",
            "failed",
            "inserted",
            "updated",
            "noop",
            "quarantined",
        ),
    },
    (
        require(
            "ops.source_runs",
            "source_run_belongs_to_a_run",
            "missing_run",
            "A source was asked in a run that is here.",
            is_absent(),
        ),
        require(
            "ops.source_runs",
            "source_outcome_is_known",
            "outcome",
            "How a source came out is one of the closed list.",
            is_one_of(_OUTCOMES),
        ),
        require(
            "ops.source_runs",
            "source_reason_is_known",
            "reason",
            "Why a source failed is one of the closed list.",
            is_one_of(_REASONS),
        ),
        require(
            "ops.source_runs",
            "failed_source_says_why",
            "reason",
            "A source that failed says why.",
            is_known(),
            "is_failed",
        ),
        require(
            "ops.source_runs",
            "source_ends_after_it_began",
            "seconds",
            "A source is done after it was asked.",
            is_between(0, None),
        ),
        require(
            "ops.source_runs",
            "source_counts_are_counts",
            "counted",
            "No count of a source is below zero.",
            is_between(0, None),
        ),
    ),
)

_FETCHES = StandingSuite(
    "ops.fetches",
    "one.run_id || '#' || one.source_id || '#' || one.position",
    {
        "missing_run": lacks("ops.runs", "run_id"),
        "position": "one.position",
        "outcome": "one.outcome",
        "reason": "one.reason",
        "is_failed": "one.outcome = 'failed'",
        "status": "one.status",
        "url": "one.url",
        "payload_sha256": "one.payload_sha256",
        "half_archived": "case when (one.archive_file is null) <> (one.archive_offset is null)"
        " then coalesce(one.archive_file, one.archive_offset::varchar) end",
        "fetched_ahead": ahead("fetched_at_utc"),
    },
    (
        require(
            "ops.fetches",
            "request_belongs_to_a_run",
            "missing_run",
            "A request was made in a run that is here.",
            is_absent(),
        ),
        require(
            "ops.fetches",
            "requests_are_numbered",
            "position",
            "The requests of a run are numbered from 1.",
            is_between(1, None),
        ),
        require(
            "ops.fetches",
            "request_outcome_is_known",
            "outcome",
            "What came of a request is one of the closed list.",
            is_one_of(_OUTCOMES),
        ),
        require(
            "ops.fetches",
            "failed_request_says_why",
            "reason",
            "A request that failed says why.",
            is_known(),
            "is_failed",
        ),
        require(
            "ops.fetches",
            "status_is_one_of_http",
            "status",
            "A status is one of HTTP.",
            is_between(100, 599),
        ),
        require(
            "ops.fetches",
            "address_is_one_of_the_web",
            "url",
            "What was asked for is an address of the web.",
            matches(r"^https?://\S+$"),
        ),
        require(
            "ops.fetches",
            "payload_hash_has_known_form",
            "payload_sha256",
            "The bytes of an answer are named by their SHA-256.",
            matches(grammar.SHA256),
        ),
        require(
            "ops.fetches",
            "answer_can_be_found",
            "half_archived",
            "Where the bytes of an answer lie is said in full or not at all.",
            is_absent(),
        ),
        advise(
            "ops.fetches",
            "request_was_made_by_now",
            "fetched_ahead",
            "A request was made before now.",
            is_absent(),
        ),
    ),
)

_DISCOVERIES = StandingSuite(
    "ops.discoveries",
    "one.source_id || '#' || one.key",
    {
        "doubled": "case when count(*) over (partition by one.source_id, one.key) > 1"
        " then one.key end",
        "state": "one.state",
        "attempts": "one.attempts",
        "fingerprint": "nullif(one.fingerprint, '')",
        "seen_ahead": ahead("first_seen_at_utc"),
        "checked_early": "case when one.last_checked_at_utc < one.first_seen_at_utc"
        " then one.last_checked_at_utc::varchar end",
    },
    (
        require(
            "ops.discoveries",
            "items_are_not_doubled",
            "doubled",
            "What a source names is one row.",
            is_absent(),
        ),
        require(
            "ops.discoveries",
            "state_of_item_is_known",
            "state",
            "How far an item is is one of the closed list.",
            is_one_of([one.value for one in DiscoveryState]),
        ),
        require(
            "ops.discoveries",
            "attempts_are_counted",
            "attempts",
            "How often an item was asked for is no number below zero.",
            is_between(0, None),
        ),
        require(
            "ops.discoveries",
            "item_has_a_fingerprint",
            "fingerprint",
            "What the listing says of an item has a fingerprint.",
            is_known(),
        ),
        advise(
            "ops.discoveries",
            "item_was_seen_by_now",
            "seen_ahead",
            "An item was first seen before now.",
            is_absent(),
        ),
        advise(
            "ops.discoveries",
            "item_is_asked_for_after_it_is_named",
            "checked_early",
            "An item is asked for when it is named, or later.",
            is_absent(),
        ),
    ),
)

_MIGRATIONS = StandingSuite(
    "ops.migrations",
    "one.version",
    {
        "places_off": "one.version - row_number() over (order by one.version)",
        "sha256": "one.sha256",
        "applied_ahead": ahead("applied_at_utc"),
    },
    (
        require(
            "ops.migrations",
            "migrations_are_numbered",
            "places_off",
            "Migrations are numbered from 1 without gaps.",
            is_between(0, 0),
        ),
        require(
            "ops.migrations",
            "migration_hash_has_known_form",
            "sha256",
            "A migration carries the SHA-256 of its file.",
            matches(grammar.SHA256),
        ),
        advise(
            "ops.migrations",
            "migration_is_applied_by_now",
            "applied_ahead",
            "A migration was applied before now.",
            is_absent(),
        ),
    ),
)

SUITES = (_RUNS, _SOURCE_RUNS, _FETCHES, _DISCOVERIES, _MIGRATIONS)
"""The suites of what was done."""
