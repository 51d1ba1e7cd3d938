"""A message about one letter: its fields, the same for every state, as text and as HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

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
from warehouse.rows import AnnexRow, DocumentBundle, DocumentRow, LetterRow

if TYPE_CHECKING:
    from jinja2 import Environment

COLUMNS = 80
"""Width of the plain text; only an address may be longer, on a line of its own."""

_KINDS = {
    "letter": "letter",
    "identical_letters": "identical letters",
    "note_verbale": "note verbale",
}
_LABEL_COLUMNS = 15
_TITLE_LIMIT = 250
_VALUE_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of a message: what it is, and what the document says of it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Message:
    """What is said about one letter; harmless in a terminal, a mail and a feed."""

    title: str
    lines: tuple[Line, ...]
    excerpt: str
    url: str | None
    reasons: tuple[str, ...]


def make_message(bundle: DocumentBundle, reasons: Sequence[str]) -> Message:
    """Say of one letter what is known of it; `reasons` is why the recipient is told."""
    document = bundle.document
    letter = bundle.letter or LetterRow(document.document_id)
    return Message(
        title=cut(_make_title(document, letter), _TITLE_LIMIT),
        lines=tuple(
            Line(line.label, cut(line.value, _VALUE_LIMIT))
            for line in _make_lines(document, letter, bundle.annexes)
        ),
        excerpt=take_first_sentences(document.body, document.title),
        url=_check_url(document.url),
        reasons=tuple(neutralise(reason) for reason in reasons),
    )


def render_text(message: Message) -> str:
    """Write a message as plain text of at most 80 columns."""
    return _load_templates().get_template("letter.txt.j2").render(message=message)


def render_html(message: Message) -> str:
    """Write a message as HTML that stands alone in a mail and inside a feed."""
    return _load_templates().get_template("letter.html.j2").render(message=message)


def _make_title(document: DocumentRow, letter: LetterRow) -> str:
    kind = _KINDS.get(document.document_type, "document")
    day = print_date(letter.letter_date) if letter.letter_date else f"date {UNKNOWN}"
    symbols = "–".join(neutralise(symbol) for symbol in document.symbols)
    ending = f" ({symbols})" if symbols else ""
    to = neutralise(letter.addressees[0]) if letter.addressees else f"addressee {UNKNOWN}"
    others = len(letter.addressees) - 1
    more = f" and {others} more" if others > 0 else ""
    return f"New {kind}: {print_parties(letter.senders)} to {to}{more}, {day}{ending}"


def _make_lines(
    document: DocumentRow, letter: LetterRow, annexes: Sequence[AnnexRow]
) -> list[Line]:
    return [
        Line("Kind", _KINDS.get(document.document_type, "document")),
        Line("Symbols", print_list(document.symbols)),
        Line("From", print_senders(letter.senders)),
        Line("To", print_list(letter.addressees)),
        Line("Dated", print_date(letter.letter_date)),
        Line("Circulated", print_date(document.distribution_date)),
        Line("Agenda items", _print_items(letter)),
        *_make_annex_lines(annexes),
        *([Line("Answers", print_list(letter.in_reply_to))] if letter.in_reply_to else []),
        Line("Language", neutralise(document.language or UNKNOWN)),
    ]


def _print_items(letter: LetterRow) -> str:
    if not letter.agenda_items:
        return "none stated"
    provisional = " (provisional agenda)" if letter.is_agenda_provisional else ""
    return print_list(letter.agenda_items) + provisional


def _make_annex_lines(annexes: Sequence[AnnexRow]) -> list[Line]:
    if not annexes:
        return [Line("Annexes", "none found")]
    lines = [Line(neutralise(each.label), neutralise(each.title or "no title")) for each in annexes]
    left = len(lines) - 10
    return lines[:10] + ([Line("Annexes", f"and {left} more")] if left > 0 else [])


def _check_url(url: str | None) -> str | None:
    """Only a web address becomes a link."""
    clean = neutralise(url or "").replace(" ", "%20")
    return clean if clean.startswith(("https://", "http://")) else None


@lru_cache(maxsize=1)
def _load_templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    templates = Environment(
        loader=PackageLoader("tasks.alert", "templates"),
        autoescape=select_autoescape(("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    templates.filters["fact"] = _wrap_fact
    templates.filters["paragraph"] = _wrap_paragraph
    return templates


def _wrap_fact(line: Line) -> str:
    """Put the value beside its label, the lines after the first below the value."""
    label = f"{line.label}:".ljust(_LABEL_COLUMNS)
    return textwrap.fill(
        line.value,
        COLUMNS,
        initial_indent=label if label.endswith(" ") else f"{label} ",
        subsequent_indent=" " * _LABEL_COLUMNS,
        break_on_hyphens=False,
    )


def _wrap_paragraph(text: str) -> str:
    return textwrap.fill(text, COLUMNS, break_on_hyphens=False)
