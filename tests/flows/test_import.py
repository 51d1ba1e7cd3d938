"""Importing library records: beside what is here, in place of nothing, and the second time noop."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.imports import find_importable, import_files
from flows.rebuild import rebuild_warehouse
from tasks.due import plan_asking
from tasks.settings import Settings
from tests.normalise.library_records import (
    LETTER,
    REPORT,
    UNLIKE,
    make_record,
    write_exchange,
    write_xml,
)
from tests.warehouse.builders import NOW
from warehouse.errors import UsageError
from warehouse.paths import Home
from warehouse.reading import read_query

LIBRARY = "un_digital_library"
DOCUMENTS = (
    "select symbols[1], document_type, has_text, is_history, title from documents order by all"
)
RECORDS = (
    "select record_id, document_id, subjects, payload_sha256 from catalogue_records order by 1"
)


def say_nothing(source_id: str, done: int, total: int) -> None:
    """Draw nothing."""


def test_records_make_documents_once_and_damage_is_quarantined(tmp_path: Path) -> None:
    home, path = Home(tmp_path / "home"), tmp_path / "records.mrc"
    settings = Settings(home=home.root)
    damaged = write_exchange(make_record("9", REPORT))[:60] + b"\x1d"
    records = [make_record("1", LETTER), make_record("2", UNLIKE), make_record("3", REPORT)]
    path.write_bytes(write_exchange(*records) + damaged)
    first = import_files(settings, LIBRARY, [path], say_nothing)
    assert (first.records, first.tally.inserted, first.tally.quarantined) == (4, 3, 1)
    documents = read_query(home, DOCUMENTS).rows
    assert [row[:4] for row in documents] == [
        ("A/80/44", "report", False, True),
        ("A/80/912", "letter", False, True),
        ("S/2026/300", "other", False, True),
    ]
    assert read_query(home, "select count(*) from ops.alerts").rows == ((0,),)
    before = read_query(home, RECORDS).rows
    assert [row[1] for row in before] == [
        "un:A/80/912:en",
        "un:S/2026/300:und",
        "un:A/80/44:und",
    ]

    again = import_files(settings, LIBRARY, [path, path], say_nothing)
    assert (again.unchanged, again.tally.fetched) == (again.records, 0)
    changed = (*LETTER, ("650", [("a", "POSTAL SERVICE")]))
    path.write_bytes(write_exchange(make_record("1", changed, "20260401120000.0")))
    third = import_files(settings, LIBRARY, [path], say_nothing)
    assert (third.tally.inserted, third.tally.updated, third.tally.noop) == (0, 0, 1)
    assert read_query(home, RECORDS).rows[0][2] == ("SEED BANKS", "POSTAL SERVICE")
    assert read_query(home, DOCUMENTS).rows == documents


@pytest.mark.trial
def test_an_import_is_in_the_archive(tmp_path: Path) -> None:
    home, path = Home(tmp_path / "home"), tmp_path / "records.xml"
    path.write_bytes(write_xml(make_record("1", LETTER), make_record("2", UNLIKE)))
    import_files(Settings(home=home.root), LIBRARY, [path], say_nothing)
    result = rebuild_warehouse(home, None, 1, is_check=True, report=say_nothing)
    assert (result.lost, result.complaints, result.documents) == (0, (), 2)


@pytest.mark.parametrize("source_id", ["un_sc", "mfa_az"])
def test_other_sources_are_not_imported(source_id: str) -> None:
    with pytest.raises(UsageError, match=f"{source_id} is not imported .* {LIBRARY}"):
        find_importable(source_id)


def test_the_library_is_never_asked(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="herewith import"):
        plan_asking(Home(tmp_path), [LIBRARY], NOW)
