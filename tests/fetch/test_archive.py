"""The archive keeps bytes exactly, readable by other tools, and leaves nothing when idle."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from tasks.fetch.archive import ArchiveWriter, read_payload
from warehouse.errors import NotFoundError, UnreadableDocumentError

NOON = datetime(2026, 3, 10, 12, 0, 0, 500, tzinfo=UTC)
URL = "https://documents.un.org/api/symbol/access?s=S/2026/7&l=en&t=pdf"
PDF = [("Content-Type", "application/pdf"), ("Content-Encoding", "gzip")]


def test_what_was_written_is_read_back_also_while_the_run_goes_on(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive", "run-1") as archive:
        first = archive.write(URL, 200, PDF, b"%PDF-1.4 one", NOON)
        second = archive.write(URL, 200, PDF, b"%PDF-1.4 two", NOON)
        assert read_payload(tmp_path / "archive", first) == b"%PDF-1.4 one"
        assert read_payload(tmp_path / "archive", second) == b"%PDF-1.4 two"
    assert read_payload(tmp_path / "archive", first) == b"%PDF-1.4 one"
    assert first.file == "run-1.warc.gz"
    assert second.offset > first.offset > 0


def test_a_run_that_fetched_nothing_leaves_no_file_and_no_folder(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive", "run-1"):
        pass
    assert not (tmp_path / "archive").exists()


def test_other_tools_find_address_time_status_and_a_digest_that_holds(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "run-1") as archive:
        archive.write(URL, 200, PDF, b"%PDF-1.4 one", NOON)
    with (tmp_path / "run-1.warc.gz").open("rb") as file:
        kinds = []
        for record in ArchiveIterator(file, check_digests="raise"):
            record.content_stream().read()
            kinds.append(record.rec_type)
            if record.rec_type == "response":
                assert record.rec_headers.get_header("WARC-Target-URI") == URL
                assert record.rec_headers.get_header("WARC-Date") == "2026-03-10T12:00:00.000500Z"
                assert record.http_headers.get_statuscode() == "200"
                assert record.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert kinds == ["warcinfo", "response"]


def test_a_second_writer_of_the_same_run_takes_another_file(tmp_path: Path) -> None:
    refs = []
    for body in (b"one", b"two"):
        with ArchiveWriter(tmp_path, "run-1") as archive:
            refs.append(archive.write(URL, 200, [], body, NOON))
    assert [ref.file for ref in refs] == ["run-1.warc.gz", "run-1-2.warc.gz"]
    assert [read_payload(tmp_path, ref) for ref in refs] == [b"one", b"two"]


def test_a_record_cut_off_by_a_kill_spoils_no_earlier_one(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "run-1") as archive:
        first = archive.write(URL, 200, [], b"one", NOON)
        second = archive.write(URL, 200, [], b"two" * 1000, NOON)
    path = tmp_path / first.file
    path.write_bytes(path.read_bytes()[:-20])
    assert read_payload(tmp_path, first) == b"one"
    with pytest.raises(UnreadableDocumentError):
        read_payload(tmp_path, second)


def test_a_reference_to_other_bytes_is_an_error(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "run-1") as archive:
        ref = archive.write(URL, 200, [], b"one", NOON)
    with pytest.raises(UnreadableDocumentError, match="other bytes"):
        read_payload(tmp_path, ref.model_copy(update={"payload_sha256": "0" * 64}))
    with pytest.raises(UnreadableDocumentError):
        read_payload(tmp_path, ref.model_copy(update={"offset": ref.offset + 3}))


@pytest.mark.parametrize("name", ["absent.warc.gz", "../outside.warc.gz"])
def test_a_file_that_is_not_in_the_archive_is_said_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.warc.gz").write_bytes(gzip.compress(b"x"))
    with ArchiveWriter(tmp_path / "archive", "run-1") as archive:
        ref = archive.write(URL, 200, [], b"one", NOON)
    with pytest.raises(NotFoundError):
        read_payload(tmp_path / "archive", ref.model_copy(update={"file": name}))


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4))
def test_any_bytes_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("archive")
    with ArchiveWriter(folder, "run-1") as archive:
        refs = [archive.write(URL, 200, PDF, body, NOON) for body in bodies]
    assert [read_payload(folder, ref) for ref in refs] == bodies


def test_odd_headers_and_statuses_are_kept(tmp_path: Path) -> None:
    headers = [("X-Title", "naïve résumé – дело"), ("X-Empty", "")]
    with ArchiveWriter(tmp_path, "run/../1") as archive:
        ref = archive.write(URL, 599, headers, b"\r\n\r\nbody\r\n\r\n", NOON)
    assert ref.file == "run_.._1.warc.gz"
    assert read_payload(tmp_path, ref) == b"\r\n\r\nbody\r\n\r\n"
