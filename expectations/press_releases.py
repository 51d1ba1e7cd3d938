"""What is true of any press release or press report, whoever published it."""

from __future__ import annotations

from expectations import grammar
from expectations.checks import (
    is_absent,
    is_between,
    is_dated,
    is_known,
    is_not_after,
    is_one_of,
    matches,
)
from expectations.documents import FOUNDED
from expectations.rules import Rule, advise, require
from warehouse.vocabulary import DateSource, MentionStage

_TABLE = "press_releases"

_TEXT = (
    require(
        _TABLE,
        "press_release_page_has_title",
        "title",
        "A press release that was published as a page has a title.",
        is_known(),
        "is_page",
    ),
    advise(
        _TABLE,
        "press_release_has_title",
        "title",
        "A press release has a title.",
        is_known(),
        "has_text",
    ),
    require(
        _TABLE,
        "press_release_has_text",
        "body_characters",
        "A press release has a text of its own.",
        is_between(40, None),
    ),
    advise(
        _TABLE,
        "press_release_has_language",
        "language",
        "The language of a press release is known.",
        is_known(),
    ),
    advise(
        _TABLE,
        "press_release_has_no_interface_text",
        "interface_text",
        "The text of a press release holds no buttons or notices of its web site.",
        is_absent(),
    ),
)

_MENTIONS = (
    advise(
        _TABLE,
        "publisher_is_known",
        "publisher",
        "It is known who published a press release.",
        is_known(),
    ),
    require(
        _TABLE,
        "mention_stage_is_known",
        "mention_stages",
        "How far a mentioned letter had come is one of the closed list.",
        matches(grammar.list_of("|".join(each.value for each in MentionStage))),
    ),
    advise(
        _TABLE,
        "mentioned_symbols_have_known_form",
        "mentioned_symbols",
        "The symbols of a mentioned letter follow the grammar of document symbols.",
        matches(grammar.SYMBOLS),
    ),
)

_DATES = (
    require(
        _TABLE,
        "published_date_is_one",
        "other_published_date",
        "A press release has the same date in both its rows.",
        is_absent(),
    ),
    advise(
        _TABLE,
        "published_date_is_known",
        "published_date",
        "The date of a press release is known.",
        is_known(),
    ),
    # One day: a ministry east of Greenwich publishes before the day begins in UTC.
    require(
        _TABLE,
        "published_date_is_plausible",
        "published_date",
        "A press release is dated after 1944 and at most one day after the day of the run.",
        is_dated(FOUNDED, 1),
    ),
    require(
        _TABLE,
        "published_date_has_source",
        "date_source",
        "Where a press release has a date, it is known where it was read.",
        is_known(),
        "has_date",
    ),
    require(
        _TABLE,
        "date_source_is_known",
        "date_source",
        "Where a date was read is one of the closed list.",
        is_one_of([each.value for each in DateSource]),
    ),
    advise(
        _TABLE,
        "date_is_not_guessed",
        "date_source",
        "The date of a press release was read, not guessed.",
        is_one_of([each.value for each in DateSource if each is not DateSource.GUESSED]),
    ),
    advise(
        _TABLE,
        "mentioned_letter_is_not_after_release",
        "last_mentioned_date",
        "A press release speaks of letters dated on or before its own day.",
        is_not_after("published_date"),
    ),
)

RULES: tuple[Rule, ...] = _TEXT + _MENTIONS + _DATES
"""The suite of `press_releases`."""
