"""A record of the United Nations Digital Library to what it says of a document.

The fields are those that the library's own programs and its samples of other documents show; no
public record of a letter was at hand. What a record does not say stays null; a document is a
letter only where the grammar of titles says so, whatever the library calls it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tasks.normalise.marc.fields import find_value, list_values, read_record, read_subfield, tidy
from tasks.normalise.un.titles import LetterTitle, parse_title
from tasks.records import (
    CatalogueAgenda,
    CatalogueAuthor,
    CatalogueEntry,
    CatalogueFile,
    Finding,
    UnDocument,
)
from tasks.sources.dates import read_date
from tasks.sources.declaration import DateRule
from warehouse.errors import UnreadableDocumentError
from warehouse.vocabulary import DocumentType

if TYPE_CHECKING:
    from pymarc import Record

_TYPES = {
    "B01": DocumentType.RESOLUTION,
    "B02": DocumentType.DRAFT_RESOLUTION,
    "B03": DocumentType.MEETING_RECORD,
    "B16": DocumentType.REPORT,
}
"""Codes of 089 $b that say for themselves what a document is; B15 and B18 do not."""

_LETTERS = frozenset({"B15", "B18"})
_DISTRIBUTION = {"GEN": "General", "LTD": "Limited", "RES": "Restricted"}
_ITEM = re.compile(r"(?P<number>\d+)\s*(?P<letter>[a-z])?(?:\[.*\])?")
_JOB = re.compile(r"N(?P<year>\d{2})(?P<number>\d{5})\b")
_DATES = DateRule(formats=("%d %b. %Y", "%d %B %Y"), languages=("en",))
_SUBJECTS = ("610", "611", "630", "650", "651")
_LANGUAGES = {"eng": "en", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "chi": "zh"}
_NAMES = {
    "English": "en",
    "Français": "fr",
    "Español": "es",
    "Русский": "ru",
    "العربية": "ar",
    "中文": "zh",
}


def parse_catalogue_record(data: bytes) -> tuple[UnDocument, CatalogueEntry]:
    """Read one library record: the document as far as it tells, and what only it knows.

    Raises:
        UnreadableDocumentError: the bytes are no record, or it has no number or no title.
    """
    record = read_record(data)
    number = _read_control(record, "001")
    words = " ".join(filter(None, (find_value(record, "245", code) for code in "abc")))
    if number is None or not words:
        raise UnreadableDocumentError("a library record without number or title")
    entry = CatalogueEntry(
        record_id=number,
        changed=_read_control(record, "005"),
        record_types=list_values(record, "089", "b"),
        categories=list_values(record, "989", "b"),
        subjects=tuple(dict.fromkeys(_list_subjects(record))),
        authors=_list_authors(record),
        agenda=_list_agenda(record),
        files=_list_files(record),
        languages=_list_languages(record),
        related=list_values(record, "993", "a"),
        notes=tuple(one for tag in ("500", "515", "598") for one in list_values(record, tag, "a")),
        batches=list_values(record, "930", "a"),
    )
    return _read_document(record, words), entry


def _read_document(record: Record, words: str) -> UnDocument:
    title = parse_title(words)
    languages = _list_languages(record)
    symbols = tuple(dict.fromkeys(list_values(record, "191", "a")))
    return UnDocument(
        document_type=_choose_type(record, title),
        symbols=symbols,
        reissued=any("reissued" in one.lower() for one in list_values(record, "596", "a")),
        distribution=_DISTRIBUTION.get(find_value(record, "091", "a") or ""),
        distribution_date=_read_day(record),
        ga_session=_read_session(record),
        agenda_items=tuple(one.item for one in _list_agenda(record) if one.item),
        letter_date=title.letter_date if title else None,
        senders=title.senders if title else (),
        addressees=title.addressees if title else (),
        job_number=_read_job(record),
        title=words,
        language="en" if "en" in languages else None,
        findings=tuple(_list_findings(record, title, symbols)),
    )


def _choose_type(record: Record, title: LetterTitle | None) -> DocumentType:
    if title is not None:
        return title.document_type
    codes = list_values(record, "089", "b")
    return next((_TYPES[code] for code in codes if code in _TYPES), DocumentType.OTHER)


def _list_findings(
    record: Record, title: LetterTitle | None, symbols: tuple[str, ...]
) -> list[Finding]:
    """Name what the library says and the title does not, and what a record lacks."""
    found = []
    if title is None and _LETTERS & set(list_values(record, "089", "b")):
        message = "the library counts it among the letters, its title has no form of a letter"
        found.append(Finding(code="title_unreadable", message=message, field="document_type"))
    if not symbols:
        found.append(Finding(code="no_symbol", message="the library names none", field="symbols"))
    return found


def _read_control(record: Record, tag: str) -> str | None:
    return next((tidy(field.data or "") or None for field in record.get_fields(tag)), None)


def _read_day(record: Record) -> date | None:
    """The masthead's date: 269 in full, else 260 in words."""
    for printed in list_values(record, "269", "a"):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", printed):
            return read_date(printed, _DATES)
    words = find_value(record, "260", "c")
    return read_date(words, _DATES) if words else None


def _read_session(record: Record) -> int | None:
    """The Assembly's session; what 191 $c says for the Council is not taken for one."""
    for field in record.get_fields("191"):
        session = read_subfield(field, "c") or ""
        if (read_subfield(field, "b") or "").rstrip("/") == "A" and session.isdigit():
            return int(session)
    return None


def _read_job(record: Record) -> str | None:
    """`N2321733 E` is the job number 23-21733."""
    for printed in list_values(record, "029", "b"):
        if match := _JOB.match(printed):
            return f"{match['year']}-{match['number']}"
    return None


def _list_subjects(record: Record) -> list[str]:
    return [one for tag in _SUBJECTS for one in list_values(record, tag, "a")]


def _list_authors(record: Record) -> tuple[CatalogueAuthor, ...]:
    """Persons and bodies; the same name with and without `$9 ms` is one, a member state."""
    states: dict[str, bool] = {}
    for field in record.get_fields("700", "710"):
        name = read_subfield(field, "a")
        if name:
            states[name] = states.get(name, False) or read_subfield(field, "9") == "ms"
    return tuple(CatalogueAuthor(name=name, is_state=is_state) for name, is_state in states.items())


def _list_agenda(record: Record) -> tuple[CatalogueAgenda, ...]:
    return tuple(
        CatalogueAgenda(
            agenda=read_subfield(field, "a"),
            item=_write_item(read_subfield(field, "b")),
            title=read_subfield(field, "c"),
            subject=read_subfield(field, "d"),
        )
        for field in record.get_fields("991")
    )


def _write_item(printed: str | None) -> str | None:
    """Write an item as documents print it: `71b` and `71b[12]` are 71 (b)."""
    match = _ITEM.fullmatch(printed or "")
    if match is None:
        return None
    return f"{match['number']} ({match['letter']})" if match["letter"] else match["number"]


def _list_files(record: Record) -> tuple[CatalogueFile, ...]:
    return tuple(
        CatalogueFile(url=url, language=_NAMES.get(read_subfield(field, "y") or ""))
        for field in record.get_fields("856")
        if (url := read_subfield(field, "u")) and url.startswith(("https://", "http://"))
    )


def _list_languages(record: Record) -> tuple[str, ...]:
    """Languages of 041 and of the files: 041 may name English alone where there are six."""
    coded = (_LANGUAGES.get(code) for code in list_values(record, "041", "a"))
    linked = (one.language for one in _list_files(record))
    return tuple(dict.fromkeys(one for one in (*coded, *linked) if one))
