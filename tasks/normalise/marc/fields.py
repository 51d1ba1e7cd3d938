"""One library record, read with pymarc, and its fields as tidy strings.

pymarc reads XML through `xml.sax`, which expands entities: a record that declares any is refused
before pymarc sees it, and so is one that is too large.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from warehouse.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from pymarc import Field, Record

SIZE_BYTES = 1_000_000
"""A record in the exchange format has at most 99,999 bytes; XML says the same in more."""

_BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_FAILURES = (ValueError, TypeError, LookupError, AttributeError)
"""What pymarc raises for a record that it cannot make out, besides its own exceptions."""


def read_record(data: bytes) -> Record:
    """Read one record, ISO 2709 or MARCXML.

    Raises:
        UnreadableDocumentError: too large, damaged, or with a document type.
    """
    if len(data) > SIZE_BYTES:
        raise UnreadableDocumentError(f"a library record of more than {SIZE_BYTES:,} bytes")
    from pymarc.exceptions import PymarcException

    try:
        record = _read_xml(data) if data.lstrip(_BLANK)[:1] == b"<" else _read_exchange(data)
    except (PymarcException, *_FAILURES) as error:
        raise UnreadableDocumentError(f"no library record: {str(error)[:120]}") from error
    if record is None or not record.fields:
        raise UnreadableDocumentError("a library record without fields")
    return record


def list_values(record: Record, tag: str, code: str) -> tuple[str, ...]:
    """List one subfield of all fields of a tag, tidied, in order; empty ones are left out."""
    return tuple(
        tidied
        for field in record.get_fields(tag)
        for value in field.get_subfields(code)
        if (tidied := tidy(value))
    )


def find_value(record: Record, tag: str, code: str) -> str | None:
    """Find the first subfield of a tag, tidied."""
    return next(iter(list_values(record, tag, code)), None)


def read_subfield(field: Field, code: str) -> str | None:
    """Read one subfield, tidied; null where it is absent or empty."""
    return next((one for value in field.get_subfields(code) if (one := tidy(value))), None)


def tidy(value: str) -> str:
    """Tidy white space, and drop the signs that part one piece of a title from the next."""
    return re.sub(r"\s*[/:;,=]$", "", " ".join(value.split()))


def _read_exchange(data: bytes) -> Record:
    from pymarc import Record as MarcRecord

    return MarcRecord(data=data, to_unicode=True, force_utf8=False)


def _read_xml(data: bytes) -> Record | None:
    from xml.sax import SAXException

    from pymarc.marcxml import parse_xml_to_array

    lowered = data.replace(b"\0", b"").lower()
    if b"<!doctype" in lowered or b"<!entity" in lowered:
        raise UnreadableDocumentError("a library record with a document type")
    try:
        records = parse_xml_to_array(io.BytesIO(data))  # type: ignore[no-untyped-call]
    except SAXException as error:
        raise UnreadableDocumentError(f"no MARCXML: {str(error)[:120]}") from error
    return next(iter(records), None)
