"""Small things that all frames need: texts joined, found, measured, days and places counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from expectations import grammar

_CONTROL = re.compile(grammar.CONTROL_CHARACTER)
_CONTROL_BYTES = bytes(one for one in range(128) if _CONTROL.match(chr(one)))
_NO_CHARACTERS = ("\ufffe", "\uffff")


def join(values: Iterable[str | None]) -> str | None:
    """Join what is there into one cell; nothing gives an empty cell."""
    return grammar.SEPARATOR.join(value for value in values if value) or None


def strip(value: str | None) -> str | None:
    """Spaces alone are no text."""
    return value.strip() or None if value else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression without regard to case, and words one of which is in all that it matches.

    A text is looked at with the expression only where one of the words, in lower case, stands:
    that costs a twentieth, and hardly any text has one.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def find(self, *texts: str | None) -> str | None:
        """Find the first words that match in any of the texts, at most a hundred characters."""
        matches = (self.pattern.search(text) for text in texts if text and self._may_be_in(text))
        return next((match.group().strip()[:100] for match in matches if match), None)

    def _may_be_in(self, text: str) -> bool:
        folded = text.casefold()
        return any(word in folded for word in self.words)


def find_control(*texts: str | None) -> str | None:
    """Find the first character that no text holds, as `U+0000`; tab and breaks are none of them."""
    for text in texts:
        if text and _may_have_control(text):
            match = _CONTROL.search(text)
            if match:
                return f"U+{ord(match.group()):04X}"
    return None


def _may_have_control(text: str) -> bool:
    """Whether an expression need be asked: bytes are sifted at a tenth of its price."""
    if not text.isascii() and any(one in text for one in _NO_CHARACTERS):
        return True
    raw = text.encode("utf-8", "surrogatepass")
    return len(raw.translate(None, _CONTROL_BYTES)) != len(raw)


def find_double(values: Iterable[str]) -> str | None:
    """Find the first value that stands there twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None


def count_days(earlier: date | None, later: date | None) -> int | None:
    """Count the days from one date to another, where both are known."""
    return None if earlier is None or later is None else (later - earlier).days


def is_up_to(day: date | None, today: date) -> bool:
    """Whether a date is known and not ahead of the day of the run."""
    return day is not None and day <= today
