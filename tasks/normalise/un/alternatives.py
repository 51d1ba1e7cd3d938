"""One pattern for any of many words that looks at each letter of a text once.

`a|b|c` of ninety names is ninety tries at every place where none of them stands, and most places
are such.

Source: none, no rule of a document stands here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_Tree = dict[str, "_Tree"]
_END = ""
"""Marks in a tree that a word ends here."""


def any_of(words: Iterable[str]) -> str:
    """A pattern of these words in any case; of several at one place the longest is first.

    >>> any_of(["may", "mai", "march", "june"])
    '(?:(?-i:[mM])a(?:y|i|rch)|(?-i:[jJ])une)'
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for sign in word:
            branch = branch.setdefault(sign, {})
        branch[_END] = {}
    return _write(tree, _either_case)


def _write(tree: _Tree, write_sign: Callable[[str], str] = re.escape) -> str:
    branches = [f"{write_sign(sign)}{_write(below)}" for sign, below in tree.items() if sign]
    if len(branches) < 2 and _END not in tree:
        return "".join(branches)
    written = f"(?:{'|'.join(branches)})" if branches else ""
    return f"{written}?" if branches and _END in tree else written


def _either_case(sign: str) -> str:
    """A first sign as a set of signs: `re` looks whether it fits before it enters a branch."""
    lower, upper = sign.lower(), sign.upper()
    is_pair = lower != upper and len(lower) == len(upper) == 1
    return f"(?-i:[{lower}{upper}])" if is_pair else re.escape(sign)
