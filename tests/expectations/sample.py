"""Rows that every rule accepts, written fresh on a harmless matter."""

from __future__ import annotations

from datetime import UTC, date, datetime

from warehouse.rows import (
    AgendaItemRow,
    AnnexRow,
    CitationRow,
    DocumentBundle,
    DocumentRow,
    DocumentSymbolRow,
    FigureRow,
    LetterRow,
    PressReleaseRow,
    Struct,
)

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
"""The moment of every test run."""

HASH = "0f" * 32
"""A SHA-256 that belongs to nothing."""

BODY = (
    "I have the honour to transmit herewith the report on the joint survey of sturgeon in the "
    "northern basin. I should be grateful if you would have the present letter and its annex "
    "circulated as a document of the General Assembly and of the Security Council."
)
"""The text of the letter."""


def make_letter(number: int = 198) -> DocumentBundle:
    """Make a joint letter with an annex and a citation."""
    symbols = (f"A/75/{number}", f"S/2021/{number}")
    identity = f"un:{symbols[0]}:en"
    return DocumentBundle(
        document=_make_document(identity, symbols),
        letter=_make_letter_row(identity),
        annexes=(AnnexRow(identity, 1, "Annex", letter_date=date(2021, 3, 1)),),
        symbols=tuple(
            DocumentSymbolRow(identity, symbol, place) for place, symbol in enumerate(symbols, 1)
        ),
        agenda_items=(
            AgendaItemRow(identity, 1, "34", 75, False),
            AgendaItemRow(identity, 2, "79 (a)", 75, False),
        ),
        citations=(CitationRow(identity, 1, "S/2020/1104", is_reply=True),),
        figures=(FigureRow(identity, 1, "sturgeon counted", 1204.0, None, "1,204 sturgeon"),),
    )


def make_press_release(number: int = 280) -> DocumentBundle:
    """Make a press release that announces a letter."""
    identity = f"mfa_xx:{number}"
    return DocumentBundle(
        document=DocumentRow(
            document_id=identity,
            document_type="press_release",
            source_id="mfa_xx",
            title="A letter on the seed vault has been sent",
            language="en",
            published_date=date(2021, 3, 4),
            url=f"https://mfa.example/news/{number}",
            body=BODY,
            content_sha256=HASH,
            payload_sha256=HASH,
            archive_file="20210304.warc.gz",
            archive_offset=0,
        ),
        press_release=PressReleaseRow(
            document_id=identity,
            publisher="A Ministry",
            published_date=date(2021, 3, 4),
            date_source="listing",
            mentions_letters=(make_mention(date(2021, 3, 2)),),
        ),
    )


def make_mention(day: date | None) -> Struct:
    """Make what a press release says of a letter."""
    return {
        "letter_date": day,
        "author": "Permanent Representative",
        "party": "Azerbaijan",
        "addressee": "Secretary-General",
        "symbols": [],
        "stage": "sent",
    }


def _make_document(identity: str, symbols: tuple[str, ...]) -> DocumentRow:
    return DocumentRow(
        document_id=identity,
        document_type="letter",
        source_id="un_ga",
        symbols=symbols,
        title=(
            "Letter dated 2 March 2021 from the Permanent Representative of Azerbaijan to the "
            "United Nations addressed to the Secretary-General"
        ),
        language="en",
        original_language="English",
        distribution="General",
        distribution_date=date(2021, 3, 3),
        ga_session=75,
        sc_year=76,
        job_number="21-02875",
        url=f"https://documents.un.org/api/symbol/access?s={symbols[1]}&l=en&t=pdf",
        body=BODY,
        content_sha256=HASH,
        payload_sha256=HASH,
        archive_file="20210303.warc.gz",
        archive_offset=512,
    )


def _make_letter_row(identity: str) -> LetterRow:
    return LetterRow(
        document_id=identity,
        letter_date=date(2021, 3, 2),
        senders=({"office": "Permanent Representative", "party": "Azerbaijan", "iso3": "AZE"},),
        addressees=("Secretary-General",),
        signatories=({"name": "Nigar Example", "title_lines": ["Permanent Representative"]},),
        agenda_items=("34", "79 (a)"),
        is_agenda_provisional=False,
        requests_circulation=("General Assembly", "Security Council"),
        in_reply_to=("S/2020/1104",),
    )
