"""What is true of any figure taken from a document."""

from __future__ import annotations

from expectations.checks import is_between, is_known
from expectations.rules import Rule, require

_TABLE = "figures"

RULES: tuple[Rule, ...] = (
    require(
        _TABLE,
        "figure_is_a_number",
        "value",
        "The value of a figure is a finite number.",
        is_known(),
    ),
    require(
        _TABLE,
        "figure_has_label",
        "label",
        "It is said what a figure counts.",
        is_known(),
    ),
    require(
        _TABLE,
        "figure_is_quoted",
        "as_printed",
        "A figure stands beside the words that print it.",
        is_known(),
    ),
    require(
        _TABLE,
        "figures_are_numbered",
        "places_off",
        "The figures of a document are numbered from 1 without a gap.",
        is_between(0, 0),
    ),
)
"""The suite of `figures`."""
