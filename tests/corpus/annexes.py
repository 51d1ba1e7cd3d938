"""Trees of annexes: nested letters, enclosures, appendices, languages, a second masthead."""

from __future__ import annotations

from tests.corpus.case import COVER, Case, Head, annex, letter
from tests.corpus.phrases import (
    COUNCIL_PRESIDENT,
    PSC,
    SECRETARY_GENERAL,
    SG,
    SG_MEMBERS,
    SG_PSC,
    ask,
    charge,
    representative,
)
from tests.replica.un.spec import Bullet, Facts, Heading, Paragraph, Raw, Signature, Table

GA, SC = "General Assembly", "Security Council"
FOR_SC, FOR_GA = Facts(requests_circulation=(SC,)), Facts(requests_circulation=(GA,))
TRANSMIT = "I have the honour to transmit herewith a paper on beekeeping (see annex)."
MINISTER = Signature("Pavel", "Novotny")

CASES: tuple[Case, ...] = (
    letter(
        "nested_letter",
        "S/2019/9501",
        "2019-05-06",
        representative("Czechia", "CZE"),
        PSC,
        "I have the honour to transmit a letter dated 3 May 2019 from the Minister for Foreign "
        "Affairs of the Czech Republic (see annex).",
        ask("the Security Council", "the present letter and its annex"),
        tags="letter annex:nested_letter annex:signed annex:cover_head",
        facts=FOR_SC,
        annexes=(
            annex(
                "Annex",
                "Letter dated 3 May 2019 from the Minister for Foreign Affairs of the Czech "
                "Republic addressed to the President of the Security Council",
                "I write to you about the school of beekeepers, whose annex was opened in spring.",
                "I should be grateful if you would have this letter brought to the attention of "
                "the members of the General Assembly.",
                head=COVER,
                dated="2019-05-03",
                original="Czech",
                signed=(MINISTER,),
            ),
        ),
    ),
    letter(
        "five_annexes",
        "A/74/9502",
        "2020-02-03",
        representative("Viet Nam", "VNM"),
        SG,
        "I have the honour to transmit five papers (see annexes I–V).",
        ask("the General Assembly, under agenda item 14", "the present letter and its annexes"),
        tags="letter annex:several",
        facts=FOR_GA,
        head=Head(items="14"),
        annexes=tuple(
            annex(
                f"Annex {number}",
                title,
                f"This paper was written in the {season}.",
                head=COVER if number == "I" else None,
                original=original,
            )
            for number, title, season, original in (
                ("I", "Statement of the union of printers", "spring", None),
                ("II", "Table of the presses in use", "summer", "French"),
                ("III", "Rules of the printers’ school", "autumn", "English and French"),
                ("IV", "List of printers", "winter", None),
                ("V", "Programme of the fair of books", "spring of the next year", "Spanish"),
            )
        ),
    ),
    letter(
        "enclosures",
        "S/2008/9503",
        "2008-05-06",
        SECRETARY_GENERAL,
        PSC,
        "I have the honour to convey the attached communication dated 30 April 2008, which I "
        "received from the Director of the Lake Office.",
        "I should be grateful if you would bring the present letter and its annex to the "
        "attention of the members of the Security Council.",
        tags="letter annex:enclosure annex:signed",
        facts=Facts(requests_attention=(SC,)),
        signed=(Signature("Amélie", "Okonjo-Lindqvist"),),
        annexes=(
            annex(
                "Annex",
                "Letter dated 30 April 2008 from the Director of the Lake Office to the "
                "Secretary-General",
                "I enclose the third report of the Office (see enclosure).",
                dated="2008-04-30",
                signed=(Signature("Jón", "Pálsson", ("Director", "Lake Office")),),
                under=(
                    annex("Enclosure", "Third report of the Director of the Lake Office",
                          "The lakes were full."),
                ),
            ),
        ),
    ),
    letter(
        "appendices",
        "A/73/9504–S/2019/9504",
        "2019-01-15",
        charge("Rwanda", "RWA"),
        SG_PSC,
        TRANSMIT,
        ask("the General Assembly, under agenda item 19, and of the Security Council"),
        tags="identical_letters annex:appendix annex:enclosures",
        kind="Identical letters",
        facts=Facts(requests_circulation=(GA, SC)),
        head=Head(items="19"),
        annexes=(
            annex(
                "Annex",
                "Report of the beekeepers",
                "The hives were counted in March.",
                head=COVER,
                under=(
                    annex("Enclosure I", "Hives by district", "There are nine districts."),
                    annex(
                        "Enclosure II",
                        "Honey by district",
                        "The honey was weighed.",
                        under=(annex("Appendix", "Scales in use", "They are of brass."),),
                    ),
                ),
            ),
        ),
    ),
    letter(
        "second_masthead",
        "S/2021/9505",
        "2021-03-01",
        COUNCIL_PRESIDENT,
        SG_MEMBERS,
        "I have the honour to refer to the draft on the charting of lakes, which was put to the "
        "vote. I attach the text as adopted.",
        "This letter and its annexes will be issued as a document of the Security Council.",
        tags="letter annex:second_masthead announces",
        facts=Facts(announces_circulation=(SC,), cited_symbols=("S/RES/9565 (2021)",)),
        annexes=(
            annex(
                "Annex",
                None,
                Raw(
                    (
                        "United Nations",
                        "S/RES/9565 (2021)",
                        "Security Council",
                        "Distr.: Limited",
                        "26 February 2020",
                        "Original: French",
                    )
                ),
                Heading("Resolution 9565 (2021)"),
                "The Security Council,",
                "Decides to have the lakes charted.",
            ),
        ),
    ),
    letter(
        "untitled_annex",
        "S/2018/9506",
        "2018-03-13",
        charge("the United Kingdom of Great Britain and Northern Ireland", "GBR"),
        PSC,
        "I have the honour to transmit a letter from the keeper of the observatory (see annex).",
        ask("the Security Council", "the present letter and its annex"),
        tags="letter annex:untitled",
        facts=FOR_SC,
        annexes=(
            annex(
                "Annex",
                None,
                "I am writing to you as keeper of the observatory, where the stars of the "
                "northern sky have been counted for two hundred years by three generations.",
                head=COVER,
                signed=(Signature("Theodora", "Marsh", ("Keeper",)),),
            ),
        ),
    ),
    letter(
        "annexed_note_verbale",
        "A/79/9507",
        "2024-11-25",
        representative("Uruguay", "URY"),
        SG,
        "I have the honour to transmit a note verbale of the Ministry (see annex).",
        ask("the General Assembly, under agenda item 76", "the present letter and its annex"),
        tags="letter annex:note_verbale annex:unsigned",
        facts=FOR_GA,
        head=Head(items="76"),
        annexes=(
            annex(
                "Annex",
                "Note verbale dated 20 November 2024 from the Ministry of Foreign Affairs of "
                "Uruguay addressed to the embassies of the neighbouring States",
                "The Ministry presents its compliments and has the honour to announce the fair.",
                head=COVER,
                dated="2024-11-20",
                original="Spanish",
            ),
        ),
    ),
    letter(
        "annex_of_tables",
        "S/2020/9508",
        "2020-08-10",
        representative("Belgium", "BEL"),
        PSC,
        TRANSMIT,
        ask("the Security Council", "the present letter and its annex"),
        tags="letter annex:table annex:list annex:numbered",
        facts=FOR_SC,
        annexes=(
            annex(
                "Annex",
                "Honey in three valleys",
                Heading("Introduction", "I."),
                Paragraph("The valleys lie beside one another.", "1."),
                Paragraph("In each of them honey is made.", "2."),
                Heading("Amounts", "II."),
                Table(
                    ("Valley", "Hives", "Honey"),
                    (("Upper", "120", "900"), ("Middle", "80", "610"), ("Lower", "44", "400")),
                ),
                Bullet("The upper valley gives heather honey;"),
                Bullet("The lower valley gives clover honey."),
                head=COVER,
                signed=(Signature("Lien", "Maes", ("Beekeeper",)), Signature("Koen", "Peeters")),
            ),
        ),
    ),
    letter(
        "annex_word_in_text",
        "S/2016/9509",
        "2016-04-18",
        representative("Senegal", "SEN"),
        PSC,
        "I have the honour to recall that the",
        "Annex to the agreement on fishing charts, to which the letter dated 3 March 2015 "
        "belongs, is kept in Dakar.",
        "Appendix 4 of the same agreement was printed in the",
        "Enclosure that the post office sent on 4 April.",
        ask("the Security Council"),
        tags="letter annex:word_in_text",
        facts=FOR_SC,
    ),
    letter(
        "compilation",
        "S/2020/9510",
        "2020-10-19",
        COUNCIL_PRESIDENT,
        SG_MEMBERS,
        "I have the honour to enclose herewith a copy of the briefings and of the statements "
        "delivered by the representatives of Belgium, China, Estonia and Niger.",
        "These briefings and statements will be issued as a document of the Security Council.",
        tags="letter annex:compilation announces",
        facts=Facts(announces_circulation=(SC,)),
        annexes=tuple(
            annex(f"Annex {number}", title, "The library was opened in May.", original=original)
            for number, title, original in (
                ("1", "Briefing by the Director of the Library, Ida Lauritsen", None),
                ("2", "Statement by the Permanent Mission of Belgium to the United Nations",
                 "English and French"),
                ("3", "Statement by the Permanent Representative of China to the United Nations, "
                 "Lin Mei", "Chinese and English"),
                ("4", "Statement by the Deputy Permanent Representative of Estonia to the United "
                 "Nations, Mart Kask", None),
            )
        ),
    ),
)  # fmt: skip
