"""A press text to sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİŁŃŅŇŌŎŐŒŔŘŚŜŞŠŢŤŪŬŮŰŲŽƏА-ЯЁ"
"""Capital letters of the languages read here, for use in a character class."""

_END = re.compile(rf"(?<=[.!?…])[\"”’»)]*\s+(?=[\"“«(‘–—-]*\s?[{UPPER}\d])")
_ABBREVIATION = re.compile(
    rf"(?:\b(?:Mr|Mrs|Ms|Dr|H\.\s?E|No|St|U\.N|a\.i|vol|pp|г|гг|т|д|см|c|Amb|Gen)|\b[{UPPER}])\.$"
)


# No sentence is so long; a hostile text may be, and the patterns are not linear in its length.
_LONGEST = 3000


def split_sentences(text: str) -> Iterator[str]:
    """The sentences of a text whose paragraphs stand apart by an empty line."""
    for sentence in _split(text):
        for start in range(0, len(sentence), _LONGEST):
            yield sentence[start : start + _LONGEST]


def _split(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        joined = " ".join(paragraph.split())
        start = 0
        for match in _END.finditer(joined):
            head = joined[start : match.start()]
            if not _ABBREVIATION.search(head):
                yield joined[start : match.end()].strip()
                start = match.end()
        if joined[start:].strip():
            yield joined[start:].strip()
