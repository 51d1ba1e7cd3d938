"""The form of the 1990s: capitals, `Distr.` / `GENERAL`, `/...`, heads with `English / Page 2`."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import Case, Head, annex, letter, neighbour
from tests.corpus.phrases import (
    PSC,
    SECRETARY_GENERAL,
    SG,
    Senders,
    ask,
    charge,
    mission,
    representative,
    representatives,
)
from tests.replica.un.spec import Facts, Footnote, Party, Signature
from warehouse.vocabulary import DocumentType

GA, SC = "General Assembly", "Security Council"
OLD = Head(old=True)
LONG = (
    "The paper was written by three hands in the course of two winters, and it tells of the boats, "
    "the nets, the smoke houses and the prices that were paid on the quay from year to year, as "
    "far back as the books of the harbour master go."
)


def _print_record(text: str) -> str:
    """The head of the Official Records in place of a masthead, and no job line."""
    body = text[text.index("LETTER DATED") : text.index("\n\n61-")]
    return f"Document S/4782\n\n[Original: French]\n[4 April 1961]\n\n{body}\n"


def _in_official_records(case: Case) -> Case:
    """A letter as the Official Records reprint it: symbol, language and date, no masthead."""
    fields = (
        "document_type", "symbols", "original_language", "letter_date",
        "senders", "addressees", "signatories", "annexes", "requests_circulation", "title",
        "language", "body",
    )  # fmt: skip
    tags = case.tags | {"table"}
    return replace(case, tags=tags, fields=fields, renderings=("flat",), damage=_print_record)


CASES: tuple[Case, ...] = (
    letter(
        "old_council",
        "S/1998/9801",
        "1998-04-08",
        SECRETARY_GENERAL,
        PSC,
        "I have the honour to refer to resolution 9159 (1998) of 27 March 1998, by which the "
        "Council set up the Office for Weather Charts.",
        "I should be grateful if you would bring this matter to the attention of the members of "
        "the Security Council.",
        tags="letter old old:sc title:capitals sender:sg",
        facts=Facts(requests_attention=(SC,)),
        signed=(Signature("Kwame A.", "LINDEN"),),
        head=OLD,
        days=6,
    ),
    letter(
        "old_joint",
        "A/52/9802–S/1998/9802",
        "1998-02-10",
        representatives(("Argentina", "ARG"), ("Finland", "FIN"), ("Japan", "JPN"),
                        ("Tunisia", "TUN"), ("Zambia", "ZMB")),
        SG,
        "We have the honour to transmit herewith the text of a paper on herrings (see annex).",
        LONG,
        "We should be grateful if you would have the present letter and its annex circulated as "
        "a document of the General Assembly, under agenda items 39 and 98 (c), and of the "
        "Security Council.",
        tags="letter old old:joint senders:n annex:capitals",
        facts=Facts(requests_circulation=(GA, SC)),
        signed=tuple(
            Signature(given, surname, ("Ambassador",))
            for given, surname in (
                ("Juan", "PEREDA"), ("Aino", "SALMI"), ("Hiro", "TANABE"), ("Sami", "GHARBI"),
                ("Mwila", "BANDA"),
            )
        ),
        head=replace(OLD, items="39, 98 (c)", titles=("OCEANS AND FISHERIES", "CULTURE OF THE "
                                                      "COASTS: SMOKE HOUSES")),
        annexes=(
            annex("Annex", "Herrings of the northern seas", *(LONG,) * 12, head="ANNEX",
                  original="Spanish"),
        ),
    ),
    letter(
        "old_assembly",
        "A/51/9803",
        "1996-09-02",
        charge("the Czech Republic", "CZE", "'"),
        SG,
        "On instructions from my Government, I have the honour to send the list of glass works.",
        ask("the General Assembly, under item 100 of the provisional agenda"),
        tags="letter old old:ga old:provisional state:former_name",
        facts=Facts(requests_circulation=(GA,), cited_symbols=("A/51/150",)),
        signed=(Signature("Jana", "SVOBODA", ("Chargé d'affaires a.i.",)),),
        head=replace(OLD, items="100", provisional=True, titles=("GLASS AND CERAMICS",)),
        notes=(Footnote("*", "A/51/150."),),
    ),
    letter(
        "old_note_verbale",
        "A/53/9804",
        "1998-11-12",
        mission("Yemen", "YEM"),
        SG,
        "The Permanent Mission of Yemen to the United Nations presents its compliments to the "
        "Secretary-General and has the honour to send a map of the coffee terraces.",
        "It requests that the present note be circulated as a document of the General Assembly "
        "under agenda item 91.",
        tags="note_verbale old",
        kind="Note verbale",
        facts=Facts(requests_circulation=(GA,)),
        signed=(),
        head=replace(OLD, items="91", titles=("MACROECONOMIC QUESTIONS",), original="Arabic",
                     ),
    ),
    letter(
        "old_identical",
        "A/48/9805–S/26805",
        "1993-12-01",
        representative("the United Republic of Tanzania", "TZA"),
        SG,
        "I have the honour to inform you that the lake steamers sail again on Mondays.",
        ask("the General Assembly, under agenda item 38, and of the Security Council"),
        tags="letter old symbol:old_council old:joint",
        facts=Facts(requests_circulation=(GA, SC)),
        signed=(Signature("Asha", "NYERERE-MOSHI"),),
        head=replace(OLD, items="38", titles=("STEAMERS AND FERRIES",)),
    ),
    neighbour(
        "old_report",
        "S/1995/9806",
        "1995-07-10",
        DocumentType.REPORT,
        "REPORT OF THE SECRETARY-GENERAL ON THE WEATHER CHARTS",
        "The charts were drawn in spring.",
        tags="report old",
        head=OLD,
    ),
    _in_official_records(
        letter(
            "official_records",
            "S/4782",
            "1961-03-31",
            Senders(
                "the representative of Belgium", (Party("Representative", "Belgium", "BEL"),)
            ),
            PSC,
            "I have the honour to inform you that the post office of the harbour is open again "
            "and that the letters which lay there have been delivered.",
            tags="letter official_records",
            title="LETTER DATED 31 MARCH 1961 FROM THE REPRESENTATIVE OF BELGIUM TO THE "
            "PRESIDENT OF THE SECURITY COUNCIL",
            signed=(Signature("Walter", "LORIDANS-VOS", ("Permanent Representative of Belgium",)),),
            head=Head(original="French"),
            days=4,
        )
    ),
)  # fmt: skip
