"""Bodies that write letters: councils, committees, tribunals, panels; told by the head noun.

Only what such a noun names is a body: a place, contested or not, never becomes an actor.

Source: un-documents guide, section 6, senders (observed documents).
"""

from __future__ import annotations

import re

from tasks.normalise.un.offices import normalise_office
from tasks.normalise.un.parties import Party, find_party

_NOUN = (
    r"councils?|assembly|committees?|sub-?committees?|commission|tribunal|court|panel|groups?"
    r"|movement|mechanism|bureau|body|bodies|team|boards?|conference|secretariat|office"
    r"|programme|fund|university|union|organi[sz]ation|agency|configuration|forum|negotiations"
    r"|partnership|task\s+force|(?<!permanent\s)(?<!observer\s)missions?|operation|delegation"
)
_HEAD = re.compile(
    rf"^(?P<head>(?:(?!\b(?:on|for|concerning|established|pursuant|regarding|with|in|at|to|of)\b).)*?"
    rf"\b(?:{_NOUN}))\b(?P<tail>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OF = re.compile(r"^\s+of\s+(?:the\s+)?(?P<what>.+)", re.IGNORECASE | re.DOTALL)
_COMMON = re.compile(
    r"(?:Governmental|Independent|Eminent|Technical|Legal|High-level)?\s*(?:Experts?|Inquiry"
    r"|Auditors|Trustees|Justice|Jurists|Facilitators|Friends|Persons|Non-Aligned|Ministers|Heads"
    r"|Parties|States|Arab|African|Land-locked|Latin|Least|Small|Southern|Seven|Twenty|Eight|\d+"
    r"|Group|Movement|Conference|Committee|Commission|United\s+Nations|International|European"
    r"|Secretary|Joint|General\s+Assembly|Security\s+Council|Peacebuilding|Economic|Human\s+Rights"
    r"|Whole|League|Organi[sz]ation|Co-?[Cc]hairs|Representatives|Commissioners|Investigation)\b",
    re.IGNORECASE,
)


def find_body(name: str) -> Party | None:
    """The body of this name; None where its head noun is none of a body, or it is of a place.

    >>> find_body("Panel of Experts on Yemen").name
    'Panel of Experts on Yemen'
    >>> find_body("People's Council of Ruritania") is None
    True
    """
    match = _HEAD.match(name)
    if match is None:
        return None
    of = _OF.match(match.group("tail"))
    if of and not _COMMON.match(of.group("what")) and find_party(of.group("what")) is None:
        return None
    return Party(normalise_office(name), None)
