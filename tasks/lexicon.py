"""States and organisations by any name or ISO 3166-1 code: for rules, and in running text."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache

from tasks.alert_settings import suggest
from tasks.normalise.un.parties import Party as Named
from tasks.normalise.un.parties import find_current, find_party, list_names, party_key
from warehouse.errors import SettingsError

_TOKEN = re.compile(r"\w+|[^\w\s]")


class PartyLexicon:
    """The lexicon of the parsers, as rules need it: identities are ISO codes, else names."""

    def identify(self, name: str) -> str:
        """Give the ISO code of a state, else the name as the lexicon writes it, else the name."""
        party = find_party(name)
        return name if party is None else party.iso3 or party.name

    def find_parties(self, text: str) -> frozenset[str]:
        """Give every party named in a text; of names that overlap the longest counts.

        A name begins with a capital where its script has any: turkey and chad are no states.
        """
        tokens = _split(text)
        folded = [_fold(token) for token in tokens]
        found: set[str] = set()
        place = 0
        while place < len(tokens):
            length, identity = _match(folded, place)
            if identity is not None and not tokens[place][0].islower():
                found.add(identity)
            place += length
        return frozenset(found)


def find_named(name: str) -> tuple[str, str]:
    """Find a state or organisation by any name or ISO 3166-1 code: its identity and its name.

    Raises:
        SettingsError: it is not known; the message names the nearest.
    """
    wanted = " ".join(name.split())
    party = find_party(wanted) or _codes().get(wanted.upper())
    if party is None:
        raise SettingsError(
            f"no state or organisation {name!r} is known{suggest(wanted, _list_known())}"
        )
    current = find_current(party)
    return party.iso3 or party.name, current.name


def _match(folded: list[str], place: int) -> tuple[int, str | None]:
    for name, identity in _index().get(folded[place], ()):
        if tuple(folded[place : place + len(name)]) == name:
            return len(name), identity
    return 1, None


def _split(text: str) -> list[str]:
    return _TOKEN.findall(re.sub("[’‘´`ʼ]", "'", text))


@lru_cache(maxsize=10_000)
def _fold(token: str) -> str:
    """Fold one token as the lexicon folds whole names."""
    return party_key(token)


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Names as tokens with their identity, by first token, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in list_names():
        party = find_party(name)
        tokens = tuple(_fold(token) for token in _split(name))
        if party is not None and tokens:
            index.setdefault(tokens[0], []).append((tokens, party.iso3 or party.name))
    return {
        first: tuple(sorted(names, key=lambda one: -len(one[0]))) for first, names in index.items()
    }


@cache
def _codes() -> dict[str, Named]:
    """States by their ISO 3166-1 codes, three letters and two."""
    from rigour._core import territories_jsonl

    known = [party for name in list_names() if (party := find_party(name)) is not None]
    codes = {party.iso3: find_current(party) for party in known if party.iso3}
    for row in map(json.loads, territories_jsonl().splitlines()):
        party = codes.get(str(row.get("alpha3") or "").upper())
        if party is not None and not row.get("historical"):
            codes[str(row["code"]).upper()] = party
    return codes


@cache
def _list_known() -> tuple[str, ...]:
    found = (find_party(name) for name in list_names())
    return tuple(dict.fromkeys(party.name for party in found if party is not None))
