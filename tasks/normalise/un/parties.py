"""States and organisations under every name that UN texts give them, dated.

Our own table (`parties.yml`) comes first; the tail (other languages, odd spellings) is
rigour's own data, limited to the states of our table. `rigour.territories` itself cannot be
imported here, as it needs PyICU, which ships no wheel; `rigour._core` hands out the same data.

Source: un-documents guide, section 6, states (observed documents).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from tasks.normalise.un.folding import fold
from tasks.normalise.un.long_names import allows, split_long_name

_ARTICLE = re.compile(r"^(?:(?:the|la|le|les|el|los|las|de|du|des|del|от)\s+|[dl]')+(?=\S)")
_LINKS = re.compile(
    r"\s*(?:[,;、،]|和|(?<![\w-])(?:and|et|y|e|и)(?![\w-])|(?<=\s)و(?=\w))\s*", re.IGNORECASE
)
_OTHER_SCRIPT = re.compile(r"[\u0600-\u06ff\u4e00-\u9fff]")
_LONGEST_NAME = 5
"""How many links between parties a name may hold itself, and one."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor: `name` is the short form of its day; `iso3` is null for organisations.

    `until` is the last day of a name that was laid down; `is_dated` says that every text of its
    days has it, in whatever language.
    """

    name: str
    iso3: str | None
    until: date | None = None
    is_dated: bool = True


def party_key(name: str) -> str:
    """The form under which names are compared: folded, without article.

    >>> party_key("the Sudan"), party_key("l’Égypte")
    ('sudan', 'egypte')
    """
    return _ARTICLE.sub("", fold(name))


@lru_cache(maxsize=1024)
def find_party(name: str) -> Party | None:
    """Find the state or organisation of this name, None when it is none we know.

    >>> find_party("the Republic of Turkey").name, find_party("Türkiye").iso3
    ('Turkey', 'TUR')
    >>> find_party("Bosnia") is None
    True
    """
    key = party_key(name)
    found = _own_table().get(key) or _find_long(key)
    return found if found is not None else _tail_table().get(key)


def _find_long(key: str) -> Party | None:
    """`république du kenya`: its long name, where the table has the short one only.

    >>> _find_long("republique du kenya").name, _find_long("republic of lamps")
    ('Kenya', None)
    """
    for kind, name in split_long_name(key):
        found = _own_table().get(party_key(name))
        if found is not None and allows(kind, found.iso3):
            return found
    return None


def split_parties(
    text: str, find: Callable[[str], Party | None] = find_party
) -> list[tuple[str, Party | None]]:
    """Split `Turkey, Bosnia and Herzegovina and Yemen` into parties; names hold "and" too.

    >>> [name for name, _ in split_parties("Turkey, Bosnia and Herzegovina and the Niger")]
    ['Turkey', 'Bosnia and Herzegovina', 'the Niger']
    """
    links = [match.span() for match in _LINKS.finditer(text)]
    starts = [0, *(end for _, end in links)]
    ends = [*(start for start, _ in links), len(text)]
    names: list[tuple[str, Party | None]] = []
    index = 0
    while index < len(starts):
        length = _longest_name(text, starts[index], ends[index:], find)
        name = text[starts[index] : ends[index + length - 1]].strip()
        if name:
            names.append((name, find(name)))
        index += length
    return names


def _longest_name(
    text: str, start: int, ends: list[int], find: Callable[[str], Party | None]
) -> int:
    """How many pieces from `start` make the longest known name; one if none is known."""
    for length in range(min(len(ends), _LONGEST_NAME), 1, -1):
        if find(text[start : ends[length - 1]].strip()) is not None:
            return length
    return 1


def find_arabic(name: str) -> Party | None:
    """As `find_party`; the preposition is written as one with the name: لشيلي, للعراق.

    >>> find_arabic("لشيلي").name, find_arabic("للعراق").name
    ('Chile', 'Iraq')
    """
    bare = name.strip()
    forms = [bare, bare.removeprefix("ل")]
    if bare.startswith("لل"):
        forms += ["ال" + bare.removeprefix("لل"), bare.removeprefix("لل")]
    return next((party for form in forms if (party := find_party(form))), None)


@cache
def _own_table() -> dict[str, Party]:
    data = _load("parties.yml")
    table: dict[str, Party] = {}
    for name, others in data["organizations"].items():
        table.update((party_key(one), Party(name, None)) for one in (name, *others))
    for entry in data["former"]:
        is_dated = not entry.get("printed_only", False)
        party = Party(entry["names"][0], entry["iso3"], entry["until"], is_dated)
        names = (*entry["names"], *entry.get("others", ()))
        table.update((party_key(name), party) for name in names)
    for iso3, names in data["current"].items():
        for name in names:
            table[party_key(name)] = Party(names[0], iso3)
    for file in ("parties_foreign.yml", "parties_scripts.yml"):
        for iso3, forms in _load(file).items():
            party = Party(data["current"][iso3][0], iso3)
            for name in (name for names in forms for name in names.split(" | ")):
                table.setdefault(party_key(name), party)
    return table


def _load(name: str) -> dict[str, Any]:
    path = Path(__file__).parent / name
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


@cache
def _tail_table() -> dict[str, Party]:
    """Strong names of rigour for the states of our table; ambiguous ones are left out.

    Weak names only in Arabic and Chinese script, which the table of our own leaves out.
    """
    from rigour._core import territories_jsonl

    current = {party.iso3: party for party in _own_table().values() if party.until is None}
    table: dict[str, Party | None] = {}
    for row in map(json.loads, territories_jsonl().splitlines()):
        party = current.get(str(row.get("alpha3") or "").upper())
        if party is None or row.get("historical"):
            continue
        names = [row["name"], row.get("full_name"), *row.get("names_strong", [])]
        names += [name for name in row.get("names_weak", []) if _OTHER_SCRIPT.search(name)]
        for key in {party_key(name) for name in names if name}:
            other = table.get(key, party)
            table[key] = party if other == party else None
    own = _own_table()
    return {key: party for key, party in table.items() if party is not None and key not in own}


def find_current(party: Party) -> Party:
    """The same state under its name of today; the same party if the state is no more.

    >>> find_current(find_party("Turkey")).name
    'Türkiye'
    """
    names = _own_table().values()
    today = (other for other in names if other.iso3 == party.iso3 and other.until is None)
    return next(today, party) if party.iso3 else party


def find_on_day(party: Party, on: date | None) -> Party:
    """The same state under its English name of a day: other languages are not dated.

    >>> find_on_day(Party("Türkiye", "TUR"), date(2019, 11, 3)).name
    'Turkey'
    """
    if on is None or party.iso3 is None or party.until is not None:
        return party
    then = [other for other in _former(party.iso3) if other.until and other.until >= on]
    return min(then, key=lambda other: other.until or on, default=party)


@cache
def _former(iso3: str) -> tuple[Party, ...]:
    names = _own_table().values()
    return tuple({one for one in names if one.iso3 == iso3 and one.until and one.is_dated})


def list_names() -> tuple[str, ...]:
    """All names of our own table, as compared.

    >>> {"chile", "republic of chile"} <= set(list_names())
    True
    """
    return tuple(_own_table())
