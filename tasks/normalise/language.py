"""In which language a text is written; read from the text, never from its address."""

from __future__ import annotations

import re

_LETTERS_NEEDED = 20
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None for a text too short to tell.

    The detector is py3langid: it was right on 15 of 15 short texts in nine languages, where
    others took Azerbaijani for Turkish (docs/decisions).
    """
    words = _WORD.findall(text[:20_000])
    if len(words) < 3 or sum(map(len, words)) < _LETTERS_NEEDED:
        return None
    import py3langid

    code: str = py3langid.classify(" ".join(words))[0]
    return code if len(code) == 2 else None
