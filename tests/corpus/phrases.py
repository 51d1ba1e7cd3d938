"""Senders and addressees as English titles print them, with what a reader must make of them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.replica.un.spec import Party

TO_UN = "to the United Nations"
TITLES = (
    "Sustainable development",
    "Culture of peace",
    "Global health and foreign policy",
    "Oceans and the law of the sea",
    "Promotion of interreligious and intercultural dialogue",
)


@dataclass(frozen=True, slots=True)
class Senders:
    """The sender slot of a title as printed, and the parties in it."""

    text: str
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Addressees:
    """The addressee slot of a title as printed, and the offices in it."""

    text: str
    names: tuple[str, ...]


SG_NAME, PGA_NAME, PSC_NAME = (
    "Secretary-General",
    "President of the General Assembly",
    "President of the Security Council",
)
SG = Addressees("the Secretary-General", (SG_NAME,))
PGA = Addressees("the President of the General Assembly", (PGA_NAME,))
PSC = Addressees("the President of the Security Council", (PSC_NAME,))
SG_PSC = Addressees(f"{SG.text} and {PSC.text}", (SG_NAME, PSC_NAME))
SG_TO_PSC = Addressees(f"{SG.text} and to {PSC.text}", (SG_NAME, PSC_NAME))
SG_PGA = Addressees(f"{SG.text} and {PGA.text}", (SG_NAME, PGA_NAME))
ALL_THREE = Addressees(f"{SG.text}, {PGA.text} and {PSC.text}", (SG_NAME, PGA_NAME, PSC_NAME))
MEMBERS_NAME = "Permanent Representatives of the members of the Security Council"
SG_MEMBERS = Addressees(f"{SG.text} and the {MEMBERS_NAME}", (SG_NAME, MEMBERS_NAME))


def to(name: str) -> Addressees:
    """Return a lone addressee."""
    return Addressees(f"the {name}", (name,))


def state(office: str, printed: str, party: str, iso3: str, tail: str = f" {TO_UN}") -> Senders:
    """Return one sender: office, the state as printed, its short form and code."""
    return Senders(f"the {office} of {printed}{tail}", (Party(office, party, iso3),))


def representative(printed: str, iso3: str, party: str | None = None) -> Senders:
    """Return a permanent representative; `party` where the short form is not as printed."""
    return state("Permanent Representative", printed, party or bare(printed), iso3)


def representatives(*states: tuple[str, str]) -> Senders:
    """Return several permanent representatives in one slot: (state, code) each."""
    names = [name for name, _ in states]
    text = f"the Permanent Representatives of {', '.join(names[:-1])} and {names[-1]} {TO_UN}"
    parties = tuple(Party("Permanent Representative", bare(name), code) for name, code in states)
    return Senders(text, parties)


def charge(printed: str, iso3: str, sign: str = "’", party: str | None = None) -> Senders:
    """Return a chargé d'affaires; `sign` is the apostrophe as printed."""
    text = f"the Chargé d{sign}affaires a.i. of the Permanent Mission of {printed} {TO_UN}"
    return Senders(text, (Party("Chargé d'affaires a.i.", party or bare(printed), iso3),))


def mission(printed: str, iso3: str, party: str | None = None) -> Senders:
    """Return a permanent mission, as notes verbales have it."""
    return state("Permanent Mission", printed, party or bare(printed), iso3)


def office(name: str, printed: str, iso3: str, party: str | None = None) -> Senders:
    """Return somebody in the capital: minister, head of state or of government."""
    return state(name, printed, party or bare(printed), iso3, tail="")


def body(name: str, of: str) -> Senders:
    """Return an office of an organ: "Chair of the Committee on …", "President of …"."""
    return Senders(f"the {name}", (Party(name, of),))


def join(*senders: Senders) -> Senders:
    """Join senders of different offices with "and"."""
    text = " and ".join(one.text for one in senders)
    return Senders(text, tuple(party for one in senders for party in one.parties))


def bare(printed: str) -> str:
    """Return a state's name without its article."""
    return printed.removeprefix("the ")


SECRETARY_GENERAL = Senders("the Secretary-General", (Party(SG_NAME, "United Nations"),))
COUNCIL_PRESIDENT = body(PSC_NAME, "Security Council")
ASSEMBLY_PRESIDENT = body(PGA_NAME, "General Assembly")


def ask(of: str, what: str = "the present letter") -> str:
    """Return the ordinary request for circulation."""
    return f"I should be grateful if you would have {what} circulated as a document of {of}."
