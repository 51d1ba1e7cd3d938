"""What is true of any letter, identical letters or note verbale, whoever sent it."""

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

_TABLE = "letters"

_DATES = (
    require(
        _TABLE,
        "letter_date_is_not_after_distribution",
        "letter_date",
        "A letter is dated on or before the day it was distributed.",
        is_not_after("distribution_date"),
        "is_dated",
    ),
    require(
        _TABLE,
        "letter_date_is_plausible",
        "letter_date",
        "A letter is dated after 1944.",
        is_dated(FOUNDED, None),
    ),
    # No error: a letter whose date is ahead is there all the same, and somebody waits for it.
    advise(
        _TABLE,
        "letter_date_is_not_ahead",
        "letter_date",
        "A letter is dated on or before the day of the run.",
        is_dated(None, 0),
    ),
    advise(
        _TABLE,
        "letter_is_circulated_within_a_year",
        "days_to_circulation",
        "A letter is circulated within a year of its date.",
        is_between(None, 366),
    ),
    advise(
        _TABLE, "letter_date_is_known", "letter_date", "The date of a letter is known.", is_known()
    ),
)

_PEOPLE = (
    advise(_TABLE, "letter_has_sender", "senders", "It is known who wrote a letter.", is_known()),
    advise(
        _TABLE,
        "sender_is_named",
        "nameless_senders",
        "Of everyone who sent a letter the office or the party is known.",
        is_absent(),
    ),
    advise(
        _TABLE,
        "identical_letters_have_two_addressees",
        "addressee_count",
        "Identical letters go to two addressees or more.",
        is_between(2, None),
        "is_identical_letters",
    ),
    advise(
        _TABLE,
        "letter_has_addressee",
        "addressees",
        "It is known to whom a letter went.",
        is_known(),
    ),
    advise(
        _TABLE,
        "letter_has_signatory",
        "signatories",
        "A letter is signed by name.",
        is_known(),
        "is_signed_form",
    ),
    require(
        _TABLE,
        "sender_is_a_known_state",
        "state_codes",
        "The code of a sending state is one of ISO 3166-1 or of a state that is no more.",
        matches(grammar.STATE_CODES),
    ),
)

_PLACE = (
    require(
        _TABLE,
        "agenda_items_have_known_form",
        "agenda_items",
        "Agenda items are numbers with letters in brackets: 34, 79 (a).",
        matches(grammar.AGENDA_ITEMS),
    ),
    require(
        _TABLE,
        "agenda_items_belong_to_an_agenda",
        "is_agenda_possible",
        "Agenda items stand in documents of the Assembly or the Economic and Social Council.",
        is_one_of([True]),
        "has_agenda_items",
    ),
    advise(
        _TABLE,
        "in_reply_to_has_known_form",
        "in_reply_to",
        "What a letter answers is named by symbols.",
        matches(grammar.SYMBOLS),
    ),
    advise(
        _TABLE,
        "answered_document_is_cited",
        "uncited_reply",
        "What a letter answers is among the documents it cites.",
        is_absent(),
    ),
    require(
        _TABLE,
        "letter_does_not_answer_itself",
        "answers_itself",
        "A letter does not answer its own symbol.",
        is_absent(),
    ),
    advise(_TABLE, "letter_has_title", "title", "A letter has a title.", is_known()),
)

RULES: tuple[Rule, ...] = _DATES + _PEOPLE + _PLACE
"""The suite of `letters`."""
