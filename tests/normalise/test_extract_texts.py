"""Bytes to lines: layout of PDF, structure of DOCX, pages of flat text; named refusals."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tasks.normalise.docx_text import extract_docx
from tasks.normalise.flat import extract_flat, split_flat
from tasks.normalise.parse import extract_text, parse_bytes, parse_file
from tasks.normalise.pdf import extract_pdf
from tasks.normalise.text import clean_line
from tests.replica.letters.catalogue import make_documents
from tests.replica.un.pdf import render_pdf
from tests.replica.un.word import render_docx
from warehouse.errors import NormaliseError, UnknownFormError, UnreadableDocumentError

SPECS = make_documents(date(2026, 9, 15))


def test_pdf_lines_know_their_zone() -> None:
    text = extract_pdf(render_pdf(SPECS["fisheries"]))
    zones = {line.text: line.zone for line in text.lines}
    assert zones["Distr.: General"] == "masthead"
    assert any(zone == "head" and line.startswith("A/") for line, zone in zones.items())
    assert any(zone == "foot" and line.startswith("*") for line, zone in zones.items())
    assert text.origin == "pdf"
    assert text.pages == max(line.page for line in text.lines) > 1


def test_pdf_lines_know_their_print() -> None:
    text = extract_pdf(render_pdf(SPECS["fisheries"]))
    title = next(line for line in text.lines if line.text.startswith("Letter dated"))
    assert title.is_bold
    assert title.size is not None
    assert title.x0 is not None
    assert title.y0 is not None
    assert 0 < title.y0 < 792


def test_pdf_without_text_is_refused() -> None:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(10, 10, 50, 50)
    canvas.save()
    with pytest.raises(UnreadableDocumentError, match="text layer"):
        extract_pdf(buffer.getvalue())


def test_cut_pdf_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="cannot be read"):
        extract_pdf(render_pdf(SPECS["fisheries"])[:400])


def test_docx_keeps_its_structure() -> None:
    text = extract_docx(render_docx(SPECS["fisheries"]))
    assert text.origin == "docx"
    assert {line.zone for line in text.lines} >= {"masthead", "body", "foot"}
    assert any(line.is_bold and line.text.startswith("Letter dated") for line in text.lines)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100)])
def test_damaged_docx_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match="DOCX cannot be read"):
        extract_docx(data)


def test_archive_that_is_no_docx_is_refused() -> None:
    import zipfile

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "no document")
    with pytest.raises(UnreadableDocumentError, match="DOCX cannot be read"):
        extract_docx(buffer.getvalue())


def test_form_feeds_are_pages() -> None:
    text = split_flat("one\n\ntwo\n\fthree")
    assert [(line.text, line.page, line.follows_gap) for line in text.lines] == [
        ("one", 1, True),
        ("two", 1, True),
        ("three", 2, True),
    ]


def test_glued_bold_marks_become_lines() -> None:
    text = split_flat("**Security Council**Distr.: General\n(Signed) Anna **Berg**")
    assert [line.text for line in text.lines] == [
        "Security Council",
        "Distr.: General",
        "(Signed) Anna Berg",
    ]


def test_invisible_signs_leave_the_line() -> None:
    assert clean_line("\ufeffA\u00a0 B\u200b\u2009C \x00") == "A B C"


@pytest.mark.parametrize("data", [b"", b" \n\f", "\u200b".encode()])
def test_empty_input_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        parse_bytes(data, name="empty.txt")


def test_utf16_text_is_read() -> None:
    assert extract_flat("Ärger\n".encode("utf-16")).lines[0].text == "Ärger"


def test_unknown_encoding_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="UTF-8"):
        extract_text(b"caf\xe9 au lait")


@pytest.mark.parametrize("magic", [b"\xd0\xcf\x11\xe0\xa1\xb1", b"\xffWPC\x10"])
def test_old_word_processors_are_named(magic: bytes) -> None:
    with pytest.raises(UnknownFormError, match="is not read"):
        parse_bytes(magic + bytes(64))


def test_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(NormaliseError, match=r"gone\.pdf"):
        parse_file(tmp_path / "gone.pdf")


def test_message_names_the_file() -> None:
    with pytest.raises(UnreadableDocumentError, match=r"^a\.pdf: "):
        parse_bytes(b"%PDF-1.7 broken", name="a.pdf")
