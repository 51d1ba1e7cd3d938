"""Documents that stand near letters and are none."""

from __future__ import annotations

from tests.corpus.case import Case, Head, annex, neighbour
from tests.replica.un.spec import Footnote, Heading, Paragraph, Raw
from warehouse.vocabulary import DocumentType

NESTED = (
    "Letter dated 31 March 2021 from the Permanent Representative of Qatar to the United Nations "
    "addressed to the Secretary-General"
)

CASES: tuple[Case, ...] = (
    neighbour(
        "lake_report",
        "A/76/9901–S/2022/9901",
        "2022-01-28",
        DocumentType.REPORT,
        "The charting of lakes and its uses",
        Heading("Introduction", "I."),
        Paragraph("The report covers the last year. A letter dated 4 May 2021 from the Permanent "
                  "Representative of Chile to the United Nations addressed to the "
                  "Secretary-General (A/75/9900-S/2021/9900) is taken into account.", "1."),
        tags="report joint",
        subtitle="Report of the Secretary-General",
        head=Head(items="39", titles=("The charting of lakes",)),
        cited=("A/75/9900", "S/2021/9900"),
    ),
    neighbour(
        "note_of_the_secretary_general",
        "A/ES-10/9902",
        "2021-04-22",
        DocumentType.NOTE,
        "Convening of the session",
        Paragraph("In a letter dated 31 March 2021 addressed to the Secretary-General (see "
                  "annex), the Permanent Representative of Qatar asked for a book fair.", "1."),
        tags="note annex:nested_letter",
        subtitle="Note by the Secretary-General",
        annexes=(
            annex("Annex", NESTED, "The readers of the region have asked for a fair.",
                  dated="2021-03-31", original="Arabic"),
        ),
    ),
    neighbour(
        "note_of_the_president",
        "S/2021/9903",
        "2021-03-04",
        DocumentType.NOTE,
        "Note by the President of the Security Council",
        "The members of the Security Council have agreed on the hours of the map room.",
        tags="note:president",
    ),
    neighbour(
        "resolution",
        "A/RES/78/9904",
        "2024-06-17",
        DocumentType.RESOLUTION,
        "78/9904. International Day of Bakers",
        Paragraph("<i>The General Assembly</i>,"),
        Paragraph("<i>Decides</i> to observe a day of bakers once a year."),
        tags="resolution",
        lead="Resolution adopted by the General Assembly on 14 June 2024",
        head=Head(items="14"),
    ),
    neighbour(
        "draft",
        "A/78/L.9905",
        "2024-05-20",
        DocumentType.DRAFT_RESOLUTION,
        "International Day of Bakers",
        Paragraph("<i>The General Assembly</i>,"),
        Paragraph("<i>Decides</i> to observe a day of bakers once a year."),
        tags="draft_resolution distribution:limited",
        lead="Iceland, Kenya and Uruguay: draft resolution",
        head=Head(items="14", distribution="Limited"),
    ),
    neighbour(
        "amendment",
        "A/C.3/78/L.9906",
        "2023-11-08",
        DocumentType.OTHER,
        "Iceland and Kenya: amendment to draft resolution A/C.3/78/L.9890",
        "After the word “bread” insert “and cake”.",
        tags="amendment",
        cited=("A/C.3/78/L.9890",),
        head=Head(items="27", distribution="Limited", rows=("Third Committee",)),
    ),
    neighbour(
        "agenda",
        "S/Agenda/9907",
        "2024-08-26",
        DocumentType.AGENDA,
        "Provisional agenda for the 9907th meeting of the Security Council",
        Raw(("To be held on Tuesday, 27 August 2024, at 3 p.m.", "1. Adoption of the agenda.",
             "2. The charting of lakes.")),
        tags="agenda_document",
    ),
    neighbour(
        "meeting_record",
        "S/PV.9908",
        "2023-06-15",
        DocumentType.MEETING_RECORD,
        "9908th meeting",
        Raw(("Thursday, 15 June 2023, 10 a.m.", "New York")),
        "The meeting was called to order at 10.05 a.m. The President said that the charts of the "
        "lakes lay on the table and that all who wished to see them might do so after the meeting.",
        tags="meeting_record",
    ),
    neighbour(
        "summary_statement",
        "S/2023/10/Add.99",
        "2023-06-19",
        DocumentType.OTHER,
        "Summary statement by the Secretary-General on matters of which the Security Council is "
        "seized and on the stage reached in their consideration",
        Heading("Addendum"),
        "During the week the Council took action on the following item: the charting of lakes.",
        tags="summary_statement",
    ),
    neighbour(
        "report_corrigendum",
        "A/76/9910/Corr.1",
        "2021-09-13",
        DocumentType.CORRIGENDUM,
        "Archives of the reading room",
        Heading("Corrigendum"),
        "Paragraph 4: for 1904 read 1940.",
        tags="corrigendum:report",
        subtitle="Report of the Secretary-General",
        head=Head(items="14"),
    ),
    neighbour(
        "draft_with_footnotes",
        "A/C.2/78/L.9911",
        "2023-10-30",
        DocumentType.DRAFT_RESOLUTION,
        "Seed collections",
        Paragraph("<i>The General Assembly</i>,"),
        Paragraph("<i>Recalling</i> the letter dated 3 May 2023 from the Permanent Representative "
                  "of Peru,<sup>1</sup>", notes=(Footnote("1", "A/77/9888, annex."),)),
        tags="draft_resolution:footnotes",
        lead="Peru: draft resolution",
        cited=("A/77/9888",),
        head=Head(items="21 (a)", distribution="Limited", rows=("Second Committee",)),
    ),
)  # fmt: skip
