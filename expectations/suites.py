"""All suites, one a table, in the order in which they are checked."""

from __future__ import annotations

from expectations import (
    agenda_items,
    annexes,
    citations,
    document_symbols,
    documents,
    figures,
    letters,
    press_releases,
)
from expectations.rules import Rule

SUITES: dict[str, tuple[Rule, ...]] = {
    "documents": documents.RULES,
    "letters": letters.RULES,
    "annexes": annexes.RULES,
    "document_symbols": document_symbols.RULES,
    "agenda_items": agenda_items.RULES,
    "citations": citations.RULES,
    "press_releases": press_releases.RULES,
    "figures": figures.RULES,
}
"""Table to rules."""

ALL_RULES: tuple[Rule, ...] = tuple(rule for rules in SUITES.values() for rule in rules)
"""Every rule of every suite."""
