"""How fast letters are loaded with their checks on, beside dlt's merge of the same rows.

Both start from Python rows in memory and end in a DuckDB file on the disk with the same four
tables of the same rows, merged by the same keys. Ours goes the way of a run: what is new is
sifted out, checked by Great Expectations, and loaded in one transaction with its version and
counts. dlt checks nothing but types. Lists stay in one column on both sides (JSON in dlt's), so
that dlt makes no tables of its own for them. Half of the letters come a second time in a new
version, as a merge that only inserts would be no merge. Both have loaded some letters elsewhere
before the clock starts, so that what a process imports once is not measured: ours more than it
would write out without Arrow.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.measure import Figure
from tests.expectations.sample import make_letter
from warehouse.incoming import FEW
from warehouse.rows import DocumentBundle, Row

LETTERS = 10_000
BODY = "The Permanent Mission has the honour to transmit a list of seed vaults. " * 140
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
KEYS = {
    "documents": ["document_id"],
    "letters": ["document_id"],
    "document_symbols": ["document_id", "symbol"],
    "versions": ["document_id", "content_sha256"],
}

Rows = dict[str, list[dict[str, Any]]]


def measure_checked_load() -> Figure:
    """Measure rows a second over both loads, each a batch."""
    letters = [_write_letter(number, "first") for number in range(LETTERS)]
    batches = [letters, [_write_letter(number, "second") for number in range(0, LETTERS, 2)]]
    tables = [_list_rows(batch) for batch in batches]
    count = sum(len(rows) for batch in tables for rows in batch.values())
    few = [letters[: FEW + 1]]
    with tempfile.TemporaryDirectory() as folder:
        _time_ours(Path(folder) / "warm-ours", few)
        _time_dlt(Path(folder) / "warm-dlt", [_list_rows(one) for one in few])
        ours = _time_ours(Path(folder) / "ours", batches)
        peer = _time_dlt(Path(folder) / "dlt", tables)
    rates = (count / ours, count / peer)
    return Figure("letters checked and loaded", *rates, "rows/s", "dlt's merge", is_rate=True)


def _write_letter(number: int, version: str) -> DocumentBundle:
    bundle = make_letter(number + 1)
    sha256 = f"{number:032x}{version.encode().hex():0>32}"
    document = replace(bundle.document, body=f"{BODY}{version} {number}", content_sha256=sha256)
    empty: dict[str, Any] = {"annexes": (), "agenda_items": (), "citations": (), "figures": ()}
    record = f'{{"title": "{number}", "version": "{version}"}}'
    return replace(bundle, document=document, record_json=record, **empty)


def _list_rows(bundles: Sequence[DocumentBundle]) -> Rows:
    """List what both write, as dictionaries; made before the clock starts."""
    letters = [bundle.letter for bundle in bundles if bundle.letter is not None]
    return {
        "documents": [_plain(bundle.document) for bundle in bundles],
        "letters": [_plain(row) for row in letters],
        "document_symbols": [_plain(row) for bundle in bundles for row in bundle.symbols],
        "versions": [
            {
                "document_id": bundle.document.document_id,
                "content_sha256": bundle.document.content_sha256,
                "title": bundle.document.title,
                "body": bundle.document.body,
                "record_json": bundle.record_json,
                "loaded_at_utc": NOW,
            }
            for bundle in bundles
        ],
    }


def _plain(row: Row) -> dict[str, Any]:
    values = asdict(row)
    return {name: list(one) if isinstance(one, tuple) else one for name, one in values.items()}


def _time_ours(folder: Path, batches: Sequence[Sequence[DocumentBundle]]) -> float:
    from expectations.sources import BatchCounts
    from tasks.validate.gate import check_bundles
    from warehouse.changes import select_news
    from warehouse.connection import connect_writer
    from warehouse.identity import resolve_identities
    from warehouse.loading import SourceBatch, load_batch
    from warehouse.paths import Home

    home = Home(folder)
    start = time.perf_counter()
    for number, bundles in enumerate(batches):
        run_id = f"run-{number}"
        with connect_writer(home) as con:
            news = select_news(con, resolve_identities(con, bundles))
        checked = check_bundles(news, None, BatchCounts(), run_id, NOW, home.quality)
        if len(checked.clean) != len(bundles):
            raise RuntimeError(f"checks held back {checked.quarantine[:1]}")
        batch = SourceBatch(
            run_id, "un_ga", checked.clean, results=checked.results, is_resolved=True
        )
        with connect_writer(home) as con:
            load_batch(con, batch, lambda news: (), NOW)
    return time.perf_counter() - start


def _time_dlt(folder: Path, tables: Sequence[Rows]) -> float:
    os.environ |= {"RUNTIME__DLTHUB_TELEMETRY": "false", "RUNTIME__LOG_LEVEL": "CRITICAL"}
    import dlt

    folder.mkdir(parents=True)
    pipeline = dlt.pipeline(
        "peer",
        pipelines_dir=str(folder / "state"),
        destination=dlt.destinations.duckdb(str(folder / "peer.duckdb")),
        dataset_name="main_data",
    )
    start = time.perf_counter()
    for batch in tables:
        pipeline.run([_make_resource(dlt, name, rows) for name, rows in batch.items()])
    return time.perf_counter() - start


def _make_resource(dlt: Any, name: str, rows: list[dict[str, Any]]) -> Any:  # noqa: ANN401
    lists = {
        column: {"data_type": "json"}
        for column, value in rows[0].items()
        if isinstance(value, list)
    }

    def give() -> Iterator[list[dict[str, Any]]]:
        yield rows

    return dlt.resource(
        give,
        name=name,
        write_disposition="merge",
        primary_key=KEYS[name],
        columns=lists,
        max_table_nesting=0,
    )
