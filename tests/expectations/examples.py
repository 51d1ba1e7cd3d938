"""For every rule a document made to break it; its repair is the sample it was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tests.expectations.sample import NOW, make_letter, make_mention, make_press_release
from warehouse.rows import AnnexRow, DocumentBundle

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


def _citation(**changed: Any) -> Break:  # noqa: ANN401
    return lambda bundle: replace(bundle, citations=(replace(bundle.citations[0], **changed),))


def _symbol(**changed: Any) -> Break:  # noqa: ANN401
    def spoil(bundle: DocumentBundle) -> DocumentBundle:
        first, *others = bundle.symbols
        return replace(bundle, symbols=(replace(first, **changed), *others))

    return spoil


def _agenda(**changed: Any) -> Break:  # noqa: ANN401
    def spoil(bundle: DocumentBundle) -> DocumentBundle:
        first, *others = bundle.agenda_items
        return replace(bundle, agenda_items=(replace(first, **changed), *others))

    return spoil


def _figure(**changed: Any) -> Break:  # noqa: ANN401
    return lambda bundle: replace(bundle, figures=(replace(bundle.figures[0], **changed),))


def _sender(iso3: str) -> Break:
    return _letter(senders=({"office": None, "party": "Azerbaijan", "iso3": iso3},))


BREAKS: dict[str, Break] = {
    "document_id_has_known_form": _document(document_id=" "),
    "content_hash_has_known_form": _document(content_sha256=""),
    "document_type_is_known": _document(document_type="telegram"),
    "symbols_have_known_form": _document(symbols=("A/75/198", "S 2021 198")),
    "symbols_are_not_doubled": _document(symbols=("A/75/198", "S/2021/198", "A/75/198")),
    "bytes_can_be_found": _document(archive_offset=None),
    "un_document_has_symbol": _document(symbols=()),
    "letter_has_letter_row": lambda bundle: replace(bundle, letter=None),
    "distribution_date_is_plausible": _document(distribution_date=date(1921, 3, 3)),
    "distribution_date_is_not_ahead": _document(distribution_date=_TODAY + timedelta(days=1)),
    "assembly_session_is_plausible": _document(ga_session=0),
    "council_year_is_plausible": _document(sc_year=2021),
    "assembly_session_agrees_with_date": _document(ga_session=57),
    "council_year_agrees_with_date": _document(sc_year=67),
    "body_has_text": _document(body="  \n"),
    "document_without_text_has_no_body": _document(has_text=False),
    "text_is_not_a_challenge_page": _document(body="Checking your browser before access. " * 3),
    "text_has_no_control_characters": _document(title="Letter dated\x00 2 March 2021"),
    "language_has_known_form": _document(language="english"),
    "language_is_known": _document(language=None),
    "title_is_no_text": _document(title="Letter dated 2 March 2021 " * 100),
    "language_agrees_with_address": _document(url="https://documents.un.org/access?s=S&l=ru"),
    "original_language_has_known_form": _document(original_language="ENG"),
    "distribution_is_known": _document(distribution="Everybody"),
    "job_number_has_known_form": _document(job_number="2021/3"),
    "address_has_known_form": _document(url="documents.un.org/S/2021/198"),
    "mentioned_annex_exists": lambda bundle: replace(bundle, annexes=()),
    "letter_date_is_not_after_distribution": _letter(letter_date=date(2021, 3, 4)),
    "letter_date_is_plausible": _letter(letter_date=date(1902, 3, 2)),
    "letter_date_is_not_ahead": _letter(letter_date=_TODAY + timedelta(days=1)),
    "letter_is_circulated_within_a_year": _letter(letter_date=date(2012, 3, 2)),
    "letter_date_is_known": _letter(letter_date=None),
    "letter_has_sender": _letter(senders=()),
    "sender_is_named": _letter(senders=({"office": None, "party": None, "iso3": None},)),
    "letter_has_addressee": _letter(addressees=()),
    "letter_has_signatory": _letter(signatories=()),
    "identical_letters_have_two_addressees": _document(document_type="identical_letters"),
    "sender_is_a_known_state": _sender("XYZ"),
    "agenda_items_have_known_form": _letter(agenda_items=("34", "item 79")),
    "agenda_items_belong_to_an_agenda": _document(symbols=("S/2021/198",)),
    "in_reply_to_has_known_form": _letter(in_reply_to=("the letter of 1 March",)),
    "answered_document_is_cited": _letter(in_reply_to=("S/2020/1105",)),
    "letter_does_not_answer_itself": _letter(in_reply_to=("S/2021/198",)),
    "letter_has_title": _document(title=" "),
    "annex_date_is_not_after_distribution": _annex(letter_date=date(2021, 3, 12)),
    "annex_date_is_not_ahead": _annex(letter_date=_TODAY + timedelta(days=1)),
    "annexes_are_numbered": lambda bundle: replace(bundle, annexes=bundle.annexes * 2),
    "annex_label_is_not_doubled": lambda bundle: replace(bundle, annexes=bundle.annexes * 2),
    "annex_cover_date_is_not_after_distribution": _annex(date_from_cover=date(2021, 3, 12)),
    "annex_label_has_known_form": _annex(label="Yours faithfully"),
    "annex_parent_exists": _annex(label="Enclosure", parent_label="Annex III"),
    "symbol_has_known_form": _symbol(symbol="A 75 198"),
    "symbol_is_listed": _symbol(symbol="A/75/199"),
    "all_symbols_are_told": lambda bundle: replace(bundle, symbols=bundle.symbols[:1]),
    "symbols_are_numbered": _symbol(position=3),
    "agenda_item_has_known_form": _agenda(item="item 34"),
    "agenda_item_is_listed": _agenda(item="35"),
    "agenda_items_are_numbered": _agenda(position=2),
    "agenda_session_is_plausible": _agenda(ga_session=2021),
    "cited_symbol_has_known_form": _citation(cited_symbol="S 2020/1104"),
    "document_does_not_cite_itself": _citation(cited_symbol="S/2021/198"),
    "citation_says_whether_it_is_answered": _citation(is_reply=False),
    "citations_are_numbered": _citation(position=0),
    "figure_is_a_number": _figure(value=float("nan")),
    "figure_has_label": _figure(label=" "),
    "figure_is_quoted": _figure(as_printed=""),
    "figures_are_numbered": _figure(position=4),
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
    "publisher_is_known": _release(publisher=None),
    "mention_stage_is_known": _release(
        mentions_letters=(make_mention(date(2021, 3, 2)) | {"stage": "rumoured"},)
    ),
    "mentioned_symbols_have_known_form": _release(
        mentions_letters=(make_mention(date(2021, 3, 2)) | {"symbols": ["No. 198"]},)
    ),
    "published_date_is_one": _document(published_date=date(2021, 3, 5)),
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
