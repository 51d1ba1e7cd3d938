"""What the archive says of a response beside the bytes: for which source and item it was asked.

The label stands in the WARC record's own header, so that the archive alone tells how to make
the warehouse again. Other programs skip fields whose names they do not know.
"""

from __future__ import annotations

from collections.abc import Mapping

from tasks.records import Discovery, Record

HEADER = "Herewith-Request"


class Label(Record):
    """For whom an address was asked; `item` is null for a feed or listing page.

    `url` is the address that was asked for; redirects may have led elsewhere. What a backfill
    asks for is history, whatever the source's standing: the archive alone must tell that.
    """

    source_id: str
    url: str
    item: Discovery | None = None
    is_backfill: bool = False


def write_label(label: Label) -> dict[str, str]:
    """Turn a label into a header field of a WARC record: JSON in ASCII, on one line."""
    return {HEADER: label.model_dump_json(ensure_ascii=True, exclude_defaults=True)}


def read_label(fields: Mapping[str, str]) -> Label | None:
    """Read the label of a WARC record; None for one written before records had labels."""
    found = fields.get(HEADER)
    return None if found is None else Label.model_validate_json(found)
