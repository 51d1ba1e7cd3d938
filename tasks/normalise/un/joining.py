"""Lines to running text: hyphens, slashes and split words are mended only where certain.

Source: un-documents guide, section 5, extraction noise (observed documents).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from string import digits, punctuation

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPLIT = re.compile(r"\b([^\W\d_]+) ([^\W\d_]+)\b(?![’'])")
_NOISE = (
    ("( ", re.compile(r"\(\s+(?=\S)"), "("),
    (" )", re.compile(r"(?<=\S)\s+\)"), ")"),
    (" ’", re.compile(r"(?<=\w)\s+(?=’[a-z]\b)"), ""),
    (" '", re.compile(r"(?<=\w)\s+(?='[a-z]\b)"), ""),
    (" -", re.compile(r"(?<=[A-Za-z])\s+-(?=\w)"), "-"),
)
"""Each noise by its sign, without which nothing is to be done, and what mends it."""

_UNTIDY = tuple((sign.strip(), sign) for sign in (*(row[0] for row in _NOISE), "/ ", " /"))
"""All signs of noise and a space beside a symbol's slash: by the rarer sign, and whole."""

_FIRST_HAN = "\u3000"
_PARTS_WORDS = str.maketrans(dict.fromkeys(f"{digits}{punctuation}’‘“”–—…«»", " "))
"""Signs that part words; what else is no letter makes a word that no list knows."""


class Vocabulary:
    """How often a document prints a word; counted when first needed, as most never need it."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = lines
        self._counts: dict[str, int] = {}

    def count(self, word: str) -> int:
        """How often the word is printed, in lower case; a hyphenated one counts as a whole.

        >>> Vocabulary(["Seeds of peas, more seeds"]).count("seeds")
        2
        """
        if word not in self._counts:
            self._counts[word] = self._all_words[word] if self._may_print(word) else 0
        return self._counts[word]

    def _may_print(self, word: str) -> bool:
        """Whether the letters stand anywhere, in whatever case."""
        return word in self._text

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._lines).lower()

    @cached_property
    def _all_words(self) -> Counter[str]:
        return Counter(_WORD.findall(self._text))


def join_lines(lines: Sequence[str], vocabulary: Vocabulary, language: str | None = None) -> str:
    """Join lines to one text.

    A hyphen at a line's end is dropped only if the word without it stands elsewhere in the
    document, or, in Russian, which is set with hyphenation, unless the word with it does.

    >>> join_lines(["the Secretary-", "General, S/2021/", "149"], Vocabulary())
    'the Secretary-General, S/2021/149'
    >>> join_lines(["are al-", "ready"], Vocabulary(["already"]))
    'are already'
    """
    joined = " ".join(lines)
    if len(lines) < 2 or not _may_mend(lines, joined):
        return joined
    pieces = [lines[0]]
    for line in lines[1:]:
        last = pieces[-1][-1]
        if last == "-" and line[0].isalnum():
            pieces[-1] = _join_hyphen(pieces[-1], line, vocabulary, language)
        elif (last == "/" or line[0] == "/" or last > _FIRST_HAN) and _is_joined(pieces[-1], line):
            pieces[-1] += line
        else:
            pieces.append(line)
    return " ".join(pieces)


def _may_mend(lines: Sequence[str], joined: str) -> bool:
    """Whether anything but a space can stand where two lines meet.

    >>> _may_mend(["the", "lamps"], "the lamps"), _may_mend(["the oil-", "lamps"], "the oil- lamps")
    (False, True)
    """
    if "- " in joined or ("/" in joined and ("/ " in joined or " /" in joined)):
        return True
    return not joined.isascii() and max([line[-1] for line in lines]) > _FIRST_HAN


def _is_joined(text: str, line: str) -> bool:
    """Whether no space belongs between: in Chinese, and at a slash of a symbol.

    >>> _is_joined("S/2021/", "149"), _is_joined("安全", "理事会"), _is_joined("the", "lamps")
    (True, True, False)
    """
    if text[-1] > _FIRST_HAN and _is_han(text[-1]) and _is_han(line[0]):
        return True
    return text.endswith("/") or (line.startswith("/") and text[-1:].isdigit())


def _is_han(sign: str) -> bool:
    """Chinese is set without spaces: lines are joined as they are."""
    return "\u3001" <= sign <= "\u9fff" or "\uff01" <= sign <= "\uff5e"


def _join_hyphen(text: str, line: str, vocabulary: Vocabulary, language: str | None) -> str:
    """A line and the next one, the hyphen between them dropped or kept.

    >>> _join_hyphen("догово-", "рились", Vocabulary(), "ru")
    'договорились'
    >>> _join_hyphen("well-", "kept", Vocabulary(), "en")
    'well-kept'
    """
    broken, rest = _last_letters(text[:-1]).lower(), _WORD.match(line)
    if not broken or rest is None or line[0].isupper():
        return text + line
    first, second = broken, rest.group(0).lower()
    whole, hyphenated = vocabulary.count(first + second), vocabulary.count(f"{first}-{second}")
    if whole > hyphenated or (language in ("ru", "es") and not hyphenated):
        return text[:-1] + line
    return text + line


def _last_letters(text: str) -> str:
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:]


def is_tidy(text: str) -> bool:
    """Whether neither `tidy_text` nor `close_symbols` has anything to do in a text's parts.

    >>> is_tidy("(A/76/328), COVID-19"), is_tidy("( A/76/328)"), is_tidy("S/2020/ 1104")
    (True, False, False)
    """
    return not any(rare in text and sign in text for rare, sign in _UNTIDY)


def tidy_text(text: str) -> str:
    """Undo spaces that extractors put inside brackets and before a hyphen.

    >>> tidy_text("( A/76/328-S/2021/759), COVID -19, ( Signed )")
    '(A/76/328-S/2021/759), COVID-19, (Signed)'
    """
    for sign, pattern, replacement in _NOISE:
        if sign in text:
            text = pattern.sub(replacement, text)
    return text


def mend_words(text: str, vocabulary: Vocabulary, known: frozenset[str] = frozenset()) -> str:
    """Join two pieces of a word where one piece is no word and the whole is one.

    Words are those of `known`, or those that the document prints more often than the piece.

    >>> mend_words("M ission of Austr ia", Vocabulary(), frozenset({"mission", "austria", "of"}))
    'Mission of Austria'
    """
    if known.issuperset(text.lower().translate(_PARTS_WORDS).split()):
        return text
    position = 0
    while match := _SPLIT.search(text, position):
        if _is_split(match.group(1).lower(), match.group(2).lower(), vocabulary, known):
            text = text[: match.end(1)] + text[match.start(2) :]
            position = match.start()
        else:
            position = match.start(2)
    return text


def _is_split(first: str, second: str, vocabulary: Vocabulary, known: frozenset[str]) -> bool:
    """Whether two pieces are one word that was torn.

    >>> _is_split("austr", "ia", Vocabulary(), frozenset({"austria"}))
    True
    """
    if first in known and second in known:
        return False
    strange = [piece for piece in (first, second) if piece not in known and piece not in "ai"]
    whole = first + second
    if not strange or (whole not in known and vocabulary.count(whole) < 1):
        return False
    return any(vocabulary.count(piece) <= 1 for piece in strange)
