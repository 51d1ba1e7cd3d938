"""For every rule a document made to break it; its repair is the sample it was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tests.expectations.sample import NOW, make_letter, make_mention, make_press_release
from warehouse.rows import AnnexRow, CitationRow, DocumentBundle

# Fields of any type are changed here, so the helpers take any value.
Break = Callable[[DocumentBundle], DocumentBundle]
_TODAY = NOW.date()


@dataclass(frozen=True, slots=True)
class Example:
    """A row that breaks one rule, and the same row repaired."""

    broken: DocumentBundle
    repaired: DocumentBundle


def _letter(**changed: Any) -> Break:  # noqa: ANN401
    def spoil(bundle: DocumentBundle) -> DocumentBundle:
        assert bundle.letter is not None
        return replace(bundle, letter=replace(bundle.letter, **changed))

    return spoil


def _release(**changed: Any) -> Break:  # noqa: ANN401
    def spoil(bundle: DocumentBundle) -> DocumentBundle:
        assert bundle.press_release is not None
        return replace(bundle, press_release=replace(bundle.press_release, **changed))

    return spoil


def _document(**changed: Any) -> Break:  # noqa: ANN401
    return lambda bundle: replace(bundle, document=replace(bundle.document, **changed))


def _annex(**changed: Any) -> Break:  # noqa: ANN401
    def spoil(bundle: DocumentBundle) -> DocumentBundle:
        values = {"label": "Annex", **changed}
        return replace(bundle, annexes=(AnnexRow(bundle.document.document_id, 1, **values),))

    return spoil


def _citation(symbol: str) -> Break:
    return lambda bundle: replace(
        bundle, citations=(CitationRow(bundle.document.document_id, 1, symbol),)
    )


def _sender(iso3: str) -> Break:
    return _letter(senders=({"office": None, "party": "Azerbaijan", "iso3": iso3},))


BREAKS: dict[str, Break] = {
    "document_id_has_known_form": _document(document_id=" "),
    "content_hash_has_known_form": _document(content_sha256=""),
    "document_type_is_known": _document(document_type="telegram"),
    "symbols_have_known_form": _document(symbols=("A/75/198", "S 2021 198")),
    "un_document_has_symbol": _document(symbols=()),
    "letter_has_letter_row": lambda bundle: replace(bundle, letter=None),
    "distribution_date_is_plausible": _document(distribution_date=date(1921, 3, 3)),
    "distribution_date_is_not_ahead": _document(distribution_date=_TODAY + timedelta(days=1)),
    "assembly_session_agrees_with_date": _document(ga_session=57),
    "council_year_agrees_with_date": _document(sc_year=67),
    "body_has_text": _document(body="  \n"),
    "text_is_not_a_challenge_page": _document(body="Checking your browser before access. " * 3),
    "text_has_no_control_characters": _document(title="Letter dated\x00 2 March 2021"),
    "language_has_known_form": _document(language="english"),
    "language_is_known": _document(language=None),
    "letter_date_is_not_after_distribution": _letter(letter_date=date(2021, 3, 4)),
    "letter_date_is_plausible": _letter(letter_date=date(2102, 3, 2)),
    "letter_is_circulated_within_a_year": _letter(letter_date=date(2012, 3, 2)),
    "letter_date_is_known": _letter(letter_date=None),
    "letter_has_sender": _letter(senders=()),
    "letter_has_addressee": _letter(addressees=()),
    "letter_has_signatory": _letter(signatories=()),
    "sender_code_has_known_form": _sender("AZ"),
    "agenda_items_have_known_form": _letter(agenda_items=("34", "item 79")),
    "agenda_items_belong_to_an_agenda": _document(symbols=("S/2021/198",)),
    "in_reply_to_has_known_form": _letter(in_reply_to=("the letter of 1 March",)),
    "letter_has_title": _document(title=" "),
    "annex_date_is_not_after_distribution": _annex(letter_date=date(2021, 3, 12)),
    "annex_date_is_plausible": _annex(letter_date=date(2201, 3, 1)),
    "annex_cover_date_is_not_after_distribution": _annex(date_from_cover=date(2021, 3, 12)),
    "annex_label_has_known_form": _annex(label="Yours faithfully"),
    "annex_parent_exists": _annex(label="Enclosure", parent_label="Annex III"),
    "cited_symbol_has_known_form": _citation("S 2020/1104"),
    "document_does_not_cite_itself": _citation("S/2021/198"),
}
"""How to spoil a letter, by the rule that must notice."""

RELEASE_BREAKS: dict[str, Break] = {
    "press_release_has_press_release_row": lambda bundle: replace(bundle, press_release=None),
    "press_release_page_has_title": _document(title=None),
    "press_release_has_title": _document(title=None, url=None),
    "press_release_has_text": _document(body="Read the full text here."),
    "press_release_has_language": _document(language=None),
    "press_release_has_no_interface_text": _document(
        body="A survey of sturgeon in the northern basin has begun.\nShare on Example\n"
    ),
    "published_date_is_known": _release(published_date=None),
    "published_date_is_plausible": _release(published_date=_TODAY + timedelta(days=2)),
    "published_date_has_source": _release(date_source=None),
    "date_source_is_known": _release(date_source="hearsay"),
    "date_is_not_guessed": _release(date_source="guessed"),
    "mentioned_letter_is_not_after_release": _release(
        mentions_letters=(make_mention(date(2021, 3, 5)),)
    ),
}
"""How to spoil a press release, by the rule that must notice."""


def make_examples() -> dict[str, Example]:
    """Make the pair of every rule that has one, by the rule's name."""
    letter, release = make_letter(), make_press_release()
    return {name: Example(spoil(letter), letter) for name, spoil in BREAKS.items()} | {
        name: Example(spoil(release), release) for name, spoil in RELEASE_BREAKS.items()
    }
