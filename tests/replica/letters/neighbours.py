"""Documents that are no letters and stand beside them: a report, a draft resolution, a note."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before
from tests.replica.letters.forms import make_masthead
from tests.replica.letters.slots import SLOTS
from tests.replica.un.spec import Annex, Facts, Footnote, Heading, Paragraph, UnSpec
from warehouse.vocabulary import DocumentType


def archives_report(today: date) -> UnSpec:
    """A report of the Secretary-General, long enough to run over pages."""
    name = "archives_report"
    cited = SLOTS["fisheries"].symbols(today)
    matters = ("paper", "film", "sound recordings", "maps", "photographs", "stamps", "seals")
    paragraphs = tuple(
        Paragraph(
            f"The holdings of {matter} were counted in the spring. They fill {40 + 17 * place} "
            "shelves, of which a third is open to readers. The remainder will be described "
            "before the end of the next year, in the order in which it was received, and the "
            "descriptions will be printed in the six official languages.",
            number=f"{place + 1}.",
        )
        for place, matter in enumerate(matters)
    )
    return UnSpec(
        name=name,
        document_type=DocumentType.REPORT,
        masthead=make_masthead(name, today),
        title="The archives of the reading room",
        subtitle="Report of the Secretary-General",
        blocks=(
            Heading("Introduction", number="I."),
            *paragraphs,
            Heading("Letters received", number="II."),
            Paragraph(
                "Letters of Member States on kindred matters are kept apart "
                f"(see {'–'.join(cited)}).<sup>1</sup>",
                number="8.",
                notes=(Footnote("1", "The list is kept by the Dag Hammarskjöld Library."),),
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -2),
        facts=Facts(cited_symbols=cited),
    )


def tea_and_coffee_draft(today: date) -> UnSpec:
    """A draft resolution with limited distribution and sponsors."""
    name = "tea_and_coffee_draft"
    return UnSpec(
        name=name,
        document_type=DocumentType.DRAFT_RESOLUTION,
        masthead=make_masthead(
            name,
            today,
            items=("24 (b)",),
            titles=("Agriculture development, food security and nutrition: seed collections",),
            distribution="Limited",
        ),
        lead="Iceland, Kenya, Portugal and Uruguay:* draft resolution",
        title="International Day of Tea and Coffee Growers",
        blocks=(
            Paragraph("<i>The General Assembly</i>,"),
            Paragraph("<i>Noting</i> the work of growers of tea and coffee on small farms,"),
            Paragraph("1.  <i>Decides</i> to observe a day of tea and coffee growers once a year;"),
            Paragraph("2.  <i>Invites</i> Member States to mark it in an appropriate manner."),
        ),
        notes=(
            Footnote(
                "*",
                "Any changes to the list of sponsors will be reflected in the official record "
                "of the meeting.",
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -1),
    )


def statistics_note(today: date) -> UnSpec:
    """A note by the Secretary-General that transmits a report in an annex."""
    name = "statistics_note"
    return UnSpec(
        name=name,
        document_type=DocumentType.NOTE,
        masthead=make_masthead(name, today, items=("18",), titles=("Sustainable development",)),
        title="Statistics of measures and weights",
        subtitle="Note by the Secretary-General",
        blocks=(
            Paragraph(
                "The Secretary-General has the honour to transmit to the General Assembly the "
                "report of the working group on measures and weights."
            ),
        ),
        annexes=(
            Annex(
                label="Annex",
                head="Annex",
                title="Report of the working group on measures and weights",
                blocks=(Paragraph("The group met twice and weighed one kilogram of salt."),),
            ),
        ),
        job_number=SLOTS[name].job_number(today),
        released=days_before(SLOTS[name].day(today), -1),
    )
