"""How fast letters become records: from PDF beside pdfium's own text, from flat text a second."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from bench.measure import Figure, time_pairs
from bench.pdf_text import SAMPLES, _read_flat, _render_own
from tasks.normalise.flat import extract_flat
from tasks.normalise.pdf import extract_pdf
from tasks.normalise.un_document import parse_un_document

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "samples" / "letters" / "texts"
TARGET = 1000.0
_RUNS = 7


def measure_pdf_letters() -> Figure:
    """Measure whole documents from PDF bytes to record beside their plain text; seconds."""
    documents = [path.read_bytes() for path in sorted(SAMPLES.glob("*.pdf"))] or _render_own()
    ours, peer = time_pairs(
        lambda: [parse_un_document(extract_pdf(document)) for document in documents],
        lambda: [_read_flat(document) for document in documents],
        runs=3,
    )
    return Figure("letters from PDF", ours, peer, "s", "pypdfium2 flat")


def measure_flat_letters() -> Figure:
    """Measure letters a second of processor time, beside the thousand that are wanted."""
    texts = [path.read_bytes() for path in sorted(TEXTS.glob("*.txt"))] or _own_texts()
    best = min(_time_reading(texts) for _ in range(_RUNS))
    return Figure(
        "letters from flat text", len(texts) / best, TARGET, "docs/s", "the target", is_rate=True
    )


def _time_reading(texts: list[bytes]) -> float:
    start = time.process_time()
    for text in texts:
        parse_un_document(extract_flat(text))
    return time.process_time() - start


def _own_texts() -> list[bytes]:
    from tests.replica.un.flat import render_text
    from tests.replica.world import World

    world = World(date(2026, 1, 31))
    return [render_text(spec).encode() for spec in world.visible_documents()]
