"""Joint letters (A/… and S/…) that transmit a minister's letter or statistics."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before, long_date
from tests.replica.letters import people
from tests.replica.letters.forms import (
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
from tests.replica.letters.slots import SLOTS, joint_form
from tests.replica.un.spec import (
    Annex,
    Bullet,
    Facts,
    Footnote,
    Heading,
    Paragraph,
    Table,
    UnSpec,
)
from warehouse.vocabulary import DocumentType


def seed_vaults(today: date) -> UnSpec:
    """A joint letter with a minister's letter annexed; cites an earlier joint document."""
    name = "seed_vaults"
    day, minister_day = written(name, today), written(name, today, 2)
    title = letter_title(day, representative("Azerbaijan"), "the Secretary-General")
    inner = letter_title(
        minister_day,
        "the Minister for Foreign Affairs of the Republic of Azerbaijan",
        "the Secretary-General",
    )
    return UnSpec(
        name=name,
        document_type=DocumentType.LETTER,
        masthead=make_masthead(
            name,
            today,
            items=("13", "18", "24 (b)", "121"),
            titles=(
                "Culture of peace",
                "Sustainable development",
                "Agriculture development, food security and nutrition: seed collections",
                "Global awareness of the keeping of crop diversity",
            ),
        ),
        title=title,
        blocks=(
            Paragraph(
                "I have the honour to transmit to you herewith a letter from Kamran Yusifoglu, "
                "Minister for Foreign Affairs of the Republic of Azerbaijan (see annex), on the "
                "opening of the national seed vault to depositors from other countries and on "
                "the observations of the weather stations that serve it "
                f"({joint_form('weather_stations', today)}, annex I)."
            ),
            ask_circulation(
                "the present letter and its annex",
                "a document of the General Assembly, under agenda items 13, 18, 24 (b) and 121, "
                "and of the Security Council",
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -1),
        letter_date=day,
        signatures=(people.AZERBAIJAN_REPRESENTATIVE,),
        annexes=(_seed_annex(title, inner, minister_day),),
        facts=Facts(
            senders=(party(PR, "Azerbaijan", "AZE"),),
            addressees=(SG,),
            cited_symbols=SLOTS["weather_stations"].symbols(today),
            requests_circulation=(GA, SC),
        ),
    )


def _seed_annex(title: str, inner: str, day: date) -> Annex:
    return Annex(
        label="Annex",
        head=annex_head(title),
        title=inner,
        letter_date=day,
        signatures=(people.AZERBAIJAN_MINISTER,),
        blocks=(
            Paragraph(
                "I am writing to draw your attention to the work of the national seed vault, "
                "which since its enlargement has kept more than 41,000 samples of wheat, barley, "
                "pomegranate, mulberry and 212 other cultivated plants."
            ),
            Paragraph(
                "According to the latest inventory,<sup>1</sup> 3,461 of these samples were "
                "deposited by gene banks of other countries, under an agreement that leaves "
                "them the property of the depositor. They are kept at minus 18 degrees Celsius, "
                "and a tenth of them is tested for germination every year.",
                notes=(
                    Footnote(
                        "1", "The inventory is published by the vault, second edition, table 4."
                    ),
                ),
            ),
            Paragraph("The vault offers to depositors, free of charge:"),
            Bullet("Storage for a term of twenty years, which may be renewed;"),
            Bullet("Germination tests, whose results are sent to the depositor alone;"),
            Bullet("A duplicate of the catalogue in the six official languages."),
            Paragraph(
                "It would be appreciated if gene banks that wish to deposit samples wrote to the "
                "vault before the end of the year. The annex to the agreement, which is not "
                "reproduced here, holds the form of a request."
            ),
        ),
    )


def fisheries(today: date) -> UnSpec:
    """A joint letter whose annex was written in another language and holds a table."""
    name = "fisheries"
    day, minister_day = written(name, today, 2), written(name, today, 3)
    title = letter_title(day, representative("Armenia"), "the Secretary-General")
    inner = letter_title(
        minister_day,
        "the Minister for Foreign Affairs of the Republic of Armenia",
        "the Secretary-General",
    )
    return UnSpec(
        name=name,
        document_type=DocumentType.LETTER,
        masthead=make_masthead(
            name,
            today,
            items=("18", "76 (b)"),
            titles=(
                "Sustainable development",
                "Oceans, lakes and inland waters: sustainable fisheries and their statistics",
            ),
        ),
        title=title,
        blocks=(
            Paragraph(
                "I have the honour to transmit herewith a letter from Davit Hovsanian, Minister "
                "for Foreign Affairs of the Republic of Armenia, concerning the annual statistics "
                "of inland fisheries (see annex)."
            ),
            Paragraph(
                "I kindly request that the present letter and its annex be circulated as a "
                "document of the General Assembly, under agenda items 18 and 76 (b), and of the "
                "Security Council."
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -2),
        letter_date=day,
        signatures=(people.ARMENIA_REPRESENTATIVE,),
        annexes=(_fisheries_annex(title, inner, minister_day),),
        facts=Facts(
            senders=(party(PR, "Armenia", "ARM"),),
            addressees=(SG,),
            requests_circulation=(GA, SC),
        ),
    )


def _fisheries_annex(title: str, inner: str, day: date) -> Annex:
    year = day.year - 1
    return Annex(
        label="Annex",
        head=annex_head(title),
        title=inner,
        letter_date=day,
        original_language="Armenian",
        signatures=(people.ARMENIA_MINISTER,),
        blocks=(
            Paragraph(
                "I have the honour to inform you that the statistics of inland fisheries for "
                f"{year} have been completed and are open to every interested institution."
            ),
            Heading("Catch by species", number="I."),
            Table(
                ("Species", "Tons landed", "Licences"),
                (
                    ("Whitefish", "1,204", "86"),
                    ("Trout", "318", "41"),
                    ("Crayfish", "97", "12"),
                ),
            ),
            Heading("Method", number="II."),
            Paragraph(
                "The figures are weighed landings from lakes and rivers; fish that is put back "
                "is not counted. Farmed fish are listed apart.",
                number="1.",
            ),
            Paragraph(
                "Every licence holder reports once a month. Reports that came late are entered "
                "under the month in which the fish was landed.",
                number="2.",
            ),
            Paragraph(
                "Institutions of other countries are invited to compare the method with theirs.",
                number="3.",
            ),
        ),
    )


def fisheries_reply(today: date) -> UnSpec:
    """A joint letter that answers another by its symbols; the annex is no letter."""
    name = "fisheries_reply"
    day = written(name, today, 0)
    title = letter_title(day, representative("Azerbaijan"), "the Secretary-General")
    answered = long_date(written("fisheries", today, 2))
    return UnSpec(
        name=name,
        document_type=DocumentType.LETTER,
        masthead=make_masthead(
            name,
            today,
            items=("18", "76 (b)"),
            titles=(
                "Sustainable development",
                "Oceans, lakes and inland waters: sustainable fisheries and their statistics",
            ),
        ),
        title=title,
        blocks=(
            Paragraph(
                f"In reply to the letter dated {answered} from the Permanent Representative of "
                "Armenia to the United Nations addressed to the Secretary-General "
                f"({joint_form('fisheries', today)}), in which the method of fishery statistics "
                "was offered for comparison, I have the honour to transmit herewith a note on "
                "the method that is used in Azerbaijan (see annex)."
            ),
            ask_circulation(
                "the present letter and its annex",
                "a document of the General Assembly, under agenda items 18 and 76 (b), and of "
                "the Security Council",
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -1),
        letter_date=day,
        signatures=(people.AZERBAIJAN_REPRESENTATIVE,),
        annexes=(
            Annex(
                label="Annex",
                head=annex_head(title),
                title="Note on the method of fishery statistics",
                blocks=(
                    Paragraph("Sturgeon, kilka and carp are weighed at 14 landing places."),
                    Paragraph("Monthly figures are published within six weeks."),
                ),
            ),
        ),
        facts=Facts(
            senders=(party(PR, "Azerbaijan", "AZE"),),
            addressees=(SG,),
            cited_symbols=SLOTS["fisheries"].symbols(today),
            requests_circulation=(GA, SC),
            in_reply_to=SLOTS["fisheries"].symbols(today),
        ),
    )
