"""Records to rows: everything one document brings into the warehouse, as one bundle."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from tasks.normalise.un.symbols import Symbol
from tasks.records import Parsed, ParsedItem, PressRelease, Record, Sender, Signatory, UnDocument
from warehouse.rows import (
    AgendaItemRow,
    AnnexRow,
    CatalogueRow,
    CitationRow,
    DocumentBundle,
    DocumentRow,
    DocumentSymbolRow,
    LetterRow,
    PressReleaseRow,
    Struct,
)

_PLACES: dict[str, Any] = {
    "sources": True,
    "findings": {"__all__": {"page", "start", "end"}},
}


def build_bundle(item: ParsedItem, source_title: str, is_history: bool) -> DocumentBundle:
    """Build the rows of a parsed item; `source_title` is the publisher of a press release.

    Raises:
        ValueError: the item holds no document (it belongs in quarantine).
    """
    if item.document is None:
        raise ValueError(f"{item.source_id}:{item.key} could not be read, it has no rows")
    document_id = name_document(item, item.document)
    if isinstance(item.document, UnDocument):
        return _build_un(item, item.document, document_id, is_history)
    return _build_press(item, item.document, document_id, source_title, is_history)


def name_document(item: ParsedItem, document: Parsed) -> str:
    """The identity of a document: symbol and language, else the source's own key.

    A UN document whose language could not be told stands under `und` (ISO 639-2).
    """
    if isinstance(document, UnDocument) and document.symbols:
        return f"un:{document.symbols[0]}:{document.language or 'und'}"
    return f"{item.source_id}:{item.key}"


def list_names(item: ParsedItem, document: Parsed) -> tuple[str, ...]:
    """Every id under which a document may be known: a joint one has one for each symbol."""
    symbols = document.symbols if isinstance(document, UnDocument) else ()
    language = document.language or "und"
    return (name_document(item, document), *(f"un:{one}:{language}" for one in symbols))


def canonical_json(record: Record) -> str:
    """A record as JSON with sorted keys: the same record is always the same text.

    Where a field stands on the page is left out: two renderings of one document differ in it.
    """
    return json.dumps(
        record.model_dump(mode="json", exclude=_PLACES),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def hash_record(record: Record) -> str:
    """SHA-256 of a record's canonical JSON; no time of a run is in it."""
    return hashlib.sha256(canonical_json(record).encode()).hexdigest()


def _build_un(
    item: ParsedItem, document: UnDocument, document_id: str, is_history: bool
) -> DocumentBundle:
    row = DocumentRow(
        document_type=document.document_type.value,
        symbols=document.symbols,
        original_language=document.original_language,
        distribution=document.distribution,
        distribution_date=document.distribution_date,
        is_reissued=document.reissued,
        ga_session=document.ga_session,
        ga_session_type=document.ga_session_type,
        sc_year=document.sc_year,
        job_number=document.job_number,
        **_common(item, document, document_id, is_history),
    )
    return DocumentBundle(
        document=row,
        letter=_letter(document, document_id) if document.document_type.is_letter else None,
        annexes=_annexes(document, document_id),
        symbols=_symbols(document, document_id),
        agenda_items=_agenda(document, document_id),
        citations=_citations(document, document_id),
        catalogue=_catalogue(item, document, document_id),
        record_json=canonical_json(document),
    )


def _catalogue(
    item: ParsedItem, document: UnDocument, document_id: str
) -> tuple[CatalogueRow, ...]:
    """What a library alone says of the document; it stands beside it and never in it."""
    entry, archive = item.catalogue, item.archive
    if entry is None or item.fetched_at_utc is None:
        return ()
    return (
        CatalogueRow(
            source_id=item.source_id,
            record_id=entry.record_id,
            document_id=document_id,
            symbols=document.symbols,
            title=document.title,
            document_date=document.distribution_date,
            record_types=entry.record_types,
            categories=entry.categories,
            subjects=entry.subjects,
            authors=_structs(entry.authors),
            agenda=_structs(entry.agenda),
            files=_structs(entry.files),
            languages=entry.languages,
            related=entry.related,
            notes=entry.notes,
            batches=entry.batches,
            changed=entry.changed,
            payload_sha256=archive.payload_sha256 if archive else None,
            loaded_at_utc=item.fetched_at_utc,
        ),
    )


def _build_press(
    item: ParsedItem, release: PressRelease, document_id: str, publisher: str, is_history: bool
) -> DocumentBundle:
    row = DocumentRow(
        document_type=release.document_type.value,
        published_date=release.published_on,
        **_common(item, release, document_id, is_history),
    )
    press = PressReleaseRow(
        document_id=document_id,
        publisher=publisher,
        number=release.number,
        published_date=release.published_on,
        date_source=release.date_source.value if release.date_source else None,
        mentions_letters=_structs(release.mentions_letters),
        date_precision=release.date_precision.value if release.date_precision else None,
        canonical_url=release.canonical_url,
        announcement_id=release.announcement_id,
    )
    return DocumentBundle(
        document=row,
        press_release=press,
        record_json=canonical_json(release),
    )


def _common(
    item: ParsedItem, document: Parsed, document_id: str, is_history: bool
) -> dict[str, Any]:
    """The columns that every kind of document fills alike."""
    archive = item.archive
    return {
        "document_id": document_id,
        "source_id": item.source_id,
        "title": document.title,
        "language": document.language,
        "url": item.url,
        "body": None if item.catalogue else document.body,
        "has_text": item.catalogue is None,
        "findings": _structs(document.findings),
        "is_history": is_history,
        "content_sha256": hash_record(document),
        "payload_sha256": archive.payload_sha256 if archive else None,
        "archive_file": archive.file if archive else None,
        "archive_offset": archive.offset if archive else None,
        "first_seen_at_utc": item.fetched_at_utc,
    }


def _letter(document: UnDocument, document_id: str) -> LetterRow:
    return LetterRow(
        document_id=document_id,
        letter_date=document.letter_date,
        senders=_structs(document.senders),
        addressees=document.addressees,
        signatories=_structs(document.signatories),
        agenda_items=document.agenda_items,
        is_agenda_provisional=document.agenda_provisional,
        agenda_source=document.agenda_source,
        requests_circulation=document.requests_circulation,
        requests_attention=document.requests_attention,
        announces_circulation=document.announces_circulation,
        in_reply_to=document.in_reply_to,
    )


def _annexes(document: UnDocument, document_id: str) -> tuple[AnnexRow, ...]:
    return tuple(
        AnnexRow(
            document_id=document_id,
            position=position,
            label=annex.label,
            title=annex.title,
            letter_date=annex.letter_date,
            date_from_cover=annex.date_from_cover,
            original_language=annex.original_language,
            signatories=_structs(annex.signatories),
            parent_label=annex.parent,
        )
        for position, annex in enumerate(document.annexes, start=1)
    )


def _symbols(document: UnDocument, document_id: str) -> tuple[DocumentSymbolRow, ...]:
    return tuple(
        DocumentSymbolRow(
            document_id=document_id,
            symbol=symbol,
            position=position,
            organ=Symbol.parse(symbol).organ,
            is_reissued=document.reissued,
        )
        for position, symbol in enumerate(document.symbols, start=1)
    )


def _agenda(document: UnDocument, document_id: str) -> tuple[AgendaItemRow, ...]:
    return tuple(
        AgendaItemRow(
            document_id=document_id,
            position=position,
            item=item,
            ga_session=document.ga_session,
            is_provisional=document.agenda_provisional,
        )
        for position, item in enumerate(document.agenda_items, start=1)
    )


def _citations(document: UnDocument, document_id: str) -> tuple[CitationRow, ...]:
    return tuple(
        CitationRow(
            document_id=document_id,
            position=position,
            cited_symbol=symbol,
            is_reply=symbol in document.in_reply_to,
        )
        for position, symbol in enumerate(document.cited_symbols, start=1)
    )


def _structs(records: tuple[Record | Sender | Signatory, ...]) -> tuple[Struct, ...]:
    """Records as the values of STRUCT columns: dates stay dates, enumerations become words."""
    return tuple({name: _plain(value) for name, value in _fields(one)} for one in records)


def _fields(record: Record | Sender | Signatory) -> Iterable[tuple[str, object]]:
    whole = record.model_dump() if isinstance(record, Record) else dataclasses.asdict(record)
    return whole.items()


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value
