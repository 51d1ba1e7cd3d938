"""The date that a covering letter gives of the letter it transmits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tasks.normalise.un.dates import find_dates

_LETTER = re.compile(
    r"\b(?:letter|note verbale|communication)\b[^()]{0,40}?\bdated\s+", re.IGNORECASE
)
_SEE = re.compile(
    r"\(see\s+(?P<label>(?:annex|enclosure)(?:\s+(?:[IVXLC]+|\d+))?)\s*\)", re.IGNORECASE
)


def find_cover_date(sentences: Sequence[str], label: str) -> date | None:
    """The one date in a sentence `… a letter dated 5 May 2021 … (see annex)`, else None.

    >>> find_cover_date(["I transmit a letter dated 5 May 2021 from our Minister (see annex)."],
    ...                 "Annex").isoformat()
    '2021-05-05'
    """
    for sentence in sentences:
        see = _SEE.search(sentence)
        letter = _LETTER.search(sentence)
        if see is None or letter is None or see.group("label").lower() != label.lower():
            continue
        dates = find_dates(sentence[letter.end() : see.start()])
        if len(dates) == 1 and dates[0][0] == 0:
            return dates[0][2]
    return None
