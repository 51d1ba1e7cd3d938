"""A ministry whose items an API names in JSON, in the fields that the source declares."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.records import Discovery, Finding
from tasks.sources.dates import read_date
from tasks.sources.declaration import JsonFields, Source
from tasks.sources.entries import read_stamp
from tasks.sources.identity import Identity, make_path_key
from tasks.sources.json_bodies import read_json, read_objects, read_text
from tasks.sources.readings import Printed, collect_readings, read_item
from warehouse.errors import DeclarationError, ListingError
from warehouse.vocabulary import Reason


def parse_listing(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read one answer, in its order.

    Raises:
        ListingError: as `read_json`, `read_objects` and `collect_readings`.
    """
    fields = source.json_fields
    if fields is None:
        raise DeclarationError(f"{source.id}: json_fields: a JSON API needs them")
    answer = read_json(body, url)
    if not isinstance(answer, dict):
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: the answer is no object")
    items = read_objects(answer.get(fields.items), url)
    return collect_readings([_read_item(item, fields, url, source) for item in items], url)


def read_url(url: str) -> Identity:
    """The path as key."""
    return Identity(key=make_path_key(url))


def _read_item(
    item: Mapping[str, object], fields: JsonFields, url: str, source: Source
) -> Discovery | Finding:
    stamp = read_text(item, fields.date)
    day = (read_stamp(stamp) or read_date(stamp, source.dates)) if stamp else None
    printed = Printed(read_text(item, fields.link), read_text(item, fields.title), stamp, day)
    return read_item(printed, url, source, read_url)
