"""The three renderings of one letter (PDF, DOCX, flat text) give the same record."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.normalise.parse import parse_bytes
from tasks.records import UnDocument
from tests.replica.letters.catalogue import make_documents
from tests.replica.un.expected import covering_paragraphs, expected
from tests.replica.un.flat import render_text
from tests.replica.un.pdf import render_pdf
from tests.replica.un.spec import UnSpec
from tests.replica.un.word import render_docx

SPECS = tuple(make_documents(date(2026, 9, 15)).values())


def _render(spec: UnSpec) -> dict[str, bytes]:
    return {
        "pdf": render_pdf(spec),
        "docx": render_docx(spec),
        "docx with the masthead in its body": render_docx(spec, "body"),
        "text": render_text(spec).encode(),
    }


def _squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: str(spec.name))
def test_every_rendering_gives_the_expected_record(spec: UnSpec) -> None:
    bodies: set[str] = set()
    for kind, data in _render(spec).items():
        record = parse_bytes(data)
        assert isinstance(record, UnDocument)
        got = record.model_dump(mode="json")
        for annex in got["annexes"]:
            del annex["date_from_cover"]
        assert {name: got[name] for name in expected(spec)} == expected(spec), kind
        body = _squeeze(record.body)
        bodies.add(body)
        for paragraph in covering_paragraphs(spec):
            assert _squeeze(paragraph) in body, kind
    assert len(bodies) == 1
