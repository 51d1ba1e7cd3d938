"""All suites, one a table, in the order in which they are checked."""

from __future__ import annotations

from expectations import annexes, citations, documents, letters, press_releases
from expectations.rules import Rule

SUITES: dict[str, tuple[Rule, ...]] = {
    "documents": documents.RULES,
    "letters": letters.RULES,
    "annexes": annexes.RULES,
    "citations": citations.RULES,
    "press_releases": press_releases.RULES,
}
"""Table to rules."""

ALL_RULES: tuple[Rule, ...] = tuple(rule for rules in SUITES.values() for rule in rules)
"""Every rule of every suite."""
