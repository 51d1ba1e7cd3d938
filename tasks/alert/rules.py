"""Rules: whether a subject is one that somebody watches for, and on what grounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tasks.alert.recipients import Recipient
from tasks.alert.subjects import Lexicon, Subject
from tasks.alert_settings import Timing
from warehouse.vocabulary import DocumentType

LETTERS = frozenset(one.value for one in DocumentType if one.is_letter)
"""The kinds of documents that a rule means where it names none."""

_STAR = re.escape("*")


@dataclass(frozen=True, slots=True)
class Party:
    """A state or organisation as a rule names it: its identity, and the name to be shown."""

    identity: str
    name: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold: of each criterion that is not empty at least one value.

    `events` are new, announcement and version. `addressees` are in folded case, a `*` at their
    end stands for any ending.
    """

    senders: tuple[Party, ...] = ()
    mentioned: tuple[Party, ...] = ()
    addressees: tuple[str, ...] = ()
    agenda_items: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    kinds: frozenset[str] = LETTERS
    sources: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sql: str | None = None
    events: frozenset[str] = frozenset(("new", "announcement", "version"))


@dataclass(frozen=True, slots=True)
class Watch:
    """A rule with its name, why somebody follows it, who is told, and when."""

    name: str
    rule: Rule
    recipients: tuple[Recipient, ...]
    timing: Timing = field(default_factory=Timing)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is told: the watch, on which grounds it matched, why it is followed."""

    watch: str
    grounds: tuple[str, ...] = ()
    note: str | None = None

    def __str__(self) -> str:
        grounds = f": {'; '.join(self.grounds)}" if self.grounds else ""
        return f"{self.watch}{grounds}"


class Judge:
    """Tells why a rule matches a subject; `sql_hits` are the letters each SQL condition chose.

    A condition that could not be evaluated for a letter stands there with the error, and matches.
    """

    def __init__(
        self, lexicon: Lexicon, sql_hits: Mapping[str, Mapping[str, str | None]] | None = None
    ) -> None:
        self._lexicon = lexicon
        self._sql_hits = sql_hits or {}
        self._parties: dict[str, frozenset[str]] = {}

    def find_grounds(self, rule: Rule, subject: Subject) -> tuple[str, ...] | None:
        """Give the grounds on which a rule matches; None where it does not."""
        if subject.kind not in rule.kinds or subject.event not in rule.events:
            return None
        found: list[str] = []
        for grounds in self._try_criteria(rule, subject):
            if not grounds:
                return None
            found += grounds
        return tuple(found)

    def _try_criteria(self, rule: Rule, subject: Subject) -> Iterator[list[str]]:
        """Give the grounds of each criterion in turn, the costly ones last."""
        if rule.sources:
            yield [f"source {subject.source_id}"] if subject.source_id in rule.sources else []
        if rule.senders:
            yield [f"sender {p.name}" for p in rule.senders if p.identity in subject.senders]
        if rule.addressees:
            yield [f"addressee {one}" for one in rule.addressees if _is_addressed(one, subject)]
        if rule.agenda_items:
            yield [f"agenda item {one}" for one in rule.agenda_items if _is_item(one, subject)]
        if rule.organs:
            yield [f"document of the {one}" for one in rule.organs if one in subject.organs]
        if rule.words:
            yield [f"words “{one}”" for one in rule.words if find_words(one, subject.text)]
        if rule.mentioned:
            named = self._find_parties(subject.text)
            yield [f"mentions {p.name}" for p in rule.mentioned if p.identity in named]
        if rule.sql is not None:
            yield self._try_sql(rule.sql, subject)

    def _find_parties(self, text: str) -> frozenset[str]:
        if text not in self._parties:
            self._parties[text] = self._lexicon.find_parties(text)
        return self._parties[text]

    def _try_sql(self, sql: str, subject: Subject) -> list[str]:
        hits = self._sql_hits.get(sql, {})
        if subject.letter_id is None or subject.letter_id not in hits:
            return []
        error = hits[subject.letter_id]
        if error is not None:
            return [f"its SQL condition could not be evaluated for this letter ({error})"]
        return [f"condition {' '.join(sql.split())}"]


def find_words(words: str, text: str) -> bool:
    """Say whether words stand in a text in this order, as whole words, in whatever case.

    >>> find_words("seed vault*", "The Seed  vaults of the north"), find_words("eel", "steel")
    (True, False)
    """
    parts = (re.escape(_straighten(part)).replace(_STAR, r"\w*") for part in words.split())
    pattern = r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"
    return re.search(pattern, _straighten(text), re.IGNORECASE) is not None


def _is_addressed(wanted: str, subject: Subject) -> bool:
    beginning = wanted.removesuffix("*")
    if beginning != wanted:
        return any(one.startswith(beginning.casefold()) for one in subject.addressees)
    return wanted.casefold() in subject.addressees


def _is_item(wanted: str, subject: Subject) -> bool:
    """Item 79 stands for its sub-items as well."""
    return any(one == wanted or one.startswith(f"{wanted} (") for one in subject.agenda_items)


def _straighten(text: str) -> str:
    return re.sub("[’‘´`ʼ]", "'", text)
