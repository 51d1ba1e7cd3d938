"""The set phrases of letters and mastheads, so that each fixture holds only what is its own."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import assembly_session, council_year, days_before, long_date
from tests.replica.letters.slots import SLOTS
from tests.replica.un.spec import AssemblyBlock, Masthead, Paragraph, Party

GA, SC = "General Assembly", "Security Council"
SG, PSC, PGA = (
    "Secretary-General",
    "President of the Security Council",
    "President of the General Assembly",
)
PR, CHARGE, MISSION = "Permanent Representative", "Chargé d'affaires a.i.", "Permanent Mission"
AMBASSADOR = ("Ambassador", "Permanent Representative")


def make_masthead(
    name: str,
    today: date,
    *,
    items: tuple[str, ...] = (),
    titles: tuple[str, ...] = (),
    provisional: bool = False,
    distribution: str = "General",
    reissued: bool = False,
    original: str = "English",
) -> Masthead:
    """Return the masthead of a slot; organs, session and year follow from its symbols.

    A document for a provisional agenda belongs to the session after the present one.
    """
    slot, day = SLOTS[name], SLOTS[name].day(today)
    organs = tuple(organ for organ, has in ((GA, slot.assembly), (SC, slot.council)) if has)
    block = AssemblyBlock(assembly_session(day), items, titles, provisional)
    return Masthead(
        symbols=slot.symbols(today),
        organs=organs,
        distributed=day,
        distribution=distribution,
        original=original,
        is_reissued=reissued,
        assembly=block if slot.assembly else None,
        council_year=council_year(day) if len(organs) == 2 else None,
    )


def written(name: str, today: date, days: int = 1) -> date:
    """Return the day of the letter itself, some days before its circulation."""
    return days_before(SLOTS[name].day(today), days)


def representative(state: str) -> str:
    """Return "the Permanent Representative of X to the United Nations"."""
    return f"the Permanent Representative of {state} to the United Nations"


def letter_title(day: date, sender: str, addressee: str, kind: str = "Letter") -> str:
    """Return "Letter dated … from … addressed to …"."""
    return f"{kind} dated {long_date(day)} from {sender} addressed to {addressee}"


def annex_head(title: str, label: str = "Annex") -> str:
    """Return the head that repeats the covering letter's title."""
    return f"{label} to the {title[0].lower()}{title[1:]}"


def ask_circulation(text: str, organs: str) -> Paragraph:
    """Return the ordinary request sentence."""
    return Paragraph(f"I should be grateful if you would have {text} circulated as {organs}.")


def party(office: str, state: str, iso3: str) -> Party:
    """Return a state's sender."""
    return Party(office, state, iso3)
