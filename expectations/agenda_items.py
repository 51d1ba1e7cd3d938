"""What is true of any agenda item under which a document stands."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import is_absent, is_between, matches
from expectations.rules import Rule, require

_TABLE = "agenda_items"

RULES: tuple[Rule, ...] = (
    require(
        _TABLE,
        "agenda_item_has_known_form",
        "item",
        "An agenda item is a number with letters in brackets: 34, 79 (a).",
        matches(grammar.AGENDA_ITEMS),
    ),
    require(
        _TABLE,
        "agenda_item_is_listed",
        "unlisted",
        "An agenda item is one of those its letter lists.",
        is_absent(),
    ),
    require(
        _TABLE,
        "agenda_items_are_numbered",
        "places_off",
        "The agenda items of a document are numbered from 1 without a gap.",
        is_between(0, 0),
    ),
    require(
        _TABLE,
        "agenda_session_is_plausible",
        "ga_session",
        "A session of the Assembly is a number from 1 to 150.",
        is_between(1, 150),
    ),
)
"""The suite of `agenda_items`."""
