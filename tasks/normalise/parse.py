"""The door of the room: any file or fetched item to a record."""

from __future__ import annotations

import re
from pathlib import Path

from tasks.normalise.flat import decode_text, split_flat
from tasks.normalise.marc.entry import parse_catalogue_record
from tasks.normalise.press.statements import split_statements
from tasks.normalise.text import ExtractedText
from tasks.normalise.un.findings import UNKNOWN_FORMS
from tasks.normalise.un.symbols import parse_symbol_line
from tasks.normalise.un.title_forms import starts_letter_title
from tasks.normalise.un_document import parse_un_document
from tasks.records import CatalogueEntry, FetchedItem, Parsed, ParsedItem, PressRelease, UnDocument
from tasks.sources.declaration import Source, SourceKind
from warehouse.errors import NormaliseError, UnknownFormError, UnreadableDocumentError
from warehouse.vocabulary import Reason

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_OLD = {b"\xd0\xcf\x11\xe0": "a binary Word file (.doc)", b"\xffWPC": "a WordPerfect file"}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|article|p)\b", re.IGNORECASE)
_DISTRIBUTION = re.compile(r"^\W*(?:.{0,60}\s)?Distr\.(?:\s*:|\s|$)", re.MULTILINE)
_DOCUMENT = re.compile(r"^document\s+(?=[ASE]/)", re.IGNORECASE)
"""The Official Records head a letter with `DOCUMENT S/4782`."""

_HEAD = 1500


def parse_file(path: Path) -> Parsed:
    """Read a PDF, DOCX, HTML or text file.

    Raises:
        UnreadableDocumentError: the file cannot be opened or read.
        NormaliseError: its bytes make no record.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(f"{path}: {error.strerror or error}") from error
    return parse_bytes(data, name=path.name)


def parse_bytes(data: bytes, *, name: str | None = None) -> Parsed:
    """Read bytes; their first bytes say what they are, the name only serves messages.

    Raises:
        NormaliseError: encrypted, damaged, empty, or of a kind that is not read.
    """
    try:
        return _parse(data)
    except NormaliseError as error:
        raise type(error)(f"{name}: {error}" if name else str(error)) from error


def parse_item(item: FetchedItem, source: Source, payload: bytes) -> ParsedItem:
    """Read a fetched item of a source; what cannot be read carries its reason and message.

    It is read as the source looked on the day on which it was fetched. A page of several
    statements gives the first, with the others as `further`.
    """
    source = source.as_of(item.fetched_at_utc.date())
    statements = split_statements(payload, source) if _may_hold_several(source) else ()
    if not statements:
        return _parse_part(item, source, payload)
    first, *others = (
        _parse_part(
            item.model_copy(update={"discovery": one.describe(item.discovery)}),
            source,
            one.html,
            part,
        )
        for part, one in enumerate(statements, start=1)
    )
    return first.model_copy(update={"further": tuple(others)})


def _parse_part(item: FetchedItem, source: Source, payload: bytes, part: int = 1) -> ParsedItem:
    document: Parsed | None = None
    catalogue: CatalogueEntry | None = None
    reason: Reason | None = None
    message: str | None = None
    try:
        if source.kind is SourceKind.FILE:
            document, catalogue = parse_catalogue_record(payload)
        else:
            document = _parse_for_source(item, source, payload)
    except NormaliseError as error:
        reason, message = _name_reason(error), str(error)
    return ParsedItem(
        source_id=source.id,
        key=_name_part(item.discovery.key, part),
        url=item.url,
        archive=item.archive,
        fetched_at_utc=item.fetched_at_utc,
        document=_tell_apart(document, part),
        catalogue=catalogue,
        reason=reason,
        message=message,
        part=part,
    )


def _may_hold_several(source: Source) -> bool:
    return source.page is not None and source.page.statement is not None


def _name_part(name: str, part: int) -> str:
    return f"{name}~{part}" if part > 1 else name


def _tell_apart(document: Parsed | None, part: int) -> Parsed | None:
    """Let a part share its announcement with the same part in other languages alone."""
    if not isinstance(document, PressRelease) or document.announcement_id is None:
        return document
    shared = _name_part(document.announcement_id, part)
    return document.model_copy(update={"announcement_id": shared})


def extract_text(data: bytes) -> ExtractedText:
    """Text with layout facts of a PDF, DOCX or text.

    Raises:
        UnreadableDocumentError: none of these, or damaged.
    """
    if data.lstrip()[:5] == _PDF:
        from tasks.normalise.pdf import extract_pdf

        return extract_pdf(data)
    if data[:4] == _ZIP:
        from tasks.normalise.docx_text import extract_docx

        return extract_docx(data)
    for magic, kind in _OLD.items():
        if data.startswith(magic):
            raise UnknownFormError(f"{kind} is not read")
    return split_flat(decode_text(data))


def _parse(data: bytes) -> Parsed:
    if not data.strip():
        raise UnreadableDocumentError("no bytes in it")
    if _is_html(data):
        from tasks.normalise.press_release import parse_press_page

        return parse_press_page(data, None, None, None)
    text = extract_text(data)
    if text.origin != "text" or looks_like_un_document(text):
        return parse_un_document(text)
    from tasks.normalise.press_release import parse_press_text

    return parse_press_text(decode_text(data))


def _parse_for_source(item: FetchedItem, source: Source, payload: bytes) -> Parsed:
    if not payload.strip():
        raise UnreadableDocumentError("no bytes in it")
    if source.is_un:
        if _is_html(payload):
            raise UnknownFormError("HTML where a document was expected")
        return _refuse_unknown(parse_un_document(extract_text(payload)))
    from tasks.normalise.press_release import parse_press_page

    day = item.fetched_at_utc.date()
    return parse_press_page(payload, item.url, source, item.discovery, fetched_on=day)


def _refuse_unknown(record: UnDocument) -> UnDocument:
    """A letter of a form never seen goes into quarantine, where somebody looks at it.

    Raises:
        UnknownFormError: its title cannot be read, or it is signed and has no known title.
    """
    for finding in record.findings:
        if finding.code in UNKNOWN_FORMS:
            raise UnknownFormError(f"{finding.code}: {finding.message}")
    return record


def looks_like_un_document(text: ExtractedText) -> bool:
    """Whether flat text is a UN document: a masthead, or the title of a letter at its head."""
    first = [line.text for line in text.lines[:12] if line.page == text.lines[0].page]
    head = "\n".join(line.text for line in text.lines[:40])[:_HEAD]
    bare = [_DOCUMENT.sub("", line) for line in first]
    if _DISTRIBUTION.search(head) or any(map(parse_symbol_line, bare)):
        return True
    return any(starts_letter_title(line) for line in first[:3])


def _is_html(data: bytes) -> bool:
    return _HTML.search(data[:2000]) is not None and data.lstrip()[:1] == b"<"


def _name_reason(error: NormaliseError) -> Reason:
    """An unknown form is unexpected content; everything else could not be read."""
    is_unknown = isinstance(error, UnknownFormError)
    return Reason.UNEXPECTED_CONTENT if is_unknown else Reason.UNREADABLE
