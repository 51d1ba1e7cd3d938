"""Two texts as one readable diff, in time that stays in proportion to their length.

The form is that of `git diff --word-diff`: hunks of lines, each hunk under a line `@@ -1,3 +1,4
@@`, in which [-words taken out-] and {+words put in+} stand where they changed. difflib takes a
time that grows with the square of what differs, and worse where lines repeat; so what is equal
at both ends is cut off first, its searches are counted, and what is left when `BUDGET` is spent is
shown as taken out and put in as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate

CONTEXT = 2
"""Equal lines shown before and after a change."""

BUDGET = 5_000_000
"""Comparisons that one alignment may cost; less than a second."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of both texts, `a` before and `b` after; equal or changed."""

    is_equal: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def diff_texts(before: str, after: str) -> str:
    """Write what changed from one text to another; empty where nothing did."""
    a, b = before.split("\n"), after.split("\n")
    hunks = _group(list(align(a, b)))
    return "\n".join(_write_hunk(hunk, a, b) for hunk in hunks)


def align(a: Sequence[str], b: Sequence[str]) -> Iterator[Stretch]:
    """Align two sequences into equal and changed stretches, in order, within the budget."""
    head, tail = _count_equal_ends(a, b)
    a_end, b_end = len(a) - tail, len(b) - tail
    if head:
        yield Stretch(True, 0, head, 0, head)
    for one in _align_middle(a[head:a_end], b[head:b_end]):
        yield Stretch(
            one.is_equal, one.a_start + head, one.a_end + head, one.b_start + head, one.b_end + head
        )
    if tail:
        yield Stretch(True, a_end, len(a), b_end, len(b))


def _count_equal_ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    shortest = min(len(a), len(b))
    head = 0
    while head < shortest and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shortest - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return head, tail


def _align_middle(a: Sequence[str], b: Sequence[str]) -> Iterator[Stretch]:
    """Align what lies between the equal ends; what the matches leave over has changed."""
    a_done = b_done = 0
    for match in sorted(_find_matches(a, b)):
        if a_done < match.a or b_done < match.b:
            yield Stretch(False, a_done, match.a, b_done, match.b)
        a_done, b_done = match.a + match.size, match.b + match.size
        yield Stretch(True, match.a, a_done, match.b, b_done)
    if a_done < len(a) or b_done < len(b):
        yield Stretch(False, a_done, len(a), b_done, len(b))


def _find_matches(a: Sequence[str], b: Sequence[str]) -> Iterator[Match]:
    """Find equal runs, the longest first, then those beside it, until the budget is spent.

    A search goes through its part of `a`, and for each element through its equals in `b`.
    """
    in_b = Counter(b)
    costs = list(accumulate((1 + in_b[one] for one in a), initial=0))
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    left = BUDGET
    waiting = [(0, len(a), 0, len(b))]
    while waiting:
        a_start, a_end, b_start, b_end = waiting.pop()
        left -= costs[a_end] - costs[a_start]
        if left < 0:
            return
        found = matcher.find_longest_match(a_start, a_end, b_start, b_end)
        if found.size:
            yield found
            waiting.append((a_start, found.a, b_start, found.b))
            waiting.append((found.a + found.size, a_end, found.b + found.size, b_end))


def _group(stretches: list[Stretch]) -> Iterator[list[Stretch]]:
    """Group changes with their context into hunks; far apart ones become hunks of their own."""
    hunk: list[Stretch] = []
    for place, one in enumerate(stretches):
        if not one.is_equal:
            hunk.append(one)
            continue
        is_first, is_last = place == 0, place == len(stretches) - 1
        if is_first and is_last:
            return
        if is_first:
            hunk.append(_keep_end(one))
        elif is_last:
            hunk.append(_keep_start(one))
        elif one.a_end - one.a_start > 2 * CONTEXT:
            yield [*hunk, _keep_start(one)]
            hunk = [_keep_end(one)]
        else:
            hunk.append(one)
    if hunk:
        yield hunk


def _keep_start(one: Stretch) -> Stretch:
    length = min(CONTEXT, one.a_end - one.a_start)
    return Stretch(True, one.a_start, one.a_start + length, one.b_start, one.b_start + length)


def _keep_end(one: Stretch) -> Stretch:
    length = min(CONTEXT, one.a_end - one.a_start)
    return Stretch(True, one.a_end - length, one.a_end, one.b_end - length, one.b_end)


def _write_hunk(hunk: list[Stretch], a: Sequence[str], b: Sequence[str]) -> str:
    first, last = hunk[0], hunk[-1]
    head = (
        f"@@ -{first.a_start + 1},{last.a_end - first.a_start}"
        f" +{first.b_start + 1},{last.b_end - first.b_start} @@"
    )
    return "\n".join([head, *(_write_stretch(one, a, b) for one in hunk)])


def _write_stretch(one: Stretch, a: Sequence[str], b: Sequence[str]) -> str:
    before, after = "\n".join(a[one.a_start : one.a_end]), "\n".join(b[one.b_start : one.b_end])
    return after if one.is_equal else _mark_words(before, after)


def _mark_words(before: str, after: str) -> str:
    """Write both texts as one; space is that of the text after, where both have the words."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    old_space, new_space = _WORD.split(before), _WORD.split(after)
    written = []
    for one in align(old, new):
        kept = _join(new, new_space, one.b_start, one.b_end)
        gone = _join(old, old_space, one.a_start, one.a_end)
        has_new = one.b_end > one.b_start
        written.append(new_space[one.b_start] if has_new else old_space[one.a_start])
        written.append(kept if one.is_equal else _mark(gone, kept))
    return "".join([*written, new_space[-1]])


def _join(words: Sequence[str], space: Sequence[str], start: int, end: int) -> str:
    """Join words with the space between them; `space[i]` stands before the word `i`."""
    parts = [space[i] + words[i] for i in range(start, end)]
    return "".join(parts).removeprefix(space[start]) if parts else ""


def _mark(before: str, after: str) -> str:
    return (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")
