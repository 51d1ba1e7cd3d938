"""Long names of states in four languages: the kind of state, then a name that a table knows.

Source: un-documents guide, section 6, states (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONG = re.compile(
    r"(?P<kind>(?:(?:islamic|federal|federative|democratic|people's|socialist|plurinational|united"
    r"|bolivarian|arab|co-?operative|hashemite|independent) )*"
    r"(?:republic|kingdom|principality|commonwealth|sultanate|grand duchy) of"
    r"|etat (?:d[eu]|d')|estado del?"
    r"|(?:republique|royaume|principaute|sultanat|grand-duche)(?: (?:islamique|federale|federative"
    r"|democratique|populaire|socialiste|arabe|unie|cooperative|hachemite))*(?: (?:et|de|du|des|d')"
    r"|(?= ))"
    r"|(?:republica|reino|principado|sultania|gran ducado)(?: (?:islamica|federal|federativa"
    r"|democratica|popular|socialista|arabe|unida|cooperativa|hachemita))*(?: (?:y|del?)|(?= ))"
    r")\s?(?P<name>.+)"
)
_RUSSIAN = re.compile(
    r"(?P<kind>(?:[а-я-]+(?:ои|ого) )*(?:республики|королевства|княжества|султаната"
    r"|великого герцогства|государства)) (?P<name>.+)"
)
_NEEDED = {"CHN": r"popul|people|народн", "VNM": r"sociali|социали"}
_STRANGE = {"YEM": r"democrat|popul|people|демократ|народн", "COG": r"democrat|демократ"}
"""A kind of state that another state, or a former one, has with the same name."""


def split_long_name(key: str) -> Iterator[tuple[str, str]]:
    """The kind and the names that a long name may hold; Russian ones are then in the nominative.

    >>> list(split_long_name("republique du kenya"))
    [('republique du', 'kenya')]
    >>> ("республики", "армении") in split_long_name("республики армения")
    True
    """
    match = _LONG.fullmatch(key)
    if match is not None:
        yield match.group("kind"), match.group("name")
    match = _RUSSIAN.fullmatch(key)
    if match is not None:
        yield from ((match.group("kind"), name) for name in _decline(match.group("name")))


def allows(kind: str, iso3: str | None) -> bool:
    """Whether a state can be of this kind: `Republic of China` is not the People's Republic.

    >>> allows("republic of", "CHN"), allows("people's republic of", "CHN")
    (False, True)
    """
    needed, strange = _NEEDED.get(iso3 or ""), _STRANGE.get(iso3 or "")
    if needed and not re.search(needed, kind):
        return False
    return not (strange and re.search(strange, kind))


def _decline(nominative: str) -> tuple[str, ...]:
    """The genitives that a Russian nominative can have."""
    stem = nominative[:-1]
    return nominative, f"{nominative}а", f"{stem}и", f"{stem}ы", f"{stem}я", f"{stem}ии"
