"""Letters of the Security Council alone: no second block in the masthead, no agenda items."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before, long_date
from tests.replica.letters import people
from tests.replica.letters.forms import (
    AMBASSADOR,
    CHARGE,
    PR,
    PSC,
    SC,
    SG,
    annex_head,
    letter_title,
    make_masthead,
    party,
    representative,
    written,
)
from tests.replica.letters.slots import SLOTS
from tests.replica.un.spec import (
    Annex,
    Block,
    Facts,
    Footnote,
    Paragraph,
    Party,
    Signature,
    UnSpec,
)
from warehouse.vocabulary import DocumentType

SECRETARY_GENERAL = Party(SG, "United Nations")
COUNCIL_PRESIDENT = Party(PSC, SC)
OF_COUNCIL = "circulated as a document of the Security Council"


def sg_to_president(today: date) -> UnSpec:
    """The Secretary-General writes to the President: attention only, no circulation."""
    name = "sg_to_president"
    day = written(name, today, 1)
    return _letter(
        name,
        today,
        letter_title(day, "the Secretary-General", "the President of the Security Council"),
        day,
        Paragraph(
            "I have the honour to refer to the reading room of the Security Council and to "
            "inform you of my intention to lend its atlas of harbours, for one year, to the "
            "Dag Hammarskjöld Library."
        ),
        Paragraph(
            "I should be grateful if you would bring this matter to the attention of the members "
            "of the Security Council."
        ),
        signatures=(people.SECRETARY_GENERAL,),
        facts=Facts(senders=(SECRETARY_GENERAL,), addressees=(PSC,), requests_attention=(SC,)),
    )


def president_to_sg(today: date) -> UnSpec:
    """The President answers the Secretary-General's letter by its symbol."""
    name = "president_to_sg"
    day = written(name, today, 0)
    answered = SLOTS["sg_to_president"].symbols(today)
    letter_day = long_date(written("sg_to_president", today, 1))
    return _letter(
        name,
        today,
        letter_title(day, "the President of the Security Council", "the Secretary-General"),
        day,
        Paragraph(
            f"I have the honour to inform you that your letter dated {letter_day} "
            f"({answered[0]}) concerning your intention to lend the atlas of harbours to the Dag "
            "Hammarskjöld Library has been brought to the attention of the members of the "
            "Security Council. They take note of the intention expressed in your letter."
        ),
        signatures=(people.COUNCIL_PRESIDENT,),
        facts=Facts(
            senders=(COUNCIL_PRESIDENT,),
            addressees=(SG,),
            cited_symbols=answered,
            in_reply_to=answered,
        ),
    )


def postal_services(today: date) -> UnSpec:
    """The shortest ordinary letter: one page, one state, one addressee."""
    name = "postal_services"
    day = written(name, today, 1)
    return _letter(
        name,
        today,
        letter_title(day, representative("Armenia"), "the President of the Security Council"),
        day,
        Paragraph(
            "I wish to inform you that the postal service of Armenia has issued a calendar of "
            "collection times for delegations, which was prepared at the request of several "
            "permanent missions."
        ),
        Paragraph(f"I should be grateful if the present letter were {OF_COUNCIL}."),
        signatures=(people.ARMENIA_REPRESENTATIVE,),
        facts=Facts(
            senders=(party(PR, "Armenia", "ARM"),), addressees=(PSC,), requests_circulation=(SC,)
        ),
    )


def identical_bees(today: date) -> UnSpec:
    """Identical letters to two addressees, with an annex that repeats the covering title."""
    name = "identical_bees"
    day = written(name, today, 2)
    title = letter_title(
        day,
        representative("Kenya"),
        "the Secretary-General and the President of the Security Council",
        kind="Identical letters",
    )
    annex = Annex(
        label="Annex",
        head=annex_head(title),
        original_language="English and French",
        blocks=(
            Paragraph("Bee-keepers of eleven countries met to compare the weight of hives."),
            Paragraph("They agreed to weigh them on the first Sunday of each month."),
        ),
    )
    return _letter(
        name,
        today,
        title,
        day,
        Paragraph(
            "I have the honour to transmit herewith a summary of the meeting of bee-keepers that "
            "was held in Nairobi (see annex)."
        ),
        Paragraph(
            f"I would appreciate it if the present letter and its annex could be {OF_COUNCIL}."
        ),
        kind=DocumentType.IDENTICAL_LETTERS,
        signatures=(Signature("Achieng", "Mutua-Njeri", AMBASSADOR),),
        annexes=(annex,),
        facts=Facts(
            senders=(party(PR, "Kenya", "KEN"),),
            addressees=(SG, PSC),
            requests_circulation=(SC,),
        ),
    )


def map_sheets(today: date) -> UnSpec:
    """A letter of a chargé d'affaires, reissued for technical reasons (asterisk)."""
    name = "map_sheets"
    day = written(name, today, 2)
    sender = (
        "the Chargé d’affaires a.i. of the Permanent Mission of Azerbaijan to the United Nations"
    )
    reissued_on = long_date(SLOTS[name].day(today))
    return _letter(
        name,
        today,
        letter_title(day, sender, "the President of the Security Council"),
        day,
        Paragraph(
            "Upon instructions from my Government, I have the honour to inform you that the "
            "sheets of the geological map at the scale 1:50,000 have been lent to the map "
            "library of the Security Council Affairs Division."
        ),
        Paragraph(f"I kindly ask that the present letter be {OF_COUNCIL}."),
        signatures=(Signature("Orkhan", "Velizade", ("Chargé d’affaires a.i.",)),),
        notes=(Footnote("*", f"Reissued for technical reasons on {reissued_on}."),),
        reissued=True,
        facts=Facts(
            senders=(party(CHARGE, "Azerbaijan", "AZE"),),
            addressees=(PSC,),
            requests_circulation=(SC,),
        ),
    )


def glaciers_not_ready(today: date) -> UnSpec:
    """A listed letter whose file the store does not have yet."""
    name = "glaciers_not_ready"
    day = written(name, today, 1)
    return _letter(
        name,
        today,
        letter_title(day, representative("Portugal"), "the President of the Security Council"),
        day,
        Paragraph("I wish to inform you that the photographs of glaciers have been catalogued."),
        Paragraph(f"I should be grateful if the present letter were {OF_COUNCIL}."),
        signatures=(Signature("Inês", "Carvalhal"),),
        facts=Facts(
            senders=(party(PR, "Portugal", "PRT"),), addressees=(PSC,), requests_circulation=(SC,)
        ),
    )


def damaged_radio(today: date) -> UnSpec:
    """A letter whose file is cut short, so that nobody can read it."""
    name = "damaged_radio"
    day = written(name, today, 1)
    return _letter(
        name,
        today,
        letter_title(day, representative("Uruguay"), "the President of the Security Council"),
        day,
        Paragraph("I wish to inform you that the museum of radio has been opened."),
        Paragraph(f"I should be grateful if the present letter were {OF_COUNCIL}."),
        signatures=(Signature("Joaquín", "Etcheverría"),),
        facts=Facts(
            senders=(party(PR, "Uruguay", "URY"),), addressees=(PSC,), requests_circulation=(SC,)
        ),
    )


def _letter(
    name: str,
    today: date,
    title: str,
    day: date,
    *blocks: Block,
    signatures: tuple[Signature, ...],
    facts: Facts,
    kind: DocumentType = DocumentType.LETTER,
    annexes: tuple[Annex, ...] = (),
    notes: tuple[Footnote, ...] = (),
    reissued: bool = False,
) -> UnSpec:
    slot = SLOTS[name]
    return UnSpec(
        name=name,
        document_type=kind,
        masthead=make_masthead(name, today, reissued=reissued),
        title=title,
        blocks=blocks,
        job_number=slot.job_number(today),
        released=days_before(slot.day(today), -1),
        letter_date=day,
        signatures=signatures,
        annexes=annexes,
        notes=notes,
        facts=facts,
    )
