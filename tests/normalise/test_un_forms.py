"""Forms of whole documents, freshly written: mastheads, requests, replies, annexes, neighbours."""

from __future__ import annotations

import pytest

from tasks.normalise.flat import split_flat
from tasks.normalise.un.agenda import parse_items
from tasks.normalise.un.requests import find_requests
from tasks.normalise.un.sessions import parse_organ_time
from tasks.normalise.un_document import parse_un_document
from tasks.records import UnDocument
from warehouse.vocabulary import DocumentType

HEAD = (
    "S/2021/100\n\nUnited Nations\n\nSecurity Council\n\nDistr.: General\n6 May 2021\n"
    "Original: English\n\n"
)
TITLE = (
    "Letter dated 4 May 2021 from the Permanent Representative of\n"
    "Chile to the United Nations addressed to the Secretary-General\n"
)
SIGNED = "(Signed) Ana Ejemplo\nAmbassador\nPermanent Representative\n"
FOOT = "\n21-01265 (E)\n\n070521\n\n*2101265*\n"
OPEN = HEAD + TITLE
CLOSE = SIGNED + FOOT


def read(text: str) -> UnDocument:
    return parse_un_document(split_flat(text))


def test_masthead_of_the_eighties() -> None:
    record = read(
        "UNITED\nNATIONS\n\nA S\n\nGeneral Assembly\nSecurity Council\n\nDistr.\nGENERAL\n\n"
        "A/43/720\nS/20230\n24 October 1988\nENGLISH\nORIGINAL: ENGLISH\n\nGENERAL ASSEMBLY\n"
        "Forty-third session\nAgenda items 36, 37 and 87\n\nSECURITY COUNCIL\nForty-third year\n\n"
        "QUESTION OF BEES\n\nLETTER DATED 21 OCTOBER 1988 FROM THE PERMANENT REPRESENTATIVE\n"
        "OF DEMOCRATIC YEMEN TO THE UNITED NATIONS ADDRESSED TO THE\nSECRETARY-GENERAL\n\n"
        "     I have the honour to speak of bees, which are many in the hills and make honey.\n\n"
        "(Signed) Abdul MITHAL\n\n88-31846 0592g (E)        /...\n\n"
        "A/43/720\nS/20230\nEnglish\nPage 2\n\nANNEX\n\nList of hills\n\n-----\n"
    )
    assert record.document_type is DocumentType.LETTER
    assert record.symbols == ("A/43/720", "S/20230")
    assert (record.ga_session, record.sc_year, record.job_number) == (43, 43, "88-31846")
    assert record.agenda_items == ("36", "37", "87")
    assert [(one.party, one.iso3) for one in record.senders] == [("Democratic Yemen", "YMD")]
    assert [(one.label, one.title) for one in record.annexes] == [("Annex", "List of hills")]
    assert "/..." not in record.body


def test_masthead_of_a_committee() -> None:
    record = read(
        "S/AC.99/2021/5\n\nSecurity Council\n\nCommittee established pursuant\nto resolution 9999 "
        "(2020)\n\nDistr.: General\n5 March 2021\n\nOriginal: English\n\nNote verbale dated 3 "
        "March "
        "2021 from the Permanent Mission of\nIceland to the United Nations addressed to the Chair "
        "of the\nCommittee\nThe Permanent Mission of Iceland presents its compliments to the "
        "Chair.\n"
    )
    assert record.document_type is DocumentType.NOTE_VERBALE
    assert str(record.distribution_date) == "2021-03-05"
    assert record.addressees == ("Chair of the Committee",)
    assert record.signatories == ()


def test_two_columns_read_across() -> None:
    record = read(
        "A/70/900S/2016/474*\n\nUnited Nations\n\nDistr.: General\n24 May 2016\n\nOriginal: "
        "Spanish\n\n"
        "General Assembly  Security Council\nSeventieth session Seventy-first year\nAgenda item "
        "74 (a)\n"
        "Oceans and the law of the sea\n\n" + TITLE + "I write.\n" + SIGNED
    )
    assert record.symbols == ("A/70/900", "S/2016/474")
    assert record.reissued
    assert (record.ga_session, record.sc_year) == (70, 71)
    assert record.agenda_items == ("74 (a)",)
    assert record.original_language == "Spanish"


def test_reissue_mark_on_the_job_number_counts() -> None:
    assert read(OPEN + "I write.\n" + SIGNED + "\n21-01265* (E) 070521\n").reissued


def test_furniture_inside_a_sentence_is_taken_out() -> None:
    record = read(
        OPEN + "The bees that were counted in the valleys of the north in the spring of "
        "this\nyear were, as it is said in the letter\n" + FOOT + "\nS/2021/100\n\nof the autumn "
        "(S/2020/77), fewer than those of the year before, as all who keep\nbees know.\n" + SIGNED
        + "\n2/2\n\n21-01265\n"
    )  # fmt: skip
    assert "said in the letter of the autumn (S/2020/77), fewer" in record.body
    assert record.cited_symbols == ("S/2020/77",)
    assert record.job_number == "21-01265"


def test_torn_page_number_and_job_number_are_cut_apart() -> None:
    record = read(
        HEAD
        + TITLE
        + "I write.\n"
        + SIGNED
        + "21-019363/25\n\nS/2021/100\n\nAnnex\nA list of bees\n"
    )
    assert [one.title for one in record.annexes] == ["A list of bees"]


def test_report_that_follows_without_head_is_no_part_of_the_letter() -> None:
    record = read(
        OPEN + "I send a report.\n" + CLOSE + "\nS/2021/100\n\nLetter dated 1 May 2021 "
        "from the Bee Team addressed to the Chair\nI should be grateful if you would have this "
        "letter "
        "circulated as a document of the General\nAssembly.\n(Signed) B. Keeper\n"
    )  # fmt: skip
    assert [one.name for one in record.signatories] == ["Ana Ejemplo"]
    assert record.requests_circulation == ()


def test_annexes_are_a_tree() -> None:
    record = read(
        OPEN + "I send papers.\n" + CLOSE + "\fS/2021/100\n\nAnnex I to the letter dated "
        "4 May 2021 from the Permanent\nRepresentative of Chile to the United Nations addressed "
        "to\nthe "
        "Secretary-General\n[Original: Spanish]\nStatement on bees\nThe bees of the valleys were "
        "counted "
        "in the spring of this year by the keepers.\n\fS/2021/100\n\nAnnex II\nLetter dated 1 May "
        "2021 "
        "from the Minister for Foreign Affairs of\nChile addressed to the Secretary-General\nI "
        "write "
        "(see enclosure).\n(Signed) P. Modelo\n\nEnclosure\nList of hives\n\nAppendix\nMap of "
        "hives\n"
    )  # fmt: skip
    assert [(one.label, one.title, one.parent) for one in record.annexes] == [
        ("Annex I", "Statement on bees", None),
        ("Annex II", "Letter dated 1 May 2021 from the Minister for Foreign Affairs of Chile "
                     "addressed to the Secretary-General", None),
        ("Enclosure", "List of hives", "Annex II"),
        ("Appendix", "Map of hives", "Enclosure"),
    ]  # fmt: skip
    assert record.annexes[0].original_language == "Spanish"
    assert str(record.annexes[1].letter_date) == "2021-05-01"
    assert record.annexes[1].signatories[0].name == "P. Modelo"


def test_second_masthead_in_an_annex_is_not_the_document_s() -> None:
    record = read(
        OPEN + "I send a draft.\n" + CLOSE + "\fS/2021/100\n\nAnnex\nS/2021/99\n\nUnited "
        "Nations\n\nSecurity Council\n\nDistr.: Limited\n1 January 2020\nOriginal: "
        "French\n\nChile: draft "
        "resolution\n"
    )  # fmt: skip
    assert record.symbols == ("S/2021/100",)
    assert (record.distribution, record.original_language) == ("General", "English")
    assert record.document_type is DocumentType.LETTER
    assert record.cited_symbols == ("S/2021/99",)


def test_annex_in_running_text_is_no_head() -> None:
    record = read(
        OPEN + "The bees are named in a paper that stands at the end, which is to be "
                       "called the\n"
        "Annex\nand which has been sent with this letter to all those who keep bees in the "
        "valleys.\n" + SIGNED
    )  # fmt: skip
    assert record.annexes == ()


def test_date_of_an_annexed_letter_said_only_by_the_cover() -> None:
    record = read(
        OPEN + "I transmit a letter dated 1 May 2021 from our Minister (see annex).\n" + SIGNED
        + FOOT + "\fS/2021/100\n\nAnnex\n\nIt is with joy that I write to you of the bees in the "
                 "valleys "
        "of our country.\n(Signed) P. Modelo\n"
    )  # fmt: skip
    assert record.annexes[0].letter_date is None
    assert str(record.annexes[0].date_from_cover) == "2021-05-01"


def test_corrigendum_of_a_letter_names_its_letter() -> None:
    record = read(
        HEAD.replace("/100", "/100/Corr.1") + TITLE + "Corrigendum\nPage 2\nFor bees read wasps\n"
    )
    assert record.document_type is DocumentType.CORRIGENDUM
    assert str(record.letter_date) == "2021-05-04"
    assert record.senders[0].iso3 == "CHL"


@pytest.mark.parametrize(
    ("symbol", "title", "kind"),
    [
        ("S/2021/100", "Bees\nReport of the Secretary-General", DocumentType.REPORT),
        ("S/2021/100", "Note by the President of the Security Council", DocumentType.NOTE),
        ("S/PV.9344 (Resumption 1)", "9344th meeting", DocumentType.MEETING_RECORD),
        ("S/Agenda/9725", "Provisional agenda for the 9725th meeting", DocumentType.AGENDA),
        ("A/80/L.1", "Chile: draft resolution", DocumentType.DRAFT_RESOLUTION),
        ("A/C.3/80/L.64", "Chile: amendment to draft resolution A/C.3/80/L.2", DocumentType.OTHER),
        ("S/RES/2728 (2024)", "Resolution 2728 (2024)", DocumentType.RESOLUTION),
        ("S/PRST/2021/1", "Statement by the President of the Security Council", DocumentType.OTHER),
    ],
)
def test_neighbours_are_no_letters(symbol: str, title: str, kind: DocumentType) -> None:
    record = read(
        HEAD.replace("S/2021/100", symbol) + title + "\n\nIt is recalled that a letter was sent.\n"
        + TITLE + "(Signed) Ana Ejemplo\n"
    )  # fmt: skip
    assert record.document_type is kind
    assert record.symbols == (symbol,)
    assert (record.senders, record.addressees, record.signatories) == ((), (), ())
    assert record.letter_date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "I should be grateful if you would have the present letter circulated as a document of the "
        "General Assembly, under agenda item 43, and of the Security Council.",
        "I kindly request that this letter be issued as an official document of the General "
        "Assembly, "
        "under items 43 of the provisional agenda, and of the Security Council.",
        "I would appreciate your kind assistance in having it distributed as a document of the "
        "General Assembly, under item 43, and of the Council.",
        "Le agradecería que tuviera a bien hacer distribuir la presente carta como documento de la "
        "Asamblea General, en relación con el tema 43 del programa, y del Consejo de Seguridad.",
        "Буду признателен за распространение настоящего письма в качестве документа Генеральной "
        "Ассамблеи по пункту 43 повестки дня и Совета Безопасности.",
    ],
)
def test_circulation_is_asked(sentence: str) -> None:
    asked = find_requests([sentence])
    assert asked.circulation == ("General Assembly", "Security Council")
    assert asked.attention == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The letter was circulated as a document of the Security Council.",
        "I should be grateful if the letter could be circulated to the members of the Security "
        "Council.",
        "I should be grateful if you would bring it to the attention of the members of the "
        "Council.",
        "The statements will be issued as a document of the Security Council.",
        "I request a meeting of the Security Council.",
    ],
)
def test_circulation_is_not_asked(sentence: str) -> None:
    assert find_requests([sentence]).circulation == ()


def test_organ_inside_a_quoted_item_is_not_asked() -> None:
    asked = find_requests(
        ["I ask you to circulate it as a document of the General Assembly, under item 5, “Reform "
         "of the "
         "Security Council”."]
    )  # fmt: skip
    assert asked.circulation == ("General Assembly",)


@pytest.mark.parametrize(
    ("sentence", "symbols"),
    [
        ("Your letter dated 3 May 2021 (S/2021/1) has been brought to the attention of the "
         "members.",
         ("S/2021/1",)),
        ("In reply to the letter of Peru (A/75/1–S/2021/1), I write.", ("A/75/1", "S/2021/1")),
        ("Further to my letter dated 3 May 2021 (S/2021/1), I write.", ()),
        ("I refer to your letter dated 3 May 2021 (S/2021/1).", ()),
    ],
)  # fmt: skip
def test_replies(sentence: str, symbols: tuple[str, ...]) -> None:
    assert read(OPEN + sentence + "\n" + SIGNED).in_reply_to == symbols


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("34, 35, 40 and 86", ("34", "35", "40", "86")),
        ("44 and 79 (a)", ("44", "79 (a)")),
        ("79 (a) to (c)", ("79 (a)", "79 (b)", "79 (c)")),
        ("20 (a), (b) and (d), and of", ("20 (a)", "20 (b)", "20 (d)")),
        ("of the", ()),
    ],
)
def test_agenda_items(text: str, items: tuple[str, ...]) -> None:
    assert parse_items(text) == items


def test_contradictions_are_told() -> None:
    record = read(
        HEAD.replace("S/2021/100", "A/75/9").replace("Security Council", "General Assembly")
        + "Seventy-fifth session\nAgenda item 34\nBees\n\n" + TITLE.replace("4 May", "9 May")
        + "I ask you to circulate it as a document of the General Assembly, under agenda item "
          "35.\n" + SIGNED
    )  # fmt: skip
    assert record.agenda_items == ("34",)
    assert {one.code for one in record.findings} == {"agenda_mismatch", "letter_after_distribution"}


def test_title_of_no_known_form_is_told_and_gives_nothing() -> None:
    record = read(HEAD + "Letter dated the other day from a friend\nI write.\n" + SIGNED)
    assert record.document_type is DocumentType.LETTER
    assert (record.letter_date, record.senders, record.addressees) == (None, (), ())
    assert "unknown_title_form" in {one.code for one in record.findings}


@pytest.mark.parametrize(
    ("text", "session", "year"),
    [
        ("Soixante-quinzième session", 75, None),
        ("Quatre-vingtième session", 80, None),
        ("Soixante et onzième année", None, 71),
        ("Septuagésimo quinto período de sesiones", 75, None),
        ("Septuagésimo sexto año", None, 76),
        ("Семьдесят пятая сессия", 75, None),
        ("Семьдесят шестой год", None, 76),
        ("الدورة الخامسة والسبعون", 75, None),
        ("السنة السادسة والسبعون", None, 76),
        ("第七十五届会议", 75, None),
        ("第七十六年", None, 76),
    ],
)
def test_sessions_and_years_in_other_languages(
    text: str, session: int | None, year: int | None
) -> None:
    time = parse_organ_time(text)
    assert time is not None
    assert (time.ga_session, time.sc_year) == (session, year)


def test_spanish_letter_is_read_as_the_english_one() -> None:
    record = read(
        "S/2021/300\n\nNaciones Unidas\n\nConsejo de Seguridad\n\nDistr. general\n24 de marzo de "
        "2021\n"
        "Español\nOriginal: inglés\n\nCarta de fecha 23 de marzo de 2021 dirigida al Presidente "
        "del\n"
        "Consejo de Seguridad por la Representante Permanente de Noruega\nante las Naciones "
        "Unidas\n"
        "Le agradecería que tuviera a bien hacer distribuir la presente carta como documento del "
        "Consejo\n"
        "de Seguridad.\n(Firmado) Ana Ejemplo\n\n21-03999 (S)    250321    250321\n"
    )
    assert (record.distribution, str(record.distribution_date)) == ("General", "2021-03-24")
    assert (record.language, record.original_language) == ("es", "English")
    assert [(one.office, one.party) for one in record.senders] == [
        ("Permanent Representative", "Norway")
    ]
    assert record.addressees == ("President of the Security Council",)
    assert record.requests_circulation == ("Security Council",)
    assert record.signatories[0].name == "Ana Ejemplo"
