"""Letters of ministers, heads of state, the Secretary-General, Presidents and committee chairs."""

from __future__ import annotations

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import (
    ASSEMBLY_PRESIDENT,
    COUNCIL_PRESIDENT,
    PSC,
    SECRETARY_GENERAL,
    SG,
    SG_MEMBERS,
    Addressees,
    ask,
    body,
    office,
    representative,
    state,
    to,
)
from tests.replica.un.spec import Facts, Signature

SC = "Security Council"
PRESIDENT = Signature("Tomás", "Wairimu", ("President of the Security Council",))
SECRETARY = Signature("Amélie", "Okonjo-Lindqvist")
COMMITTEE = "Security Council Committee established pursuant to resolution 9540 (2004)"
FISHERIES = "Committee on the Exchange of Fishing Charts"

CASES: tuple[Case, ...] = (
    letter(
        "minister_of_lakes",
        "S/2022/9201",
        "2022-08-01",
        office("Minister for Foreign Affairs", "the Republic of Iceland", "ISL", "Iceland"),
        SG,
        "I write to you on the hundredth year of the lake stations.",
        ask("the Security Council"),
        tags="letter sender:minister signature:no_title",
        facts=Facts(requests_circulation=(SC,)),
        signed=(Signature("Sigríður", "Jónsdóttir"),),
    ),
    letter(
        "prime_minister_reefs",
        "A/75/9202",
        "2021-06-21",
        office("Prime Minister", "Tonga", "TON"),
        SG,
        "I have the pleasure of sending you the first drawings of the reef school.",
        ask("the General Assembly, under agenda item 19 (b)"),
        tags="letter sender:head_of_government agenda:sub_item",
        facts=Facts(requests_circulation=("General Assembly",)),
        head=Head(items="19 (b)", titles=("Sustainable development: small islands",)),
        signed=(Signature("Sione", "Fifita", ("Prime Minister of Tonga",)),),
    ),
    letter(
        "president_of_kenya",
        "S/2024/9203",
        "2024-04-15",
        office("President", "Kenya", "KEN"),
        PSC,
        "I write to thank the members for the books that they gave to the night schools.",
        tags="letter sender:head_of_state request:none",
        signed=(Signature("Achieng", "Mutua", ("President of the Republic of Kenya",)),),
    ),
    letter(
        "deputy_prime_minister",
        "S/2011/9204",
        "2011-02-07",
        office("Deputy Prime Minister and Minister for Foreign Affairs", "Nepal", "NPL"),
        SG,
        "I have the honour to send the plan of the high roads.",
        ask("the Security Council"),
        tags="letter sender:two_portfolios",
        facts=Facts(requests_circulation=(SC,)),
        signed=(Signature("Maya", "Gurung"),),
    ),
    letter(
        "sg_appoints",
        "S/2022/9205",
        "2022-03-03",
        SECRETARY_GENERAL,
        PSC,
        "I have the honour to refer to resolution 9612 (2021), by which the Council set up the "
        "Mission for the Charting of Lakes (MCL).",
        "Following the usual consultations, it is my intention to appoint Ms. Ida Lauritsen "
        "(Denmark) as my Special Representative and Head of the Mission.",
        "I should be grateful if you would bring this matter to the attention of the members of "
        "the Security Council.",
        tags="letter sender:sg request:attention",
        facts=Facts(requests_attention=(SC,)),
        signed=(SECRETARY,),
    ),
    letter(
        "president_replies",
        "S/2022/9206",
        "2022-03-08",
        COUNCIL_PRESIDENT,
        SG,
        "I have the honour to inform you that your letter dated 3 March 2022 (S/2022/9205) "
        "concerning your intention to appoint Ms. Ida Lauritsen as your Special Representative "
        "has been brought to the attention of the members of the Security Council. They take "
        "note of the intention expressed in your letter.",
        tags="letter sender:psc reply",
        facts=Facts(cited_symbols=("S/2022/9205",), in_reply_to=("S/2022/9205",)),
        signed=(PRESIDENT,),
    ),
    letter(
        "president_announces",
        "S/2020/9207",
        "2020-11-12",
        COUNCIL_PRESIDENT,
        SG_MEMBERS,
        "I have the honour to enclose herewith a copy of the briefing given on the charting of "
        "lakes, as well as the statements delivered by the members.",
        "In accordance with the procedure set out in the letter of the President (S/2020/9253), "
        "these briefings and statements will be issued as a document of the Security Council.",
        tags="letter announces to:sg_members",
        facts=Facts(cited_symbols=("S/2020/9253",), announces_circulation=(SC,)),
        signed=(PRESIDENT,),
    ),
    letter(
        "assembly_president",
        "A/72/9208",
        "2018-05-22",
        ASSEMBLY_PRESIDENT,
        SG,
        "I wish to inform you of the order of the interactive dialogue on libraries.",
        ask("the General Assembly"),
        tags="letter sender:pga agenda:none",
        facts=Facts(requests_circulation=("General Assembly",)),
        signed=(Signature("Leila", "Santos", ("President of the General Assembly",)),),
    ),
    letter(
        "committee_chair",
        "S/2021/9209",
        "2021-12-29",
        body(f"Chair of the {COMMITTEE}", COMMITTEE),
        PSC,
        "I have the honour to transmit the programme of work of the Committee for next year.",
        "I should be grateful if the present letter could be brought to the attention of the "
        "members of the Security Council and issued as a document of the Council.",
        tags="letter sender:committee_chair request:attention_and_circulation",
        facts=Facts(requests_circulation=(SC,), requests_attention=(SC,)),
        signed=(Signature("Bo", "Lindgren", ("Chair", COMMITTEE)),),
    ),
    letter(
        "working_group_chair",
        "S/2016/9210",
        "2016-06-30",
        body("Chair of the Informal Working Group on Reading Rooms",
             "Informal Working Group on Reading Rooms"),
        PSC,
        "I have the honour to transmit herewith the summary of the year.",
        "It would be appreciated if the present letter could be circulated as a document of the "
        "Security Council.",
        tags="letter sender:working_group request:passive",
        facts=Facts(requests_circulation=(SC,)),
        signed=(Signature("Ruth", "Abela", ("Chair",)),),
    ),
    letter(
        "staff_committee",
        "S/2013/9211",
        "2013-09-09",
        body("Chairman of the Military Staff Committee", "Military Staff Committee"),
        PSC,
        "I have the honour to inform you of the hours of the map room.",
        ask("the Council"),
        tags="letter sender:chairman",
        facts=Facts(requests_circulation=(SC,)),
        signed=(Signature("Piet", "de Vries", ("Colonel", "Chairman")),),
    ),
    letter(
        "to_the_facilitator",
        "S/2022/9212",
        "2022-07-04",
        office("Minister for Foreign Affairs", "Uruguay", "URY"),
        Addressees(
            "the Secretary-General, the President of the Security Council and the Security "
            "Council Facilitator for the implementation of resolution 9231 (2015)",
            (
                "Secretary-General",
                "President of the Security Council",
                "Security Council Facilitator for the implementation of resolution 9231 (2015)",
            ),
        ),
        "I have the honour to send the table of lighthouse keepers.",
        ask("the Security Council"),
        tags="letter to:facilitator",
        facts=Facts(requests_circulation=(SC,)),
    ),
    letter(
        "to_the_chair",
        "A/AC.154/9213",
        "2023-03-30",
        representative("Cyprus", "CYP"),
        to("Chair of the Committee"),
        "I have the honour to refer to the parking places before the building.",
        "I should be grateful if you would have the present letter circulated as a document of "
        "the Committee.",
        tags="letter committee_symbol to:chair",
        head=Head(organs=("General Assembly",)),
    ),
    letter(
        "ecosoc_president",
        "E/2021/9214",
        "2021-04-12",
        representative("Botswana", "BWA"),
        to("President of the Economic and Social Council"),
        "I have the honour to transmit the report of the meeting of young gardeners.",
        ask("the Economic and Social Council, under agenda item 18 (a)"),
        tags="letter ecosoc to:ecosoc_president",
        facts=Facts(requests_circulation=("Economic and Social Council",)),
        head=Head(
            items="18 (a)",
            titles=("Economic and environmental questions: sustainable development",),
            session_text="2021 session",
            rows=("23 July 2020–22 July 2021",),
        ),
    ),
    letter(
        "human_rights_council",
        "A/HRC/46/G/92",
        "2021-03-10",
        state("Permanent Representative", "Armenia", "Armenia", "ARM",
              " to the United Nations Office at Geneva"),
        to("President of the Human Rights Council"),
        "I have the honour to transmit a paper on libraries for the blind.",
        ask("the Human Rights Council, under agenda item 3"),
        tags="letter hrc",
        facts=Facts(requests_circulation=("Human Rights Council",)),
        head=Head(
            items="3",
            titles=("Promotion and protection of all human rights",),
            organs=("General Assembly",),
            session_text="Human Rights Council",
            rows=("Forty-sixth session", "22 February–19 March 2021"),
        ),
    ),
    letter(
        "assembly_and_ecosoc",
        "A/52/9215–E/1998/9215",
        "1998-02-09",
        representative("Portugal", "PRT"),
        SG,
        "I have the honour to send the minutes of the meeting on cork.",
        ask("the General Assembly, under agenda item 20, and of the Economic and Social Council"),
        tags="letter ecosoc joint:ecosoc",
        facts=Facts(requests_circulation=("General Assembly", "Economic and Social Council")),
        head=Head(
            items="20", second=("Economic and Social Council", "Substantive session of 1998")
        ),
    ),
)  # fmt: skip
