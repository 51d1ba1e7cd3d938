"""What a rule looks at: the facts of a letter, a document or an announced letter, in one form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from warehouse.rows import DocumentBundle, Struct
from warehouse.vocabulary import DocumentType


class Lexicon(Protocol):
    """Names of states and organisations, under whatever name and in whatever text."""

    def identify(self, name: str) -> str:
        """Give the ISO 3166-1 alpha-3 code of a state, else the name as the lexicon writes it."""

    def find_parties(self, text: str) -> frozenset[str]:
        """Give all parties that a text names, as `identify` gives them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of a thing to be alerted on; `senders` are ISO codes, or names without one.

    What an announcement cannot tell yet (agenda, organs) is empty and fits no criterion.
    """

    kind: str
    source_id: str
    event: str
    senders: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    agenda_items: frozenset[str] = frozenset()
    organs: frozenset[str] = frozenset()
    symbols: tuple[str, ...] = ()
    text: str = ""
    letter_id: str | None = None


def describe_document(bundle: DocumentBundle, event: str) -> Subject:
    """Describe a document; `letter_id` is set where it has a line in `letter_overview`."""
    document, letter = bundle.document, bundle.letter
    return Subject(
        kind=document.document_type,
        source_id=document.source_id,
        event=event,
        senders=frozenset(_identify_all(letter.senders if letter else ())),
        addressees=frozenset(one.casefold() for one in (letter.addressees if letter else ())),
        agenda_items=frozenset(letter.agenda_items if letter else ()),
        organs=frozenset(row.organ for row in bundle.symbols if row.organ),
        symbols=document.symbols,
        text=_gather_text(bundle),
        letter_id=document.document_id if letter else None,
    )


def describe_announcement(bundle: DocumentBundle, mention: Struct, lexicon: Lexicon) -> Subject:
    """Describe a letter of which only a press release speaks."""
    party, addressee = mention["party"], mention["addressee"]
    return Subject(
        kind=DocumentType.LETTER,
        source_id=bundle.document.source_id,
        event="announcement",
        senders=frozenset([lexicon.identify(party)] if party else []),
        addressees=frozenset([addressee.casefold()] if addressee else []),
        text=_gather_text(bundle),
    )


def _identify_all(senders: tuple[Struct, ...]) -> list[str]:
    return [name for one in senders if (name := one["iso3"] or one["party"])]


def _gather_text(bundle: DocumentBundle) -> str:
    document = bundle.document
    parts = [document.title, document.body, *(row.title for row in bundle.annexes)]
    return "\n".join(part for part in parts if part)
