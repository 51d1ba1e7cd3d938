"""How many pages of PDF text a second, beside pypdfium2's own flat text of the same pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench.measure import Figure, time_pairs
from tasks.normalise.pdf import extract_pdf

SAMPLES = Path(__file__).resolve().parent.parent.parent / "shared" / "samples" / "un" / "pdf"


def measure_pdf_text() -> Figure:
    """Measure real documents where they are at hand, else the replica's; pages a second."""
    documents = [path.read_bytes() for path in sorted(SAMPLES.glob("*.pdf"))] or _render_own()
    pages = sum(extract_pdf(document).pages for document in documents)
    ours, peer = time_pairs(
        lambda: [extract_pdf(document) for document in documents],
        lambda: [_read_flat(document) for document in documents],
        runs=3,
    )
    return Figure("PDF text", pages / ours, pages / peer, "pages/s", "pypdfium2 flat", is_rate=True)


def _read_flat(document: bytes) -> int:
    from pypdfium2 import PdfDocument

    length = 0
    with PdfDocument(document) as pdf:
        for page in pdf:
            text = page.get_textpage()
            length += len(text.get_text_bounded())
            text.close()
            page.close()
    return length


def _render_own() -> list[bytes]:
    from tests.replica.world import World

    world = World(date(2026, 1, 31))
    return [world.read_file(spec.name, "pdf") for spec in world.visible_documents()]
