"""Numbers written in words, as sessions and years of the organs are.

Source: un-documents guide, section 5 (observed documents), with its slip `Sixty-eight year`.
"""

from __future__ import annotations

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}

_WORDS: dict[str, int] = {word: n for n, word in enumerate(_UNITS + _TEENS)}
_WORDS |= {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_WORDS |= {f"{word}th": n for word, n in list(_WORDS.items()) if not word.endswith("y")}
_WORDS |= {f"{word[:-1]}ieth": n for word, n in list(_WORDS.items()) if word.endswith("y")}
_WORDS |= _IRREGULAR | {"hundred": 100, "hundredth": 100}

_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?$", re.IGNORECASE)


def parse_ordinal(text: str) -> int | None:
    """Read an English ordinal; a cardinal in its place (a slip seen in print) counts too.

    >>> parse_ordinal("Seventy-sixth"), parse_ordinal("Sixty-eight"), parse_ordinal("75th")
    (76, 68, 75)
    >>> parse_ordinal("One hundred and second"), parse_ordinal("Annual")
    (102, None)
    """
    digits = _DIGITS.match(text.strip())
    if digits:
        return int(digits.group(1))
    total = 0
    for word in re.split(r"[\s-]+", text.strip().lower()):
        if word == "and":
            continue
        if word not in _WORDS:
            return None
        total = total * 100 if _WORDS[word] == 100 else total + _WORDS[word]
    return total or None
