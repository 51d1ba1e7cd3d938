"""The invented documents: true PDF and DOCX files in the UN layout, and answers that hold."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest

from tests.replica.letters.catalogue import HELD_BACK, make_documents
from tests.replica.un.expected import covering_paragraphs, expected
from tests.replica.un.flat import render_text
from tests.replica.un.pdf import render_pdf
from tests.replica.un.word import render_docx
from tests.replica_world.conftest import TODAY

DOCUMENTS = make_documents(TODAY)
NAMES = sorted(DOCUMENTS)
REAL = Path(__file__).resolve().parents[2] / "../shared/samples/un/pdf/A_80_L.1.pdf"


def read_text(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]
    finally:
        pdf.close()


def find_baseline(data: bytes, words: str, page: int = 0) -> tuple[float, float]:
    """Return left edge and bottom of the first letter of `words`, from the page's top left."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        text = pdf[page].get_textpage()
        start = text.search(words).get_next()
        assert start is not None, words
        left, bottom, _, _ = text.get_charbox(start[0])
        return round(left, 1), round(792 - bottom, 1)
    finally:
        pdf.close()


def squeeze(text: str) -> str:
    """Drop all white space and the marks that pdfium puts for hyphens at line ends."""
    return "".join(text.replace("\ufffe", "-").replace("\u0002", "-").split())


def test_there_are_twelve_forms_of_letters_and_three_neighbours() -> None:
    letters = [spec for spec in DOCUMENTS.values() if spec.document_type.is_letter]
    kinds = {spec.document_type.value for spec in DOCUMENTS.values()}
    assert len(letters) >= 12
    assert kinds >= {"identical_letters", "note_verbale", "corrigendum", "report", "note"}
    assert "draft_resolution" in kinds
    assert set(DOCUMENTS) > HELD_BACK


@pytest.mark.parametrize("name", NAMES)
def test_pdf_opens_with_its_text_and_is_the_same_every_time(name: str) -> None:
    spec = DOCUMENTS[name]
    data = render_pdf(spec)
    pages = read_text(data)
    assert data == render_pdf(make_documents(TODAY)[name])
    assert squeeze(spec.masthead.joined_symbols) in squeeze(pages[0])
    assert f"*{spec.job_digits}*" in pages[0]
    assert squeeze(spec.title) in squeeze(pages[0])
    for page in pages[1:]:
        assert all(symbol in page for symbol in spec.masthead.symbols)
        assert spec.job_number in page


@pytest.mark.parametrize("name", NAMES)
def test_what_must_be_read_stands_in_the_text(name: str) -> None:
    spec = DOCUMENTS[name]
    text = squeeze(render_text(spec))
    for words in (*covering_paragraphs(spec), *spec.facts.cited_symbols, *_names(name)):
        assert squeeze(words) in text


def _names(name: str) -> list[str]:
    spec = DOCUMENTS[name]
    signed = [*spec.signatures, *(one for annex in spec.annexes for one in annex.signatures)]
    return [f"(Signed) {one.name}" for one in signed]


@pytest.mark.parametrize("name", NAMES)
def test_expected_record_is_json_and_names_no_symbol_of_its_own(name: str) -> None:
    record = expected(DOCUMENTS[name])
    assert json.loads(json.dumps(record)) == record
    assert not set(DOCUMENTS[name].masthead.symbols) & set(DOCUMENTS[name].facts.cited_symbols)


@pytest.mark.parametrize("name", NAMES)
def test_docx_opens_with_masthead_title_and_signatures(name: str) -> None:
    spec = DOCUMENTS[name]
    data = render_docx(spec)
    word = docx.Document(io.BytesIO(data))
    masthead = word.sections[0].first_page_header.tables[0]
    paragraphs = [paragraph.text for paragraph in word.paragraphs]
    assert data == render_docx(spec)
    assert masthead.cell(0, 1).text == spec.masthead.joined_symbols
    assert spec.title in paragraphs
    assert sum(text.startswith("(Signed) ") for text in paragraphs) >= len(spec.signatures)


def test_docx_can_carry_its_masthead_in_the_body() -> None:
    word = docx.Document(io.BytesIO(render_docx(DOCUMENTS["map_sheets"], masthead="body")))
    assert word.tables[0].cell(0, 1).text == "S/2026/1910*"


def test_a_page_has_the_measures_of_a_real_one() -> None:
    if not REAL.exists():
        pytest.skip("the real samples are not beside this checkout")
    real, ours = REAL.read_bytes(), render_pdf(DOCUMENTS["tea_and_coffee_draft"])
    for words in ("United Nations", "General Assembly", "Distr.: Limited", "Original: English"):
        assert find_baseline(ours, words) == pytest.approx(find_baseline(real, words), abs=2)
    block = find_baseline(ours, "Eighty-first session")
    assert block == pytest.approx(find_baseline(real, "Eightieth session"), abs=2)
    job = find_baseline(ours, "26-91360 (E)")
    assert job == pytest.approx(find_baseline(real, "25-14304 (E)"), abs=2)


def test_running_heads_name_one_symbol_a_line_and_feet_change_sides() -> None:
    data = render_pdf(DOCUMENTS["weather_stations"])
    upper, lower = find_baseline(data, "A/81/924", 1), find_baseline(data, "S/2026/1905", 1)
    assert lower[1] - upper[1] == pytest.approx(9.5, abs=0.5)
    even, odd = find_baseline(data, "2/3", 1), find_baseline(data, "3/3", 2)
    assert even[0] < 70 < 500 < odd[0]


def test_body_stands_in_its_column_and_footnotes_below_it() -> None:
    data = render_pdf(DOCUMENTS["provisional_trees"])
    first = find_baseline(data, "I have the honour")
    note = find_baseline(data, "A/82/950")
    assert first[0] == pytest.approx(147.1, abs=1)
    assert note[0] == pytest.approx(123.4, abs=1)
    assert 680 < note[1] < 720


def test_text_is_in_reading_order_with_form_feeds() -> None:
    pages = render_text(DOCUMENTS["seed_vaults"]).split("\f")
    lines = [line for line in pages[0].splitlines() if line]
    assert lines[:7] == [
        "A/81/925–S/2026/1907",
        "United Nations",
        "General Assembly",
        "Security Council",
        "Distr.: General",
        "9 November 2026",
        "Original: English",
    ]
    assert lines[-3:] == ["26-91315 (E)", "101126", "*2691315*"]
    assert pages[1].splitlines()[:2] == ["A/81/925", "S/2026/1907"]
    assert pages[1].splitlines()[-1] == "2/2 26-91315"


@pytest.mark.parametrize("today", [date(2027, 1, 5), date(2026, 9, 20), date(2028, 2, 29)])
def test_any_day_gives_a_world_whose_numbers_fit_its_dates(today: date) -> None:
    for spec in make_documents(today).values():
        head = spec.masthead
        assert (today - head.distributed).days <= 75
        assert spec.job_number.startswith(f"{head.distributed:%y}-")
        for symbol in head.symbols:
            if symbol.startswith("S/"):
                assert symbol.split("/")[1] == str(head.distributed.year)
