"""The archive tells by itself for whom it was asked, and is read back answer by answer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.labels import Label, read_label, write_label
from tasks.fetch.replay import ArchiveReader, Replay
from tasks.records import Discovery
from tasks.sources.registry import find_source
from warehouse.answers import KnownDiscovery, KnownSource
from warehouse.vocabulary import Outcome, Reason

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
URL = "https://documents.un.org/api/symbol/access?s=S/2026/7&l=en&t=pdf"
PDF = [("Content-Type", "application/pdf"), ("ETag", '"one"')]
ITEM = Discovery(
    source_id="un_sc", key="S/2026/7", url=URL, title="Почта\r\nи “рыба”", fingerprint="f"
)
LABEL = Label(source_id="un_sc", url=URL, item=ITEM)


def nobody(file: str, offset: int) -> None:
    return None


def test_a_label_is_one_line_of_ascii_and_comes_back_whole() -> None:
    fields = write_label(LABEL)
    text = "".join(fields.values())
    assert text.isascii()
    assert text.isprintable()
    assert read_label(fields) == LABEL
    assert read_label({}) is None


def test_answers_are_read_back_with_labels_bytes_and_places(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "run-1") as archive:
        refs = [
            archive.write(URL, 200, PDF, b"%PDF-1.4 one", NOON, LABEL),
            archive.write(f"{URL}#moved", 503, [], b"later", NOON, LABEL),
        ]
    reader = ArchiveReader(tmp_path, "run-1.warc.gz", nobody)
    answers = list(reader)
    assert [one.archive for one in answers] == refs
    assert [one.label for one in answers] == [LABEL, LABEL]
    assert [one.body for one in answers] == [b"%PDF-1.4 one", b"later"]
    assert [one.status for one in answers] == [200, 503]
    assert answers[0].headers["etag"] == '"one"'
    assert answers[1].at == f"{URL}#moved"
    assert answers[0].fetched_at_utc == NOON
    assert reader.complaints == []


def test_a_record_without_a_label_is_asked_for_elsewhere_or_named(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "run-1") as archive:
        ref = archive.write(URL, 200, PDF, b"%PDF-1.4 one", NOON)
    remembered = {(ref.file, ref.offset): LABEL}
    (found,) = ArchiveReader(tmp_path, ref.file, lambda file, at: remembered.get((file, at)))
    assert found.label == LABEL
    reader = ArchiveReader(tmp_path, ref.file, nobody)
    assert list(reader) == []
    assert len(reader.complaints) == 1


def test_a_torn_end_costs_its_record_and_is_named(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "run-1") as archive:
        archive.write(URL, 200, PDF, b"%PDF-1.4 one", NOON, LABEL)
        last = archive.write(URL, 200, PDF, bytes(range(256)) * 400, NOON, LABEL)
    path = tmp_path / last.file
    path.write_bytes(path.read_bytes()[: last.offset + 700])
    reader = ArchiveReader(tmp_path, last.file, nobody)
    assert [one.body for one in reader] == [b"%PDF-1.4 one"]
    assert len(reader.complaints) == 1


def replay(folder: Path, known: KnownSource, *answers: tuple[int, bytes]) -> tuple[object, ...]:
    with ArchiveWriter(folder, "run-1") as archive:
        for status, body in answers:
            archive.write(URL, status, PDF, body, NOON, LABEL)
    whole = Replay(find_source("un_sc"), known)
    for answer in ArchiveReader(folder, "run-1.warc.gz", nobody):
        whole.take(answer)
    found = whole.conclude()
    return found.outcome, len(found.items), [one.reason for one in found.failures]


def test_a_failed_try_before_the_answer_is_no_failure(tmp_path: Path) -> None:
    known = KnownSource("un_sc")
    found = replay(tmp_path, known, (503, b"later"), (200, b"%PDF-1.4 one"))
    assert found == (Outcome.NEW, 1, [])


def test_a_page_where_a_document_was_promised_is_not_there_yet(tmp_path: Path) -> None:
    found = replay(tmp_path, KnownSource("un_sc"), (200, b"<html><body>soon</body></html>"))
    assert found == (Outcome.UNCHANGED, 0, [Reason.NOT_PUBLISHED_YET])


def test_a_second_look_at_known_bytes_brings_nothing(tmp_path: Path) -> None:
    before = KnownDiscovery("f", "fetched", 1, True, NOON, NOON, URL)
    with ArchiveWriter(tmp_path / "first", "run-1") as archive:
        ref = archive.write(URL, 200, PDF, b"%PDF-1.4 one", NOON, LABEL)
    known = KnownSource("un_sc", True, {"S/2026/7": before}, {}, {URL: ref.payload_sha256})
    assert replay(tmp_path, known, (200, b"%PDF-1.4 one"))[:2] == (Outcome.UNCHANGED, 0)
