"""Words of a message: fetched text made harmless, names and dates put in one neutral form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from warehouse.rows import Struct

UNKNOWN = "not stated"
"""Stands where the document does not say; an alert never guesses."""

_LISTED_AT_MOST = 10
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”»']?\s+(?=[^\W\d_a-z])")


def neutralise(text: str) -> str:
    """Take out what steers a terminal, a reader or XML; line breaks and tabs become spaces."""
    return " ".join("".join(_neutralise_one(each) for each in text).split())


def cut(text: str, limit: int) -> str:
    """Shorten a text to whole words; what is left out is shown."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"


def print_date(day: date | None) -> str:
    """Write a date as the United Nations does: 2 March 2021."""
    return UNKNOWN if day is None else f"{day.day} {day:%B} {day.year}"


def print_list(values: Sequence[str]) -> str:
    """Write a list in one line, at most ten of it."""
    shown = [neutralise(value) for value in values[:_LISTED_AT_MOST]]
    left = len(values) - len(shown)
    return ", ".join(shown) + (f" and {left} more" if left else "") or UNKNOWN


def print_senders(senders: Sequence[Struct]) -> str:
    """Write who signs and in which capacity: Permanent Representative, Azerbaijan."""
    pairs = [[part for part in (each["office"], each["party"]) if part] for each in senders]
    names = [", ".join(neutralise(part) for part in pair) for pair in pairs if pair]
    left = len(names) - _LISTED_AT_MOST
    return "; ".join(names[:_LISTED_AT_MOST]) + (f" and {left} more" if left > 0 else "") or UNKNOWN


def print_parties(senders: Sequence[Struct]) -> str:
    """Write who signs, short enough for a title."""
    names = [neutralise(name) for each in senders if (name := each["party"] or each["office"])]
    if not names:
        return f"sender {UNKNOWN}"
    return names[0] if len(names) == 1 else _shorten(list(dict.fromkeys(names)))


def take_first_sentences(body: str | None, title: str | None, limit: int = 400) -> str:
    """Take whole sentences from the start of a text, without the title it may begin with."""
    text = neutralise(body or "")
    heading = neutralise(title or "")
    if heading and text.casefold().startswith(heading.casefold()):
        text = text[len(heading) :].strip()
    if len(text) <= limit:
        return text
    ends = [match.start() for match in _SENTENCE_END.finditer(text) if match.start() <= limit]
    return text[: ends[-1]] if ends else cut(text, limit)


def _shorten(names: Sequence[str]) -> str:
    if len(names) <= 3:
        return ", ".join(names[:-1]) + (" and " if names[:-1] else "") + names[-1]
    return f"{names[0]}, {names[1]} and {len(names) - 2} others"


def _neutralise_one(character: str) -> str:
    if character in _BIDI:
        return ""
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return " "
    # Halves of surrogate pairs, private and unassigned code points: no text holds them.
    return "\ufffd" if unicodedata.category(character) in ("Cs", "Co", "Cn") else character
