"""Set phrases: patterns that are tried only where text holds one of their words.

Most sentences hold no phrase a rule looks for. Python's `re` learns that by trying the pattern at
every letter; to look for the few words without which it cannot match is ten times quicker. The
words are read off the pattern itself, so that no list beside it can be forgotten; so is how far
before its word a match can begin.

Source: none, no rule of a document stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_FLAGS = re.IGNORECASE | re.DOTALL
_ASIDE = (kinds.ASSERT_NOT, kinds.AT)
"""What takes no text and needs none."""

_LONG = 5
_NO_PART = (None, None)


class Clue(NamedTuple):
    """A word in lower case, and how many signs of a match stand before it: `least` to `most`."""

    word: str
    least: int
    most: int


class Phrases:
    r"""Alternative patterns in any case, the dot being any sign.

    They are given one by one, as only those are tried of which a word is there; spaces as they
    stand in cleaned text, one at a time: a search begins at the head of a text where a pattern
    takes any number of signs before its word.

    >>> asks = Phrases(r"\b(?:would be grateful|kindly) if you\b", r"\bplease\b")
    >>> asks.search("Please note: we would be GRATEFUL if you …").group()
    'Please'
    """

    def __init__(self, *patterns: str) -> None:
        self.patterns = patterns

    @cached_property
    def _alternatives(self) -> tuple[_Alternative, ...]:
        """Made when first needed: most documents are in one language, patterns in six."""
        return tuple(map(_Alternative, self.patterns))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """In lower case, one of them stands in whatever a pattern matches."""
        return _drop_longer(clue.word for one in self._alternatives for clue in one.clues)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where a pattern matches; at one place the first pattern counts."""
        if not self.may_match(text):
            return None
        found = filter(None, (one.search(text) for one in self._alternatives))
        return min(found, key=lambda match: match.start(), default=None)

    def is_in(self, text: str) -> bool:
        """Whether a pattern matches anywhere."""
        return self.may_match(text) and any(one.search(text) for one in self._alternatives)

    def match(self, text: str) -> re.Match[str] | None:
        """What the first pattern that does matches at the beginning of a text."""
        if not self.may_match(text):
            return None
        return next(filter(None, (one.pattern.match(text) for one in self._alternatives)), None)

    def cut(self, text: str) -> str:
        """The text without the first place that a pattern matches."""
        match = self.search(text)
        return text[: match.start()] + text[match.end() :] if match else text

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        lower = _lower(text)
        return any(map(lower.__contains__, self.words))


def keep_likely(texts: Sequence[str], *phrases: Phrases) -> list[str]:
    """Those of several texts in which any of these may stand; most words are in none of them.

    >>> keep_likely(["I send a list.", "Kindly read it."], Phrases("kindly"), Phrases("please"))
    ['Kindly read it.']
    """
    whole = "\n".join(texts).lower()
    words = [word for one in phrases for word in one.words if word in whole]
    return [text for text in texts if any(map(_lower(text).__contains__, words))] if words else []


class _Alternative:
    r"""One pattern; `clues` has a word of each of its matches.

    >>> _Alternative(r"\b(?:was|has been) issued\b").clues
    (Clue(word=' issued', least=3, most=8),)
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern, _FLAGS)
        self.clues = list_clues(pattern)
        self._is_fixed = all(clue.least == clue.most for clue in self.clues)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match: looked for where the words allow one to begin."""
        lower = _lower(text)
        found = [(at, clue) for clue in self.clues if (at := lower.find(clue.word)) >= 0]
        if not found:
            return None
        if len(lower) != len(text):
            return self.pattern.search(text)
        if not self._is_fixed:
            first = min(at - clue.most for at, clue in found)
            return self.pattern.search(text, max(first, 0))
        starts = sorted(start for at, clue in found for start in _list_starts(lower, clue, at))
        return next(filter(None, (self.pattern.match(text, start) for start in starts)), None)


def _list_starts(lower: str, clue: Clue, at: int) -> Iterator[int]:
    """Where matches with a word may begin, which stands at `at` and perhaps again.

    >>> list(_list_starts("a list of lists", Clue("list", 0, 0), 2))
    [2, 10]
    """
    while at >= 0:
        if at >= clue.most:
            yield at - clue.most
        at = lower.find(clue.word, at + 1)


@lru_cache(maxsize=8)
def _lower(text: str) -> str:
    """A text in lower case: several rules look at one sentence after the other."""
    return text.lower()


def list_clues(pattern: str) -> tuple[Clue, ...]:
    r"""Words one of which stands in every text that a pattern matches.

    Raises:
        ValueError: it can match text without any certain word.

    >>> [(clue.word, clue.least) for clue in list_clues(r"in (?:reply|answer)\b")]
    [('reply', 3), ('answer', 3)]
    """
    found = _choose(parser.parse(pattern, _FLAGS))
    if not found:
        raise ValueError(f"no word stands in all that this matches: {pattern!r}")
    return tuple(dict.fromkeys(found))


def _drop_longer(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, and none that another one is part of.

    >>> _drop_longer(["letters", "reply", "letter"])
    ('reply', 'letter')
    """
    once = dict.fromkeys(words)
    return tuple(one for one in once if not any(word in one and word != one for word in once))


def _choose(sequence: parser.SubPattern) -> list[Clue]:
    """The words of one part of a sequence, that which is likely to be the rarest in text."""
    return max(_list_choices(sequence), key=_weigh, default=[])


def _list_choices(sequence: parser.SubPattern) -> Iterator[list[Clue]]:
    """The words of each part of a sequence that has any; a run of letters is one part."""
    run, start, least, most = "", (0, 0), 0, 0
    for part in [*sequence, _NO_PART]:
        if part[0] is kinds.LITERAL:
            start = start if run else (least, most)
            run += chr(part[1]).lower()
        elif part[0] not in _ASIDE:
            behind = _width_behind(part)
            yield [
                Clue(word, low + least - behind, high + most - behind)
                for word, low, high in _list_of_part(part)
            ]
            if part[0] is not kinds.ASSERT:
                yield [Clue(run, *start)] if run else []
                run = ""
        shortest, longest = _width(sequence, part)
        least, most = least + shortest, most + longest


def _width(sequence: parser.SubPattern, part: tuple[Any, Any]) -> tuple[int, int]:
    """How many signs a part takes at least and at most."""
    if part is _NO_PART:
        return 0, 0
    shortest, longest = parser.SubPattern(sequence.state, [part]).getwidth()
    return shortest, longest


def _width_behind(part: tuple[Any, Any]) -> int:
    """How many signs before its place a part looks at."""
    is_behind = part[0] is kinds.ASSERT and part[1][0] < 0
    return int(part[1][1].getwidth()[1]) if is_behind else 0


def _list_of_part(part: tuple[Any, Any]) -> list[Clue]:
    kind, value = part
    if kind is kinds.ASSERT:
        return _choose(value[1])
    if kind is kinds.SUBPATTERN:
        return _choose(value[-1])
    if kind is kinds.BRANCH:
        found = [_choose(branch) for branch in value[1]]
        return [clue for clues in found for clue in clues] if all(found) else []
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[0] > 0:
        return _choose(value[2])
    return []


def _weigh(clues: list[Clue]) -> tuple[int, bool, int, int]:
    """Long words are rare; beyond a length, few of them are better, at a certain place."""
    shortest = min((len(clue.word) for clue in clues), default=0)
    is_fixed = all(clue.least == clue.most for clue in clues)
    return min(shortest, _LONG), is_fixed, -len(clues), shortest
