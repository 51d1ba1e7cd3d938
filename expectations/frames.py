"""Documents, letters and press releases flattened for checking: one cell dataclass a table.

No text of a document is in a frame: what a rule needs to know of it is a number or the few words
that were found amiss, so that Data Docs stay small and hold no third-party text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from expectations import grammar, parts
from expectations.cutting import (
    Phrase,
    count_days,
    find_control,
    find_double,
    is_up_to,
    join,
    strip,
)
from warehouse.cells import Cells
from warehouse.rows import DocumentBundle, DocumentRow, LetterRow, PressReleaseRow
from warehouse.vocabulary import DocumentType

_CHALLENGE = Phrase(re.compile(grammar.CHALLENGE_TEXT), grammar.CHALLENGE_WORDS)
_INTERFACE = Phrase(re.compile(grammar.INTERFACE_TEXT), grammar.INTERFACE_WORDS)
_ANNEX = Phrase(re.compile(grammar.MENTIONED_ANNEX), grammar.ANNEX_WORDS)
_LETTERS = frozenset(each.value for each in DocumentType if each.is_letter)
_ADDRESS_LANGUAGE = re.compile(grammar.ADDRESS_LANGUAGE)
_SESSION_OFFSET = 1945


@dataclass(frozen=True, slots=True)
class DocumentCells(Cells):
    """A row of `documents`; years apart are those between the date and the organ's count.

    `address_language` is set where the address names another language than the text has;
    `archived` names which of file, offset and hash of the bytes are there.
    """

    document_id: str
    document_type: str
    symbols: str | None
    doubled_symbol: str | None
    title: str | None
    title_characters: int | None
    language: str | None
    address_language: str | None
    original_language: str | None
    distribution: str | None
    distribution_date: date | None
    job_number: str | None
    url: str | None
    body_characters: int | None
    unexpected_body: int | None
    control_character: str | None
    challenge_text: str | None
    missing_annex: str | None
    content_sha256: str
    archived: str | None
    ga_session: int | None
    sc_year: int | None
    session_years_apart: int | None
    council_years_apart: int | None
    is_un_document: bool
    is_letter: bool
    is_press_release: bool
    has_letter_row: bool
    has_press_release_row: bool


@dataclass(frozen=True, slots=True)
class LetterCells(Cells):
    """A row of `letters` with what its document says of symbols and dates.

    `is_dated` is true of a date up to the day of the run: of one that is ahead only that is said.
    """

    letter_date: date | None
    distribution_date: date | None
    days_to_circulation: int | None
    senders: str | None
    state_codes: str | None
    nameless_senders: int | None
    addressees: str | None
    addressee_count: int
    signatories: str | None
    agenda_items: str | None
    in_reply_to: str | None
    uncited_reply: str | None
    answers_itself: str | None
    title: str | None
    is_agenda_possible: bool
    has_agenda_items: bool
    is_signed_form: bool
    is_identical_letters: bool
    is_dated: bool


@dataclass(frozen=True, slots=True)
class PressReleaseCells(Cells):
    """A row of `press_releases` with what its document says; `body` is only measured."""

    title: str | None
    body_characters: int | None
    language: str | None
    publisher: str | None
    published_date: date | None
    other_published_date: date | None
    date_source: str | None
    interface_text: str | None
    last_mentioned_date: date | None
    mentioned_symbols: str | None
    mention_stages: str | None
    has_date: bool
    is_page: bool
    has_text: bool


def frame_bundles(bundles: Sequence[DocumentBundle], today: date) -> dict[str, tuple[Cells, ...]]:
    """Flatten a batch: the cells of each table, also of those that are empty."""
    return {
        table: tuple(
            cells for place, bundle in enumerate(bundles) for cells in frame(place, bundle, today)
        )
        for table, frame in _FRAMES.items()
    }


def _frame_document(place: int, bundle: DocumentBundle, today: date) -> Iterable[DocumentCells]:
    row = bundle.document
    kind, day = row.document_type, row.distribution_date
    is_letter = kind in _LETTERS
    yield DocumentCells(
        bundle=place,
        row_key=row.document_id,
        document_id=row.document_id,
        document_type=kind,
        symbols=join(row.symbols),
        doubled_symbol=find_double(row.symbols),
        title=strip(row.title),
        title_characters=None if row.title is None else len(row.title),
        language=row.language,
        address_language=_name_other_language(row),
        original_language=row.original_language,
        distribution=row.distribution,
        distribution_date=day,
        job_number=row.job_number,
        url=row.url,
        body_characters=_measure(row),
        unexpected_body=len(row.body) if row.body and not row.has_text else None,
        control_character=find_control(row.title, row.body),
        challenge_text=_CHALLENGE.find(row.title, (row.body or "")[:2000]),
        missing_annex=_ANNEX.find(row.body) if is_letter and not bundle.annexes else None,
        content_sha256=row.content_sha256,
        archived=_name_archived(row),
        ga_session=row.ga_session,
        sc_year=row.sc_year,
        session_years_apart=None if row.ga_session_type else _years_apart(day, row.ga_session),
        council_years_apart=_years_apart(day, row.sc_year),
        is_un_document=kind != DocumentType.PRESS_RELEASE,
        is_letter=is_letter,
        is_press_release=kind == DocumentType.PRESS_RELEASE,
        has_letter_row=bundle.letter is not None,
        has_press_release_row=bundle.press_release is not None,
    )


def _frame_letter(place: int, bundle: DocumentBundle, today: date) -> Iterable[LetterCells]:
    if bundle.letter is None:
        return
    row, document = bundle.letter, bundle.document
    cited = {citation.cited_symbol for citation in bundle.citations}
    parties = [sender["party"] or sender["office"] for sender in row.senders]
    yield LetterCells(
        bundle=place,
        row_key=row.document_id,
        letter_date=row.letter_date,
        distribution_date=document.distribution_date,
        days_to_circulation=count_days(row.letter_date, document.distribution_date),
        senders=join(parties),
        state_codes=join(sender["iso3"] for sender in row.senders),
        nameless_senders=parties.count(None) or None,
        addressees=join(row.addressees),
        addressee_count=len(row.addressees),
        signatories=join(signatory["name"] for signatory in row.signatories),
        agenda_items=join(row.agenda_items),
        in_reply_to=join(row.in_reply_to),
        uncited_reply=join(symbol for symbol in row.in_reply_to if symbol not in cited),
        answers_itself=join(symbol for symbol in row.in_reply_to if symbol in document.symbols),
        title=strip(document.title),
        is_agenda_possible=_is_agenda_possible(row, document),
        has_agenda_items=bool(row.agenda_items),
        is_signed_form=document.document_type != DocumentType.NOTE_VERBALE,
        is_identical_letters=document.document_type == DocumentType.IDENTICAL_LETTERS,
        is_dated=is_up_to(row.letter_date, today),
    )


def _frame_press_release(
    place: int, bundle: DocumentBundle, today: date
) -> Iterable[PressReleaseCells]:
    if bundle.press_release is None:
        return
    row, document = bundle.press_release, bundle.document
    is_other = document.published_date != row.published_date
    yield PressReleaseCells(
        bundle=place,
        row_key=row.document_id,
        title=strip(document.title),
        body_characters=_measure(document),
        language=document.language,
        publisher=strip(row.publisher),
        published_date=row.published_date,
        other_published_date=document.published_date if is_other else None,
        date_source=row.date_source,
        interface_text=_INTERFACE.find(document.body),
        last_mentioned_date=_last_mentioned(row),
        mentioned_symbols=join(
            symbol for each in row.mentions_letters for symbol in each["symbols"]
        ),
        mention_stages=join(each["stage"] for each in row.mentions_letters),
        has_date=row.published_date is not None,
        is_page=document.url is not None and document.has_text,
        has_text=document.has_text,
    )


_FRAMES: dict[str, Callable[[int, DocumentBundle, date], Iterable[Cells]]] = {
    "documents": _frame_document,
    "letters": _frame_letter,
    "annexes": parts.frame_annexes,
    "document_symbols": parts.frame_symbols,
    "agenda_items": parts.frame_agenda,
    "citations": parts.frame_citations,
    "press_releases": _frame_press_release,
    "figures": parts.frame_figures,
}


def _is_agenda_possible(letter: LetterRow, document: DocumentRow) -> bool:
    """Agenda items stand under A/ or E/ symbols, or where no masthead says otherwise."""
    if not document.symbols or letter.agenda_source:
        return True
    return any(symbol.startswith(("A/", "E/")) for symbol in document.symbols)


def _last_mentioned(row: PressReleaseRow) -> date | None:
    return max((day for each in row.mentions_letters if (day := each["letter_date"])), default=None)


def _name_other_language(row: DocumentRow) -> str | None:
    found = _ADDRESS_LANGUAGE.search(row.url or "")
    named = next((code for code in found.groups() if code), None) if found else None
    return named if row.language and named != row.language else None


def _name_archived(row: DocumentRow) -> str | None:
    """Name what is known of where the bytes are; a hash alone is that of a text given by hand."""
    known = {
        "file": row.archive_file is not None,
        "offset": row.archive_offset is not None,
        "hash": row.payload_sha256 is not None,
    }
    return join(name for name, is_there in known.items() if is_there)


def _measure(row: DocumentRow) -> int | None:
    """Characters of the body; empty for a catalogue row whose text is not here."""
    return len((row.body or "").strip()) if row.has_text else None


def _years_apart(day: date | None, ordinal: int | None) -> int | None:
    return None if day is None or ordinal is None else day.year - _SESSION_OFFSET - ordinal
