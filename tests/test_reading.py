"""Readers in processes of their own: one that dies or hangs costs its document, nothing else."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from multiprocessing.resource_tracker import ensure_running

import pytest

from tasks import reading
from tasks.reading import open_readers, read_documents
from tasks.records import ArchiveRef, Discovery, FetchedItem
from tasks.sources.registry import find_source
from tests.replica.world import World
from warehouse.errors import ReadersError
from warehouse.vocabulary import Reason

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WORLD = World(NOW.date())
SOURCE = find_source("un_sc")


def fetched(name: str) -> FetchedItem:
    url = f"https://documents.un.org/{name}"
    return FetchedItem(
        discovery=Discovery(source_id="un_sc", key=name, url=url, fingerprint="f"),
        archive=ArchiveRef(file=name, offset=0, payload_sha256="0" * 64),
        url=url,
        content_type="application/pdf",
        fetched_at_utc=NOW,
    )


def payload(ref: ArchiveRef) -> bytes:
    return WORLD.read_file(ref.file, "pdf")


ITEMS = [
    fetched(spec.name)
    for spec in WORLD.visible_documents()
    if spec.name in ("fisheries", "postal_services", "weather_stations", "seed_vaults")
]


def test_items_come_back_read_and_in_order() -> None:
    read = read_documents(ITEMS, SOURCE, payload)
    assert [one.key for one in read] == [item.discovery.key for item in ITEMS]
    assert all(one.document is not None for one in read)


def test_nothing_to_read_starts_no_reader() -> None:
    assert read_documents([], SOURCE, payload) == ()


def test_a_reader_that_dies_costs_its_document_only(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each reader is killed at its second document, so that of three one at least is lost.
    monkeypatch.setenv("HEREWITH_FAULT", "in-reader:2")
    read = read_documents(ITEMS, SOURCE, payload)
    lost = [one for one in read if one.document is None]
    assert 1 <= len(lost) < len(ITEMS)
    for one in lost:
        assert one.reason is Reason.UNREADABLE
        assert "its reader died" in str(one.message)
        assert one.archive is not None


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    (read,) = read_documents(ITEMS[:1], SOURCE, payload)
    assert (read.document, read.reason) == (None, Reason.UNREADABLE)
    assert "not read within" in str(read.message)


def test_readers_that_cannot_start_are_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ensure_running()  # The helper of multiprocessing itself is not what is to fail.
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # No Python that is started now comes up.
    with open_readers() as readers:
        for _ in range(2):
            with pytest.raises(ReadersError) as raised:
                read_documents(ITEMS, SOURCE, payload, readers)
    assert len(str(raised.value).splitlines()) == raised.value.exit_code == 1
    assert "No module named 'encodings'" in capfd.readouterr().err


def test_a_stricter_limit_that_stands_already_is_kept() -> None:
    limits = "import resource; resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))"
    check = "_limit_memory(); assert resource.getrlimit(resource.RLIMIT_AS) == (3 << 30, 3 << 30)"
    code = f"{limits}; from tasks.reading import _limit_memory; {check}"
    subprocess.run([sys.executable, "-c", code], check=True)
