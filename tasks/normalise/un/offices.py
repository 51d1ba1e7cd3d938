"""Offices of senders and addressees, normalised: one English form for every printed one.

Source: un-documents guide, section 6 (observed documents).
"""

from __future__ import annotations

import re
from functools import lru_cache

CHARGE = "Chargé d'affaires a.i."

_CHARGE = re.compile(
    r"charg[eé]{1,2}s?\s+d\s?[’'´`]\s?affaires(?P<interim>\s*,?\s*(?:a\.\s?i\.?|ad\s+interim))?"
    r"(?:\s+of\s+the\s+Delegation$)?",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile(r"[’´`]")
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_TITLE_CASE = {
    name.lower(): name
    for name in (
        "Permanent Representative",
        "Deputy Permanent Representative",
        "Acting Permanent Representative",
        "Alternate Permanent Representative",
        "Permanent Observer",
        "Deputy Permanent Observer",
        "Acting Permanent Observer",
        "Permanent Mission",
        "Permanent Observer Mission",
        "Mission",
        "Representative",
        "Acting Representative",
        "Deputy Representative",
        "Secretary-General",
        "Deputy Secretary-General",
        "President",
        "Acting President",
        "Prime Minister",
        "Deputy Prime Minister",
        "Minister for Foreign Affairs",
        "Minister of Foreign Affairs",
        "Acting Minister for Foreign Affairs",
        "Deputy Minister for Foreign Affairs",
        "Deputy Prime Minister and Minister for Foreign Affairs",
        "Minister Counsellor",
        "Head of State",
        "Head of Government",
        "Secretary of State",
        "Chair",
        "Chairman",
        "Chairperson",
        "President of the General Assembly",
        "President of the Security Council",
        "President of the Economic and Social Council",
        "Permanent Representatives of the members of the Security Council",
    )
}
_SMALL = {"of", "the", "and", "for", "to", "on", "in", "de"}
_PLURALS = (
    (
        re.compile(
            r"\b(Representative|Observer|Mission|President|Minister|Chair|Ambassador)s\b",
            re.IGNORECASE,
        ),
        r"\1",
    ),
    (re.compile(r"\bHeads of (State|Government|Delegation)\b"), r"Head of \1"),
)


@lru_cache(maxsize=256)
def normalise_office(text: str, *, is_plural: bool = False) -> str:
    """Bring an office to its one form.

    >>> normalise_office("Chargé d’affaires a.i."), normalise_office("PERMANENT REPRESENTATIVE")
    ("Chargé d'affaires a.i.", 'Permanent Representative')
    >>> normalise_office("Permanent Representatives", is_plural=True)
    'Permanent Representative'
    """
    office = _APOSTROPHE.sub("'", " ".join(text.split())).strip(" ,")
    office = _THE.sub("", office)
    office = _CHARGE.sub(_charge, office)
    if office.isupper():
        office = _lower(office)
    if is_plural:
        for pattern, singular in _PLURALS:
            office = pattern.sub(singular, office)
    office = _TITLE_CASE.get(office.lower(), office)
    return office[:1].upper() + office[1:]


def _charge(match: re.Match[str]) -> str:
    return CHARGE if match.group("interim") else "Chargé d'affaires"


def _lower(text: str) -> str:
    """`PRESIDENT OF THE SECURITY COUNCIL` in the case of running text.

    >>> _lower("HEAD OF THE OFFICE OF LAMPS")
    'Head of the Office of Lamps'
    """
    known = _TITLE_CASE.get(text.lower())
    if known:
        return known
    words = [word if word in _SMALL else _capital(word) for word in text.lower().split()]
    return " ".join(words).replace("d'Affaires", "d'affaires")


def _capital(word: str) -> str:
    if word.startswith("("):
        return f"({_capital(word[1:])}"
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
