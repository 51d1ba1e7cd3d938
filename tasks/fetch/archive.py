"""The raw archive: one WARC file a run, written before anything looks at the bytes."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tasks.fetch.labels import Label, write_label
from tasks.records import ArchiveRef
from warehouse.errors import NotFoundError, UnreadableDocumentError

Headers = Sequence[tuple[str, str]]

_TRANSFER_ONLY = frozenset({"content-encoding", "transfer-encoding", "content-length"})


class ArchiveWriter:
    """Appends responses to `{run_id}.warc.gz` in `folder`; a context manager.

    The file is made at the first response, so a run that fetched nothing leaves none. Every
    response is a gzip member of its own, flushed when `write` returns: `read_payload` works
    during the run, and a killed run leaves all but its last record readable. An earlier file
    of the same run id is never touched; the new one is then `{run_id}-2.warc.gz` and so on.
    """

    def __init__(self, folder: Path, run_id: str) -> None:
        self._folder = folder
        self._run_id = _tidy_id(run_id)
        self._file: BinaryIO | None = None
        self._writer: WARCWriter | None = None
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def write(
        self,
        url: str,
        status: int,
        headers: Headers,
        body: bytes,
        fetched_at_utc: datetime,
        label: Label | None = None,
    ) -> ArchiveRef:
        """Append one response; `body` is the decoded payload, `headers` as they were sent.

        `label` says for which source and item it was asked; `url` is where the answer came from.
        """
        file, writer = self._open()
        offset = file.tell()
        digest = hashlib.sha256(body).hexdigest()
        own = {"WARC-Date": fetched_at_utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
        own |= {} if label is None else write_label(label)
        writer.write_record(_build_record(writer, url, status, headers, body, own))
        file.flush()
        return ArchiveRef(file=self._name, offset=offset, payload_sha256=digest)

    def read(self, ref: ArchiveRef) -> bytes:
        """Read back what was written, as `read_payload`."""
        return read_payload(self._folder, ref)

    def turn_to(self, run_id: str) -> None:
        """Close the file and write what follows under another run's id."""
        self.close()
        self._run_id = _tidy_id(run_id)

    def sync(self) -> None:
        """Force what was written onto the disk; call it before the rows that point here."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Force everything onto the disk and close the file; closing twice is harmless."""
        if self._file is not None:
            self.sync()
            self._file.close()
            self._file = None
            self._writer = None

    def _open(self) -> tuple[BinaryIO, WARCWriter]:
        if self._file is None or self._writer is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._name, self._file = _create_file(self._folder, self._run_id)
            _sync_folder(self._folder)
            self._writer = WARCWriter(self._file, gzip=True, warc_version="1.1")
            info = {"software": "herewith", "format": "WARC File Format 1.1"}
            self._writer.write_record(self._writer.create_warcinfo_record(self._name, info))
        return self._file, self._writer


def read_payload(folder: Path, ref: ArchiveRef) -> bytes:
    """Read the bytes that `ref` points at, and prove that they are the ones written.

    Raises:
        NotFoundError: the WARC file is not there.
        UnreadableDocumentError: the record is damaged, or holds other bytes.
    """
    path = folder / ref.file
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise NotFoundError(f"{ref.file} is not in the archive")
    try:
        body = _read_record(path, ref.offset)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        raise UnreadableDocumentError(f"{ref.file} at {ref.offset}: {error}") from error
    if hashlib.sha256(body).hexdigest() != ref.payload_sha256:
        raise UnreadableDocumentError(f"{ref.file} at {ref.offset}: other bytes than written")
    return body


def _read_record(path: Path, offset: int) -> bytes:
    with path.open("rb") as file:
        file.seek(offset)
        for record in ArchiveIterator(file, no_record_parse=False):
            return bytes(record.raw_stream.read())
    raise ValueError("no record starts here")


def _build_record(
    writer: WARCWriter,
    url: str,
    status: int,
    headers: Headers,
    body: bytes,
    own: dict[str, str],
) -> object:
    return writer.create_warc_record(
        url,
        "response",
        payload=BytesIO(body),
        length=len(body),
        http_headers=StatusAndHeaders(
            f"{status} {_phrase(status)}", _archived_headers(headers, body), protocol="HTTP/1.1"
        ),
        warc_headers_dict=own
        | {"WARC-Payload-Digest": f"sha256:{hashlib.sha256(body).hexdigest()}"},
    )


def _archived_headers(headers: Headers, body: bytes) -> list[tuple[str, str]]:
    """Keep the headers; those that describe the transfer get the usual `X-Archive-Orig-`."""
    kept = [
        (f"X-Archive-Orig-{name}" if name.lower() in _TRANSFER_ONLY else name, value)
        for name, value in headers
    ]
    return [*kept, ("Content-Length", str(len(body)))]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _tidy_id(run_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "_", run_id)


def _create_file(folder: Path, run_id: str) -> tuple[str, BinaryIO]:
    number = 1
    while True:
        name = f"{run_id}.warc.gz" if number == 1 else f"{run_id}-{number}.warc.gz"
        try:
            return name, (folder / name).open("xb")
        except FileExistsError:
            number += 1


def _sync_folder(folder: Path) -> None:
    """Make the new file's name durable too, not only its bytes."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
