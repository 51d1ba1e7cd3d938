"""Dates of annexed letters that print no title: below their signature, or in the cover.

Source: un-documents guide, section 7, `(see annex)` (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tasks.normalise.text import Line
from tasks.normalise.un.dates import find_dates, parse_date
from tasks.normalise.un.phrases import Phrases
from tasks.normalise.un.signatures import find_end, list_signed

_LETTER = Phrases(r"\b(?:letter|note verbale|communication)\b[^()]{0,40}?\bdated ")
_SEE = Phrases(r"\(see (?P<label>(?:annex|enclosure)(?: (?:[IVXLC]+|\d+))?)\s*\)")
_DATE_LINE = re.compile(r"(?:[^\W\d][\w’' -]{2,30},\s+)?\d{1,2}\s+[^\W\d]+\s+\d{4}\.?")
_NEAR = 4
_TRANSMITS = Phrases(r"\b(?:transmit|forward|convey|attach|enclos|send|submit)\w*\b")


def find_annex_date(lines: Sequence[Line]) -> date | None:
    """The date line of a signed annex, at its head or below its signature.

    `Baghdad, 8 February 1996` (observed in letters of the 1990s); None where there are two.

    >>> signed = [Line("(Signed) Ana Ejemplo", 2), Line("Lima, 8 February 1996", 2)]
    >>> find_annex_date(signed).isoformat()
    '1996-02-08'
    """
    signed = list_signed(lines)
    if not signed:
        return None
    end = find_end(lines, signed)
    near = [*lines[:2], *lines[max(end - 1, 2) : end + _NEAR]]
    found = {parse_date(line.text) for line in near if _DATE_LINE.fullmatch(line.text)}
    return found.pop() if len(found) == 1 else None


def find_cover_date(sentences: Sequence[str], label: str, *, is_only: bool) -> date | None:
    """The one date in `… a letter dated 5 May 2021 … (see annex)`, else None.

    Where there is but one annex, a sentence that transmits one letter names it too.

    >>> find_cover_date(["I transmit a letter dated 5 May 2021 from our Minister (see annex)."],
    ...                 "Annex", is_only=True).isoformat()
    '2021-05-05'
    """
    found: set[date] = set()
    for sentence in sentences:
        see, letter = _SEE.search(sentence), _LETTER.search(sentence)
        if letter is None:
            continue
        named = see is not None and see.group("label").lower() == label.lower()
        transmits = _TRANSMITS.is_in(sentence[: letter.start()])
        if named or (is_only and see is None and transmits):
            dates = find_dates(sentence[letter.end() :])
            found.update(value for start, _, value in dates if start == 0)
    return found.pop() if len(found) == 1 else None
