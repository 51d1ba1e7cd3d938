"""What is true of any document, whoever issued it."""

from __future__ import annotations

from datetime import date

from expectations import grammar
from expectations.checks import (
    is_absent,
    is_between,
    is_dated,
    is_known,
    is_one_of,
    matches,
)
from expectations.rules import Rule, advise, require
from warehouse.vocabulary import DocumentType

_TABLE = "documents"

FOUNDED = date(1945, 1, 1)
"""No document of the United Nations and no press release about one is older."""


_IDENTITY = (
    require(
        _TABLE,
        "document_id_has_known_form",
        "document_id",
        "The identity of a document names its series and its place in it.",
        matches(grammar.DOCUMENT_ID),
    ),
    require(
        _TABLE,
        "content_hash_has_known_form",
        "content_sha256",
        "Every document carries the SHA-256 of its record.",
        matches(grammar.SHA256),
    ),
    require(
        _TABLE,
        "document_type_is_known",
        "document_type",
        "The type of a document is one of the closed list.",
        is_one_of([each.value for each in DocumentType]),
    ),
    require(
        _TABLE,
        "symbols_have_known_form",
        "symbols",
        "Every symbol in the masthead follows the grammar of document symbols.",
        matches(grammar.SYMBOLS),
    ),
    require(
        _TABLE,
        "symbols_are_not_doubled",
        "doubled_symbol",
        "No symbol stands twice in a masthead.",
        is_absent(),
    ),
    require(
        _TABLE,
        "bytes_can_be_found",
        "archived",
        "Where bytes are archived, it is known in which file, at which place, and with what hash.",
        is_one_of(("hash", "file | offset | hash")),
    ),
    advise(
        _TABLE,
        "un_document_has_symbol",
        "symbols",
        "A United Nations document prints a symbol.",
        is_known(),
        "is_un_document",
    ),
    require(
        _TABLE,
        "letter_has_letter_row",
        "has_letter_row",
        "A document of the type of a letter says who wrote to whom.",
        is_one_of([True]),
        "is_letter",
    ),
    require(
        _TABLE,
        "press_release_has_press_release_row",
        "has_press_release_row",
        "A press release says when and by whom it was published.",
        is_one_of([True]),
        "is_press_release",
    ),
)

_DATES = (
    require(
        _TABLE,
        "distribution_date_is_plausible",
        "distribution_date",
        "A document is distributed after 1944.",
        is_dated(FOUNDED, None),
    ),
    advise(
        _TABLE,
        "distribution_date_is_not_ahead",
        "distribution_date",
        "A document is distributed on or before the day of the run.",
        is_dated(None, 0),
    ),
    require(
        _TABLE,
        "assembly_session_is_plausible",
        "ga_session",
        "A session of the Assembly is a number from 1 to 150.",
        is_between(1, 150),
    ),
    require(
        _TABLE,
        "council_year_is_plausible",
        "sc_year",
        "A year of the Council is a number from 1 to 150.",
        is_between(1, 150),
    ),
    advise(
        _TABLE,
        "assembly_session_agrees_with_date",
        "session_years_apart",
        "The session of the Assembly fits the year of distribution.",
        is_between(-1, 2),
    ),
    advise(
        _TABLE,
        "council_year_agrees_with_date",
        "council_years_apart",
        "The year of the Council fits the year of distribution.",
        is_between(-1, 1),
    ),
)

_TEXT = (
    require(
        _TABLE,
        "body_has_text",
        "body_characters",
        "The text of a document is neither nearly empty nor larger than any real one.",
        is_between(20, 5_000_000),
    ),
    require(
        _TABLE,
        "document_without_text_has_no_body",
        "unexpected_body",
        "A document whose text is not here has no body.",
        is_absent(),
    ),
    require(
        _TABLE,
        "text_is_not_a_challenge_page",
        "challenge_text",
        "The text is that of the document, not of a page that stands in front of it.",
        is_absent(),
    ),
    advise(
        _TABLE,
        "text_has_no_control_characters",
        "control_character",
        "The text holds no control characters.",
        is_absent(),
    ),
    require(
        _TABLE,
        "language_has_known_form",
        "language",
        "The language of a text is an ISO 639-1 code.",
        matches(grammar.LANGUAGE),
    ),
    advise(
        _TABLE,
        "language_is_known",
        "language",
        "The language of a document is known.",
        is_known(),
    ),
)

_MASTHEAD = (
    advise(
        _TABLE,
        "title_is_no_text",
        "title_characters",
        "A title is shorter than two thousand characters.",
        is_between(None, 2000),
    ),
    advise(
        _TABLE,
        "language_agrees_with_address",
        "address_language",
        "A text has the language that its address names.",
        is_absent(),
    ),
    advise(
        _TABLE,
        "original_language_has_known_form",
        "original_language",
        "The original language is named by its English name.",
        matches(grammar.LANGUAGE_NAME),
    ),
    advise(
        _TABLE,
        "distribution_is_known",
        "distribution",
        "The distribution of a document is one of the closed list.",
        matches(grammar.DISTRIBUTION),
    ),
    advise(
        _TABLE,
        "job_number_has_known_form",
        "job_number",
        "A job number is two digits for the year and five for the job.",
        matches(grammar.JOB_NUMBER),
    ),
    require(
        _TABLE,
        "address_has_known_form",
        "url",
        "The address of a document is one of the web.",
        matches(grammar.URL),
    ),
    advise(
        _TABLE,
        "mentioned_annex_exists",
        "missing_annex",
        "A letter that speaks of its annex has one.",
        is_absent(),
    ),
)

RULES: tuple[Rule, ...] = _IDENTITY + _DATES + _TEXT + _MASTHEAD
"""The suite of `documents`."""
