"""The addressee slot of an English title: offices, in printed order.

Source: un-documents guide, section 6 (observed documents).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

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
    r"\s*,?\s+(?:transmitting|conveying|forwarding|containing|enclosing|requesting|informing)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_OF_UN = re.compile(r"(?<=^Secretary-General) of the United Nations$", re.IGNORECASE)
_WHOLE = re.compile(
    r"^(?P<name>Secretary-General(?!\s+of\b)"
    r"|President\s+of\s+the\s+(?:General\s+Assembly|Security\s+Council|Economic\s+and\s+Social"
    r"\s+Council|Human\s+Rights\s+Council))(?:\s+(?=[a-z(])|\s*[,(]).*",
    re.DOTALL,
)
"""An office that nothing can follow: `… Council under Article 99 of the Charter`."""

_OFFICE = re.compile(
    r"(?:(?:Acting|Deputy|Executive|Interim|United\s+Nations|Security\s+Council|General\s+Assembly"
    r"|Independent|Special|Personal|Permanent|Joint)\s+)*(?:Co-|Vice-|(?:Under|Assistant)-)?"
    r"(?:Secretar(?:y|ies|iat)|Presidents?|Chair|Representatives?|Observers?|Members?|Missions?"
    r"|Facilitators?|Office|Director|(?:High\s+)?(?:Commissioner|Representative)|Minister|Prime"
    r"|Heads?|Administrator|Coordinator|Envoy|Advis[eo]r|Rapporteur|Controller|Legal|Panel|Group"
    r"|Committee|Commission|Council|Assembly|Registrar|Prosecutor|Judge|States|Member\s+States"
    r"|Emergency\s+Relief|Governments?|Ombudsperson|Bureau)",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:dated|on\s+behalf|in\s+reply|in\s+response|regarding|pursuant(?!\s+to\s+resolution)"
    r"|with\s+respect|in\s+connection|under\s+Article|from\s+the|by\s+(?:the|which)|who|whereby)\b"
    r"|\b(?:I|we)\s+(?:have|wish|write|refer|should|am|are)\b|[A-Z]{1,4}/\d|[.;:!?]\s",
    re.IGNORECASE,
)
"""Words that stand in no addressee's name: the slot was cut in the wrong place."""


class AddresseeReading(NamedTuple):
    """The addressees of a title, and what stands in the slot but names no office."""

    names: tuple[str, ...]
    unknown: tuple[str, ...]


@lru_cache(maxsize=256)
def read_addressees(text: str) -> AddresseeReading:
    """Read the addressee slot.

    >>> read_addressees("the Secretary-General and the President of the Security Council").names
    ('Secretary-General', 'President of the Security Council')
    >>> read_addressees("the Secretary-General of the United Nations transmitting a text").names
    ('Secretary-General',)
    >>> read_addressees("whom it may concern")
    AddresseeReading(names=(), unknown=('whom it may concern',))
    """
    whole = _PRESIDENTS.sub(
        "President of the General Assembly and the President of the Security Council",
        _TAIL.sub("", text),
    )
    names: list[str] = []
    unknown: list[str] = []
    for unit in filter(None, (unit.strip(" ,.*") for unit in _UNIT.split(whole))):
        name = _name(unit)
        is_known = name in KNOWN or (_OFFICE.match(name) and not _FOREIGN.search(name))
        (names if is_known else unknown).append(name if is_known else unit)
    return AddresseeReading(tuple(dict.fromkeys(names)), tuple(unknown))


def _name(unit: str) -> str:
    """One addressee in its one form; what follows an office that ends is cut off.

    >>> _name("PRESIDENT OF THE SECURITY COUNCIL"), _name("the Secretary-General under Article 99")
    ('President of the Security Council', 'Secretary-General')
    """
    office = _OF_UN.sub("", normalise_office(unit))
    office = _WHOLE.sub(r"\g<name>", office)
    return _KNOWN.get(office.lower(), office)
