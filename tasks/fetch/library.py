"""Files of library records, cut into single records without reading what they say.

ISO 2709 (`.mrc`) ends each record with a mark of its own; MARCXML is read as a stream in which no
document type, and so no entity, is let in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from warehouse.errors import UsageError

END_OF_RECORD = b"\x1d"
SIZE_BYTES = 2_000_000_000
"""No larger file is taken; the library's whole stock of one year has a fraction of it."""

_CHUNK_BYTES = 1 << 20
_NUMBER = re.compile(rb"<(?:\w+:)?controlfield[^>]*\btag=[\"']001[\"'][^>]*>\s*([^<]{1,40}?)\s*<")
_LEADER_BYTES = 24


@dataclass(frozen=True, slots=True)
class LibraryRecord:
    """The bytes of one record, and its number, or a hash where it could not be told."""

    key: str
    data: bytes
    content_type: str


def split_records(path: Path) -> Iterator[LibraryRecord]:
    """Cut a file into records, in order.

    Raises:
        UsageError: the file cannot be read, is too large, or is no file of library records.
    """
    try:
        with path.open("rb") as file:
            if path.stat().st_size > SIZE_BYTES:
                raise UsageError(f"{path}: more than {SIZE_BYTES:,} bytes")
            head = file.peek(64)[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
            if head.startswith(b"<"):
                yield from _split_xml(file, path)
            elif head[:5].isdigit():
                yield from _split_exchange(file)
            else:
                raise UsageError(f"{path}: neither MARCXML nor MARC 21 (ISO 2709)")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def _split_exchange(file: BinaryIO) -> Iterator[LibraryRecord]:
    rest = b""
    while chunk := file.read(_CHUNK_BYTES):
        *whole, rest = (rest + chunk).split(END_OF_RECORD)
        for data in whole:
            yield _name_exchange(data.lstrip(b"\r\n \x1a") + END_OF_RECORD)
    if rest.strip(b"\r\n \x00\x1a"):
        yield _name_exchange(rest)


def _name_exchange(data: bytes) -> LibraryRecord:
    """Find the number by the directory: tag 001, its length and where it begins."""
    directory = data[_LEADER_BYTES : data.find(b"\x1e")]
    base, key = data[12:17], None
    if directory[:3] == b"001" and directory[3:12].isdigit() and base.isdigit():
        start, length = int(base) + int(directory[7:12]), int(directory[3:7])
        key = data[start : start + length].rstrip(b"\x1e").decode("ascii", "ignore").strip()
    return LibraryRecord(key or _hash(data), data, "application/marc")


def _split_xml(file: BinaryIO, path: Path) -> Iterator[LibraryRecord]:
    from lxml import etree

    walk = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for event, element in walk:
            if element.getparent() is None and event == "start":
                _refuse_document_type(element, path)
            if event == "end" and etree.QName(element).localname == "record":
                yield _name_xml(etree.tostring(element, encoding="utf-8", with_tail=False))
                element.clear()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UsageError(f"{path}: no XML: {str(error)[:160]}") from error


def _refuse_document_type(root: object, path: Path) -> None:
    doctype = root.getroottree().docinfo.doctype  # type: ignore[attr-defined]  # stubs lack it
    if doctype:
        raise UsageError(f"{path}: XML with a document type is not read")


def _name_xml(data: bytes) -> LibraryRecord:
    match = _NUMBER.search(data)
    key = match[1].decode("utf-8", "ignore").strip() if match else _hash(data)
    return LibraryRecord(key, data, "application/marcxml+xml")


def _hash(data: bytes) -> str:
    return f"unnumbered-{hashlib.sha256(data).hexdigest()[:16]}"
