"""All suites: of a batch before it is loaded, and of every table as it stands."""

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
from expectations.standing import held, history, links, outbox, parts, runs
from expectations.standing.suite import StandingSuite

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
"""Table to rules, of what is to be loaded."""

ALL_RULES: tuple[Rule, ...] = tuple(rule for rules in SUITES.values() for rule in rules)
"""Every rule that a batch is put to."""

STANDING: tuple[StandingSuite, ...] = (
    *parts.SUITES,
    *history.SUITES,
    *links.SUITES,
    *runs.SUITES,
    *held.SUITES,
    *outbox.SUITES,
)
"""The suites of the tables as they stand: one for every table there is."""
