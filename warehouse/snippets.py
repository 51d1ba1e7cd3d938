"""The place of a text where the words searched for stand, with each of them marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet

LENGTH = 240
"""Characters of a snippet, about."""

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Write a text without case and accents, as it is searched."""
    parts = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def split_words(text: str) -> tuple[str, ...]:
    """Split a text into its words, folded; letters and digits make a word."""
    return tuple(dict.fromkeys(_WORD.findall(fold(text))))


def cut_snippet(text: str, words: AbstractSet[str]) -> str:
    """Cut out where most of the folded words stand close together; empty where none does."""
    text = " ".join(text.split())
    hits = [one.span() for one in _WORD.finditer(text) if fold(one[0]) in words]
    if not hits:
        return ""
    start = max(hits, key=lambda hit: (_count_near(text, hits, hit[0], words), -hit[0]))[0]
    first, last = _widen(text, start)
    near = [hit for hit in hits if first <= hit[0] and hit[1] <= last]
    return (
        f"{'…' if first else ''}{_mark(text, first, last, near)}{'…' if last < len(text) else ''}"
    )


def _count_near(text: str, hits: list[tuple[int, int]], start: int, words: AbstractSet[str]) -> int:
    near = {fold(text[a:b]) for a, b in hits if start <= a < start + LENGTH}
    return len(near & words)


def _widen(text: str, start: int) -> tuple[int, int]:
    """Begin a little before the first hit, and end at the end of a word."""
    first = max(0, start - LENGTH // 4)
    if first:
        first = text.find(" ", first, start) + 1 or start
    last = min(len(text), first + LENGTH)
    if last < len(text):
        last = text.rfind(" ", start, last) if " " in text[start:last] else last
    return first, last


def _mark(text: str, first: int, last: int, hits: list[tuple[int, int]]) -> str:
    parts, done = [], first
    for a, b in hits:
        parts += [text[done:a], "**", text[a:b], "**"]
        done = b
    return "".join([*parts, text[done:last]])
