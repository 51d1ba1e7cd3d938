"""Rows for the warehouse's tests, on invented and harmless matters."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from warehouse.loading import News
from warehouse.rows import (
    AgendaItemRow,
    AlertRow,
    AnnexRow,
    CitationRow,
    DiscoveryRow,
    DocumentBundle,
    DocumentRow,
    DocumentSymbolRow,
    FetchRow,
    FigureRow,
    LetterRow,
    PressReleaseRow,
    QuarantineRow,
    RunRow,
    SourceRunRow,
)

NOW = datetime(2026, 5, 4, 6, 30, tzinfo=UTC)

FINDING = {
    "code": "doubtful",
    "message": "a look is due",
    "field": None,
    "page": 1,
    "start": None,
    "end": None,
}


def build_letter(
    number: int = 1,
    *,
    symbols: tuple[str, ...] | None = None,
    document_id: str | None = None,
    title: str = "Letter on the counting of herring",
    party: str = "Iceland",
    iso3: str = "ISL",
    letter_date: date = date(2026, 4, 1),
    addressees: tuple[str, ...] = ("Secretary-General",),
    office: str = "Permanent Representative",
    annexes: tuple[AnnexRow, ...] | None = None,
    cited: tuple[str, ...] = ("S/2020/1",),
    replies: tuple[str, ...] = (),
    language: str = "en",
    is_history: bool = False,
    has_text: bool = True,
    source_id: str = "un_ga",
) -> DocumentBundle:
    """Build a letter with one of everything that a letter has."""
    if symbols is None:
        symbols = (f"A/80/{number}", f"S/2026/{number}")
    name = document_id or f"un:{symbols[0]}:{language}"
    record = json.dumps({"title": title, "symbols": symbols, "number": number, "text": has_text})
    return DocumentBundle(
        document=DocumentRow(
            document_id=name,
            document_type="letter",
            source_id=source_id,
            symbols=symbols,
            title=title,
            language=language,
            distribution_date=letter_date,
            body=f"Excellency, number {number}" if has_text else None,
            has_text=has_text,
            findings=(dict(FINDING),),
            is_history=is_history,
            content_sha256=hashlib.sha256(record.encode()).hexdigest(),
        ),
        letter=LetterRow(
            document_id=name,
            letter_date=letter_date,
            senders=({"office": office, "party": party, "iso3": iso3},),
            addressees=addressees,
            signatories=({"name": "Una Una", "title_lines": ["Ambassador"]},),
            agenda_items=("34",),
        ),
        annexes=(AnnexRow(name, 1, "Annex", title="A table of herring"),)
        if annexes is None
        else annexes,
        symbols=tuple(
            DocumentSymbolRow(name, symbol, position)
            for position, symbol in enumerate(symbols, start=1)
        ),
        agenda_items=(AgendaItemRow(name, 1, "34"),),
        citations=tuple(
            CitationRow(name, position, symbol, is_reply=symbol in replies)
            for position, symbol in enumerate(cited, start=1)
        ),
        figures=(FigureRow(name, 1, "herring counted", 12.0, "fish", "twelve herring"),),
        record_json=record,
    )


def build_release(
    key: str = "r1",
    *,
    mentions: tuple[dict[str, object], ...] = (),
    source_id: str = "mfa_xx",
    is_history: bool = False,
) -> DocumentBundle:
    """Build a press release that speaks of the given letters."""
    name = f"{source_id}:{key}"
    record = json.dumps({"key": key, "mentions": len(mentions)})
    return DocumentBundle(
        document=DocumentRow(
            document_id=name,
            document_type="press_release",
            source_id=source_id,
            title=f"Release {key}",
            language="en",
            published_date=date(2026, 4, 3),
            body="The minister wrote about herring.",
            is_history=is_history,
            content_sha256=hashlib.sha256(record.encode()).hexdigest(),
        ),
        press_release=PressReleaseRow(name, "A ministry", mentions_letters=mentions),
        record_json=record,
    )


def build_mention(
    *,
    letter_date: date | None = date(2026, 4, 1),
    party: str | None = "Iceland",
    author: str | None = None,
    addressee: str | None = "Secretary-General",
    symbols: Sequence[str] = (),
) -> dict[str, object]:
    """Build one value of `mentions_letters`."""
    return {
        "letter_date": letter_date,
        "author": author,
        "party": party,
        "addressee": addressee,
        "symbols": list(symbols),
        "stage": "sent",
    }


def build_alert(
    alert_id: str = "a1", event_id: str = "e1", *, document_id: str | None = None
) -> AlertRow:
    """Build an outbox row."""
    return AlertRow(
        alert_id=alert_id,
        event_id=event_id,
        event_type="new_letter",
        document_id=document_id,
        recipient="terminal",
        channel="terminal",
        title="A new letter",
        body_text="A new letter on herring",
        body_html="<p>A new letter on herring</p>",
        created_at_utc=NOW,
        reasons=("any new letter",),
    )


def compose_one_each(news: News) -> tuple[AlertRow, ...]:
    """Compose one alert a new letter, named after its document."""
    return tuple(
        build_alert(f"alert-{name}", f"event-{name}", document_id=name)
        for name in (bundle.document.document_id for bundle in news.inserted if bundle.letter)
    )


def build_quarantined(row_key: str = "A/80/99") -> QuarantineRow:
    """Build a quarantine row."""
    return QuarantineRow(
        quarantine_id=f"q-{row_key}",
        run_id="run-1",
        source_id="un_ga",
        table_name="documents",
        row_key=row_key,
        expectation="unreadable",
        message="no text in it",
        quarantined_at_utc=NOW,
    )


def build_discovery(key: str = "A/80/1", state: str = "fetched") -> DiscoveryRow:
    """Build a discovery row."""
    return DiscoveryRow(
        source_id="un_ga",
        key=key,
        url=f"https://documents.example/{key}",
        title="Letter",
        listed_date=date(2026, 4, 2),
        language="en",
        fingerprint=f"f-{key}",
        state=state,
        reason=None,
        attempts=1,
        is_history=True,
        first_seen_at_utc=NOW,
        last_checked_at_utc=NOW,
    )


def build_fetch(
    run_id: str = "run-1",
    *,
    position: int = 1,
    url: str = "https://feeds.example/ga",
    status: int = 200,
    etag: str | None = '"one"',
    at: datetime = NOW,
    source_id: str = "un_ga",
) -> FetchRow:
    """Build the row of one request."""
    return FetchRow(
        run_id=run_id,
        position=position,
        source_id=source_id,
        url=url,
        final_url=url,
        status=status,
        outcome="new" if status == 200 else "unchanged",
        reason=None,
        message=None,
        content_type="application/rss+xml",
        size_bytes=10,
        etag=etag,
        last_modified=None,
        payload_sha256=f"sha-{etag}",
        archive_file=None,
        archive_offset=None,
        fetched_at_utc=at,
    )


def build_source_run(
    run_id: str = "run-1", *, outcome: str = "new", source_id: str = "un_ga", quarantined: int = 0
) -> SourceRunRow:
    """Build the row of a source in a run, its counts still to be filled in."""
    return SourceRunRow(
        run_id=run_id,
        source_id=source_id,
        outcome=outcome,
        reason=None,
        message=None,
        discovered=1,
        fetched=1,
        not_yet_available=0,
        failed=0,
        inserted=0,
        updated=0,
        noop=0,
        quarantined=quarantined,
        is_baseline=False,
        started_at_utc=NOW,
        ended_at_utc=NOW,
    )


def build_run(run_id: str = "run-1") -> RunRow:
    """Build the row of a run."""
    return RunRow(run_id, NOW, None, "shell", "new")
