"""What is true of any symbol that a document bears."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, is_between, is_one_of, matches
from expectations.rules import Rule, require

_TABLE = "document_symbols"

RULES: tuple[Rule, ...] = (
    require(
        _TABLE,
        "symbol_has_known_form",
        "symbol",
        "A symbol follows the grammar of document symbols.",
        matches(grammar.SYMBOLS),
    ),
    require(
        _TABLE,
        "symbol_is_listed",
        "unlisted",
        "A symbol is one of those its document lists.",
        is_absent(),
    ),
    require(
        _TABLE,
        "all_symbols_are_told",
        "is_told",
        "Every symbol that a document lists has a row.",
        is_one_of([True]),
    ),
    require(
        _TABLE,
        "symbols_are_numbered",
        "places_off",
        "The symbols of a document are numbered from 1 without a gap.",
        is_between(0, 0),
    ),
)
"""The suite of `document_symbols`."""
