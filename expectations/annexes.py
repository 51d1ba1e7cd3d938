"""What is true of any annex, enclosure, appendix or attachment."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, is_between, is_dated, is_not_after, matches
from expectations.rules import Rule, advise, require

_TABLE = "annexes"

RULES: tuple[Rule, ...] = (
    require(
        _TABLE,
        "annex_date_is_not_after_distribution",
        "letter_date",
        "An annexed letter is dated on or before the day of distribution.",
        is_not_after("distribution_date"),
        "is_dated",
    ),
    advise(
        _TABLE,
        "annex_date_is_not_ahead",
        "letter_date",
        "An annexed letter is dated on or before the day of the run.",
        is_dated(None, 0),
    ),
    require(
        _TABLE,
        "annexes_are_numbered",
        "places_off",
        "The annexes of a document are numbered from 1 without a gap.",
        is_between(0, 0),
    ),
    advise(
        _TABLE,
        "annex_label_is_not_doubled",
        "doubled_label",
        "No two annexes of a document bear the same label at the same place.",
        is_absent(),
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
