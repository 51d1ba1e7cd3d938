"""Parts of a sentence that each speak of one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tasks.normalise.press.wording import Wording


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and where in it the letter is named (noun, or "wrote to")."""

    text: str
    start: int
    end: int

    @property
    def noun(self) -> str:
        """The word that names the letter."""
        return self.text[self.start : self.end]


def split_passages(sentence: str, wording: Wording) -> Iterator[Passage]:
    """One passage for each naming of a letter; none where no letter is named.

    Two namings are parted at the last clause mark between them, else right before the second.
    """
    named = _find_names(sentence, wording)
    if not named:
        return
    starts = [
        0,
        *(_boundary(sentence, a, b, wording) for a, b in pairwise(named)),
    ]
    for (start, end), left, right in zip(named, starts, [*starts[1:], len(sentence)], strict=True):
        yield Passage(sentence[left:right], start - left, end - left)


def _find_names(sentence: str, wording: Wording) -> list[tuple[int, int]]:
    idioms = [match.span() for match in wording.no_letter.finditer(sentence)]
    nouns = [match.span() for match in wording.letter.finditer(sentence)]
    kept = [span for span in nouns if not any(_overlap(span, idiom) for idiom in idioms)]
    return sorted([*kept, *(match.span() for match in wording.writing.finditer(sentence))])


def _boundary(
    sentence: str, before: tuple[int, int], after: tuple[int, int], wording: Wording
) -> int:
    between = re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), sentence[before[1] : after[0]])
    marks = list(wording.clause.finditer(between))
    if not marks and wording.writing.match(sentence, after[0]):
        # "…, the Minister wrote to …": its subject belongs to the verb.
        marks = list(re.finditer(",", between))
    if marks:
        return before[1] + marks[-1].start()
    article = re.search(r"(?:\b(?:the|a|an|his|her|their|its)\s+)?$", between)
    return after[0] - (len(article[0]) if article else 0)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
