"""The fields that are compared, and how one record is compared with its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

FIELDS = (
    "document_type",
    "symbols",
    "reissued",
    "distribution",
    "distribution_date",
    "original_language",
    "ga_session",
    "ga_session_type",
    "sc_year",
    "agenda_items",
    "agenda_provisional",
    "agenda_source",
    "letter_date",
    "senders",
    "addressees",
    "signatories",
    "annexes",
    "cited_symbols",
    "requests_circulation",
    "requests_attention",
    "announces_circulation",
    "in_reply_to",
    "job_number",
)
_ANNEX_FIELDS = ("label", "title", "letter_date", "original_language", "signatories", "parent")


@dataclass(frozen=True, slots=True)
class Miss:
    """One field that did not come out as in the answer; `file` names document and rendering."""

    file: str
    field: str
    expected: object
    got: object

    @property
    def is_missing(self) -> bool:
        """Whether nothing was read where something stands: less bad than a wrong value."""
        return self.got in (None, [], "")


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one document after comparing; `miss` is null where it is right."""

    file: str
    field: str
    miss: Miss | None


def compare(
    gold: Mapping[str, object], record: Mapping[str, object], fields: Iterable[str] = FIELDS
) -> Iterator[tuple[str, Miss | None]]:
    """Compare a record with its answer, field by field: None where it is right.

    The answer's `file` names the document.
    """
    for field in fields:
        expected, got = _plain(field, gold.get(field)), _plain(field, record.get(field))
        miss = None if expected == got else Miss(str(gold["file"]), field, expected, got)
        yield field, miss


def _plain(field: str, value: object) -> object:
    """One form for what an answer may leave out: null and empty, annex fields not asked for."""
    if field == "annexes":
        annexes = value if isinstance(value, list) else []
        return [{name: annex.get(name) or None for name in _ANNEX_FIELDS} for annex in annexes]
    if field == "agenda_provisional":
        return bool(value)
    return value or None
