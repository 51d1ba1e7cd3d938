"""Document symbols where a feed prints them: one, or several of a joint document."""

from __future__ import annotations

import re

# Joined by an en dash, a hyphen, a space, or nothing at all: "A/70/900S/2016/474*".
_JOINT = re.compile(r"(?<=[\d*)\]])\s*[–—‑\-,;|]?\s*(?=[ASE]/)")
_SYMBOL = re.compile(r"[A-Z][A-Z0-9]*(?:/[A-Za-z0-9.\-]+)+(?:\[[A-Z]\])?(?:\s*\([^()]{1,40}\))?")


def split_symbols(text: str) -> tuple[str, ...]:
    """Every symbol of a string that is symbols and nothing else, asterisks removed.

    Returns an empty tuple where any part of the string is no symbol.
    """
    parts = [part.strip().rstrip("*").strip() for part in _JOINT.split(text.strip())]
    if not all(_SYMBOL.fullmatch(part) and re.search(r"\d", part) for part in parts):
        return ()
    return tuple(dict.fromkeys(parts))
