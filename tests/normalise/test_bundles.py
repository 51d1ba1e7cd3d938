"""Records to rows: identity, hash, and every field in its column."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tasks.normalise.bundles import build_bundle, hash_record
from tasks.records import (
    Annex,
    ArchiveRef,
    Finding,
    MentionedLetter,
    Parsed,
    ParsedItem,
    PressRelease,
    Sender,
    Signatory,
    UnDocument,
)
from warehouse.vocabulary import DateSource, DocumentType, MentionStage, Reason

LETTER = UnDocument(
    document_type=DocumentType.LETTER,
    symbols=("A/75/900", "S/2021/900"),
    ga_session=75,
    agenda_items=("34", "79 (a)"),
    agenda_provisional=False,
    letter_date=date(2021, 5, 3),
    senders=(Sender(office="Permanent Representative", party="Iceland", iso3="ISL"),),
    signatories=(Signatory(name="Jón Jónsson", title_lines=("Ambassador",)),),
    annexes=(Annex(label="Annex", letter_date=date(2021, 5, 1)),
             Annex(label="Enclosure", parent="Annex")),
    cited_symbols=("S/2021/800", "S/2021/801"),
    in_reply_to=("S/2021/800",),
    language="en",
    findings=(Finding(code="agenda_mismatch", message="34; 35"),),
)  # fmt: skip
RELEASE = PressRelease(
    title="Cod counted",
    published_on=date(2021, 5, 4),
    date_source=DateSource.LISTING,
    language="en",
    number="12/21",
    mentions_letters=(MentionedLetter(party="Iceland", stage=MentionStage.SENT),),
)


def _item(document: Parsed | None, fetched: datetime | None = None) -> ParsedItem:
    return ParsedItem(
        source_id="un_sc",
        key="S/2021/900",
        url="https://documents.un.org/x",
        archive=ArchiveRef(file="a.warc.gz", offset=7, payload_sha256="ab"),
        fetched_at_utc=fetched or datetime(2021, 5, 5, tzinfo=UTC),
        document=document,
        reason=None if document else Reason.UNREADABLE,
    )


def test_letter_fills_every_table() -> None:
    bundle = build_bundle(_item(LETTER), "United Nations", is_history=True)
    assert bundle.document.document_id == "un:A/75/900:en"
    assert bundle.document.is_history
    assert bundle.document.payload_sha256 == "ab"
    assert bundle.document.archive_offset == 7
    assert bundle.letter is not None
    assert bundle.letter.senders == (
        {"office": "Permanent Representative", "party": "Iceland", "iso3": "ISL"},
    )
    assert bundle.letter.signatories == ({"name": "Jón Jónsson", "title_lines": ["Ambassador"]},)
    assert [(row.position, row.label, row.parent_label) for row in bundle.annexes] == [
        (1, "Annex", None),
        (2, "Enclosure", "Annex"),
    ]
    assert [(row.symbol, row.organ) for row in bundle.symbols] == [
        ("A/75/900", "General Assembly"),
        ("S/2021/900", "Security Council"),
    ]
    assert [(row.item, row.ga_session) for row in bundle.agenda_items] == [
        ("34", 75),
        ("79 (a)", 75),
    ]
    assert [(row.cited_symbol, row.is_reply) for row in bundle.citations] == [
        ("S/2021/800", True),
        ("S/2021/801", False),
    ]
    assert UnDocument.model_validate_json(bundle.record_json) == LETTER


def test_resolution_has_no_letter_row() -> None:
    record = LETTER.model_copy(update={"document_type": DocumentType.RESOLUTION})
    assert build_bundle(_item(record), "United Nations", is_history=False).letter is None


def test_document_without_symbol_stands_under_its_key() -> None:
    record = LETTER.model_copy(update={"symbols": ()})
    bundle = build_bundle(_item(record), "United Nations", is_history=False)
    assert bundle.document.document_id == "un_sc:S/2021/900"


def test_document_of_unknown_language_is_undetermined() -> None:
    record = LETTER.model_copy(update={"language": None})
    bundle = build_bundle(_item(record), "United Nations", is_history=False)
    assert bundle.document.document_id == "un:A/75/900:und"


def test_press_release_fills_its_row() -> None:
    bundle = build_bundle(_item(RELEASE), "A ministry", is_history=False)
    assert bundle.document.document_id == "un_sc:S/2021/900"
    assert bundle.document.published_date == date(2021, 5, 4)
    assert bundle.letter is None
    assert bundle.press_release is not None
    assert bundle.press_release.publisher == "A ministry"
    assert bundle.press_release.date_source == "listing"
    assert bundle.press_release.mentions_letters[0]["stage"] == "sent"


def test_hash_knows_content_and_no_time() -> None:
    early = build_bundle(_item(LETTER), "United Nations", is_history=False)
    late = build_bundle(
        _item(LETTER, datetime(2030, 1, 1, tzinfo=UTC)), "United Nations", is_history=True
    )
    assert early.document.content_sha256 == late.document.content_sha256 == hash_record(LETTER)
    changed = LETTER.model_copy(update={"letter_date": date(2021, 5, 4)})
    assert hash_record(changed) != hash_record(LETTER)


def test_item_without_document_has_no_rows() -> None:
    with pytest.raises(ValueError, match="could not be read"):
        build_bundle(_item(None), "United Nations", is_history=False)
