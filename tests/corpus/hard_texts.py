"""Whole letters once read wrong: spacing, columns, running heads, languages of annexes."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.corpus.case import Case, Head, annex, letter
from tests.corpus.phrases import (
    PSC,
    SG,
    Senders,
    ask,
    mission,
    representative,
    representatives,
    to,
)
from tests.replica.un.spec import Facts, Footnote, Party, Signature

GA, SC, HRC = "General Assembly", "Security Council", "Human Rights Council"
FOR_SC, BOTH = Facts(requests_circulation=(SC,)), Facts(requests_circulation=(GA, SC))
SEND = "I have the honour to send the list of the lamps of the northern harbours."
_BRACKET = re.compile(r"\[[^\]\n]*(?:испанский|Spanish)[^\]\n]*\]")
LAMPS = "The lamps of the northern harbours were lit in the winter and burned for ninety nights."
RUSSIAN_HEAD = (
    "Приложение к письму Постоянного представителя Сербии при Организации Объединенных Наций от "
    "4 мая 2021 года на имя Председателя Совета Безопасности"
)
RIGHTS = to("Office of the United Nations High Commissioner for Human Rights")


def _space_out(text: str) -> str:
    """An empty line below each line, as one extractor prints them."""
    return text.replace("\n", "\n\n")


def _head_annex_page(text: str) -> str:
    """Annex pages of the 1980s count their own pages: `Annex`, `Page 1` in the running head."""
    return text.replace("English\nPage 2\n", "English\nAnnex\nPage 1\n")


def _join_columns(text: str) -> str:
    """Two columns of a Chinese masthead read across."""
    return text.replace(
        "大会\nSeventy-fifth session\n议程项目14\nSustainable development\nSecurity Council\n"
        "Seventy-sixth year\n",
        "大会  安全理事会\n第七十五届会议  第七十六年\n议程项目 14\n可持续发展\n",
    )


def _move_items(text: str) -> str:
    """The titles of the items below the Council's year: the left column went on."""
    titles = "CULTURE OF LAMPS\nREPORT OF THE COUNCIL OF HARBOURS\n"
    year = "SECURITY COUNCIL\nForty-seventh year\n"
    return text.replace(titles, "").replace(year, f"{year}\n{titles}")


def _name_the_true_text(text: str) -> str:
    """How Russian texts name the language of an annex."""
    return _BRACKET.sub("[Подлинный текст на испанском языке]", text)


CASES: tuple[Case, ...] = (
    replace(
        letter(
            "spaced_out",
            "A/75/6301–S/2020/6301",
            "2020-12-28",
            representative("Bosnia and Herzegovina", "BIH"),
            SG,
            SEND,
            *(LAMPS,) * 12,
            ask("the General Assembly, under agenda items 34 and 86 (a), and of the Security "
                "Council"),
            tags="letter joint noise:spaced_out",
            facts=BOTH,
            head=Head(items="34, 86 (a)"),
        ),
        renderings=("flat",),
        damage=_space_out,
    ),
    replace(
        letter(
            "annex_page_head",
            "S/17427",
            "1985-08-26",
            representative("Iceland", "ISL"),
            SG,
            SEND,
            ask("the Security Council", "this letter and its annex"),
            tags="letter old annex:running_head",
            facts=FOR_SC,
            head=Head(old=True),
            annexes=(annex("Annex", "List of lamps", *(LAMPS,) * 3, head="ANNEX"),),
        ),
        renderings=("flat",),
        damage=_head_annex_page,
    ),
    replace(
        letter(
            "zh_columns",
            "A/75/6302–S/2021/6302",
            "2021-04-06",
            Senders("", (Party("Permanent Representative", "China", "CHN"),)),
            SG,
            "谨随函转递博物馆茶具目录,请查收。",
            tags="letter language:zh joint noise:columns",
            title="2021年4月6日中国常驻联合国代表给秘书长的信",
            signed=(Signature("安娜", "·埃亨普洛"),),
            head=Head(tongue="zh", items="14"),
        ),
        renderings=("flat",),
        damage=_join_columns,
        fields=("symbols", "ga_session", "sc_year", "agenda_items", "letter_date", "senders",
                "addressees", "title"),
    ),
    replace(
        letter(
            "items_below_the_year",
            "A/47/6303–S/24303",
            "1992-07-31",
            representative("Finland", "FIN"),
            SG,
            SEND,
            ask("the General Assembly, under agenda items 10 and 79, and of the Security Council"),
            tags="letter old old:joint agenda:titles_below",
            facts=BOTH,
            head=Head(old=True, items="10, 79",
                      titles=("CULTURE OF LAMPS", "REPORT OF THE COUNCIL OF HARBOURS")),
        ),
        renderings=("flat",),
        damage=_move_items,
    ),
    replace(
        letter(
            "geneva_job_line",
            "A/HRC/46/G/63",
            "2021-03-15",
            mission("Armenia", "ARM"),
            RIGHTS,
            "The Permanent Mission of Armenia presents its compliments to the Office and has the "
            "honour to send the list of lamps.",
            "It kindly requests that the present note be circulated as a document of the Human "
            "Rights Council, under agenda item 3.",
            tags="note_verbale hrc job:geneva table",
            kind="Note verbale",
            job="GE.21-03504",
            facts=Facts(requests_circulation=(HRC,)),
            signed=(),
            head=Head(items="3", session_text="Forty-sixth session", organs=("General Assembly",)),
        ),
        renderings=("flat",),
        fields=("document_type", "symbols", "letter_date", "senders", "addressees", "job_number",
                "requests_circulation"),
    ),
    replace(
      letter(
        "ru_annex_language",
        "S/2021/6304",
        "2021-05-04",
        Senders("", (Party("Permanent Representative", "Serbia", "SRB"),)),
        PSC,
        "Имею честь препроводить заявление о маяках северных гаваней (см. приложение).",
        "Буду признателен за распространение настоящего письма и приложения к нему в качестве "
        "документа Совета Безопасности.",
        tags="letter language:ru annex:russian",
        title="Письмо Постоянного представителя Сербии при Организации Объединенных Наций от 4 мая "
        "2021 года на имя Председателя Совета Безопасности",
        facts=FOR_SC,
        signed=(Signature("Свен", "Примеров", ("Посол", "Постоянный представитель")),),
        annexes=(
            annex("Annex", "Заявление о маяках", "Маяки зажжены во всех гаванях страны.",
                  head=RUSSIAN_HEAD, original="Spanish"),
        ),
        head=Head(tongue="ru"),
      ),
      renderings=("flat",),
      damage=_name_the_true_text,
    ),
    letter(
        "joint_letter",
        "S/2021/6306",
        "2021-05-04",
        representatives(("Chile", "CHL"), ("Peru", "PER")),
        PSC,
        "We have the honour to send the list of the lamps of both countries (see annex).",
        "We should be grateful if you would have the present letter and its annex circulated as a "
        "document of the Security Council.",
        tags="letter sender:representatives",
        title="Joint letter dated 4 May 2021 from the Permanent Representatives of Chile and Peru "
        "to the United Nations addressed to the President of the Security Council",
        facts=FOR_SC,
        annexes=(
            annex("Annex", "List of lamps", LAMPS,
                  head="Annex to the joint letter dated 4 May 2021 from the Permanent "
                  "Representatives of Chile and Peru to the United Nations addressed to the "
                  "President of the Security Council"),
        ),
    ),
    letter(
        "provisional_with_note",
        "A/75/6305",
        "2020-08-04",
        representative("Norway", "NOR"),
        SG,
        SEND,
        "I should be grateful if you would circulate the present letter as a document of the "
        "General Assembly, under item 35 of the provisional agenda.",
        tags="letter agenda:provisional footnote:agenda",
        facts=Facts(requests_circulation=(GA,), cited_symbols=("A/75/150",)),
        head=Head(items="35", provisional=True, titles=("Prevention of shipwrecks",)),
        notes=(Footnote("*", "A/75/150."),),
    ),
)  # fmt: skip
