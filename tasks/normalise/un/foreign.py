"""Sender and addressee slots of titles in French, Spanish, Russian, Arabic and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tasks.normalise.un.parties import Party, find_on_day, find_party, split_parties
from tasks.normalise.un.senders import make_sender
from tasks.records import Sender

_EDGES = re.compile(
    r"^(?:[\s,;]|\b(?:et|y|и|par|por|le|la|les|el|los|las|от|de|du|des|del|au|aux|al|à|a)\b|l[’']|و(?=ال)|和)+"
    r"|(?:[\s,;]|\b(?:et|y|и|par|por|le|la|les|el|los|las|l[’']|au|aux|al|à|a)\b|\sو|和)+$"
)


@dataclass(frozen=True, slots=True)
class ForeignSlots:
    """What the slots hold, in English; `unknown` is what no table knows."""

    senders: tuple[Sender, ...]
    addressees: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Office:
    """An office in one language; `party` is set where the office names it itself."""

    name: str
    pattern: re.Pattern[str]
    party: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    """An office found in a slot, and the text between it and the next one."""

    office: _Office
    rest: str


def read_foreign_slots(language: str, sender: str, addressee: str, on: date | None) -> ForeignSlots:
    """Read both slots of a title in `language` (fr, es, ru, ar, zh).

    >>> read_foreign_slots("ru", "Председателя Военно-штабного комитета",
    ...                    "Председателя Совета Безопасности", None).addressees
    ('President of the Security Council',)
    """
    senders: list[Sender] = []
    unknown: list[str] = []
    found = list(_find_offices(language, _strip_un(language, sender)))
    for one in found:
        made, missing = _make_senders(language, one, on)
        senders.extend(made)
        unknown.extend(missing)
    if not found:
        unknown.append(sender)
    addressed = list(_find_offices(language, addressee))
    addressees = [one.office.name for one in addressed]
    if not addressees:
        addressees = [_EDGES.sub("", addressee)]
    unknown.extend(one.rest for one in addressed if one.office.party and len(one.rest) > 1)
    return ForeignSlots(tuple(senders), tuple(dict.fromkeys(addressees)), tuple(unknown))


def ends_with_un(language: str, text: str) -> bool:
    """Whether a title ends with the words for "to the United Nations"."""
    phrase = _data()["to_united_nations"][language]
    return bool(phrase) and re.search(rf"(?:{phrase})$", text) is not None


def _make_senders(language: str, found: _Found, on: date | None) -> tuple[list[Sender], list[str]]:
    if found.office.party is not None:
        return [Sender(office=found.office.name, party=found.office.party)], []
    senders: list[Sender] = []
    unknown: list[str] = []
    for name, known in _split(language, found.rest):
        party = find_on_day(known, on) if known else Party(name, None)
        senders.append(make_sender(found.office.name, party, on))
        unknown.extend([] if known else [name])
    return senders, unknown


def _split(language: str, text: str) -> list[tuple[str, Party | None]]:
    if language == "ar":
        return [(name, _find_arabic(name)) for name in re.split(r"\s+و(?=ل)", text) if name]
    return [(_EDGES.sub("", name), party) for name, party in split_parties(text)]


def _find_arabic(name: str) -> Party | None:
    """The preposition is written as one with the name: لشيلي, للعراق."""
    bare = name.strip()
    forms = [bare, bare.removeprefix("ل")]
    if bare.startswith("لل"):
        forms.append("ال" + bare.removeprefix("لل"))
        forms.append(bare.removeprefix("لل"))
    return next((party for form in forms if (party := find_party(form))), None)


def _find_offices(language: str, slot: str) -> Iterator[_Found]:
    """Every office in a slot, from left to right, the longest reading first."""
    matches = _match_offices(language, slot)
    for index, (start, end, office) in enumerate(matches):
        if language == "zh":
            before = matches[index - 1][1] if index else 0
            rest = slot[before:start]
        else:
            after = matches[index + 1][0] if index + 1 < len(matches) else len(slot)
            rest = slot[end:after]
        yield _Found(office, _EDGES.sub("", rest))


def _match_offices(language: str, slot: str) -> list[tuple[int, int, _Office]]:
    found: list[tuple[int, int, _Office]] = []
    for office in _offices(language):
        for match in office.pattern.finditer(slot):
            if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                found.append((match.start(), match.end(), office))
    return sorted(found, key=lambda one: one[0])


def _strip_un(language: str, slot: str) -> str:
    phrase = _data()["to_united_nations"][language]
    return re.sub(rf"\s*(?:{phrase})", "", slot) if phrase else slot


@cache
def _offices(language: str) -> tuple[_Office, ...]:
    data = _data()
    rows = [*data["bodies"], *data["states"]]
    return tuple(
        _Office(row["office"], re.compile(row[language].replace(" ", r"\s+")), row.get("party"))
        for row in rows
    )


@cache
def _data() -> dict[str, Any]:
    path = Path(__file__).parent / "foreign_offices.yml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data
