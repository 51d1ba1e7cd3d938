"""What is true of any annex, enclosure, appendix or attachment."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, is_dated, is_not_after, matches
from expectations.rules import Rule, advise, require

_TABLE = "annexes"

RULES: tuple[Rule, ...] = (
    require(
        _TABLE,
        "annex_date_is_not_after_distribution",
        "letter_date",
        "An annexed letter is dated on or before the day of distribution.",
        is_not_after("distribution_date"),
    ),
    require(
        _TABLE,
        "annex_date_is_plausible",
        "letter_date",
        "No annexed letter is dated more than seven days after the day of the run.",
        is_dated(None, 7),
    ),
    require(
        _TABLE,
        "annex_cover_date_is_not_after_distribution",
        "date_from_cover",
        "A date that the cover gives to an annex is on or before the day of distribution.",
        is_not_after("distribution_date"),
    ),
    advise(
        _TABLE,
        "annex_label_has_known_form",
        "label",
        "An annex is labelled Annex, Enclosure, Appendix or Attachment, with or without a number.",
        matches(grammar.ANNEX_LABEL),
    ),
    advise(
        _TABLE,
        "annex_parent_exists",
        "missing_parent",
        "What stands under an annex names an annex of the same document.",
        is_absent(),
    ),
)
"""The suite of `annexes`."""
