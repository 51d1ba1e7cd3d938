"""Text to record: reads a United Nations document with the grammar in `tasks.normalise.un`.

Source: un-documents guide, section 5, the order of the parts (observed documents).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from tasks.normalise.text import ExtractedText, Line
from tasks.normalise.un.agenda import AgendaItems
from tasks.normalise.un.annexes import Section, split_sections
from tasks.normalise.un.citations import find_citations, find_replies
from tasks.normalise.un.classification import Classification, classify
from tasks.normalise.un.cover_dates import find_annex_date, find_cover_date
from tasks.normalise.un.findings import Reading, list_findings
from tasks.normalise.un.furniture import Sheet, strip_furniture
from tasks.normalise.un.joining import Vocabulary
from tasks.normalise.un.language import detect_language
from tasks.normalise.un.masthead import Masthead, read_brackets, read_masthead
from tasks.normalise.un.mending import mend_head
from tasks.normalise.un.other_titles import read_other_title
from tasks.normalise.un.places import find_sentences, find_word, make_source
from tasks.normalise.un.requests import Requests, find_requests
from tasks.normalise.un.salutations import reads_as_letter
from tasks.normalise.un.sentences import make_paragraphs, split_sentences
from tasks.normalise.un.signatures import find_end, find_signatories, list_signed
from tasks.normalise.un.titles import LetterTitle, read_title
from tasks.normalise.un.words import ISO_CODES
from tasks.records import Annex, FieldSource, Finding, UnDocument
from warehouse.errors import UnreadableDocumentError
from warehouse.vocabulary import DocumentType

_PAGE = attrgetter("page")
_FIRST_SENTENCES = 8
_TITLE_FIELDS = ("letter_date", "senders", "addressees")
FROM_REQUEST = "request sentence only"
FROM_REQUEST_NO_MASTHEAD = "request sentence only (no masthead)"


class _Parts(NamedTuple):
    """A document taken apart: masthead, title, and the lines below it by section."""

    sheet: Sheet
    masthead: Masthead
    classification: Classification
    title: LetterTitle | None
    title_text: str | None
    title_lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    cover: tuple[Line, ...]
    signed: tuple[int, ...]
    paragraphs: tuple[str, ...]
    sentences: tuple[str, ...]
    vocabulary: Vocabulary
    language: str | None

    @property
    def is_letter(self) -> bool:
        """Whether the fields of a letter are to be filled."""
        kind = self.classification.document_type
        corrects_letter = kind is DocumentType.CORRIGENDUM and self.title is not None
        return kind.is_letter or corrects_letter


def parse_un_document(text: ExtractedText) -> UnDocument:
    r"""Read a United Nations document.

    What it does not say stays null or empty; what contradicts itself or has a form never seen
    is told in `findings`.

    Raises:
        UnreadableDocumentError: nothing but furniture is printed on its pages.

    >>> from tasks.normalise.flat import split_flat
    >>> text = split_flat("S/2021/7\nDistr.: General\nNote by the Secretary-General")
    >>> parse_un_document(text).document_type.value
    'note'
    """
    parts = _take_apart(text)
    requests, replies = _read_cover(parts)
    agenda, source = _choose_agenda(parts, requests)
    masthead, title = parts.masthead, parts.title if parts.is_letter else None
    cited = _find_citations(parts)
    sources = _list_sources(parts, requests, cited, replies)
    signatories = find_signatories(parts.cover, parts.signed)
    return UnDocument(
        document_type=parts.classification.document_type,
        symbols=tuple(str(symbol) for symbol in masthead.symbols),
        reissued=masthead.is_reissued or parts.sheet.is_job_reissued,
        distribution=masthead.distribution,
        distribution_date=masthead.distribution_date,
        original_language=masthead.original_language,
        ga_session=masthead.ga_session,
        ga_session_type=masthead.ga_session_type,
        sc_year=masthead.sc_year,
        agenda_items=agenda.items,
        agenda_provisional=agenda.is_provisional,
        agenda_source=source,
        letter_date=title.letter_date if title else None,
        senders=title.senders if title else (),
        addressees=title.addressees if title else (),
        signatories=signatories if parts.is_letter else (),
        annexes=_make_annexes(parts),
        cited_symbols=cited,
        requests_circulation=requests.circulation,
        requests_attention=requests.attention,
        announces_circulation=requests.announced,
        in_reply_to=replies,
        job_number=parts.sheet.job_number,
        title=parts.title_text,
        language=parts.language,
        body=_make_body(parts),
        findings=_place_findings(
            list_findings(_make_reading(parts, requests, bool(signatories))), sources
        ),
        sources=sources,
    )


def _take_apart(text: ExtractedText) -> _Parts:
    sheet = strip_furniture(text)
    lines = sheet.lines
    if not lines:
        raise UnreadableDocumentError("no text but running heads and foot lines")
    vocabulary = Vocabulary([line.text for line in lines])
    masthead, start, found = _read_head(lines, sheet)
    if found.title_index is None or (masthead.is_present and masthead.distribution is None):
        lines = mend_head(lines, vocabulary)
        masthead, start, found = _read_head(lines, sheet)
    title, title_text, first, after = _read_title(lines, start, found, vocabulary)
    begins = found.title_index if found.is_letter_title and found.title_index else first
    title_lines = tuple(lines[begins:after]) if title_text else ()
    if title is not None:
        after = read_brackets(masthead, lines, after)
    if title is not None and found.is_letter_title and found.document_type.is_letter:
        found = found._replace(document_type=title.document_type)
    language = title.language if title else _find_language(masthead, lines[start:])
    below = (*lines[start:first], *lines[after:])
    sections = split_sections(below, title_text, vocabulary)
    cover, signed = _cut_cover(sections[0])
    paragraphs = make_paragraphs(cover, vocabulary, language)
    sentences = tuple(one for text in paragraphs for one in split_sentences(text))
    return _Parts(
        sheet, masthead, found, title, title_text, title_lines, sections, cover, signed,
        paragraphs, sentences, vocabulary, language,
    )  # fmt: skip


def _read_head(lines: tuple[Line, ...], sheet: Sheet) -> tuple[Masthead, int, Classification]:
    """Masthead, index of the line below it, and what the document is."""
    masthead, start = read_masthead(lines)
    if masthead.is_present and not masthead.symbols:
        masthead.symbols.extend(sorted(sheet.own, key=str))
    found = classify(lines, start, masthead.symbols, is_masthead=masthead.is_present)
    return masthead, start, found


def _cut_cover(section: Section) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """The covering letter itself, as a report may follow it without any head; its signatures."""
    signed = list_signed(section.lines)
    end = find_end(section.lines, signed)
    return section.lines[:end], tuple(index for index in signed if index < end)


def _find_language(masthead: Masthead, lines: Sequence[Line]) -> str | None:
    """Where no title of a letter tells, the text does; if it is short, the masthead's own line."""
    told = detect_language(line.text for line in lines)
    if told is not None or masthead.language is None:
        return told
    return ISO_CODES.get(masthead.language)


def _read_title(
    lines: Sequence[Line], start: int, found: Classification, vocabulary: Vocabulary
) -> tuple[LetterTitle | None, str | None, int, int]:
    """The title, its text, and the lines it takes: from the first before the last."""
    if found.title_index is None:
        return None, None, start, start
    if found.is_letter_title:
        title, text, after = read_title(lines, found.title_index, vocabulary)
        return title, text, start, after
    other = read_other_title(lines, start, found.title_index, vocabulary)
    return None, other.text, other.first, other.after


def _read_cover(parts: _Parts) -> tuple[Requests, tuple[str, ...]]:
    if not parts.is_letter:
        return Requests((), (), (), AgendaItems((), False)), ()
    return find_requests(parts.sentences), find_replies(parts.sentences, parts.masthead.symbols)


def _choose_agenda(parts: _Parts, requests: Requests) -> tuple[AgendaItems, str | None]:
    """The masthead's items win, being the Secretariat's; else those of the request."""
    printed = parts.masthead.agenda
    if printed is not None and printed.items:
        return printed, None
    if not requests.agenda.items:
        return AgendaItems((), printed.is_provisional if printed else False), None
    source = FROM_REQUEST if parts.masthead.is_present else FROM_REQUEST_NO_MASTHEAD
    return requests.agenda, source


def _make_annexes(parts: _Parts) -> tuple[Annex, ...]:
    return tuple(_make_annex(parts, section) for section in parts.sections[1:])


def _make_annex(parts: _Parts, section: Section) -> Annex:
    letter = section.head.letter
    letter_date = letter.letter_date if letter else None
    if section.head.title is None:
        letter_date = find_annex_date(section.lines)
    from_cover: date | None = None
    if letter_date is None and section.head.title is None and not section.parent:
        is_only = len(parts.sections) == 2
        from_cover = find_cover_date(parts.sentences, section.label or "", is_only=is_only)
    return Annex(
        label=section.label or "",
        title=section.head.title,
        letter_date=letter_date,
        date_from_cover=from_cover,
        original_language=section.head.original_language,
        signatories=find_signatories(section.lines, list_signed(section.lines)),
        parent=section.parent,
    )


def _find_citations(parts: _Parts) -> tuple[str, ...]:
    """Page by page: what is printed on a page, then its footnotes."""
    content = {page: list(lines) for page, lines in groupby(parts.sheet.lines, _PAGE)}
    notes = {page: list(lines) for page, lines in groupby(parts.sheet.footnotes, _PAGE)}
    pages = [(content.get(page, []), notes.get(page, [])) for page in sorted({*content, *notes})]
    return find_citations(pages, parts.masthead.symbols, parts.vocabulary)


def _make_body(parts: _Parts) -> str:
    blocks: list[str] = []
    for section in parts.sections:
        blocks.extend(text for text in (section.label, section.head.title) if text)
        if section.label is None and len(section.lines) == len(parts.cover):
            blocks.extend(parts.paragraphs)
        else:
            blocks.extend(make_paragraphs(section.lines, parts.vocabulary, parts.language))
    blocks.extend(note.text for note in parts.sheet.footnotes)
    return "\n\n".join(blocks)


def _list_sources(
    parts: _Parts, requests: Requests, cited: Sequence[str], replies: Sequence[str]
) -> tuple[FieldSource, ...]:
    """The places of all fields, in the record's order of reading."""
    found = [make_source(name, [line]) for name, line in parts.masthead.places]
    if parts.title_lines:
        names = ("title", *(_TITLE_FIELDS if parts.is_letter and parts.title else ()))
        found.extend(make_source(name, parts.title_lines) for name in names)
    signed = parts.signed if parts.is_letter else ()
    found.extend(make_source("signatories", [parts.cover[index]]) for index in signed)
    found.extend(make_source("annexes", section.place) for section in parts.sections[1:])
    named = [("cited_symbols", one) for one in cited] + [("in_reply_to", one) for one in replies]
    printed = (*parts.sheet.lines, *parts.sheet.footnotes) if named else ()
    lines = [line for line in printed if "/" in line.text]
    places = (find_word(field, symbol, lines) for field, symbol in named)
    found.extend(place for place in places if place is not None)
    found.extend(find_sentences(requests.places, parts.cover))
    if parts.sheet.job_line is not None:
        found.append(make_source("job_number", [parts.sheet.job_line]))
    return tuple(found)


def _place_findings(
    findings: Sequence[Finding], sources: Sequence[FieldSource]
) -> tuple[Finding, ...]:
    """Findings with the place of the field they speak of."""
    places = {source.field: source for source in reversed(sources)}
    placed = [(finding, places.get(finding.field or "")) for finding in findings]
    return tuple(
        one.model_copy(update={"page": at.page, "start": at.start, "end": at.end}) if at else one
        for one, at in placed
    )


def _reads_as_letter(parts: _Parts) -> bool:
    """Asked only where no title tells the kind."""
    if parts.classification.title_index is not None:
        return False
    return any(map(reads_as_letter, parts.sentences[:_FIRST_SENTENCES]))


def _make_reading(parts: _Parts, requests: Requests, has_signature: bool) -> Reading:
    return Reading(
        masthead=parts.masthead,
        document_type=parts.classification.document_type,
        title=parts.title,
        title_text=parts.title_text if parts.classification.is_letter_title else None,
        requests=requests,
        annexes=tuple(section.head.letter for section in parts.sections[1:]),
        has_signature=has_signature,
        is_title_known=parts.classification.title_index is not None,
        reads_as_letter=_reads_as_letter(parts),
    )
