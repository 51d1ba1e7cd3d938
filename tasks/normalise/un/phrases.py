"""Set phrases: patterns that are tried only on text that holds one of their words.

Most sentences hold no phrase a rule looks for. Python's `re` learns that by trying the pattern at
every letter; to look for the few words without which it cannot match is ten times quicker. The
words are read off the pattern itself, so that no list beside it can be forgotten.

Source: none, no rule of a document stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_FLAGS = re.IGNORECASE | re.DOTALL
_ASIDE = (kinds.ASSERT_NOT, kinds.AT)
"""What takes no text and needs none."""

_LONG = 5


class Phrases:
    r"""A pattern in any case, the dot being any sign; `words` are in lower case.

    >>> asks = Phrases(r"\b(?:would be grateful|kindly) if you\b")
    >>> asks.words, asks.search("We would be GRATEFUL if you …").start()
    ((' if you',), 3)
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern, _FLAGS)
        self.words = list_words(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the pattern matches."""
        return self.pattern.search(text) if self.may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern matches at the beginning of a text."""
        return self.pattern.match(text) if self.may_match(text) else None

    def cut(self, text: str) -> str:
        """The text without what the pattern matches."""
        return self.pattern.sub("", text) if self.may_match(text) else text

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return any(map(text.lower().__contains__, self.words))


def list_words(pattern: str) -> tuple[str, ...]:
    r"""Words one of which stands in every text that a pattern matches, in lower case.

    Raises:
        ValueError: it can match text without any certain word.

    >>> list_words(r"(?:in|by)\s+(?:answer|reply|replies)\b|attentions?")
    ('answer', 'reply', 'replies', 'attention')
    """
    words = dict.fromkeys(_choose(parser.parse(pattern, _FLAGS)))
    if not words:
        raise ValueError(f"no word stands in all that this matches: {pattern!r}")
    return tuple(one for one in words if not any(other in one and other != one for other in words))


def _choose(sequence: Iterable[tuple[Any, Any]]) -> list[str]:
    """The words of one part of a sequence, that which is likely to be the rarest in text."""
    best: list[str] = []
    run = ""
    for part in [*sequence, (None, None)]:
        if part[0] is kinds.LITERAL:
            run += chr(part[1]).lower()
        elif part[0] is kinds.ASSERT:
            best = max(best, _choose(part[1][1]), key=_weigh)
        elif part[0] not in _ASIDE:
            best = max(best, [run] if run else [], _list_of_part(part), key=_weigh)
            run = ""
    return best


def _list_of_part(part: tuple[Any, Any]) -> list[str]:
    kind, value = part
    if kind is kinds.SUBPATTERN:
        return _choose(value[-1])
    if kind is kinds.BRANCH:
        found = [_choose(branch) for branch in value[1]]
        return [word for words in found for word in words] if all(found) else []
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[0] > 0:
        return _choose(value[2])
    return []


def _weigh(words: list[str]) -> tuple[int, int, int]:
    """Long words are rare, but beyond a length it is better to look for few of them."""
    shortest = min(map(len, words), default=0)
    return min(shortest, _LONG), -len(words), shortest
