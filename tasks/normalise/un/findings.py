"""What was noticed while reading: contradictions and forms never seen, each with a name.

Source: un-documents guide, section 5, the rule for the Council's year and where it fails, and 8,
traps (observed documents).
"""

from __future__ import annotations

from typing import NamedTuple

from tasks.normalise.un.masthead import Masthead
from tasks.normalise.un.requests import Requests
from tasks.normalise.un.symbols import Symbol
from tasks.normalise.un.titles import LetterTitle
from tasks.records import Finding
from warehouse.vocabulary import DocumentType

UNKNOWN_TITLE = "unknown_title_form"
UNKNOWN_LETTER = "unknown_letter_form"
NO_SENDER = "no_sender"
NO_ADDRESSEE = "no_addressee"
UNKNOWN_FORMS = frozenset({UNKNOWN_TITLE, UNKNOWN_LETTER, NO_SENDER, NO_ADDRESSEE})
"""Findings after which a document from a United Nations source goes into quarantine."""


class Reading(NamedTuple):
    """All that is weighed; `title_text` is a letter's title, also where it has no known form."""

    masthead: Masthead
    document_type: DocumentType
    title: LetterTitle | None
    title_text: str | None
    requests: Requests
    annexes: tuple[LetterTitle | None, ...]
    has_signature: bool
    is_title_known: bool
    reads_as_letter: bool


def list_findings(reading: Reading) -> tuple[Finding, ...]:
    """All findings of a document, in the order of its fields.

    What a reader sees: `sc_year_unexpected` for a letter of 2022 that prints "Seventy-sixth year".
    """
    found = [
        *_check_masthead(reading.masthead),
        *_check_title(reading),
        *_check_agenda(reading),
        *_check_form(reading),
    ]
    return tuple(found)


def _check_masthead(masthead: Masthead) -> list[Finding]:
    """What the masthead lacks, and what of it was not understood.

    >>> from datetime import date
    >>> masthead = Masthead(sc_year=76, distribution_date=date(2022, 1, 28))
    >>> [one.code for one in _check_masthead(masthead)]
    ['no_symbol', 'sc_year_unexpected']
    """
    found: list[Finding] = []
    if not masthead.is_present:
        found.append(_finding("no_masthead", "no masthead is printed", None))
    elif not masthead.symbols:
        found.append(_finding("no_symbol", "the masthead prints no symbol", "symbols"))
    printed = masthead.distribution_date
    if masthead.sc_year and printed and masthead.sc_year != printed.year - 1945:
        text = f"year {masthead.sc_year} of the Council is printed in {printed.year}"
        found.append(_finding("sc_year_unexpected", text, "sc_year"))
    found.extend(
        _finding("unread_masthead_line", f"not understood: {text[:80]}", None)
        for text in masthead.unread
    )
    return found


def _check_title(reading: Reading) -> list[Finding]:
    title, printed = reading.title, reading.masthead.distribution_date
    if title is None:
        if reading.title_text is None:
            return []
        return [_finding(UNKNOWN_TITLE, f"not understood: {reading.title_text[:120]}", "title")]
    found = [
        _finding("unknown_party", f"no known state or organisation: {name[:80]}", "senders")
        for name in title.unknown_parties
    ]
    found.extend(
        _finding("unknown_addressee", f"no known office: {name[:80]}", "addressees")
        for name in title.unknown_addressees
    )
    if title.letter_date is None:
        found.append(
            _finding("several_dates", "the title names several days or none", "letter_date")
        )
    elif printed is not None and title.letter_date > printed:
        text = f"the letter of {title.letter_date} is later than the masthead's {printed}"
        found.append(_finding("letter_after_distribution", text, "letter_date"))
    if not title.senders:
        found.append(_finding(NO_SENDER, "no sender could be read in the title", "senders"))
    if not title.addressees:
        found.append(_finding(NO_ADDRESSEE, "no addressee could be read in it", "addressees"))
    return found


def _check_agenda(reading: Reading) -> list[Finding]:
    printed, asked = reading.masthead.agenda, reading.requests.agenda.items
    if not asked:
        return []
    if printed is None or not printed.items:
        text = f"items {', '.join(asked)} stand in the request only"
        return [_finding("agenda_from_request", text, "agenda_items")]
    if set(asked) != set(printed.items):
        text = f"masthead {', '.join(printed.items)}; request {', '.join(asked)}"
        return [_finding("agenda_mismatch", text, "agenda_items")]
    return []


def _check_form(reading: Reading) -> list[Finding]:
    kind = reading.document_type
    found = _check_type(reading)
    if kind in (DocumentType.LETTER, DocumentType.IDENTICAL_LETTERS) and not reading.has_signature:
        found.append(_finding("no_signature", "no signature was found", "signatories"))
    organs = {organ for symbol in reading.masthead.symbols for organ in _list_organs(symbol)}
    missing = [organ for organ in reading.requests.circulation if organ not in organs]
    if organs and missing:
        text = f"circulation in {', '.join(missing)} is asked, no symbol of it is printed"
        found.append(_finding("request_beyond_symbols", text, "requests_circulation"))
    return found


def _check_type(reading: Reading) -> list[Finding]:
    """A document whose kind neither symbol nor title tells; worse, if it is signed."""
    if reading.is_title_known or reading.document_type is not DocumentType.OTHER:
        return []
    if reading.has_signature or reading.reads_as_letter:
        text = "signed or written like a letter, but no title of a known form"
        return [_finding(UNKNOWN_LETTER, text, "document_type")]
    return [_finding("unknown_form", "neither symbol nor title tells its kind", "document_type")]


def _list_organs(symbol: Symbol) -> list[str]:
    """Of which organs a symbol makes a document: `A/HRC/…` is one of the Council's too.

    >>> _list_organs(Symbol.parse("A/HRC/46/7"))
    ['General Assembly', 'Human Rights Council']
    """
    organs = [symbol.organ] if symbol.organ else []
    return [*organs, "Human Rights Council"] if "HRC" in symbol.parts else organs


def _finding(code: str, message: str, field: str | None) -> Finding:
    return Finding(code=code, message=message, field=field)
