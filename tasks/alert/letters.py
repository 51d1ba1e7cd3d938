"""What is said of a letter: the same facts in the same words for every state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.alert.message import Line, Message, clean_url, make_message
from tasks.alert.wording import (
    UNKNOWN,
    cut,
    neutralise,
    print_date,
    print_list,
    print_parties,
    print_senders,
    take_first_sentences,
)
from warehouse.background import Reference
from warehouse.history_rows import VersionChangeRow
from warehouse.rows import AnnexRow, DocumentBundle, DocumentRow, LetterRow, Struct

_KINDS = {
    "letter": "letter",
    "identical_letters": "identical letters",
    "note_verbale": "note verbale",
    "report": "report",
    "note": "note",
    "resolution": "resolution",
    "draft_resolution": "draft resolution",
    "agenda": "agenda",
    "meeting_record": "meeting record",
    "corrigendum": "corrigendum",
    "press_release": "press release",
    "other": "document",
}
_ANNEXES_AT_MOST = 10
_CHANGES_AT_MOST = 6
_HEADING_LIMIT = 220


def describe_letter(
    bundle: DocumentBundle,
    answered: Sequence[tuple[str, Reference | None]] = (),
    releases: Sequence[Reference] = (),
) -> Message:
    """Say of a new letter what is known of it.

    `answered` are the symbols it answers with the letters that bear them; `releases` are press
    releases that report it.
    """
    document = bundle.document
    letter = bundle.letter or LetterRow(document.document_id)
    lines = [
        *_say_origin(document, letter),
        *_say_annexes(bundle.annexes),
        *_say_answers(letter, answered),
        Line("Language", neutralise(document.language or UNKNOWN)),
        *_say_archive(document),
    ]
    return make_message(
        f"New {name_kind(document.document_type)}",
        _head_letter(letter),
        lines,
        mark=_join_symbols(document.symbols),
        excerpt=take_first_sentences(document.body, document.title),
        links=_list_links(document, releases),
    )


def describe_version(
    bundle: DocumentBundle,
    number: int,
    changes: Sequence[VersionChangeRow],
    releases: Sequence[Reference] = (),
) -> Message:
    """Say of a known letter that it came back different, and in what."""
    document = bundle.document
    letter = bundle.letter or LetterRow(document.document_id)
    left = len(changes) - _CHANGES_AT_MOST
    reissue = [Line("Reissued", "yes, for technical reasons (*)")] if document.is_reissued else []
    lines = [
        *_say_origin(document, letter),
        *reissue,
        Line("Version", str(number)),
        *(_say_change(change) for change in changes[:_CHANGES_AT_MOST]),
        *([Line("Changed", f"and {left} more fields")] if left > 0 else []),
        *_say_archive(document),
    ]
    return make_message(
        f"New version of a {name_kind(document.document_type)}".replace("a identical", "identical"),
        _head_letter(letter),
        lines,
        mark=_join_symbols(document.symbols),
        excerpt=take_first_sentences(document.body, document.title),
        links=_list_links(document, releases),
    )


def describe_corrigendum(bundle: DocumentBundle, corrected: DocumentBundle) -> Message:
    """Say of a letter that is here which document corrects it."""
    document, first = bundle.document, corrected.document
    letter = corrected.letter or LetterRow(first.document_id)
    lines = [
        Line("Kind", f"corrigendum to a {name_kind(first.document_type)}"),
        Line("Symbols", print_list(document.symbols)),
        Line("Corrects", print_list(first.symbols)),
        Line("From", print_senders(letter.senders)),
        Line("To", print_list(letter.addressees)),
        Line("Dated", print_date(letter.letter_date)),
        Line("Circulated", print_date(document.distribution_date)),
        *_say_archive(document),
    ]
    return make_message(
        "Corrigendum to a letter",
        _head_letter(letter),
        lines,
        mark=_join_symbols(document.symbols),
        excerpt=take_first_sentences(document.body, document.title),
        links=[("Document", document.url), ("Letter", first.url)],
    )


def describe_other(bundle: DocumentBundle) -> Message:
    """Say of a document that is no letter what is known of it."""
    document, release = bundle.document, bundle.press_release
    publisher = release.publisher if release else None
    lines = [
        Line("Kind", name_kind(document.document_type)),
        *([Line("Symbols", print_list(document.symbols))] if document.symbols else []),
        *([Line("Publisher", neutralise(publisher))] if publisher else []),
        Line("Published", print_date(document.published_date or document.distribution_date)),
        Line("Language", neutralise(document.language or UNKNOWN)),
        *_say_archive(document),
    ]
    return make_message(
        f"New {name_kind(document.document_type)}",
        cut(neutralise(document.title or "no title"), _HEADING_LIMIT),
        lines,
        mark=_join_symbols(document.symbols),
        excerpt=take_first_sentences(document.body, document.title),
        links=[("Document", document.url)],
    )


def describe_announcement(bundle: DocumentBundle, mention: Struct) -> Message:
    """Say of a press release which letter it announces that is not here yet."""
    document, release = bundle.document, bundle.press_release
    party, day, addressee = mention["party"], mention["letter_date"], mention["addressee"]
    lines = [
        Line("Kind", "letter, not yet circulated"),
        Line("From", neutralise(", ".join(filter(None, (mention["author"], party))) or UNKNOWN)),
        Line("To", neutralise(addressee or UNKNOWN)),
        Line("Dated", print_date(day)),
        Line("Announced", print_date(document.published_date)),
        Line("Announced by", neutralise((release and release.publisher) or document.source_id)),
        Line("Release", neutralise(document.title or "no title")),
        *_say_archive(document),
    ]
    sender = neutralise(party or mention["author"] or f"sender {UNKNOWN}")
    to = neutralise(addressee or f"addressee {UNKNOWN}")
    when = print_date(day) if day else f"date {UNKNOWN}"
    return make_message(
        "Announced letter",
        cut(f"{sender} to {to}, {when}", _HEADING_LIMIT),
        lines,
        lead="A press release speaks of this letter; no document of it is here yet.",
        excerpt=take_first_sentences(document.body, document.title),
        links=[("Press release", document.url)],
    )


def _say_change(change: VersionChangeRow) -> Line:
    """Say what a field was and is; of a long text only that it changed."""
    name = neutralise(change.field.replace("_", " "))
    if change.text_diff is not None:
        return Line("Changed", f"{name} (the text; herewith show --versions has the difference)")
    old, new = (
        cut(neutralise(one or "nothing"), 200) for one in (change.old_value, change.new_value)
    )
    return Line("Changed", f"{name}: was {old}, is {new}")


def name_kind(document_type: str) -> str:
    """Name a kind of document in words."""
    return _KINDS.get(document_type, "document")


def _head_letter(letter: LetterRow) -> str:
    day = print_date(letter.letter_date) if letter.letter_date else f"date {UNKNOWN}"
    to = neutralise(letter.addressees[0]) if letter.addressees else f"addressee {UNKNOWN}"
    others = len(letter.addressees) - 1
    more = f" and {others} more" if others > 0 else ""
    return cut(f"{print_parties(letter.senders)} to {to}{more}, {day}", _HEADING_LIMIT)


def _join_symbols(symbols: Sequence[str]) -> str:
    return cut("–".join(neutralise(symbol) for symbol in symbols[:4]), 100)


def _say_origin(document: DocumentRow, letter: LetterRow) -> list[Line]:
    signed = _print_signatories(letter.signatories)
    return [
        Line("Kind", name_kind(document.document_type)),
        Line("Symbols", print_list(document.symbols)),
        Line("From", print_senders(letter.senders)),
        *([Line("Signed", signed)] if signed else []),
        Line("To", print_list(letter.addressees)),
        Line("Dated", print_date(letter.letter_date)),
        Line("Circulated", print_date(document.distribution_date)),
        Line("Agenda items", _print_items(letter)),
    ]


def _print_signatories(signatories: Iterable[Struct]) -> str:
    people = [
        ", ".join(neutralise(part) for part in (one["name"], *(one["title_lines"] or ())) if part)
        for one in signatories
    ]
    left = len(people) - 5
    return "; ".join(people[:5]) + (f" and {left} more" if left > 0 else "")


def _print_items(letter: LetterRow) -> str:
    if not letter.agenda_items:
        return "none stated"
    provisional = " (provisional agenda)" if letter.is_agenda_provisional else ""
    return print_list(letter.agenda_items) + provisional


def _say_annexes(annexes: Sequence[AnnexRow]) -> list[Line]:
    if not annexes:
        return [Line("Annexes", "none found")]
    lines = [
        Line(neutralise(each.label), neutralise(each.title or "no title"))
        for each in annexes[:_ANNEXES_AT_MOST]
    ]
    left = len(annexes) - len(lines)
    return [*lines, *([Line("Annexes", f"and {left} more")] if left > 0 else [])]


def _say_answers(letter: LetterRow, answered: Sequence[tuple[str, Reference | None]]) -> list[Line]:
    if not letter.in_reply_to:
        return []
    known = dict(answered)
    shown = [_name_answered(symbol, known.get(symbol)) for symbol in letter.in_reply_to[:5]]
    left = len(letter.in_reply_to) - len(shown)
    return [Line("Answers", "; ".join(shown) + (f" and {left} more" if left > 0 else ""))]


def _name_answered(symbol: str, reference: Reference | None) -> str:
    if reference is None or not reference.senders:
        return neutralise(symbol)
    day = f", {print_date(reference.letter_date)}" if reference.letter_date else ""
    return f"{neutralise(symbol)} ({print_parties(reference.senders)}{day})"


def _say_archive(document: DocumentRow) -> list[Line]:
    """Say where its bytes are kept, and if nobody knows where they came from."""
    unknown = [] if clean_url(document.url) else [Line("Address", "none is known")]
    if document.archive_file is None:
        return unknown
    place = f"{neutralise(document.archive_file)}, offset {document.archive_offset}"
    return [Line("Archived", place), *unknown]


def _list_links(
    document: DocumentRow, releases: Sequence[Reference]
) -> list[tuple[str, str | None]]:
    return [("Document", document.url), *(("Press release", one.url) for one in releases[:5])]
