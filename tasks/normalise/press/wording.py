"""How one language speaks of letters: the patterns by which a mention is read."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addressee:
    """One addressee: its normalised name, and the pattern of its printed forms.

    `needs_lead` says that a word such as "to" must stand before it; without it the printed form
    itself (a dative) shows the direction.
    """

    name: str
    pattern: re.Pattern[str]
    needs_lead: bool = True


@dataclass(frozen=True, slots=True)
class Wording:
    """The patterns of one language.

    `letter` is the noun; `no_letter` idioms in which it is none; `writing` a verb that needs no
    noun ("wrote to"). `back` marks a letter already spoken of, `apart` one that is another or
    an earlier one. `author` has the groups `party…` and `name…` (any may be missing).
    `lead` stands before an addressee; `author_lead` ends the words between noun and author;
    `own` ends right before a noun whose author follows ("in his letter …, the Minister").
    `sending` and `will_send`, `circulating` and `will_circulate` are verbs; `as_document` must
    stand beside a circulating verb, and `organ` shows whose document it is. `connectors` are
    words that may stand between the parts of one phrase; `date_lead` ends right before a date.
    `date_follows` says that a date stands after what it dates (not before).
    """

    language: str
    letter: re.Pattern[str]
    no_letter: re.Pattern[str]
    writing: re.Pattern[str]
    back: re.Pattern[str]
    apart: re.Pattern[str]
    author: re.Pattern[str]
    addressees: tuple[Addressee, ...]
    lead: re.Pattern[str]
    author_lead: re.Pattern[str]
    own: re.Pattern[str]
    organ: re.Pattern[str]
    sending: re.Pattern[str]
    will_send: re.Pattern[str]
    circulating: re.Pattern[str]
    will_circulate: re.Pattern[str]
    as_document: re.Pattern[str]
    negation: re.Pattern[str]
    clause: re.Pattern[str]
    connectors: frozenset[str]
    date_lead: re.Pattern[str]
    date_follows: bool = True
