"""How many rows a second are loaded, beside the plain Arrow insert of the same rows."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.measure import Figure
from warehouse.connection import connect_writer
from warehouse.incoming import build_arrow
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.rows import (
    DocumentBundle,
    DocumentRow,
    DocumentSymbolRow,
    LetterRow,
    StoredDocumentRow,
)

ROWS = 5_000
BODY = "The Permanent Mission has the honour to transmit a list of seed vaults. " * 140
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def measure_load_rows() -> Figure:
    """Measure letters of 10 KB, rows a second; ours counts inserts and keeps versions."""
    bundles = [_bundle(number) for number in range(ROWS)]
    with tempfile.TemporaryDirectory() as folder:
        ours = _time_load(Home(Path(folder) / "ours"), bundles)
        peer = _time_insert(Home(Path(folder) / "peer"), bundles)
    return Figure(
        "letters loaded", ROWS / ours, ROWS / peer, "rows/s", "plain Arrow insert", is_rate=True
    )


def _bundle(number: int) -> DocumentBundle:
    document_id = f"un:S/2026/{number}:en"
    return DocumentBundle(
        document=DocumentRow(
            document_id=document_id,
            document_type="letter",
            source_id="un_sc",
            symbols=(f"S/2026/{number}",),
            language="en",
            body=BODY,
            content_sha256=f"{number:064x}",
        ),
        letter=LetterRow(document_id=document_id),
        symbols=(DocumentSymbolRow(document_id, f"S/2026/{number}", 1, "Security Council"),),
    )


def _time_load(home: Home, bundles: list[DocumentBundle]) -> float:
    with connect_writer(home) as con:
        start = time.perf_counter()
        load_batch(con, SourceBatch("bench", "un_sc", bundles=bundles), lambda news: (), NOW)
        return time.perf_counter() - start


def _time_insert(home: Home, bundles: list[DocumentBundle]) -> float:
    rows = [_stored(bundle.document) for bundle in bundles]
    with connect_writer(home) as con:
        start = time.perf_counter()
        table = build_arrow(con, rows)
        con.register("plain", table)
        con.execute("insert into documents by name select * from plain")
        return time.perf_counter() - start


def _stored(row: DocumentRow) -> StoredDocumentRow:
    return StoredDocumentRow(
        document_id=row.document_id,
        document_type=row.document_type,
        source_id=row.source_id,
        symbols=row.symbols,
        language=row.language,
        body=row.body,
        content_sha256=row.content_sha256,
        first_seen_at_utc=NOW,
        changed_at_utc=NOW,
    )
