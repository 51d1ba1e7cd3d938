"""JSON answers of APIs, checked field by field: nothing is taken for what it is not."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tasks.sources.decoding import decode_page
from tasks.sources.marks import find_mark
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason


def read_json(body: bytes, url: str) -> object:
    """Read one JSON answer; control characters within its texts are let pass.

    Raises:
        ListingError: CHALLENGE_PAGE or DECOY_PAGE for a page with such a mark in its place,
            UNEXPECTED_CONTENT for whatever else is no JSON.
    """
    try:
        return json.loads(_decode(body), strict=False)
    except (ValueError, RecursionError) as error:
        raise ListingError(
            find_mark(body) or Reason.UNEXPECTED_CONTENT, f"{url}: not JSON"
        ) from error


def _decode(body: bytes) -> bytes | str:
    """Decode what is in none of JSON's encodings as a page would be: some sites' answers are."""
    try:
        body.decode(json.detect_encoding(body))
    except UnicodeDecodeError:
        return decode_page(body, is_due_utf8=True)
    return body


def read_objects(value: object, url: str) -> list[Mapping[str, object]]:
    """Read the list of objects that an API names its items in.

    Raises:
        ListingError: LAYOUT_CHANGED when it is no such list, EMPTY_LISTING when it is empty.
    """
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: the answer holds no list of items")
    if not value:
        raise ListingError(Reason.EMPTY_LISTING, f"{url}: the list is empty")
    return value


def read_text(item: Mapping[str, object], name: str) -> str | None:
    """One text field, white space tidied; null where it is absent, empty or no text."""
    value = item.get(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None
