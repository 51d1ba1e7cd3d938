"""The tables of documents as they stand; what is true of each row alone was asked at the gate."""

from __future__ import annotations

from expectations.checks import is_absent
from expectations.rules import advise, require
from expectations.standing.suite import StandingSuite, ahead, lacks

_PARTS = {
    "letters": "one.document_id",
    "press_releases": "one.document_id",
    "annexes": "one.document_id || '#' || one.position",
    "document_symbols": "one.document_id || '#' || one.symbol",
    "agenda_items": "one.document_id || '#' || one.position",
    "citations": "one.document_id || '#' || one.position",
    "figures": "one.document_id || '#' || one.position",
}
"""Tables whose rows belong to a document, and the identity of a row."""


def _belong(table: str, row_key: str) -> StandingSuite:
    return StandingSuite(
        table,
        row_key,
        {
            "missing_document": lacks("documents", "document_id"),
            "doubled": f"case when count(*) over (partition by {row_key}) > 1"
            " then one.document_id end",
        },
        (
            require(
                table,
                f"{table}_belong_to_documents",
                "missing_document",
                "The row belongs to a document that is here.",
                is_absent(),
            ),
            require(
                table,
                f"{table}_are_not_doubled",
                "doubled",
                "There is one row of one identity.",
                is_absent(),
            ),
        ),
    )


_DOCUMENTS = StandingSuite(
    "documents",
    "one.document_id",
    {
        "doubled": "case when count(*) over (partition by one.document_id) > 1"
        " then one.document_id end",
        "missing_version": lacks("versions", "document_id", "version_number"),
        "unsaid_symbol": "case when exists (select 1 from (select unnest(one.symbols) as symbol)"
        " as said where not exists (select 1 from document_symbols as other where"
        " other.document_id = one.document_id and other.symbol = said.symbol))"
        " then one.document_id end",
        "seen_ahead": ahead("first_seen_at_utc"),
    },
    (
        require(
            "documents",
            "documents_are_not_doubled",
            "doubled",
            "There is one row of one identity.",
            is_absent(),
        ),
        require(
            "documents",
            "document_is_a_version",
            "missing_version",
            "What is current is kept among the versions.",
            is_absent(),
        ),
        require(
            "documents",
            "symbols_have_rows",
            "unsaid_symbol",
            "Each symbol of a document has its row.",
            is_absent(),
        ),
        advise(
            "documents",
            "document_is_seen_by_now",
            "seen_ahead",
            "A document was first seen before now.",
            is_absent(),
        ),
    ),
)

SUITES = (_DOCUMENTS, *(_belong(table, row_key) for table, row_key in _PARTS.items()))
"""The suites of the documents' tables."""
