"""Where fields were read: spans point at the printed text, and never change an identity."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

from tasks.normalise.bundles import hash_record
from tasks.normalise.flat import split_flat
from tasks.normalise.parse import parse_bytes, parse_item
from tasks.normalise.un_document import parse_un_document
from tasks.records import ArchiveRef, Discovery, FetchedItem, ParsedItem, UnDocument
from tasks.sources.registry import find_source
from tests.replica.letters.catalogue import make_documents
from tests.replica.un.pdf import render_pdf
from warehouse.vocabulary import Reason

HEAD = "S/2021/100\n\nSecurity Council\n\nDistr.: General\n6 May 2021\nOriginal: English\n\n"
TITLE = (
    "Letter dated 4 May 2021 from the Permanent Representative of\nChile to the United Nations "
    "addressed to the Secretary-General"
)
LETTER = f"{HEAD}{TITLE}\nI refer to S/2020/7.\n(Signed) Ana Ejemplo\n\n21-01265 (E) 070521\n"


def _printed(text: str) -> dict[str, str]:
    extracted = split_flat(text)
    record = parse_un_document(extracted)
    whole = extracted.whole
    return {one.field: whole[one.start : one.end] for one in record.sources}


def test_spans_point_at_what_is_printed() -> None:
    printed = _printed(LETTER)
    assert printed["symbols"] == "S/2021/100"
    assert printed["distribution_date"] == "6 May 2021"
    assert printed["letter_date"] == printed["senders"] == TITLE
    assert printed["signatories"] == "(Signed) Ana Ejemplo"
    assert printed["cited_symbols"] == "S/2020/7"
    assert printed["job_number"] == "21-01265 (E) 070521"


def test_requests_and_replies_have_their_place_over_lines() -> None:
    text = LETTER.replace(
        "(Signed)",
        "In reply to the letter dated 1 May 2021 (S/2021/90), I write.\n"
        "I should be grateful if you would have the present\nletter circulated as a document\n"
        "of the Security Council and brought to the attention of the members of\n"
        "the General Assembly.\n\n(Signed)",
    )
    extracted = split_flat(text)
    record = parse_un_document(extracted)
    whole = "\n".join(line.text for line in extracted.lines)
    printed = {one.field: whole[one.start : one.end] for one in record.sources}

    assert record.requests_circulation == ("Security Council",)
    assert printed["requests_circulation"].startswith("I should be grateful")
    assert printed["requests_circulation"].endswith("the General Assembly.")
    assert printed["requests_attention"] == printed["requests_circulation"]
    assert record.in_reply_to == ("S/2021/90",)
    assert printed["in_reply_to"] == "S/2021/90"


def test_findings_carry_the_place_of_their_field() -> None:
    record = parse_un_document(split_flat(LETTER.replace("6 May 2021", "2 May 2021")))
    late = next(one for one in record.findings if one.code == "letter_after_distribution")
    title = next(one for one in record.sources if one.field == "letter_date")
    assert (late.page, late.start, late.end) == (1, title.start, title.end)


def test_places_are_no_part_of_the_identity() -> None:
    record = parse_un_document(split_flat(LETTER))
    lower = parse_un_document(split_flat(LETTER.replace("Security Council", "Security  Council ")))
    moved = parse_un_document(split_flat("United Nations\n" + LETTER))
    assert record.sources == lower.sources != moved.sources
    assert hash_record(record) == hash_record(moved)


def _parse_fetched(text: str) -> ParsedItem:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    url = "https://documents.un.org/api/symbol/access?s=S/2021/100&l=en&t=pdf"
    found = Discovery(source_id="un_sc", key="S/2021/100", url=url, fingerprint="0")
    archive = ArchiveRef(file="a.warc.gz", offset=0, payload_sha256="0" * 64)
    item = FetchedItem(
        discovery=found, archive=archive, url=url, content_type=None, fetched_at_utc=now
    )
    return parse_item(item, find_source("un_sc"), text.encode())


def test_a_letter_title_of_unknown_form_reaches_the_quarantine() -> None:
    item = _parse_fetched(
        f"{HEAD}Letter dated the fourth of May from Chile\n\nI write.\n(Signed) A.\n"
    )
    assert item.document is None
    assert item.reason is Reason.UNEXPECTED_CONTENT
    assert "unknown_title_form" in str(item.message)


def test_a_signed_document_without_known_title_reaches_the_quarantine() -> None:
    item = _parse_fetched(f"{HEAD}Epistle of the keepers of bees\n\nWe write.\n\n(Signed) A. B.\n")
    assert item.document is None
    assert "unknown_letter_form" in str(item.message)


def test_a_letter_of_known_form_does_not() -> None:
    item = _parse_fetched(LETTER)
    assert isinstance(item.document, UnDocument)
    assert item.document.letter_date == date(2021, 5, 4)


def test_pdf_is_read_alike_by_several_threads() -> None:
    documents = [render_pdf(spec) for spec in make_documents(date(2026, 9, 15)).values()][:6]
    alone = [parse_bytes(document) for document in documents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(parse_bytes, documents * 3)) == alone * 3
