"""What is true of any document symbol that a document cites."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, matches
from expectations.rules import Rule, advise

_TABLE = "citations"

RULES: tuple[Rule, ...] = (
    advise(
        _TABLE,
        "cited_symbol_has_known_form",
        "cited_symbol",
        "What a document cites follows the grammar of document symbols.",
        matches(grammar.SYMBOLS),
    ),
    advise(
        _TABLE,
        "document_does_not_cite_itself",
        "own_symbol",
        "The symbols a document cites are not its own.",
        is_absent(),
    ),
)
"""The suite of `citations`."""
