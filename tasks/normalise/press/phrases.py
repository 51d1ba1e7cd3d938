"""The parts of a passage: addressees, authors, dates, and whether words connect them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tasks.normalise.press.actors import name_party
from tasks.normalise.press.wording import Wording
from tasks.sources.dates import FoundDate, find_dates

_SHARED_DAYS = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?\s*(?:,\s*|,?\s+(?:and|и|və)\s+))+$", re.IGNORECASE
)
_MOST_WORDS_BETWEEN = 9
WHOLE = "United Nations"
"""The organisation as a whole: an addressee only where no organ of it is one."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a passage that means something: what, and where it stands."""

    start: int
    end: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Author:
    """A possible author: as written, the party it names, and the surname if there is one."""

    start: int
    end: int
    written: str
    party: str | None
    surname: str | None
    is_bare_name: bool


def find_organs(text: str, wording: Wording) -> list[Phrase]:
    """Every organ and office holder one may write to, the more exact form where two overlap.

    Left out is one that is part of an author ("Representative of Fiji to the United Nations").
    """
    found: list[Phrase] = []
    for addressee in wording.addressees:
        for match in addressee.pattern.finditer(text):
            if not any(_overlap(match.span(), (one.start, one.end)) for one in found):
                found.append(Phrase(match.start(), match.end(), addressee.name))
    masked = mask(text, [(one.start, one.end) for one in found if one.meaning != WHOLE])
    authors = [match.span() for match in wording.author.finditer(masked)]
    kept = [one for one in found if not _is_within(one, authors) or one.meaning != WHOLE]
    return sorted(kept, key=lambda phrase: phrase.start)


def select_addressed(text: str, found: Sequence[Phrase], wording: Wording) -> list[Phrase]:
    """Those to whom something is addressed: a lead stands before them, or their case shows it."""
    needs = {addressee.name: addressee.needs_lead for addressee in wording.addressees}
    selected: list[Phrase] = []
    for phrase in found:
        lead = wording.lead.search(text[: phrase.start])
        if needs[phrase.meaning] and (lead is None or not _leads(lead, selected)):
            continue
        selected.append(phrase)
    return selected


def find_authors(text: str, taken: Sequence[Phrase], wording: Wording) -> list[Author]:
    """Every person or office that may have written, outside the addressees."""
    masked = mask(text, [(phrase.start, phrase.end) for phrase in taken])
    return [_make_author(match) for match in wording.author.finditer(masked)]


def find_letter_dates(text: str, language: str) -> list[tuple[FoundDate, ...]]:
    """Dates of a passage; days that share a month ("3 and 5 March 2021") stand together."""
    groups: list[tuple[FoundDate, ...]] = []
    for found in find_dates(text, (language,)):
        match = _SHARED_DAYS.search(text[: found.start])
        days = [int(day) for day in re.findall(r"\d{1,2}", match[0])] if match else []
        start = match.start() if match else found.start
        values = [*(_same_month(found.value, day) for day in days), found.value]
        groups.append(tuple(FoundDate(v, start, found.end) for v in values if v is not None))
    return groups


def connects(gap: str, wording: Wording) -> bool:
    """Whether only small words stand in a gap, so that its two ends belong together."""
    words = re.findall(r"[^\W_]+", gap.lower())
    return len(words) <= _MOST_WORDS_BETWEEN and all(word in wording.connectors for word in words)


def mask(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with spans blanked, so that they neither match nor separate."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _make_author(match: re.Match[str]) -> Author:
    groups = {key: value for key, value in match.groupdict().items() if value}
    written = re.sub(r"(?:['’]s|[\s,'’])+$", "", match[0])
    named = [value for key, value in groups.items() if key.startswith(("party", "adjective"))]
    name = next((value for key, value in groups.items() if key.startswith("name")), None)
    surname = re.sub(r"['’]s$", "", name.split()[-1]) if name else None
    party = next((party for value in named if (party := name_party(value))), None)
    return Author(match.start(), match.end(), written, party, surname, "name3" in groups)


def _leads(lead: re.Match[str], selected: Sequence[Phrase]) -> bool:
    """An "and the …" leads only where an addressee already stands before it."""
    if not lead[0].lower().startswith("and"):
        return True
    return bool(selected) and not lead.string[selected[-1].end : lead.start()].strip(" ,")


def _is_within(phrase: Phrase, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= phrase.start and phrase.end <= end for start, end in spans)


def _same_month(value: date, day: int) -> date | None:
    try:
        return value.replace(day=day)
    except ValueError:
        return None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
