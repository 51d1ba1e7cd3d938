"""Reissues, corrigenda, addenda, revisions; job lines with two dates; language lines."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import COVER, Case, Head, annex, letter
from tests.corpus.phrases import PSC, SECRETARY_GENERAL, SG, ask, representative
from tests.replica.un.spec import Facts, Footnote, Heading, Signature
from warehouse.vocabulary import DocumentType

GA, SC = "General Assembly", "Security Council"
FOR_SC, FOR_GA = Facts(requests_circulation=(SC,)), Facts(requests_circulation=(GA,))
REISSUE = Footnote("*", "Reissued for technical reasons on 9 November 2023.")


def _corrigendum(case: Case) -> Case:
    """A letter's corrigendum: its masthead and title, unsigned, asking nothing."""
    return replace(case, spec=replace(case.spec, document_type=DocumentType.CORRIGENDUM))


CASES: tuple[Case, ...] = (
    letter(
        "reissued",
        "S/2023/9701",
        "2023-11-06",
        representative("Gabon", "GAB"),
        PSC,
        "I have the honour to send the map of forest paths.",
        ask("the Security Council"),
        tags="letter reissue footnote:reissue",
        facts=FOR_SC,
        head=Head(reissued=True),
        notes=(REISSUE,),
    ),
    letter(
        "reissued_jointly",
        "A/78/9702–S/2023/9702",
        "2023-11-07",
        representative("Malta", "MLT"),
        SG,
        "I have the honour to send the map of cisterns.",
        ask("the General Assembly, under agenda item 18, and of the Security Council"),
        tags="letter reissue joint",
        facts=Facts(requests_circulation=(GA, SC)),
        head=Head(items="18", reissued=True),
        notes=(REISSUE,),
        released_again="2023-11-20",
    ),
    _corrigendum(
        letter(
            "corrigendum",
            "S/2021/9703/Corr.1",
            "2021-06-28",
            representative("Latvia", "LVA"),
            PSC,
            Heading("Corrigendum"),
            Heading("Page 2, paragraph 7"),
            "<i>Replace</i> the existing text <i>with</i> the following:",
            "The amber was found in 1904.",
            tags="corrigendum",
            signed=(),
            days=12,
        )
    ),
    _corrigendum(
        letter(
            "joint_corrigendum",
            "A/75/9704/Corr.1–S/2021/9704/Corr.1",
            "2021-02-15",
            representative("Lithuania", "LTU"),
            SG,
            Heading("Corrigendum"),
            "Not applicable to English.",
            tags="corrigendum joint original:several",
            head=Head(items="14", original="English and French"),
            signed=(),
        )
    ),
    letter(
        "addendum",
        "S/2020/9705/Add.1",
        "2020-03-16",
        representative("Slovenia", "SVN"),
        PSC,
        "Further to my letter dated 2 March 2020 (S/2020/9705), I have the honour to send the "
        "second part of the list of beehive panels.",
        ask("the Security Council"),
        tags="letter addendum opening:further",
        facts=replace(FOR_SC, cited_symbols=("S/2020/9705",)),
    ),
    letter(
        "revision",
        "A/63/9706/Rev.1",
        "2008-10-21",
        representative("Austria", "AUT"),
        SG,
        "I have the honour to send the corrected timetable of the mountain railway.",
        ask("the General Assembly, under agenda item 19"),
        tags="letter revision",
        facts=FOR_GA,
        head=Head(items="19"),
    ),
    letter(
        "two_job_dates",
        "S/2021/9707",
        "2021-02-05",
        SECRETARY_GENERAL,
        PSC,
        "I have the honour to send the register of the archives.",
        "I should be grateful if you would bring it to the attention of the members of the "
        "Council.",
        tags="letter job:two_dates",
        facts=Facts(requests_attention=(SC,)),
        signed=(Signature("Amélie", "Okonjo-Lindqvist"),),
        released_again="2021-03-10",
    ),
    letter(
        "translated",
        "S/2003/9708",
        "2003-03-28",
        representative("Guinea", "GIN"),
        PSC,
        "I have the honour to send the register of fishing boats.",
        ask("the Security Council"),
        tags="letter original:french language_line",
        facts=FOR_SC,
        head=Head(original="French", language="English"),
    ),
    letter(
        "limited",
        "S/2012/9709",
        "2012-05-14",
        representative("Togo", "TGO"),
        PSC,
        "I have the honour to send the draft of the guide to markets.",
        ask("the Security Council"),
        tags="letter distribution:limited",
        facts=FOR_SC,
        head=Head(distribution="Limited"),
    ),
    letter(
        "submission_language",
        "A/74/9710",
        "2020-05-11",
        representative("Luxembourg", "LUX"),
        SG,
        "I have the honour to transmit the text of a lecture,* which was held in two languages.",
        ask("the General Assembly, under agenda item 14", "the present letter and its annex"),
        tags="letter footnote:submission_language original:two",
        facts=FOR_GA,
        head=Head(items="14", original="English and French"),
        notes=(Footnote("*", "Circulated in the language of submission only."),),
        annexes=(
            annex("Annex", "Lecture on bridges", "Bridges join the banks.", head=COVER,
                  original="English and French"),
        ),
    ),
    letter(
        "year_of_the_job",
        "S/1999/9711",
        "1999-12-29",
        representative("Slovenia", "SVN"),
        PSC,
        "I have the honour to send the calendar of the year 2000.",
        tags="letter job:next_year",
        job="00-33345",
    ),
)  # fmt: skip
