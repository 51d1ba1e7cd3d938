"""The parts of a passage: addressees, authors, dates, and whether words connect them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tasks.normalise.press.actors import name_party
from tasks.normalise.press.wording import Wording
from tasks.sources.dates import FoundDate, find_dates
from tasks.sources.months import fold, read_months

_DAY = r"\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?!and\b|və\b)([^\W\d_]{3,11}))?"
_SHARED_DAYS = re.compile(rf"(?:{_DAY}\s*(?:,\s*|,?\s+(?:and|и|və)\s+))+$", re.IGNORECASE)
_INFLECTED = re.compile(r"(?:n?[ıiuü]n|[əa]|а|у|ым|ой|е)$")
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
    return [_make_author(match, wording.language) for match in wording.author.finditer(masked)]


def find_letter_dates(text: str, language: str) -> list[tuple[FoundDate, ...]]:
    """Dates of a passage; days that share a year ("3 and 5 March 2021") stand together."""
    groups: list[tuple[FoundDate, ...]] = []
    for found in find_dates(text, (language,)):
        match = _SHARED_DAYS.search(text[: found.start])
        days = re.findall(_DAY, match[0]) if match else []
        shared = [_share_year(found.value, int(day), word, language) for day, word in days]
        values = [value for value in shared if value is not None]
        start = match.start() if match and values else found.start
        groups.append(tuple(FoundDate(v, start, found.end) for v in (*values, found.value)))
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


def _make_author(match: re.Match[str], language: str) -> Author:
    groups = {key: value for key, value in match.groupdict().items() if value}
    written = re.sub(r"(?:['’]s|[\s,'’])+$", "", match[0])
    named = [value for key, value in groups.items() if key.startswith(("party", "adjective"))]
    name = next((value for key, value in groups.items() if key.startswith("name")), None)
    surname = _surname(name, language) if name else None
    # "Minister of Fiji": the state stands where a portfolio may stand.
    named.append(re.split(r"\s(?:of|for)\s", written)[-1])
    party = next((party for value in named if (party := name_party(value))), None)
    return Author(match.start(), match.end(), written, party, surname)


def _surname(name: str, language: str) -> str:
    """The last part of a name as a key: without initials, possessive or case ending."""
    last = re.sub(r"['’]s$", "", re.split(r"[\s.]+", name)[-1])
    return last if language == "en" else _INFLECTED.sub("", last)


def _leads(lead: re.Match[str], selected: Sequence[Phrase]) -> bool:
    """An "and the …" leads only where an addressee already stands before it."""
    if not lead[0].lower().startswith("and"):
        return True
    return bool(selected) and not lead.string[selected[-1].end : lead.start()].strip(" ,")


def _is_within(phrase: Phrase, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= phrase.start and phrase.end <= end for start, end in spans)


def _share_year(value: date, day: int, word: str, language: str) -> date | None:
    """The day in the year of a later date, and in its month where none is printed."""
    month = read_months(language).get(fold(word)) if word else value.month
    try:
        return value.replace(month=month, day=day) if month else None
    except ValueError:
        return None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
