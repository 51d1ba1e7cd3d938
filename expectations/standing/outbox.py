"""Messages, what is muted, and what operators are alarmed about."""

from __future__ import annotations

from expectations.checks import is_absent, is_between, is_known, is_one_of
from expectations.rules import advise, require
from expectations.standing.suite import StandingSuite, ahead, lacks
from warehouse.vocabulary import AlertState, EventType, MuteKind

_ALERTS = StandingSuite(
    "ops.alerts",
    "one.alert_id",
    {
        "doubled": "case when count(*) over (partition by one.alert_id) > 1 then one.alert_id end",
        "missing_document": lacks("documents", "document_id"),
        "state": "one.state",
        "event_type": "one.event_type",
        "attempts": "one.attempts",
        "title": "nullif(trim(one.title), '')",
        "sent_at_utc": "one.sent_at_utc::varchar",
        "is_sent": "one.state = 'sent'",
        "sent_unsaid": "case when one.state in ('pending', 'held') and one.sent_at_utc is not null"
        " then one.sent_at_utc::varchar end",
        "created_ahead": ahead("created_at_utc"),
    },
    (
        require(
            "ops.alerts",
            "messages_are_not_doubled",
            "doubled",
            "An event is one message to one recipient.",
            is_absent(),
        ),
        require(
            "ops.alerts",
            "message_is_about_a_document",
            "missing_document",
            "A message about a document is about one that is here.",
            is_absent(),
        ),
        require(
            "ops.alerts",
            "state_of_message_is_known",
            "state",
            "Where a message stands is one of the closed list.",
            is_one_of([one.value for one in AlertState]),
        ),
        require(
            "ops.alerts",
            "event_is_known",
            "event_type",
            "What a message is about is one of the closed list.",
            is_one_of([one.value for one in EventType]),
        ),
        require(
            "ops.alerts",
            "tries_are_counted",
            "attempts",
            "How often a message was tried is no number below zero.",
            is_between(0, None),
        ),
        require(
            "ops.alerts",
            "message_has_a_title",
            "title",
            "A message has a title.",
            is_known(),
        ),
        require(
            "ops.alerts",
            "sent_message_says_when",
            "sent_at_utc",
            "Of a message that was sent it is known when.",
            is_known(),
            "is_sent",
        ),
        require(
            "ops.alerts",
            "waiting_message_is_not_sent",
            "sent_unsaid",
            "A message that waits was not acknowledged.",
            is_absent(),
        ),
        advise(
            "ops.alerts",
            "message_was_written_by_now",
            "created_ahead",
            "A message was written before now.",
            is_absent(),
        ),
    ),
)

_MUTES = StandingSuite(
    "ops.mutes",
    "one.kind || ' ' || one.value",
    {
        "kind": "one.kind",
        "ended_early": "case when one.until_at_utc < one.muted_at_utc"
        " then one.until_at_utc::varchar end",
    },
    (
        require(
            "ops.mutes",
            "kind_of_mute_is_known",
            "kind",
            "What can be muted is one of the closed list.",
            is_one_of([one.value for one in MuteKind]),
        ),
        require(
            "ops.mutes",
            "mute_ends_after_it_began",
            "ended_early",
            "A mute ends after it was asked for.",
            is_absent(),
        ),
    ),
)

_CONDITIONS = StandingSuite(
    "ops.conditions",
    "one.kind || ' ' || one.subject",
    {
        "kind": "one.kind",
        "state": "one.state",
        "alarms": "one.alarms",
        "last_alarm": "one.last_alarm_at_utc::varchar",
        "is_alarmed": "one.state <> 'ok'",
    },
    (
        require(
            "ops.conditions",
            "kind_of_condition_is_known",
            "kind",
            "What is watched is one of the closed list.",
            is_one_of(["source", "freshness", "quarantine", "gap"]),
        ),
        require(
            "ops.conditions",
            "condition_is_known",
            "state",
            "How it stands is one of the closed list.",
            is_one_of(
                ["ok", "failing", "blocked", "layout_changed", "silent", "over_limit", "open"]
            ),
        ),
        require(
            "ops.conditions",
            "alarms_are_counted",
            "alarms",
            "How often it was told is no number below zero.",
            is_between(0, None),
        ),
        require(
            "ops.conditions",
            "alarm_says_when",
            "last_alarm",
            "Of what is not well it is known when it was told.",
            is_known(),
            "is_alarmed",
        ),
    ),
)

SUITES = (_ALERTS, _MUTES, _CONDITIONS)
"""The suites of the outbox."""
