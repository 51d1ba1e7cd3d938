"""States under the names that press texts give them, in English, Azerbaijani and Russian."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from tasks.normalise.un.parties import find_party, party_key

_AZ_SUFFIXES = (re.compile(r"[ıiuü]n$"), re.compile(r"n[ıiuü]n$"))
_AZ_REPUBLIC = re.compile(r"\s+(?:Respublikası|Krallığı)\w*$")
_RU_REPUBLIC = re.compile(r"^Республик\w+\s+|^Королевств\w+\s+")
# Endings of a genitive, and what the nominative has in their place.
_RU_ENDINGS = (("а", ""), ("я", "й"), ("я", "ь"), ("ии", "ия"), ("ы", "а"), ("и", "я"), ("и", "ь"))
_RU_ADJECTIVE = re.compile(r"^([А-Яа-яё-]+ск)(?:ий|ого|ому|им|ом|ая|ой|ую|ое)\b")


def name_party(printed: str) -> str | None:
    """The short form of the state that a name, an adjective or an inflected name means.

    >>> name_party("Azerbaijani"), name_party("Ermənistan Respublikasının"), name_party("Грузии")
    ('Azerbaijan', 'Armenia', 'Georgia')
    """
    for form in _forms(re.sub(r"['’]s?$", "", printed.strip())):
        iso3 = _iso3(form)
        if iso3 is not None:
            return _short_forms()[iso3]
    return None


@cache
def english_names() -> str:
    """A pattern of every English name and adjective of a state, longest first."""
    words = {
        word
        for entry in _press_names().values()
        for kind in ("adjective", "informal")
        for word in entry.get(kind, ())
    }
    return _alternation(words | set(_formal_names()))


@cache
def azerbaijani_names() -> str:
    """A pattern of every Azerbaijani name of a state with the suffix it may carry."""
    names = {name for entry in _press_names().values() for name in entry["az"]}
    return rf"(?:{_alternation(names)})(?:n?[ıiuü]n)?(?:\s+(?:Respublikası|Krallığı)\w*)?"


@cache
def russian_names() -> str:
    """A pattern of every Russian name of a state in the nominative or the genitive."""
    stems = {
        re.escape(re.sub(r"[аяыий]$|ия$|ь$", "", name)) + r"[а-яё]{0,2}"
        for entry in _press_names().values()
        for name in entry["ru"]
        if " " not in name and name != name.upper()
    }
    whole = {re.escape(name) for entry in _press_names().values() for name in entry["ru"]}
    prefix = r"(?:Республик\w+\s+|Королевств\w+\s+)?"
    federation = r"Российск\w+ Федераци\w+|\w+ск\w+ Республик\w+"
    return rf"{prefix}(?:{federation}|{'|'.join(sorted(whole | stems, key=len, reverse=True))})\b"


@cache
def russian_adjectives() -> str:
    """A pattern of the adjectives of states in any case."""
    words = {
        word[:-2] for entry in _press_names().values() for word in entry.get("ru_adjective", ())
    }
    return rf"(?:{'|'.join(sorted(words))})(?:ий|ого|ому|им|ом|ой|ая|ую|ое)"


def _forms(name: str) -> list[str]:
    """The name and what it may be an inflection of."""
    bare = _RU_REPUBLIC.sub("", _AZ_REPUBLIC.sub("", name))
    forms = [name, bare, *(suffix.sub("", bare) for suffix in _AZ_SUFFIXES)]
    forms += [bare[: -len(old)] + new for old, new in _RU_ENDINGS if bare.endswith(old)]
    if (match := _RU_ADJECTIVE.match(name)) is not None:
        forms.append(match[1].lower() + "ий")
    return [form for form in forms if form]


def _iso3(name: str) -> str | None:
    known = _press_table().get(party_key(name))
    if known is not None:
        return known
    party = find_party(name)
    return party.iso3 if party else None


@cache
def _press_names() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).parent / "actors.yml"
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


@cache
def _press_table() -> dict[str, str]:
    return {
        party_key(word): iso3
        for iso3, entry in _press_names().items()
        for words in entry.values()
        for word in words
    }


@cache
def _short_forms() -> dict[str, str]:
    """The United Nations' short form of each state, by ISO 3166-1 alpha-3 code."""
    return {iso3: names[0] for iso3, names in _current().items()}


def _formal_names() -> list[str]:
    return [name for names in _current().values() for name in names]


@cache
def _current() -> dict[str, list[str]]:
    path = Path(__file__).parent.parent / "un" / "parties.yml"
    table: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))["current"]
    return table


def _alternation(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
