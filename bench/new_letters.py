"""A batch of new letters, as one run of one source brings them."""

from __future__ import annotations

from datetime import UTC, datetime

from bench.generate import make_paragraphs
from warehouse.loading import SourceBatch
from warehouse.rows import (
    CitationRow,
    DiscoveryRow,
    DocumentBundle,
    DocumentRow,
    DocumentSymbolRow,
    FetchRow,
    LetterRow,
    RunRow,
    SourceRunRow,
)

NEW_LETTERS = 100
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def make_batch(number: int) -> SourceBatch:
    """Make the batch of a run: a hundred letters that no other number has."""
    run_id = f"new-{number:04d}"
    first = 90_000_000 + number * NEW_LETTERS
    numbers = range(first, first + NEW_LETTERS)
    texts = make_paragraphs()
    return SourceBatch(
        run_id,
        "un_ga",
        bundles=[_make_letter(one, texts) for one in numbers],
        discoveries=[_make_discovery(one) for one in numbers],
        fetches=[_make_fetch(run_id, place, one) for place, one in enumerate(numbers, 1)],
        source_run=_make_source_run(run_id),
        run=RunRow(run_id, NOW, None, "shell", "new"),
    )


def _make_letter(number: int, texts: list[str]) -> DocumentBundle:
    symbols = (f"A/9999/{number}", f"S/9999/{number}")
    name = f"un:{symbols[0]}:en"
    return DocumentBundle(
        document=DocumentRow(
            document_id=name,
            document_type="letter",
            source_id="un_ga",
            symbols=symbols,
            language="en",
            body="\n".join(texts[(number + place) % len(texts)] for place in range(10)),
            content_sha256=f"{number:064x}",
        ),
        letter=LetterRow(name, NOW.date()),
        symbols=tuple(DocumentSymbolRow(name, one, at) for at, one in enumerate(symbols, 1)),
        citations=(CitationRow(name, 1, f"A/{number % 9000 // 20000}/{number % 9000}"),),
    )


def _make_discovery(number: int) -> DiscoveryRow:
    return DiscoveryRow(
        source_id="un_ga",
        key=f"A/9999/{number}",
        url=f"https://example.org/{number}",
        title=None,
        listed_date=NOW.date(),
        language="en",
        fingerprint="f",
        state="fetched",
        reason=None,
        attempts=1,
        is_history=False,
        first_seen_at_utc=NOW,
        last_checked_at_utc=NOW,
    )


def _make_fetch(run_id: str, position: int, number: int) -> FetchRow:
    return FetchRow(
        run_id=run_id,
        position=position,
        source_id="un_ga",
        url=f"https://example.org/{number}",
        final_url=None,
        status=200,
        outcome="new",
        reason=None,
        message=None,
        content_type=None,
        size_bytes=1,
        etag="e",
        last_modified=None,
        payload_sha256=f"{number:064x}",
        archive_file=None,
        archive_offset=None,
        fetched_at_utc=NOW,
    )


def _make_source_run(run_id: str) -> SourceRunRow:
    nothing = (0, 0, 0, 0, 0, 0, 0, 0)
    return SourceRunRow(run_id, "un_ga", "new", None, None, *nothing, False, NOW, NOW)
