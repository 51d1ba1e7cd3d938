"""Sender and addressee slots of titles in French, Spanish, Russian, Arabic and Chinese.

A slot is read whole or not at all: words that are neither office nor party are told, and make
no sender.

Source: un-documents guide, section 6, table of languages (observed documents); words it does not
show are the usual ones of their language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tasks.normalise.un.addressees import AddresseeReading
from tasks.normalise.un.committees import name_chair, read_committee
from tasks.normalise.un.folding import fold
from tasks.normalise.un.parties import find_arabic, find_on_day, find_party, split_parties
from tasks.normalise.un.senders import SenderReading, make_sender
from tasks.records import Sender

_LINKS = {
    "fr": r"(?:,|et|par|le|la|les|l'|de|du|des|d'|au|aux|a)",
    "es": r"(?:,|y|e|por|el|la|los|las|del?|al?)",
    "ru": r"(?:,|и|от)",
    "ar": r"(?:،|,|و?من|و?الى|و|ل)",
    "zh": r"(?:、|,|，|和|与|及)",
}
_EDGES = {
    language: re.compile(
        rf"^(?:\s|(?<!\S){link}(?=\s|$)|[ld]')+|(?:\s|(?<!\S){link}(?=\s|$)|,)++$"
        if language in ("fr", "es", "ru")
        else rf"^(?:\s|{link}(?=\s|$))+|(?:\s|(?<!\w){link})++$"
    )
    for language, link in _LINKS.items()
}
"""Words and signs that link, at both ends; a run at the end is taken as a whole or not at all."""

_ACTING = re.compile("interi[mn]|исполняющ|代理")
_COMMITTEE = "Chair of the Security Council Committee"


class _Office(NamedTuple):
    """An office in one language; `party` is set where the office names it itself."""

    name: str
    pattern: re.Pattern[str]
    party: str | None


class _Found(NamedTuple):
    """An office found in a slot, its own words, and those between it and the next one."""

    office: _Office
    words: str
    rest: str


def read_foreign_slots(
    language: str, sender: str, addressee: str, on: date | None
) -> tuple[SenderReading, AddresseeReading]:
    """Read both slots of a title in `language` (fr, es, ru, ar, zh).

    >>> read_foreign_slots("ru", "Председателя Военно-штабного комитета",
    ...                    "Председателя Совета Безопасности", None)[1].names
    ('President of the Security Council',)
    """
    return _read_senders(language, sender, on), _read_addressees(language, addressee, on)


def ends_with_un(language: str, text: str) -> bool:
    """Whether a title ends with the words for "to the United Nations".

    >>> ends_with_un("fr", "le Représentant du Chili auprès de l’Organisation des Nations Unies")
    True
    """
    phrase = _data()["to_united_nations"][language]
    return bool(phrase) and _tail(phrase).search(fold(text)) is not None


def _read_senders(language: str, slot: str, on: date | None) -> SenderReading:
    senders: list[Sender] = []
    found, unknown = _read_slot(language, _strip_tails(language, fold(slot)))
    for one in found:
        made, missing = _make_senders(language, one, on)
        senders.extend(made)
        unknown.extend(missing)
    return SenderReading(tuple(senders), tuple(unknown))


def _read_addressees(language: str, slot: str, on: date | None) -> AddresseeReading:
    names: list[str] = []
    found, unknown = _read_slot(language, fold(slot))
    for one in found:
        made, missing = _make_senders(language, one, on)
        unknown.extend(missing)
        if not missing and one.office.party is not None:
            names.extend(str(sender.office) for sender in made)
        elif not missing:
            unknown.append(f"{one.words} {one.rest}".strip())
    return AddresseeReading(tuple(dict.fromkeys(names)), tuple(unknown))


def _make_senders(language: str, found: _Found, on: date | None) -> tuple[list[Sender], list[str]]:
    """The senders of one office, and what of its words no table knows."""
    whole = f"{found.words} {found.rest}".strip()
    if found.office.name == _COMMITTEE:
        return _make_chair(whole, on)
    if found.office.party is not None:
        name = name_chair(found.office.name, on)
        made = [Sender(office=name, party=found.office.party)]
        return ([], [whole]) if found.rest else (made, [])
    parties = split_parties(found.rest, find_arabic if language == "ar" else find_party)
    if not parties:
        return [], [whole]
    known = [find_on_day(party, on) for _, party in parties if party]
    senders = [make_sender(found.office.name, party, on) for party in known]
    return senders, [name for name, party in parties if not party]


def _make_chair(words: str, on: date | None) -> tuple[list[Sender], list[str]]:
    committee = read_committee(words)
    if committee is None:
        return [], [words]
    office = name_chair(f"Chair of the {committee.name}", on)
    office = f"Acting {office}" if _ACTING.search(words) else office
    return [Sender(office=office, party=committee.name)], []


def _read_slot(language: str, slot: str) -> tuple[list[_Found], list[str]]:
    """Every office in a slot, from left to right, and what stands beside them."""
    matches = list(_match_offices(language, slot))
    if not matches:
        return [], [slot]
    found: list[_Found] = []
    edges = _EDGES[language]
    for index, (start, end, office) in enumerate(matches):
        if language == "zh":
            rest = slot[matches[index - 1][1] if index else 0 : start]
        else:
            rest = slot[end : matches[index + 1][0] if index + 1 < len(matches) else len(slot)]
        found.append(_Found(office, slot[start:end], edges.sub("", rest)))
    beside = slot[matches[-1][1] :] if language == "zh" else slot[: matches[0][0]]
    beside = edges.sub("", beside)
    return found, [beside] if beside else []


def _match_offices(language: str, slot: str) -> Iterator[tuple[int, int, _Office]]:
    """The leftmost offices, of several at one place the longest."""
    position = 0
    matches = [(office, office.pattern.search(slot)) for office in _offices(language)]
    while True:
        best: tuple[int, int, _Office] | None = None
        for index, (office, match) in enumerate(matches):
            if match is not None and match.start() < position:
                match = office.pattern.search(slot, position)
                matches[index] = (office, match)
            if match and (best is None or (match.start(), -match.end()) < (best[0], -best[1])):
                best = match.start(), match.end(), office
        if best is None:
            return
        yield best
        position = best[1]


def _strip_tails(language: str, slot: str) -> str:
    """A folded slot without `to the United Nations` and what else the sender is.

    >>> _strip_tails("fr", fold("Mission du Chili auprès de l’Organisation des Nations Unies"))
    'mission du chili'
    """
    data = _data()
    slot = _tail(data["capacity"][language]).sub("", slot)
    phrase = data["to_united_nations"][language]
    return re.sub(rf"\s*(?:{fold(phrase)})", "", slot) if phrase else slot


@cache
def _tail(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{fold(phrase)})$", re.DOTALL)


@cache
def _offices(language: str) -> tuple[_Office, ...]:
    data = _data()
    rows = [*data["bodies"], {"office": _COMMITTEE, **data["committee"]}, *data["states"]]
    return tuple(
        _Office(row["office"], _compile(language, row[language]), row.get("party"))
        for row in rows
        if language in row
    )


def _compile(language: str, pattern: str) -> re.Pattern[str]:
    """Words begin and end where the language sets spaces."""
    bounds = (r"(?<!\w)", r"(?!\w)") if language in ("fr", "es", "ru") else ("", "")
    return re.compile(f"{bounds[0]}(?:{fold(pattern)}){bounds[1]}")


@cache
def _data() -> dict[str, Any]:
    path = Path(__file__).parent / "foreign_offices.yml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data
