"""The addressee slot of an English title: offices, in printed order."""

from __future__ import annotations

import re

from tasks.normalise.un.offices import normalise_office

KNOWN = (
    "Secretary-General",
    "President of the General Assembly",
    "President of the Security Council",
    "President of the Economic and Social Council",
    "President of the Human Rights Council",
    "Permanent Representatives of the members of the Security Council",
    "members of the Security Council",
    "Chair of the Committee",
    "Chairman of the Committee",
    "Chairperson of the Committee",
)
_KNOWN = {name.lower(): name for name in KNOWN}
_HEADS = (
    r"(?:Acting\s+)?Presidents?\b|Secretary-General|Permanent\s+Rep|(?:Co-)?Chair|Vice-|Members?\s+of"
    r"|Security\s+Council\s+Facilitator|Facilitator|Under-Sec|Minister|Prime|High\s|Special\s|Director|Executive\s|Deputy\s|Head"
)
_UNIT = re.compile(
    rf"(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+)(?:to\s+)?(?:the\s+)?(?={_HEADS})", re.IGNORECASE
)
_PRESIDENTS = re.compile(
    r"Presidents of the General Assembly and (?:of )?the Security Council", re.IGNORECASE
)


_TAIL = re.compile(
    r"\s*,?\s+(?:transmitting|conveying|forwarding|containing|enclosing)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_OF_UN = re.compile(r"(?<=^Secretary-General) of the United Nations$", re.IGNORECASE)


def parse_addressees(text: str) -> tuple[str, ...]:
    """Read the addressee slot.

    >>> parse_addressees("the Secretary-General and the President of the Security Council")
    ('Secretary-General', 'President of the Security Council')
    >>> parse_addressees("the Secretary-General of the United Nations transmitting a text")
    ('Secretary-General',)
    """
    whole = _PRESIDENTS.sub(
        "President of the General Assembly and the President of the Security Council",
        _TAIL.sub("", text),
    )
    units = [unit.strip(" ,.*") for unit in _UNIT.split(whole)]
    names = [_name(unit) for unit in units if unit]
    return tuple(dict.fromkeys(names))


def is_known_addressee(text: str) -> bool:
    """Whether a slot holds known addressees only, so that the title is whole."""
    return all(name in KNOWN for name in parse_addressees(text))


def _name(unit: str) -> str:
    office = _OF_UN.sub("", normalise_office(unit))
    return _KNOWN.get(office.lower(), office)
