"""When a press release was published: every date that says so, in order of trust."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.records import Finding
from tasks.sources.dates import find_dates
from warehouse.vocabulary import DateSource

_NUMBERED = re.compile(r"^\s*(?:No|QA|SC|№)\s*[:.\-–]?\s*\d+(?:/\d+)?\s*,\s*", re.IGNORECASE)
_OPENING = {
    "en": re.compile(r"^On\s+(?=\w)"),
    "az": re.compile(r"^(?=\d)"),
    "ru": re.compile(r"^(?=\d)"),
}
_ORDER = tuple(DateSource)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One date that a release may have been published on, and where it was read."""

    value: date
    source: DateSource


@dataclass(frozen=True, slots=True)
class PublishedOn:
    """The date chosen, where it was read, and what was noticed on the way."""

    value: date | None
    source: DateSource | None
    findings: tuple[Finding, ...]


def choose_date(
    candidates: Iterable[Candidate], earliest: date, fetched_on: date | None
) -> PublishedOn:
    """Take the most trusted plausible date; every implausible or deviating one is a finding.

    A date is implausible before `earliest` or more than a day after it was fetched (a day,
    because the site's clock may be ahead of ours).
    """
    ranked = sorted(candidates, key=lambda candidate: _ORDER.index(candidate.source))
    latest = fetched_on + timedelta(days=1) if fetched_on else date.max
    plausible = [item for item in ranked if earliest <= item.value <= latest]
    findings = [_implausible(item) for item in ranked if item not in plausible]
    if not plausible:
        return PublishedOn(None, None, tuple(findings))
    chosen = plausible[0]
    findings += [_deviating(item, chosen) for item in plausible[1:] if _deviates(item, chosen)]
    if chosen.source is DateSource.GUESSED:
        findings.append(_note("date_guessed", f"{chosen.value} was guessed from the page"))
    return PublishedOn(chosen.value, chosen.source, tuple(dict.fromkeys(findings)))


def read_title_date(title: str | None, languages: Sequence[str]) -> date | None:
    """The date after the number in a title: `No: 187, 1 October 2026, Regarding …`."""
    match = _NUMBERED.match(title or "")
    if title is None or match is None:
        return None
    return next(_dates_at(title[match.end() :], languages), None)


def read_opening_date(body: str, language: str | None) -> date | None:
    """The date with which a release's first sentence opens: `On 10 March 2022, …`."""
    opening = _OPENING.get(language or "")
    match = opening.match(body) if opening else None
    if match is None or language is None:
        return None
    return next(_dates_at(body[match.end() : match.end() + 60], [language]), None)


def _dates_at(text: str, languages: Sequence[str]) -> Iterator[date]:
    """The date that the text begins with, if it does."""
    for found in find_dates(text, languages):
        if found.start == 0:
            yield found.value


def _deviates(item: Candidate, chosen: Candidate) -> bool:
    """A day's difference is the clock's; guesses do not contradict."""
    return item.source is not DateSource.GUESSED and abs(item.value - chosen.value).days > 1


def _deviating(item: Candidate, chosen: Candidate) -> Finding:
    said = f"{item.source} says {item.value}, {chosen.source} says {chosen.value}"
    return _note("date_disagrees", said)


def _implausible(item: Candidate) -> Finding:
    return _note("date_implausible", f"{item.source} says {item.value}")


def _note(code: str, message: str) -> Finding:
    return Finding(code=code, message=message, field="published_on")
