"""Requests, replies and references: every way to ask, to announce, to answer, and to cite."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import (
    COUNCIL_PRESIDENT,
    PGA,
    PSC,
    SECRETARY_GENERAL,
    SG,
    ask,
    representative,
    to,
)
from tests.replica.un.spec import Facts, Signature

GA, SC = "General Assembly", "Security Council"
FOR_SC, FOR_GA = Facts(requests_circulation=(SC,)), Facts(requests_circulation=(GA,))
PRESIDENT = (Signature("Tomás", "Wairimu", ("President of the Security Council",)),)


def _undated(case: Case) -> Case:
    """Of letters with several days none is the letter's date."""
    return replace(case, spec=replace(case.spec, letter_date=None))


CASES: tuple[Case, ...] = (
    letter(
        "many_dates",
        "S/2022/9601",
        "2022-12-12",
        representative("Cuba", "CUB"),
        PSC,
        "I refer to my letters dated 7 January, 7 July, 19 and 24 October 2022 (S/2022/9615, "
        "S/2022/9544, S/2022/9778 and S/2022/9790) on the exchange of lighthouse lamps.",
        ask("the Security Council"),
        tags="letter cited:many",
        facts=replace(
            FOR_SC, cited_symbols=("S/2022/9615", "S/2022/9544", "S/2022/9778", "S/2022/9790")
        ),
    ),
    letter(
        "joint_references",
        "A/76/9602–S/2021/9602",
        "2021-10-05",
        representative("Cyprus", "CYP"),
        SG,
        "Further to my letter dated 3 March 2021 (A/75/9601-S/2021/9600), and with reference to "
        "the letter in document A/75/9599–S/2021/9599 and to the record S/PV.9344 (Resumption 1), "
        "I have the honour to speak of wild goats (see also S/2021/10/Rev.1/Add.36 and "
        "A/ES-10/L.31/Rev.1, A/RES/78/325 and S/RES/9728 (2024)).",
        ask("the General Assembly, under agenda item 43, and of the Security Council"),
        tags="letter cited:joint cited:suffixes",
        facts=Facts(
            requests_circulation=(GA, SC),
            cited_symbols=(
                "A/75/9601", "S/2021/9600", "A/75/9599", "S/2021/9599",
                "S/PV.9344 (Resumption 1)", "S/2021/10/Rev.1/Add.36", "A/ES-10/L.31/Rev.1",
                "A/RES/78/325", "S/RES/9728 (2024)",
            ),
        ),
        head=Head(items="43"),
    ),
    letter(
        "answer_of_a_state",
        "S/2023/9603",
        "2023-05-22",
        representative("Greece", "GRC"),
        PSC,
        "In reply to the letter dated 4 May 2023 from the Permanent Representative of Türkiye to "
        "the United Nations (S/2023/9590), I have the honour to say that the ferries will sail.",
        ask("the Security Council"),
        tags="letter reply:state",
        facts=replace(FOR_SC, cited_symbols=("S/2023/9590",), in_reply_to=("S/2023/9590",)),
    ),
    letter(
        "no_answer",
        "S/2023/9604",
        "2023-02-06",
        representative("Iraq", "IRQ"),
        PSC,
        "I refer to the letter dated 4 January 2023 from the Permanent Representative of Kuwait "
        "to the United Nations (S/2023/9511) and wish to add the hours of the library.",
        ask("the Security Council"),
        tags="letter reference:no_reply",
        facts=replace(FOR_SC, cited_symbols=("S/2023/9511",)),
    ),
    letter(
        "attention_only",
        "S/2021/9605",
        "2021-02-10",
        SECRETARY_GENERAL,
        PSC,
        "I have the honour to refer to the letter of the President dated 29 January 2021 "
        "(S/2021/9598) concerning the observatories of the lake.",
        "I should be grateful if you could bring the present letter to the attention of the "
        "members of the Security Council.",
        tags="letter request:attention",
        facts=Facts(requests_attention=(SC,), cited_symbols=("S/2021/9598",)),
        signed=(Signature("Amélie", "Okonjo-Lindqvist"),),
    ),
    letter(
        "reply_with_words",
        "S/2021/9606",
        "2021-02-16",
        COUNCIL_PRESIDENT,
        SG,
        "I have the honour to inform you that your letter dated 10 February 2021 (S/2021/9605) "
        "has been brought to the attention of the members of the Security Council. They take "
        "note of the information contained in it and agree with the proposal to open the "
        "observatories on Sundays.",
        tags="letter reply:president request:none",
        facts=Facts(cited_symbols=("S/2021/9605",), in_reply_to=("S/2021/9605",)),
        signed=PRESIDENT,
    ),
    letter(
        "please_issue",
        "A/65/9607",
        "2011-04-11",
        representative("Samoa", "WSM"),
        SG,
        "I ask you kindly to arrange to have the text of this letter issued as a document of the "
        "sixty-fifth session of the General Assembly, under agenda item 20 (b).",
        tags="letter request:arrange",
        facts=FOR_GA,
        head=Head(items="20 (b)"),
    ),
    letter(
        "could_be_circulated",
        "A/70/9608–S/2016/9608",
        "2016-05-20",
        representative("Spain", "ESP"),
        SG,
        "I would be grateful if the present letter could be circulated as an official document "
        "of the General Assembly, under agenda items 14 and 74 (a), and of the Security Council.",
        tags="letter request:official_document",
        facts=Facts(requests_circulation=(GA, SC)),
        head=Head(items="14, 74 (a)"),
    ),
    letter(
        "members_only",
        "S/2022/9609",
        "2022-04-07",
        SECRETARY_GENERAL,
        PSC,
        "I should be grateful if the attached paper could be circulated to the members of the "
        "Security Council.",
        tags="letter request:to_members",
        facts=Facts(requests_attention=(SC,)),
        signed=(Signature("Amélie", "Okonjo-Lindqvist"),),
    ),
    letter(
        "past_circulation",
        "S/2017/9610",
        "2017-09-19",
        representative("Ethiopia", "ETH"),
        PSC,
        "My letter of last year was circulated as a document of the Security Council "
        "(S/2016/9588). I have nothing to add to it but the new price of coffee.",
        tags="letter request:past_only",
        facts=Facts(cited_symbols=("S/2016/9588",)),
    ),
    letter(
        "quoted_item",
        "A/72/9611",
        "2017-12-06",
        representative("Italy", "ITA"),
        PGA,
        "I should be grateful if you would have the present letter circulated as a document of "
        "the General Assembly, under agenda item 122, entitled “Question of equitable "
        "representation on the Security Council”.",
        tags="letter request:quoted_organ",
        facts=FOR_GA,
        head=Head(items="122", titles=(
            "Question of equitable representation on the Security Council and related matters",
        )),
    ),
    letter(
        "several_days",
        "S/2015/9612",
        "2015-03-05",
        representative("Ukraine", "UKR"),
        to("President of the Security Council"),
        "I have the honour to send the prices of sunflower oil.",
        ask("the Security Council"),
        tags="letter title:comma",
        title="Letter dated 5 March 2015 from the Permanent Representative of Ukraine to the "
        "United Nations, addressed to the President of the Security Council",
        facts=FOR_SC,
    ),
    letter(
        "addressee_first",
        "S/2015/9613",
        "2015-06-09",
        representative("Slovakia", "SVK"),
        SG,
        "I have the honour to send the prices of hops.",
        ask("the Security Council"),
        tags="letter title:addressee_first",
        title="Letter dated 9 June 2015 addressed to the Secretary-General from the Permanent "
        "Representative of Slovakia to the United Nations",
        facts=FOR_SC,
    ),
    _undated(
        letter(
            "several_days_of_letters",
            "S/2021/9614",
            "2021-05-05",
            representative("Chile", "CHL"),
            PSC,
            "I have the honour to send the two lists of the observatories.",
            ask("the Security Council", "the present letters"),
            tags="letter several_days",
            kind="Letters",
            title="Letters dated 3 and 5 May 2021 from the Permanent Representative of Chile to "
            "the United Nations addressed to the President of the Security Council",
            facts=FOR_SC,
            findings=("several_dates",),
        )
    ),
)  # fmt: skip
