"""Rows flattened for checking: one cell dataclass a table, lists joined, texts measured.

No text of a document is in a frame: what a rule needs to know of it is a number or the few words
that were found amiss, so that Data Docs stay small and hold no third-party text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from expectations import grammar
from expectations.cells import Cells
from warehouse.rows import (
    AnnexRow,
    CitationRow,
    DocumentBundle,
    DocumentRow,
    LetterRow,
    PressReleaseRow,
)
from warehouse.vocabulary import DocumentType

_CHALLENGE = re.compile(grammar.CHALLENGE_TEXT)
_INTERFACE = re.compile(grammar.INTERFACE_TEXT)
_CONTROL = re.compile(grammar.CONTROL_CHARACTER)
_SESSION_OFFSET = 1945


@dataclass(frozen=True, slots=True)
class DocumentCells(Cells):
    """A row of `documents`; years apart are those between the date and the organ's count."""

    document_id: str
    document_type: str
    symbols: str | None
    title: str | None
    language: str | None
    original_language: str | None
    distribution_date: date | None
    body_characters: int | None
    control_character: str | None
    challenge_text: str | None
    content_sha256: str
    session_years_apart: int | None
    council_years_apart: int | None
    is_un_document: bool
    is_letter: bool
    is_press_release: bool
    has_letter_row: bool
    has_press_release_row: bool


@dataclass(frozen=True, slots=True)
class LetterCells(Cells):
    """A row of `letters` with what its document says of symbols and dates."""

    letter_date: date | None
    distribution_date: date | None
    days_to_circulation: int | None
    senders: str | None
    state_codes: str | None
    addressees: str | None
    signatories: str | None
    agenda_items: str | None
    in_reply_to: str | None
    title: str | None
    is_agenda_possible: bool
    has_agenda_items: bool
    is_signed_form: bool


@dataclass(frozen=True, slots=True)
class AnnexCells(Cells):
    """A row of `annexes`; `missing_parent` is a parent label that no annex bears."""

    label: str
    letter_date: date | None
    date_from_cover: date | None
    distribution_date: date | None
    missing_parent: str | None


@dataclass(frozen=True, slots=True)
class CitationCells(Cells):
    """A row of `citations`; `own_symbol` is set where a document cites itself."""

    cited_symbol: str
    own_symbol: str | None


@dataclass(frozen=True, slots=True)
class PressReleaseCells(Cells):
    """A row of `press_releases` with what its document says; `body` is only measured."""

    title: str | None
    body_characters: int | None
    language: str | None
    published_date: date | None
    date_source: str | None
    interface_text: str | None
    last_mentioned_date: date | None
    has_date: bool
    is_page: bool
    has_text: bool


def frame_bundles(bundles: Sequence[DocumentBundle]) -> dict[str, tuple[Cells, ...]]:
    """Flatten a batch: the cells of each table, also of those that are empty."""
    return {
        table: tuple(
            cells for place, bundle in enumerate(bundles) for cells in frame(place, bundle)
        )
        for table, frame in _FRAMES.items()
    }


def _frame_document(place: int, bundle: DocumentBundle) -> Iterable[DocumentCells]:
    row = bundle.document
    kind = row.document_type
    day = row.distribution_date
    yield DocumentCells(
        bundle=place,
        row_key=row.document_id,
        document_id=row.document_id,
        document_type=kind,
        symbols=_joined(row.symbols),
        title=_text(row.title),
        language=row.language,
        original_language=row.original_language,
        distribution_date=day,
        body_characters=_measured(row),
        control_character=_named(_CONTROL.search(f"{row.title or ''}{row.body or ''}")),
        challenge_text=_found(_CHALLENGE, row.title, (row.body or "")[:2000]),
        content_sha256=row.content_sha256,
        session_years_apart=None if row.ga_session_type else _years_apart(day, row.ga_session),
        council_years_apart=_years_apart(day, row.sc_year),
        is_un_document=kind != DocumentType.PRESS_RELEASE,
        is_letter=kind in {each.value for each in DocumentType if each.is_letter},
        is_press_release=kind == DocumentType.PRESS_RELEASE,
        has_letter_row=bundle.letter is not None,
        has_press_release_row=bundle.press_release is not None,
    )


def _frame_letter(place: int, bundle: DocumentBundle) -> Iterable[LetterCells]:
    if bundle.letter is None:
        return
    row, document = bundle.letter, bundle.document
    parties = (sender["party"] or sender["office"] for sender in row.senders)
    yield LetterCells(
        bundle=place,
        row_key=row.document_id,
        letter_date=row.letter_date,
        distribution_date=document.distribution_date,
        days_to_circulation=_days_between(row.letter_date, document.distribution_date),
        senders=_joined(parties),
        state_codes=_joined(sender["iso3"] for sender in row.senders),
        addressees=_joined(row.addressees),
        signatories=_joined(signatory["name"] for signatory in row.signatories),
        agenda_items=_joined(row.agenda_items),
        in_reply_to=_joined(row.in_reply_to),
        title=_text(document.title),
        is_agenda_possible=_is_agenda_possible(row, document),
        has_agenda_items=bool(row.agenda_items),
        is_signed_form=document.document_type != DocumentType.NOTE_VERBALE,
    )


def _frame_annexes(place: int, bundle: DocumentBundle) -> Iterable[AnnexCells]:
    labels = {annex.label for annex in bundle.annexes}
    for annex in bundle.annexes:
        yield AnnexCells(
            bundle=place,
            row_key=_place_in(annex),
            label=annex.label,
            letter_date=annex.letter_date,
            date_from_cover=annex.date_from_cover,
            distribution_date=bundle.document.distribution_date,
            missing_parent=None if annex.parent_label in labels else annex.parent_label,
        )


def _frame_citations(place: int, bundle: DocumentBundle) -> Iterable[CitationCells]:
    own = set(bundle.document.symbols)
    for citation in bundle.citations:
        yield CitationCells(
            bundle=place,
            row_key=_place_in(citation),
            cited_symbol=citation.cited_symbol,
            own_symbol=citation.cited_symbol if citation.cited_symbol in own else None,
        )


def _frame_press_release(place: int, bundle: DocumentBundle) -> Iterable[PressReleaseCells]:
    if bundle.press_release is None:
        return
    row, document = bundle.press_release, bundle.document
    yield PressReleaseCells(
        bundle=place,
        row_key=row.document_id,
        title=_text(document.title),
        body_characters=_measured(document),
        language=document.language,
        published_date=row.published_date,
        date_source=row.date_source,
        interface_text=_found(_INTERFACE, document.body),
        last_mentioned_date=_last_mentioned(row),
        has_date=row.published_date is not None,
        is_page=document.url is not None and document.has_text,
        has_text=document.has_text,
    )


_FRAMES: dict[str, Callable[[int, DocumentBundle], Iterable[Cells]]] = {
    "documents": _frame_document,
    "letters": _frame_letter,
    "annexes": _frame_annexes,
    "citations": _frame_citations,
    "press_releases": _frame_press_release,
}


def _is_agenda_possible(letter: LetterRow, document: DocumentRow) -> bool:
    """Agenda items stand under A/ or E/ symbols, or where no masthead says otherwise."""
    if not document.symbols or letter.agenda_source:
        return True
    return any(symbol.startswith(("A/", "E/")) for symbol in document.symbols)


def _last_mentioned(row: PressReleaseRow) -> date | None:
    return max((day for each in row.mentions_letters if (day := each["letter_date"])), default=None)


def _place_in(row: AnnexRow | CitationRow) -> str:
    return f"{row.document_id}#{row.position}"


def _joined(values: Iterable[str | None]) -> str | None:
    return grammar.SEPARATOR.join(value for value in values if value) or None


def _text(value: str | None) -> str | None:
    """Spaces alone are no text."""
    return value.strip() or None if value else None


def _measured(row: DocumentRow) -> int | None:
    """Characters of the body; empty for a catalogue row whose text is not here."""
    return len((row.body or "").strip()) if row.has_text else None


def _found(pattern: re.Pattern[str], *texts: str | None) -> str | None:
    matches = (pattern.search(text) for text in texts if text)
    return next((match.group().strip()[:100] for match in matches if match), None)


def _named(match: re.Match[str] | None) -> str | None:
    return f"U+{ord(match.group()):04X}" if match else None


def _years_apart(day: date | None, ordinal: int | None) -> int | None:
    return None if day is None or ordinal is None else day.year - _SESSION_OFFSET - ordinal


def _days_between(earlier: date | None, later: date | None) -> int | None:
    return None if earlier is None or later is None else (later - earlier).days
