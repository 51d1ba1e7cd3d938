"""What herewith has joined, and what waits to be joined."""

from __future__ import annotations

from expectations.checks import is_absent, is_known, is_one_of
from expectations.rules import require
from expectations.standing.suite import StandingSuite, lacks

_LINKS = StandingSuite(
    "links",
    "one.from_document_id || ' ' || one.link_type || ' ' || one.to_document_id",
    {
        "missing_start": lacks("documents", "from_document_id", named=("document_id",)),
        "missing_end": lacks("documents", "to_document_id", named=("document_id",)),
        "link_type": "one.link_type",
        "to_itself": "case when one.from_document_id = one.to_document_id"
        " then one.to_document_id end",
        "evidence": "nullif(trim(one.evidence), '')",
    },
    (
        require(
            "links",
            "link_leads_from_a_document",
            "missing_start",
            "A link leads from a document that is here.",
            is_absent(),
        ),
        require(
            "links",
            "link_leads_to_a_document",
            "missing_end",
            "A link leads to a document that is here.",
            is_absent(),
        ),
        require(
            "links",
            "link_type_is_known",
            "link_type",
            "A link is one of the closed list.",
            is_one_of(["reports", "replies_to", "cites"]),
        ),
        require(
            "links",
            "document_is_not_linked_to_itself",
            "to_itself",
            "A link leads to another document.",
            is_absent(),
        ),
        require(
            "links",
            "link_has_evidence",
            "evidence",
            "A link says by what it was joined.",
            is_known(),
        ),
    ),
)

_UNLINKED = StandingSuite(
    "ops.unlinked",
    "one.document_id",
    {"missing_document": lacks("documents", "document_id")},
    (
        require(
            "ops.unlinked",
            "what_waits_for_links_is_a_document",
            "missing_document",
            "What waits to be joined is a document that is here.",
            is_absent(),
        ),
    ),
)

SUITES = (_LINKS, _UNLINKED)
"""The suites of links."""
