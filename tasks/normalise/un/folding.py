"""Text brought to the form in which words of other languages are compared.

Source: un-documents guide, section 6, apostrophes and capitals (observed documents).
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
_APOSTROPHES = str.maketrans("’‘´`ʼ", "'''''")


def fold(text: str) -> str:
    """Lower case, no accents, straight apostrophes, single spaces.

    Capitals of the 1990s were printed with and without accents: `AUPRES`, `AUPRÈS`; Arabic with
    and without the hamza.

    >>> fold("AUPRÈS  de l’Île") == fold("aupres de l'ile")
    True
    """
    if not text.isascii():
        # The apostrophes go first: composed, an acute accent is a space and a mark.
        straight = text.translate(_APOSTROPHES)
        text = _MARKS.sub("", unicodedata.normalize("NFKD", straight))
    return " ".join(text.casefold().replace("`", "'").split())
