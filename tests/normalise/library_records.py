"""Library records written afresh in the fields that the Digital Library uses; all invented."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pymarc import Field, Indicators, MARCWriter, Record, Subfield, XMLWriter

Content = Sequence[tuple[str, Sequence[tuple[str, str]]]]

FILES = "https://digitallibrary.un.org/record/1/files"
LETTER: Content = (
    ("029", [("a", "JN"), ("b", "N2601234 E")]),
    ("041", [("a", "eng")]),
    ("089", [("b", "B18")]),
    ("091", [("a", "GEN")]),
    ("191", [("a", "A/80/912"), ("b", "A/"), ("c", "80")]),
    ("191", [("a", "S/2026/212"), ("b", "S/"), ("c", "2026")]),
    (
        "245",
        [
            ("a", "Letter dated 3 March 2026 from the Permanent Representative of Iceland to the"),
            ("b", "United Nations addressed to the Secretary-General /"),
        ],
    ),
    ("269", [("a", "2026-03-05")]),
    ("500", [("a", '"Annex: Rules for the lending of seeds": p. 2-4.')]),
    ("596", [("a", "Reissued for technical reasons on 6 Mar. 2026.")]),
    ("650", [("a", "SEED BANKS")]),
    ("710", [("a", "Iceland")]),
    ("710", [("a", "Iceland"), ("9", "ms")]),
    ("856", [("u", f"{FILES}/A_80_912-EN.pdf"), ("y", "English")]),
    ("856", [("u", f"{FILES}/A_80_912-RU.pdf"), ("y", "Русский")]),
    ("930", [("a", "UNDNO26")]),
    ("989", [("b", "Letters and Notes Verbales")]),
    ("991", [("a", "A/80/251"), ("b", "71b[12]"), ("c", "Sustainable development")]),
)  # fmt: skip
UNLIKE: Content = (
    ("089", [("b", "B18")]),
    ("191", [("a", "S/2026/300")]),
    ("245", [("a", "Correspondence on lighthouses")]),
    ("260", [("c", "8 Apr. 2026")]),
)
REPORT: Content = (
    ("041", [("a", "fre")]),
    ("089", [("b", "B16")]),
    ("191", [("a", "A/80/44")]),
    ("245", [("a", "Report on the postal services :"), ("b", "stamps")]),
    ("269", [("a", "2026")]),
)


def make_record(number: str | None, content: Content, changed: str = "20260310120000.0") -> Record:
    """A record of these fields."""
    record = Record(force_utf8=True)
    if number is not None:
        record.add_ordered_field(Field(tag="001", data=number))
    record.add_ordered_field(Field(tag="005", data=changed))
    for tag, values in content:
        subfields = [Subfield(code, value) for code, value in values]
        record.add_ordered_field(
            Field(tag=tag, indicators=Indicators(" ", " "), subfields=subfields)
        )
    return record


def write_xml(*records: Record) -> bytes:
    """A file of MARCXML."""
    with io.BytesIO() as file:
        writer = XMLWriter(file)
        for record in records:
            writer.write(record)
        writer.close(close_fh=False)
        return file.getvalue()


def write_exchange(*records: Record) -> bytes:
    """A file of ISO 2709."""
    with io.BytesIO() as file:
        writer = MARCWriter(file)
        for record in records:
            writer.write(record)
        return file.getvalue()
