"""What two columns of a masthead, or one block, printed on one line, taken apart again.

Source: un-documents guide, section 5, extraction noise (observed documents).
"""

from __future__ import annotations

import re

from tasks.normalise.un.alternatives import any_of
from tasks.normalise.un.words import ORGAN_NAMES, UNITED_NATIONS

_UN = any_of(UNITED_NATIONS)
_ORGANS = any_of(ORGAN_NAMES)
_HEAD_BREAK = re.compile(
    rf"(?i:{_UN}) (?=[A-Z]{{1,4}}/)"
    rf"|(?i:{_ORGANS}) (?=\d{{1,2}} [^\W\d]+ \d{{4}}$|(?:GENERAL|LIMITED|RESTRICTED)$)"
    r"|Distr\.\s?:\s?[^\W\d]+ (?=\d{1,2}\s)"
)
_BREAK = re.compile(
    r" (?:(?=Distr\.|Original\s?:|ORIGINAL\s?:)"
    r"|(?<=\bsession )(?=(?:Substantive|Organizational|Annual) session)"
    r"|(?<=[\d)*] )(?=(?:Agenda i|I)tems? \d))"
)
"""Where a line of two columns is parted: behind its first words, and before what has a name."""

_BREAKERS = (" Distr.", ":", "session ", "tem")
"""Without one of these there is nothing before which to part it."""


def split_columns(text: str) -> list[str]:
    """Split what two columns or one block printed on one line.

    >>> split_columns("Security Council Distr.: General")
    ['Security Council', 'Distr.: General']
    """
    head = _HEAD_BREAK.match(text)
    start = head.end() if head else 0
    may_break = any(map(text.__contains__, _BREAKERS))
    pieces = _BREAK.split(text[start:]) if may_break else [text[start:]]
    return [text[: start - 1], *pieces] if start else pieces
