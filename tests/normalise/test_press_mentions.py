"""Letters spoken of in press texts: invented, harmless matters between real states."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.normalise.mentions import find_mentions
from tasks.records import MentionedLetter
from warehouse.vocabulary import MentionStage

SG, PSC, PGA = (
    "Secretary-General",
    "President of the Security Council",
    "President of the General Assembly",
)
ANNOUNCED, SENT, CIRCULATED = (
    MentionStage.ANNOUNCED,
    MentionStage.SENT,
    MentionStage.CIRCULATED,
)


def letter(
    stage: MentionStage,
    day: str | None = None,
    author: str | None = None,
    party: str | None = None,
    addressee: str | None = None,
    *symbols: str,
) -> MentionedLetter:
    return MentionedLetter(
        letter_date=date.fromisoformat(day) if day else None,
        author=author,
        party=party,
        addressee=addressee,
        symbols=symbols,
        stage=stage,
    )


ENGLISH = {
    "sent on a date and circulated": (
        "The letter of the Minister for Foreign Affairs of Norway Kari Berg, sent to the UN"
        " Secretary-General on March 4, 2024, on the seed vault opened under the agreement of"
        " 3 May 2008, was circulated as an official document of the General Assembly and the"
        " Security Council.",
        [
            letter(
                CIRCULATED,
                "2024-03-04",
                "Minister for Foreign Affairs of Norway Kari Berg",
                "Norway",
                SG,
            )
        ],
    ),
    "addressed, without a date": (
        "Kenyan Foreign Minister Amina Otieno addressed a letter to UN Secretary General"
        " António Guterres, in which she informed about the postal services of 2023.",
        [letter(SENT, None, "Kenyan Foreign Minister Amina Otieno", "Kenya", SG)],
    ),
    "dated, from, to the President": (
        "In the letter dated 12 June 2023 from the Permanent Representative of Fiji to the United"
        " Nations addressed to the President of the Security Council (S/2023/444), the fishing"
        " season is described.",
        [
            letter(
                SENT,
                "2023-06-12",
                "Permanent Representative of Fiji to the United Nations",
                "Fiji",
                PSC,
                "S/2023/444",
            )
        ],
    ),
    "on a date the minister sent": (
        "On 7 May 2022, the Minister of Foreign Affairs of the Republic of Armenia, Ani"
        " Petrosyan, sent a letter to the UN Secretary-General on weather stations.",
        [
            letter(
                SENT,
                "2022-05-07",
                "Minister of Foreign Affairs of the Republic of Armenia, Ani Petrosyan",
                "Armenia",
                SG,
            )
        ],
    ),
    "announced": (
        "The letter of Azerbaijan's Permanent Representative addressed to the Secretary-General"
        " will be circulated as a document of the General Assembly.",
        [letter(ANNOUNCED, None, "Azerbaijan's Permanent Representative", "Azerbaijan", SG)],
    ),
    "will be sent": (
        "The Prime Minister of Iceland will send a letter to the President of the General"
        " Assembly about the seed vault.",
        [letter(ANNOUNCED, None, "Prime Minister of Iceland", "Iceland", PGA)],
    ),
    "the date of circulation is not the letter's": (
        "The letter of the President of Peru to the Secretary-General was circulated on"
        " 9 April 2021 as a document of the Security Council.",
        [letter(CIRCULATED, None, "President of Peru", "Peru", SG)],
    ),
    "a date without its year": (
        "The Ambassador of Ghana sent a letter to the UN Secretary-General on 9 April.",
        [letter(SENT, None, "Ambassador of Ghana", "Ghana", SG)],
    ),
    "a reference back adds symbols and stage": (
        "The Foreign Minister of Chile sent a letter to the UN Secretary-General on postal"
        " services.\n\nThe letter was circulated as a document of the General Assembly and the"
        " Security Council (A/78/500-S/2023/700).",
        [
            letter(
                CIRCULATED, None, "Foreign Minister of Chile", "Chile", SG, "A/78/500", "S/2023/700"
            )
        ],
    ),
    "a sentence about it without the noun": (
        "The Foreign Minister of Chile sent a letter to the UN Secretary-General. It was issued"
        " as a document of the Council (A / 70/1016-S / 2016/711).",
        [
            letter(
                CIRCULATED,
                None,
                "Foreign Minister of Chile",
                "Chile",
                SG,
                "A/70/1016",
                "S/2016/711",
            )
        ],
    ),
    "two letters in one sentence": (
        "The Permanent Representative of Mali sent a letter to the Secretary-General on 3 March"
        " 2021, and the Permanent Representative of Chad sent a letter to the President of the"
        " Security Council on 5 March 2021.",
        [
            letter(SENT, "2021-03-03", "Permanent Representative of Mali", "Mali", SG),
            letter(SENT, "2021-03-05", "Permanent Representative of Chad", "Chad", PSC),
        ],
    ),
    "several days of one month": (
        "Letters dated 3 and 5 March 2021 from the Permanent Representative of Oman addressed to"
        " the Secretary-General were distributed as documents of the General Assembly.",
        [
            letter(CIRCULATED, "2021-03-03", "Permanent Representative of Oman", "Oman", SG),
            letter(CIRCULATED, "2021-03-05", "Permanent Representative of Oman", "Oman", SG),
        ],
    ),
    "two addressees": (
        "Identical letters dated 8 May 2019 from Samoa's Ambassador to the Secretary-General and"
        " the President of the Security Council were issued as a document of the Council.",
        [letter(CIRCULATED, "2019-05-08", "Samoa's Ambassador", "Samoa", f"{SG} and {PSC}")],
    ),
    "earlier letters are others": (
        "The Foreign Minister of Malta Ann Borg sent a letter to the UN Secretary-General on"
        " 2 June 2020. The letters sent earlier by Minister Ann Borg to the UN Secretary-General"
        " were distributed as a document of the General Assembly.",
        [
            letter(SENT, "2020-06-02", "Foreign Minister of Malta Ann Borg", "Malta", SG),
            letter(CIRCULATED, None, "Minister Ann Borg", "Malta", SG),
        ],
    ),
    "another organisation": (
        "The Minister of Foreign Affairs of Georgia sent a letter to the Director-General of"
        " UNESCO on 1 July 2021.",
        [
            letter(
                SENT,
                "2021-07-01",
                "Minister of Foreign Affairs of Georgia",
                "Georgia",
                "Director-General of UNESCO",
            )
        ],
    ),
    "another Secretary General": (
        "The Foreign Minister of Latvia sent a letter to the Secretary General of the Council of"
        " Europe.",
        [
            letter(
                SENT,
                None,
                "Foreign Minister of Latvia",
                "Latvia",
                "Secretary General of the Council of Europe",
            )
        ],
    ),
    "a third state's letter": (
        "Commenting on the letter of the Permanent Representative of Nepal addressed to the UN"
        " Secretary-General, the Foreign Ministry of India welcomed the seed exchange.",
        [letter(SENT, None, "Permanent Representative of Nepal", "Nepal", SG)],
    ),
    "letters further to which one writes": (
        "Further to my letters dated 7 January and 4 March 2021 (S/2021/22 and S/2021/210), the"
        " Minister of Fiji wrote to the President of the General Assembly.",
        [
            letter(SENT, "2021-01-07"),
            letter(SENT, "2021-03-04"),
            letter(SENT, None, "Minister of Fiji", "Fiji", PGA),
        ],
    ),
    "in his letter, the minister": (
        "In his letter addressed to the UN Secretary-General, the Minister of Foreign Affairs of"
        " Ukraine, Oleh Koval, drew attention to bees.",
        [letter(SENT, None, "Minister of Foreign Affairs of Ukraine, Oleh Koval", "Ukraine", SG)],
    ),
    "the Secretary-General writes himself": (
        "The UN Secretary-General sent a letter to the President of the Security Council on"
        " 3 May 2021 about the mission.",
        [letter(SENT, "2021-05-03", "UN Secretary-General", "United Nations", PSC)],
    ),
    "a date of something else": (
        "The Ambassador of Cuba sent a letter to the UN Secretary-General on the opening of the"
        " vault on 5 May 2021 and on the treaty of 3 May 2008.",
        [letter(SENT, None, "Ambassador of Cuba", "Cuba", SG)],
    ),
    "a party that only the name gives": (
        "Foreign Minister of Peru Ana Rios met the fishermen. Minister Rios sent a letter to the"
        " UN Secretary-General.",
        [letter(SENT, None, "Minister Rios", "Peru", SG)],
    ),
    "wrote to": (
        "Tove Lind wrote to UN Secretary General about the herring season.",
        [letter(SENT, None, "Tove Lind", None, SG)],
    ),
}

NO_LETTERS = (
    "The President of Malta sent a letter to the President of Cyprus on the herring season.",
    "The ambassador presented his letters of credence to the President of Austria.",
    "The Minister met UN Secretary-General António Guterres on 4 May 2021 in New York.",
    "Resolution S/RES/2728 (2024) was issued as a document of the Security Council.",
    "Norway did not send a letter to the UN Secretary-General.",
    "The Ambassador has a copy of the letter that students wrote to the mayor. It was published as"
    " a document of the town.",
    "The newsletter of the ministry was published and distributed as a document.",
    "Fishermen called on the Government to send a letter to the UN Secretary-General.",
)


@pytest.mark.parametrize("case", ENGLISH)
def test_letters_in_english(case: str) -> None:
    text, expected = ENGLISH[case]
    assert list(find_mentions(None, text, "en")) == expected


@pytest.mark.parametrize("text", NO_LETTERS)
def test_no_letter_is_made_of_other_news(text: str) -> None:
    assert find_mentions(None, text, "en") == ()


AZERBAIJANI = {
    "sent and circulated": (
        "Norveçin xarici işlər naziri Kari Berqin BMT-nin Baş katibi António Guterreşə 4 mart"
        " 2024-cü il tarixində ünvanladığı məktub BMT Baş Assambleyası və Təhlükəsizlik"
        " Şurasının sənədi kimi yayılıb.",
        [
            letter(
                CIRCULATED, "2024-03-04", "Norveçin xarici işlər naziri Kari Berqin", "Norway", SG
            )
        ],
    ),
    "to the President of the Council": (
        "Azərbaycan Respublikasının BMT yanında daimi nümayəndəsi Yaşar Quliyev BMT Təhlükəsizlik"
        " Şurasının sədrinə məktub göndərib.",
        [
            letter(
                SENT,
                None,
                "Azərbaycan Respublikasının BMT yanında daimi nümayəndəsi Yaşar Quliyev",
                "Azerbaijan",
                PSC,
            )
        ],
    ),
    "announced": (
        "Ermənistanın xarici işlər nazirinin BMT-nin Baş katibinə ünvanladığı məktub Baş"
        " Assambleyanın sənədi kimi yayımlanacaq.",
        [letter(ANNOUNCED, None, "Ermənistanın xarici işlər nazirinin", "Armenia", SG)],
    ),
    "no letter": ("Nazir BMT-nin Baş katibi ilə toxum bankı barədə görüşüb.", []),
    "a letter of congratulation": ("Prezident BMT-nin Baş katibinə təbrik məktubu göndərib.", []),
}
RUSSIAN = {
    "sent": (
        "Министр иностранных дел Норвегии Кари Берг направила письмо генеральному секретарю ООН"
        " Антониу Гутерришу о хранилище семян.",
        [letter(SENT, None, "Министр иностранных дел Норвегии Кари Берг", "Norway", SG)],
    ),
    "of a date, circulated": (
        "Письмо министра иностранных дел Грузии Нино Беридзе на имя Генерального секретаря ООН от"
        " 4 марта 2024 года распространено в качестве документа Генеральной Ассамблеи и Совета"
        " Безопасности (A/78/500–S/2024/200).",
        [
            letter(
                CIRCULATED,
                "2024-03-04",
                "министра иностранных дел Грузии Нино Беридзе",
                "Georgia",
                SG,
                "A/78/500",
                "S/2024/200",
            )
        ],
    ),
    "on a date": (
        "4 марта 2024 года постоянный представитель Республики Армения при ООН направил письмо"
        " председателю Совета Безопасности ООН.",
        [
            letter(
                SENT,
                "2024-03-04",
                "постоянный представитель Республики Армения при ООН",
                "Armenia",
                PSC,
            )
        ],
    ),
    "announced": (
        "Письмо посла Казахстана генеральному секретарю ООН будет распространено в качестве"
        " официального документа Генеральной Ассамблеи.",
        [letter(ANNOUNCED, None, "посла Казахстана", "Kazakhstan", SG)],
    ),
    "not sent": ("Норвегия не направляла письмо генеральному секретарю ООН.", []),
}


@pytest.mark.parametrize("case", AZERBAIJANI)
def test_letters_in_azerbaijani(case: str) -> None:
    text, expected = AZERBAIJANI[case]
    assert list(find_mentions(None, text, "az")) == expected


@pytest.mark.parametrize("case", RUSSIAN)
def test_letters_in_russian(case: str) -> None:
    text, expected = RUSSIAN[case]
    assert list(find_mentions(None, text, "ru")) == expected


def test_an_unread_language_gives_no_mention() -> None:
    assert find_mentions(None, "El Ministro envió una carta al Secretario General.", "es") == ()


def test_the_title_stands_alone_where_the_body_names_no_letter() -> None:
    title = (
        "Press release on circulation of the letter of the Foreign Minister of Fiji as a document"
        " of the UN General Assembly"
    )
    (found,) = find_mentions(title, "The season was good.", "en")
    assert (found.stage, found.party) == (CIRCULATED, "Fiji")
