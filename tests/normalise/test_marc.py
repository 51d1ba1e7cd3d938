"""Library records: what they say, what they do not, and what is not read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tasks.fetch.library import split_records
from tasks.normalise.marc.entry import parse_catalogue_record
from tasks.records import CatalogueAuthor
from tests.normalise.library_records import (
    LETTER,
    REPORT,
    UNLIKE,
    make_record,
    write_exchange,
    write_xml,
)
from warehouse.errors import UnreadableDocumentError, UsageError
from warehouse.vocabulary import DocumentType

RECORDS = (make_record("1", LETTER), make_record("2", UNLIKE), make_record("3", REPORT))


@pytest.mark.parametrize("write", [write_xml, write_exchange])
def test_a_letter_s_record_gives_the_same_in_both_forms(write: object, tmp_path: Path) -> None:
    path = tmp_path / "records"
    path.write_bytes(write(*RECORDS))  # type: ignore[operator]
    found = list(split_records(path))
    assert [one.key for one in found] == ["1", "2", "3"]
    document, entry = parse_catalogue_record(found[0].data)
    assert document.document_type is DocumentType.LETTER
    assert document.symbols == ("A/80/912", "S/2026/212")
    assert (document.letter_date, document.distribution_date) == (
        date(2026, 3, 3),
        date(2026, 3, 5),
    )
    assert [(one.office, one.iso3) for one in document.senders] == [
        ("Permanent Representative", "ISL")
    ]
    assert document.addressees == ("Secretary-General",)
    assert (document.ga_session, document.sc_year) == (80, None)
    assert (document.agenda_items, document.job_number) == (("71 (b)",), "26-01234")
    assert (document.reissued, document.distribution, document.language) == (True, "General", "en")
    assert entry.authors == (CatalogueAuthor(name="Iceland", is_state=True),)
    assert [one.language for one in entry.files] == ["en", "ru"]
    assert (entry.subjects, entry.record_types) == (("SEED BANKS",), ("B18",))
    assert entry.agenda[0].title == "Sustainable development"


def test_the_title_alone_makes_a_letter() -> None:
    document, entry = parse_catalogue_record(write_exchange(RECORDS[1]))
    assert document.document_type is DocumentType.OTHER
    assert [one.code for one in document.findings] == ["title_unreadable"]
    assert document.distribution_date == date(2026, 4, 8)
    assert entry.record_types == ("B18",)
    assert (document.senders, document.ga_session, document.language) == ((), None, None)


def test_what_is_not_said_stays_unknown() -> None:
    document, entry = parse_catalogue_record(write_exchange(RECORDS[2]))
    assert document.document_type is DocumentType.REPORT
    assert document.title == "Report on the postal services stamps"
    assert (document.distribution_date, document.language) == (None, None)
    assert (entry.languages, entry.files) == (("fr",), ())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"00026nam a2200025   4500\x1e\x1d",
        b"00714cam garbage",
        b"<record><datafield tag='245'></record>",
        b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aa'>]><record>&a;</record>",
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE r><record/>".encode("utf-16"),
        b"<record>" + b" " * 1_000_001 + b"</record>",
        write_exchange(make_record(None, REPORT)),
        write_exchange(make_record("4", ())),
    ],
)
def test_what_is_no_record_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        parse_catalogue_record(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7", "neither MARCXML nor MARC 21"),
        (b"<collection><record>", "no XML"),
        (b"<!DOCTYPE c [<!ENTITY a 'aa'>]><collection>&a;</collection>", "document type"),
    ],
)
def test_a_file_that_is_none_says_so_in_one_line(data: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=message):
        list(split_records(path))


def test_a_damaged_record_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.mrc"
    whole = write_exchange(RECORDS[0]), write_exchange(RECORDS[2])
    path.write_bytes(whole[0] + whole[1][:40] + b"\x1d" + whole[1] + b"\r\n")
    found = list(split_records(path))
    assert [one.key for one in found][::2] == ["1", "3"]
    assert parse_catalogue_record(found[2].data)[1].record_id == "3"
    with pytest.raises(UnreadableDocumentError):
        parse_catalogue_record(found[1].data)
