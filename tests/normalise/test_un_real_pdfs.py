"""The thirty real PDFs of `../shared`: symbol, distribution, date, language, and no letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tasks.normalise.parse import parse_file
from tasks.records import UnDocument
from warehouse.vocabulary import DocumentType

PDFS = Path(__file__).resolve().parents[3] / "shared/samples/un/pdf"
ENGLISH = sorted(PDFS.glob("A_*.pdf"))

pytestmark = pytest.mark.skipif(not ENGLISH, reason="no shared samples beside the checkout")


def _read(path: Path) -> UnDocument:
    record = parse_file(path)
    assert isinstance(record, UnDocument)
    return record


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: str(path.stem))
def test_english_document_is_no_letter(path: Path) -> None:
    record = _read(path)
    assert record.symbols == (path.stem.replace("_", "/"),)
    assert record.distribution == ("General" if "_RES_" in path.stem else "Limited")
    assert record.distribution_date is not None
    assert 2023 <= record.distribution_date.year <= 2026
    assert record.language == "en"
    assert record.agenda_items
    assert record.job_number is not None
    assert re.fullmatch(r"\d{2}-\d{5}", record.job_number)
    assert not record.document_type.is_letter
    assert (record.senders, record.addressees, record.signatories) == ((), (), ())
    assert record.letter_date is None
    assert record.requests_circulation == ()
    if "_RES_" in path.stem:
        assert record.document_type is DocumentType.RESOLUTION
        assert record.original_language is None
    else:
        assert record.original_language is not None


def test_russian_letter_is_read() -> None:
    record = _read(PDFS / "S-2023-449-RU.pdf")
    assert record.document_type is DocumentType.LETTER
    assert record.symbols == ("S/2023/449",)
    assert (str(record.letter_date), str(record.distribution_date)) == ("2023-06-15", "2023-06-16")
    assert record.language == "ru"
    assert record.original_language == "English"
    assert record.senders[0].office == "Chairman of the Military Staff Committee"
    assert record.addressees == ("President of the Security Council",)
    assert record.requests_circulation == ("Security Council",)
    assert record.requests_attention == ("Security Council",)
    assert len(record.annexes) == 1
    assert len(record.signatories) == 1
    assert record.findings == ()


def test_russian_hyphens_are_mended_only_where_set_by_the_printer() -> None:
    body = _read(PDFS / "S-2023-449-RU.pdf").body
    assert "договорились" in body
    assert "Военно-штабного" in body


def test_russian_summary_statement_is_no_letter() -> None:
    record = _read(PDFS / "S-2023-10-ADD-24-RU.pdf")
    assert record.document_type is DocumentType.OTHER
    assert record.symbols == ("S/2023/10/Add.24",)
    assert record.annexes == ()
    assert record.senders == ()
