"""In which capacity someone writes, read out of a title or of words about an author."""

from __future__ import annotations

import re

_CAPACITIES = (
    ("charge", r"charg[eé]s? d.affaires|временн\w+ поверенн\w+|müvəqqəti işlər vəkili"),
    (
        "permanent_representative",
        r"permanent representative|постоянн\w+ представител\w+|daimi nümayəndə\w*",
    ),
    ("permanent_observer", r"permanent observer|постоянн\w+ наблюдател\w+"),
    ("permanent_mission", r"permanent mission|постоянн\w+ представительств\w+"),
    (
        "foreign_minister",
        r"minister (?:for|of) foreign affairs|foreign minister|minister of external relations"
        r"|министр\w* иностранных дел|xarici işlər nazir\w*",
    ),
    ("prime_minister", r"prime minister|премьер-министр\w*|baş nazir\w*"),
    (
        "head_of_state",
        r"president of (?:the republic|(?!the (?:general|security))\w)|head of state",
    ),
)
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _CAPACITIES)
_DEPUTY = re.compile(r"\b(?:deputy|acting|alternate|vice|заместител\w+|müavin\w*)\b", re.IGNORECASE)


def read_capacities(text: str) -> frozenset[str]:
    """Name every capacity in which the words may be said to write; empty where they say none.

    A deputy's is another capacity than the principal's.
    """
    found = {name for name, pattern in _PATTERNS if pattern.search(text)}
    if not found:
        return frozenset()
    deputy = "deputy " if _DEPUTY.search(text) else ""
    return frozenset(deputy + name for name in found)


def shares_name(text: str, names: tuple[str, ...]) -> bool:
    """Say whether the words hold the last name of one of the names, as a whole word."""
    words = {word.casefold() for word in re.findall(r"\w[\w'’-]*", text)}
    return any(name.split()[-1].casefold() in words for name in names if name.split())
