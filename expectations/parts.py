"""What stands in or under a document flattened for checking: annexes, symbols, items, figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from expectations.cutting import find_double, is_up_to, strip
from warehouse.cells import Cells
from warehouse.rows import (
    AgendaItemRow,
    AnnexRow,
    CitationRow,
    DocumentBundle,
    DocumentSymbolRow,
    FigureRow,
)


@dataclass(frozen=True, slots=True)
class AnnexCells(Cells):
    """A row of `annexes`; `missing_parent` is a parent label that no annex bears.

    `places_off` is how far its number is from its place among the annexes.
    """

    label: str
    doubled_label: str | None
    places_off: int
    letter_date: date | None
    date_from_cover: date | None
    distribution_date: date | None
    missing_parent: str | None
    is_dated: bool


@dataclass(frozen=True, slots=True)
class SymbolCells(Cells):
    """A row of `document_symbols`; `unlisted` is set where its document does not list it."""

    symbol: str
    unlisted: str | None
    places_off: int
    organ: str | None
    is_told: bool


@dataclass(frozen=True, slots=True)
class AgendaCells(Cells):
    """A row of `agenda_items`; `unlisted` is set where its letter does not list it."""

    item: str
    unlisted: str | None
    places_off: int
    ga_session: int | None


@dataclass(frozen=True, slots=True)
class CitationCells(Cells):
    """A row of `citations`; `own_symbol` is set where a document cites itself."""

    cited_symbol: str
    own_symbol: str | None
    is_told: bool
    places_off: int


@dataclass(frozen=True, slots=True)
class FigureCells(Cells):
    """A row of `figures`; `value` is empty where it is no finite number."""

    label: str | None
    value: float | None
    as_printed: str | None
    places_off: int


def frame_annexes(place: int, bundle: DocumentBundle, today: date) -> Iterable[AnnexCells]:
    """Flatten the annexes of a document."""
    labels = {annex.label for annex in bundle.annexes}
    doubled = find_double(f"{annex.parent_label or ''}/{annex.label}" for annex in bundle.annexes)
    for number, annex in enumerate(bundle.annexes, start=1):
        own = f"{annex.parent_label or ''}/{annex.label}"
        yield AnnexCells(
            bundle=place,
            row_key=_place_in(annex),
            label=annex.label,
            doubled_label=annex.label if own == doubled else None,
            places_off=annex.position - number,
            letter_date=annex.letter_date,
            date_from_cover=annex.date_from_cover,
            distribution_date=bundle.document.distribution_date,
            missing_parent=None if annex.parent_label in labels else annex.parent_label,
            is_dated=is_up_to(annex.letter_date, today),
        )


def frame_symbols(place: int, bundle: DocumentBundle, today: date) -> Iterable[SymbolCells]:
    """Flatten the symbols of a document."""
    listed = bundle.document.symbols
    for number, row in enumerate(bundle.symbols, start=1):
        yield SymbolCells(
            bundle=place,
            row_key=_place_in(row),
            symbol=row.symbol,
            unlisted=None if row.symbol in listed else row.symbol,
            places_off=row.position - number,
            organ=row.organ,
            is_told=len(listed) == len(bundle.symbols),
        )


def frame_agenda(place: int, bundle: DocumentBundle, today: date) -> Iterable[AgendaCells]:
    """Flatten the agenda items of a document."""
    letter = bundle.letter
    for number, row in enumerate(bundle.agenda_items, start=1):
        is_listed = letter is None or row.item in letter.agenda_items
        yield AgendaCells(
            bundle=place,
            row_key=_place_in(row),
            item=row.item,
            unlisted=None if is_listed else row.item,
            places_off=row.position - number,
            ga_session=row.ga_session,
        )


def frame_citations(place: int, bundle: DocumentBundle, today: date) -> Iterable[CitationCells]:
    """Flatten the citations of a document."""
    own = set(bundle.document.symbols)
    answered = set(bundle.letter.in_reply_to) if bundle.letter else set()
    for number, row in enumerate(bundle.citations, start=1):
        yield CitationCells(
            bundle=place,
            row_key=_place_in(row),
            cited_symbol=row.cited_symbol,
            own_symbol=row.cited_symbol if row.cited_symbol in own else None,
            is_told=bundle.letter is None or row.is_reply == (row.cited_symbol in answered),
            places_off=row.position - number,
        )


def frame_figures(place: int, bundle: DocumentBundle, today: date) -> Iterable[FigureCells]:
    """Flatten the figures of a document."""
    for number, row in enumerate(bundle.figures, start=1):
        is_finite = abs(row.value) < float("inf")
        yield FigureCells(
            bundle=place,
            row_key=_place_in(row),
            label=strip(row.label),
            value=row.value if is_finite else None,
            as_printed=strip(row.as_printed),
            places_off=row.position - number,
        )


def _place_in(
    row: AnnexRow | AgendaItemRow | CitationRow | DocumentSymbolRow | FigureRow,
) -> str:
    return f"{row.document_id}#{row.position}"
