"""Letters of the General Assembly alone: sub-items, a note verbale, enclosures, a later session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.replica.calendar import assembly_session, days_before, long_date, ordinal
from tests.replica.letters import people
from tests.replica.letters.forms import (
    CHARGE,
    GA,
    MISSION,
    PGA,
    PR,
    SG,
    annex_head,
    ask_circulation,
    letter_title,
    make_masthead,
    party,
    representative,
    written,
)
from tests.replica.letters.slots import SLOTS
from tests.replica.un.spec import (
    Annex,
    AssemblyBlock,
    Block,
    Facts,
    Footnote,
    Heading,
    Masthead,
    Paragraph,
    Signature,
    UnSpec,
)
from warehouse.vocabulary import DocumentType


def library_exchange(today: date) -> UnSpec:
    """A letter under an item and a sub-item, with a statement annexed and a joined item title."""
    name = "library_exchange"
    day = written(name, today, 4)
    title = letter_title(day, representative("Azerbaijan"), "the Secretary-General")
    return _document(
        name,
        today,
        _library_masthead(name, today),
        title,
        day,
        Paragraph(
            "I have the honour to transmit herewith the text of the statement of the national "
            "library of Azerbaijan on the exchange of books (see annex)."
        ),
        ask_circulation(
            "the present letter and its annex",
            "a document of the General Assembly, under agenda items 13 and 79 (a)",
        ),
        signatures=(people.AZERBAIJAN_REPRESENTATIVE,),
        annexes=(
            Annex(
                label="Annex",
                head=annex_head(title),
                title="Statement of the national library on the exchange of books",
                blocks=(
                    Paragraph("This year 1,119 volumes were sent and 1,204 received.", "1."),
                    Paragraph("The catalogue of the exchange is kept in four alphabets.", "2."),
                ),
            ),
        ),
        facts=Facts(
            senders=(party(PR, "Azerbaijan", "AZE"),),
            addressees=(SG,),
            requests_circulation=(GA,),
        ),
    )


def library_exchange_corr(today: date) -> UnSpec:
    """The corrigendum of that letter: the parent's masthead and title, then what to replace."""
    name = "library_exchange_corr"
    day = written("library_exchange", today, 4)
    title = letter_title(day, representative("Azerbaijan"), "the Secretary-General")
    spec = _document(
        name,
        today,
        _library_masthead(name, today),
        title,
        day,
        Heading("Corrigendum"),
        Heading("Annex, paragraph 1"),
        Paragraph("<i>For</i> 1,204 received <i>read</i> 1,240 received"),
        kind=DocumentType.CORRIGENDUM,
        facts=Facts(senders=(party(PR, "Azerbaijan", "AZE"),), addressees=(SG,)),
    )
    return replace(spec, signatures=())


def _library_masthead(name: str, today: date) -> Masthead:
    return make_masthead(
        name,
        today,
        items=("13", "79 (a)"),
        titles=(
            "Culture of peace",
            "Information from libraries and archives: exchange of printed works",
        ),
    )


def philatelic_note(today: date) -> UnSpec:
    """A note verbale: in the third person, unsigned, with an annex that has a head of its own."""
    name = "philatelic_note"
    session = ordinal(assembly_session(SLOTS[name].day(today))).lower()
    day = written(name, today, 3)
    title = letter_title(
        day,
        "the Permanent Mission of Uruguay to the United Nations",
        "the Secretary-General",
        kind="Note verbale",
    )
    return _document(
        name,
        today,
        make_masthead(name, today, items=("13",), titles=("Culture of peace",)),
        title,
        day,
        Paragraph(
            "The Permanent Mission of Uruguay to the United Nations presents its compliments to "
            "the Secretary-General and has the honour to transmit herewith the programme of the "
            "philatelic exhibition of Montevideo (see annex)."
        ),
        Paragraph(
            "The Permanent Mission of Uruguay requests that the present note and its annex be "
            f"circulated as a document of the {session} session of the General Assembly, under "
            "agenda item 13."
        ),
        Paragraph(
            "The Permanent Mission of Uruguay avails itself of this opportunity to renew to the "
            "Secretary-General the assurances of its highest consideration."
        ),
        kind=DocumentType.NOTE_VERBALE,
        annexes=(
            Annex(
                label="Annex",
                head=annex_head(title),
                title="Programme of the philatelic exhibition of Montevideo",
                original_language="Spanish",
                blocks=(
                    Paragraph("The exhibition shows stamps with ships, birds and bridges."),
                    Paragraph("The jury meets on the second day."),
                ),
            ),
        ),
        facts=Facts(
            senders=(party(MISSION, "Uruguay", "URY"),),
            addressees=(SG,),
            requests_circulation=(GA,),
        ),
    )


def museums_charge(today: date) -> UnSpec:
    """A letter of a chargé d'affaires to the Assembly's President; an enclosure under its annex."""
    name = "museums_charge"
    day, inner_day = written(name, today, 2), written(name, today, 5)
    sender = "the Chargé d’affaires a.i. of the Permanent Mission of Armenia to the United Nations"
    title = letter_title(day, sender, "the President of the General Assembly")
    inner = letter_title(
        inner_day,
        "the Minister for Foreign Affairs of the Republic of Armenia",
        "the President of the General Assembly",
    )
    enclosure = Annex(
        label="Enclosure",
        head="Enclosure",
        title="Opening hours on the night of museums",
        blocks=(
            Paragraph("Museums of history: from 6 p.m. to midnight."),
            Paragraph("Museums of nature: from 5 p.m. to 11 p.m."),
        ),
    )
    return _document(
        name,
        today,
        make_masthead(name, today, items=("13",), titles=("Culture of peace",)),
        title,
        day,
        Paragraph(
            "I am writing to you to transmit a letter from Davit Hovsanian, Minister for Foreign "
            "Affairs of the Republic of Armenia, on the night of museums (see annex), and the "
            "list of opening hours that goes with it (see enclosure)."
        ),
        ask_circulation(
            "the present letter, its annex and the enclosure thereto",
            "a document of the General Assembly, under agenda item 13",
        ),
        signatures=(people.ARMENIA_CHARGE,),
        annexes=(
            Annex(
                label="Annex",
                head=annex_head(title),
                title=inner,
                letter_date=inner_day,
                signatures=(people.ARMENIA_MINISTER,),
                blocks=(
                    Paragraph("Forty museums will stay open on one night of the coming spring."),
                ),
                under=(enclosure,),
            ),
        ),
        facts=Facts(
            senders=(party(CHARGE, "Armenia", "ARM"),),
            addressees=(PGA,),
            requests_circulation=(GA,),
        ),
    )


def provisional_trees(today: date) -> UnSpec:
    """A letter under an item of the next session's provisional agenda, with its footnote."""
    name = "provisional_trees"
    day = written(name, today, 1)
    masthead = make_masthead(name, today)
    session = assembly_session(SLOTS[name].day(today)) + 1
    agenda = f"A/{session}/950"
    block = AssemblyBlock(session, ("30",), ("Harmony with nature",), is_provisional=True)
    symbol = f"A/{session}/{SLOTS[name].assembly}"
    return _document(
        name,
        today,
        replace(masthead, symbols=(symbol,), assembly=block),
        letter_title(day, representative("Azerbaijan"), "the Secretary-General"),
        day,
        Paragraph(
            "I have the honour to draw your attention to the register of old trees in cities, "
            "which is open to the municipalities of every country."
        ),
        ask_circulation(
            "the present letter",
            f"a document of the {ordinal(session).lower()} session of the General Assembly, "
            "under item 30 of the provisional agenda",
        ),
        signatures=(people.AZERBAIJAN_REPRESENTATIVE,),
        notes=(Footnote("*", f"{agenda}."),),
        facts=Facts(
            senders=(party(PR, "Azerbaijan", "AZE"),),
            addressees=(SG,),
            cited_symbols=(agenda,),
            requests_circulation=(GA,),
        ),
    )


def lighthouses(today: date) -> UnSpec:
    """A letter of one paragraph that asks for nothing; it refers to a letter without a symbol."""
    name = "lighthouses"
    day = written(name, today, 1)
    return _document(
        name,
        today,
        make_masthead(
            name,
            today,
            items=("76 (a)",),
            titles=("Oceans and the law of the sea: oceans and the law of the sea",),
        ),
        letter_title(day, representative("Portugal"), "the President of the General Assembly"),
        day,
        Paragraph(
            f"Further to my letter dated {long_date(days_before(day, 30))}, I wish to inform you "
            "that the lighthouses named in it are open to visitors on Sundays."
        ),
        signatures=(Signature("Inês", "Carvalhal"),),
        facts=Facts(senders=(party(PR, "Portugal", "PRT"),), addressees=(PGA,)),
    )


def contradicting_wells(today: date) -> UnSpec:
    """A letter whose printed date lies three months after its masthead: one of them is wrong."""
    name = "contradicting_wells"
    day = written(name, today, -90)
    return _document(
        name,
        today,
        make_masthead(name, today, items=("18",), titles=("Sustainable development",)),
        letter_title(day, representative("Kenya"), "the Secretary-General"),
        day,
        Paragraph("I have the honour to inform you that the list of wells has been printed."),
        ask_circulation(
            "the present letter", "a document of the General Assembly, under agenda item 18"
        ),
        signatures=(Signature("Achieng", "Mutua-Njeri"),),
        facts=Facts(
            senders=(party(PR, "Kenya", "KEN"),), addressees=(SG,), requests_circulation=(GA,)
        ),
    )


def _document(
    name: str,
    today: date,
    masthead: Masthead,
    title: str,
    day: date,
    *blocks: Block,
    facts: Facts,
    kind: DocumentType = DocumentType.LETTER,
    signatures: tuple[Signature, ...] = (),
    annexes: tuple[Annex, ...] = (),
    notes: tuple[Footnote, ...] = (),
) -> UnSpec:
    slot = SLOTS[name]
    return UnSpec(
        name=name,
        document_type=kind,
        masthead=masthead,
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
