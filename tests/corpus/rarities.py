"""Rarer forms: capacities, presidents of two organs, groups, attachments, places and dates."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import COVER, SIGNER, Case, Head, annex, letter
from tests.corpus.phrases import (
    PGA_NAME,
    PSC,
    PSC_NAME,
    SECRETARY_GENERAL,
    SG,
    SG_NAME,
    TO_UN,
    Addressees,
    Senders,
    ask,
    mission,
    representative,
    state,
)
from tests.replica.un.spec import Facts, Footnote, Party, Raw, Signature

GA, SC = "General Assembly", "Security Council"
FOR_SC, FOR_GA = Facts(requests_circulation=(SC,)), Facts(requests_circulation=(GA,))
PRESIDENTS = (PGA_NAME, PSC_NAME)
SEND = "I have the honour to send the list of the libraries that lend books by post."

CASES: tuple[Case, ...] = (
    letter(
        "addressed_respectively",
        "A/75/8801–S/2021/8801",
        "2021-01-11",
        representative("Israel", "ISR"),
        Addressees("the Secretary-General and the President of the Security Council",
                   (SG_NAME, PSC_NAME)),
        SEND,
        ask("the General Assembly, under agenda item 14, and of the Security Council"),
        tags="identical_letters title:respectively",
        kind="Identical letters",
        title="Identical letters dated 11 January 2021 from the Permanent Representative of "
        "Israel to the United Nations addressed respectively to the Secretary-General and the "
        "President of the Security Council",
        facts=Facts(requests_circulation=(GA, SC)),
        head=Head(items="14"),
    ),
    letter(
        "two_presidents",
        "A/75/8802–S/2021/8802",
        "2021-01-12",
        SECRETARY_GENERAL,
        Addressees("the President of the General Assembly and the President of the Security "
                   "Council", PRESIDENTS),
        SEND,
        tags="identical_letters to:presidents",
        kind="Identical letters",
        signed=(Signature("Amélie", "Okonjo-Lindqvist"),),
    ),
    letter(
        "presidents_in_one",
        "A/59/8803–S/2004/8803",
        "2004-10-05",
        SECRETARY_GENERAL,
        Addressees("the Presidents of the General Assembly and the Security Council", PRESIDENTS),
        SEND,
        tags="letter to:presidents",
        signed=(Signature("Amélie", "Okonjo-Lindqvist"),),
        head=Head(items="14"),
    ),
    letter(
        "in_his_capacity",
        "A/73/8804",
        "2019-01-14",
        Senders(
            f"the Permanent Representative of Egypt {TO_UN}, in his capacity as Chair of the "
            "Group of River States,",
            (Party("Permanent Representative", "Egypt", "EGY"),),
        ),
        SG,
        SEND,
        ask("the General Assembly, under agenda item 14"),
        tags="letter sender:capacity",
        facts=FOR_GA,
        head=Head(items="14"),
    ),
    letter(
        "two_charges",
        "S/2012/8805",
        "2012-07-03",
        Senders(
            f"the Chargés d’affaires a.i. of the Permanent Missions of Chad and the Niger {TO_UN}",
            (Party("Chargé d'affaires a.i.", "Chad", "TCD"),
             Party("Chargé d'affaires a.i.", "Niger", "NER")),
        ),
        PSC,
        "We have the honour to send the list of the wells.",
        tags="letter sender:charges",
        signed=(
            Signature("Idriss", "Hassan", ("Chargé d’affaires a.i.", "Permanent Mission of Chad")),
            Signature("Aïcha", "Maïga", ("Chargée d’affaires a.i.",
                                         "Permanent Mission of the Niger")),
        ),
    ),
    letter(
        "representatives_only",
        "S/2009/8806",
        "2009-03-02",
        Senders(
            f"the representatives of Burkina Faso and Croatia {TO_UN}",
            (Party("Representative", "Burkina Faso", "BFA"),
             Party("Representative", "Croatia", "HRV")),
        ),
        PSC,
        "We have the honour to send the list of the puppet theatres.",
        tags="letter sender:representatives_plain",
        signed=(Signature("Awa", "Zongo"), Signature("Ivana", "Horvat")),
    ),
    letter(
        "league_observer",
        "S/2018/8807",
        "2018-04-17",
        Senders(f"the Permanent Observer of the League of Arab States {TO_UN}",
                (Party("Permanent Observer", "League of Arab States"),)),
        PSC,
        SEND,
        ask("the Security Council"),
        tags="letter sender:observer_organization",
        facts=FOR_SC,
    ),
    letter(
        "observer_of_the_union",
        "S/2018/8808",
        "2018-04-18",
        Senders(f"the Permanent Observer of the African Union {TO_UN}",
                (Party("Permanent Observer", "African Union"),)),
        PSC,
        SEND,
        ask("the Security Council"),
        tags="letter sender:observer_organization",
        facts=FOR_SC,
    ),
    letter(
        "place_and_date",
        "S/2024/8809",
        "2024-03-11",
        mission("Switzerland", "CHE"),
        PSC,
        "The Permanent Mission of Switzerland to the United Nations presents its compliments to "
        "the President of the Security Council and has the honour to send a map of alpine huts.",
        "The Permanent Mission avails itself of this opportunity to renew to the President of "
        "the Security Council the assurances of its highest consideration.",
        Raw(("New York, 11 March 2024",)),
        tags="note_verbale layout:place_and_date",
        kind="Note verbale",
        signed=(),
    ),
    letter(
        "salutation",
        "S/2020/8810",
        "2020-02-25",
        representative("Mexico", "MEX"),
        PSC,
        Raw(("Excellency,",)),
        SEND,
        "Please accept, Excellency, the assurances of my highest consideration.",
        tags="letter layout:salutation",
        signed=(replace(SIGNER, given="Juan Ramón", surname="de la Peña Ortiz"),),
    ),
    letter(
        "sub_items_of_several",
        "A/75/8811",
        "2020-11-09",
        representative("Nicaragua", "NIC"),
        SG,
        SEND,
        ask("the General Assembly, under agenda items 14, 31 (a) and (b), 34 and 72 (b)"),
        tags="letter agenda:sub_items",
        facts=FOR_GA,
        head=Head(
            items="14, 31 (a), 31 (b), 34, 72 (b)",
            agenda_text="Agenda items 14, 31 (a) and (b), 34 and 72 (b)",
            titles=("Culture of peace", "Ferries", "Bridges", "Reading rooms", "Wells"),
        ),
    ),
    letter(
        "attachments",
        "S/2015/8812",
        "2015-09-01",
        representative("Jordan", "JOR"),
        PSC,
        SEND,
        ask("the Security Council", "the present letter and its annexes"),
        tags="letter annex:attachment annex:arabic_numbers",
        facts=FOR_SC,
        annexes=(
            annex(
                "Annex 1",
                "Letter dated 28 August 2015 from the Minister for Foreign Affairs of Jordan "
                "addressed to the President of the Security Council",
                "I write about the reading rooms (see enclosures).",
                dated="2015-08-28",
                original="Arabic",
                signed=(Signature("Dr. Nasser", "Haddad", ("Minister for Foreign Affairs",
                                                           "Hashemite Kingdom of Jordan")),),
                under=(
                    annex("Enclosure 1", "List of reading rooms", "There are forty."),
                    annex("Enclosure 2", "Hours of the reading rooms", "They open at nine.",
                          under=(annex("Attachment", "Map of the rooms", "Not to scale."),)),
                ),
            ),
            annex("Annex 2", "Statement of the librarians", "The books are dry.", head="Annex 2"),
        ),
    ),
    letter(
        "second_reissue",
        "A/75/8813–S/2021/8813",
        "2021-06-22",
        representative("Oman", "OMN"),
        SG,
        SEND,
        ask("the General Assembly, under agenda item 14, and of the Security Council"),
        tags="letter reissue:second",
        facts=Facts(requests_circulation=(GA, SC)),
        head=Head(items="14", reissued=True),
        notes=(Footnote("*", "Second reissue for technical reasons (30 June 2021)."),),
    ),
    letter(
        "restricted",
        "S/2002/8814",
        "2002-05-13",
        representative("Mauritius", "MUS"),
        PSC,
        SEND,
        tags="letter distribution:restricted",
        head=Head(distribution="Restricted"),
    ),
    letter(
        "annexed_identical_letters",
        "A/78/8815–S/2024/8815",
        "2024-02-06",
        state("Acting Permanent Representative", "Belize", "Belize", "BLZ"),
        SG,
        SEND,
        ask("the General Assembly, under agenda item 14, and of the Security Council",
            "the present letter and its annex"),
        tags="letter annex:identical_letters",
        facts=Facts(requests_circulation=(GA, SC), cited_symbols=("A/ES-10/8800",)),
        head=Head(items="14"),
        annexes=(
            annex(
                "Annex",
                "Identical letters dated 2 February 2024 from the Prime Minister of Belize "
                "addressed to the Secretary-General and the President of the Security Council",
                "I write about the reef schools, as in document A/ES-10/8800.",
                "I should be grateful if you would have this letter circulated as a document of "
                "the Economic and Social Council.",
                head=COVER,
                dated="2024-02-02",
                signed=(Signature("Carla", "Usher"),),
            ),
        ),
    ),
)  # fmt: skip
