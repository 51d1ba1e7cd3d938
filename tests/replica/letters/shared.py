"""More joint letters: of several states, with numbered annexes, and the one held back."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before, long_date
from tests.replica.letters import people
from tests.replica.letters.forms import (
    AMBASSADOR,
    GA,
    PR,
    SC,
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
    Bullet,
    Facts,
    Footnote,
    Heading,
    Paragraph,
    Signature,
    Table,
    UnSpec,
)
from warehouse.vocabulary import DocumentType


def weather_stations(today: date) -> UnSpec:
    """A joint letter with two numbered annexes, three pages long, with a table and footnotes."""
    name = "weather_stations"
    day = written(name, today, 1)
    title = letter_title(day, representative("Azerbaijan"), "the Secretary-General")
    return UnSpec(
        name=name,
        document_type=DocumentType.LETTER,
        masthead=make_masthead(
            name,
            today,
            items=("18",),
            titles=("Sustainable development: protection of the global climate",),
        ),
        title=title,
        blocks=(
            Paragraph(
                "On instructions from my Government, I have the honour to transmit herewith the "
                "yearly observations of the 94 weather stations of Azerbaijan (see annex I) and "
                "the list of the stations that were moved (see annex II)."
            ),
            Paragraph(
                "I should be grateful if you would have the text of the present letter and its "
                "annexes circulated as a document of the General Assembly, under agenda item 18, "
                "and of the Security Council."
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -1),
        letter_date=day,
        signatures=(people.AZERBAIJAN_REPRESENTATIVE,),
        annexes=(_observations(title), _moved_stations(title)),
        facts=Facts(
            senders=(party(PR, "Azerbaijan", "AZE"),),
            addressees=(SG,),
            requests_circulation=(GA, SC),
        ),
    )


def _observations(title: str) -> Annex:
    rows = (
        ("January", "3.1", "22"),
        ("April", "12.4", "31"),
        ("July", "27.9", "8"),
        ("October", "15.2", "26"),
    )
    return Annex(
        label="Annex I",
        head=annex_head(title, "Annex I"),
        title="Yearly observations",
        blocks=(
            Heading("Temperature and rain", number="A."),
            Table(("Month", "Mean (degrees Celsius)", "Rain (millimetres)"), rows),
            Paragraph(
                "The means are of all stations below 500 metres.<sup>1</sup>",
                number="1.",
                notes=(Footnote("1", "Forty-one stations in the year under review."),),
            ),
            Paragraph(
                "Rain was measured at 7 a.m. and 7 p.m. local time. Where the gauge had frozen, "
                "the value of the neighbouring station was taken and marked as such.",
                number="2.",
            ),
        ),
    )


def _moved_stations(title: str) -> Annex:
    return Annex(
        label="Annex II",
        head=annex_head(title, "Annex II"),
        title="List of the stations that were moved",
        blocks=(
            Bullet("Station 17, from the old harbour to the new one;"),
            Bullet("Station 52, from the roof of the school to its garden."),
        ),
    )


def three_ports(today: date) -> UnSpec:
    """A joint letter of three permanent representatives, in alphabetical order of states."""
    name = "three_ports"
    day = written(name, today, 3)
    title = letter_title(
        day,
        "the Permanent Representatives of Fiji, Iceland and Norway to the United Nations",
        "the Secretary-General",
    )
    return UnSpec(
        name=name,
        document_type=DocumentType.LETTER,
        masthead=make_masthead(
            name,
            today,
            items=("76 (a)",),
            titles=("Oceans and the law of the sea: oceans and the law of the sea",),
        ),
        title=title,
        blocks=(
            Paragraph(
                "We have the honour, on behalf of our Governments, to inform you that the "
                "fishing ports of Suva, Akureyri and Tromsø have agreed to exchange, every "
                "month, the figures of landings and the temperature of the water."
            ),
            Paragraph(
                "The agreement is open to every other port. Further to our letter dated "
                f"{long_date(days_before(day, 40))}, we attach the form in which the figures are "
                "exchanged.*"
            ),
            Paragraph(
                "We should be grateful if the present letter could be circulated as a document "
                "of the General Assembly, under agenda item 76 (a), and of the Security Council."
            ),
        ),
        notes=(
            Footnote("*", "Available upon request at the permanent missions of the three States."),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -1),
        letter_date=day,
        signatures=(
            Signature("Semi", "Vakalalabure", (*AMBASSADOR, "of Fiji to the United Nations")),
            Signature("Hrafn", "Eldjárn", (*AMBASSADOR, "of Iceland to the United Nations")),
            Signature("Ingrid", "Bjørnsund", (*AMBASSADOR, "of Norway to the United Nations")),
        ),
        facts=Facts(
            senders=(
                party(PR, "Fiji", "FJI"),
                party(PR, "Iceland", "ISL"),
                party(PR, "Norway", "NOR"),
            ),
            addressees=(SG,),
            requests_circulation=(GA, SC),
        ),
    )


def alphabets_held_back(today: date) -> UnSpec:
    """The joint letter that appears while the demonstration runs."""
    name = "alphabets_held_back"
    day, minister_day = written(name, today, 1), written(name, today, 2)
    title = letter_title(day, representative("Armenia"), "the Secretary-General")
    inner = letter_title(
        minister_day,
        "the Minister for Foreign Affairs of the Republic of Armenia",
        "the Secretary-General",
    )
    return UnSpec(
        name=name,
        document_type=DocumentType.LETTER,
        masthead=make_masthead(name, today, items=("13",), titles=("Culture of peace",)),
        title=title,
        blocks=(
            Paragraph(
                "I have the honour to transmit herewith a letter from Davit Hovsanian, Minister "
                "for Foreign Affairs of the Republic of Armenia, on a travelling exhibition of "
                "alphabets (see annex)."
            ),
            ask_circulation(
                "the present letter and its annex",
                "a document of the General Assembly, under agenda item 13, and of the Security "
                "Council",
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=SLOTS[name].day(today),
        letter_date=day,
        signatures=(people.ARMENIA_REPRESENTATIVE,),
        annexes=(
            Annex(
                label="Annex",
                head=annex_head(title),
                title=inner,
                letter_date=minister_day,
                signatures=(people.ARMENIA_MINISTER,),
                blocks=(
                    Paragraph(
                        "It gives me pleasure to invite all Member States to lend one printed "
                        "page each to a travelling exhibition of alphabets, which will be shown "
                        "in libraries in the coming year."
                    ),
                ),
            ),
        ),
        facts=Facts(
            senders=(party(PR, "Armenia", "ARM"),),
            addressees=(SG,),
            requests_circulation=(GA, SC),
        ),
    )
