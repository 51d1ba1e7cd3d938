"""What is true of any document symbol that a document cites."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, is_between, is_one_of, matches
from expectations.rules import Rule, advise, require

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
    require(
        _TABLE,
        "citation_says_whether_it_is_answered",
        "is_told",
        "A citation is an answer exactly where its letter says so.",
        is_one_of([True]),
    ),
    require(
        _TABLE,
        "citations_are_numbered",
        "places_off",
        "The citations of a document are numbered from 1 without a gap.",
        is_between(0, 0),
    ),
)
"""The suite of `citations`."""
