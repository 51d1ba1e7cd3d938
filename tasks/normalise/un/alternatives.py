"""One pattern for any of many words that looks at each letter of a text once.

`a|b|c` of ninety names is ninety tries at every place where none of them stands, and most places
are such.

Source: none, no rule of a document stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""
"""Marks in a tree that a word ends here."""


def any_of(words: Iterable[str]) -> str:
    """A pattern of these words in any case; of several at one place the longest is first.

    >>> any_of(["may", "mai", "march", "mayo"])
    'ma(?:(?-i:[yY])(?:o)?|(?-i:[iI])|(?-i:[rR])ch)'
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for sign in word:
            branch = branch.setdefault(sign, {})
        branch[_END] = {}
    return _write(tree)


def _write(tree: _Tree) -> str:
    branches = [(sign, below) for sign, below in tree.items() if sign != _END]
    if len(branches) == 1:
        sign, below = branches[0]
        written = f"{re.escape(sign)}{_write(below)}"
        return f"(?:{written})?" if _END in tree else written
    written = "|".join(f"{_either_case(sign)}{_write(below)}" for sign, below in branches)
    return f"(?:{written}){'?' if _END in tree else ''}" if written else ""


def _either_case(sign: str) -> str:
    """A sign as a set of signs: before it enters a branch, `re` looks whether its set fits."""
    lower, upper = sign.lower(), sign.upper()
    is_pair = lower != upper and len(lower) == len(upper) == 1
    return f"(?-i:[{lower}{upper}])" if is_pair else re.escape(sign)
