"""Whole letters in Russian: sender in the genitive before the date; masthead in English."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import Case, Head, annex, letter
from tests.corpus.phrases import PSC, SG, SG_NAME, SG_PSC, Senders
from tests.replica.un.spec import Facts, Party, Signature

GA, SC = "General Assembly", "Security Council"
RUSSIAN = Head(tongue="ru")
UN = "при Организации Объединенных Наций"
SIGNER = Signature("Ана", "Примерова", ("Посол", "Постоянный представитель"))


def _of(office: str, party: str, iso3: str | None) -> Senders:
    return Senders("", (Party(office, party, iso3),))


CASES: tuple[Case, ...] = (
    letter(
        "ru_mayaki",
        "S/2023/9031",
        "2023-06-15",
        _of("Permanent Representative", "Iceland", "ISL"),
        PSC,
        "Имею честь сообщить Вам, что маяки северного побережья вновь открыты для посетителей, "
        "которые приезжают из соседних областей.",
        "Буду признателен, если настоящее письмо будет доведено до сведения членов Совета "
        "Безопасности и опубликовано в качестве документа Совета.",
        tags="letter language:ru request:attention_and_circulation",
        title=f"Письмо Постоянного представителя Исландии {UN} от 15 июня 2023 года на имя "
        "Председателя Совета Безопасности",
        facts=Facts(requests_circulation=(SC,), requests_attention=(SC,)),
        signed=(SIGNER,),
        head=RUSSIAN,
        released_again="2023-06-22",
    ),
    letter(
        "ru_kolodtsy",
        "A/75/9032–S/2021/9032",
        "2021-02-22",
        _of("Permanent Representative", "Kyrgyzstan", "KGZ"),
        SG,
        "Имею честь препроводить перечень горных колодцев (см. приложение), о котором шла речь в "
        "моем письме от 5 января 2021 года (A/75/9030-S/2021/9030).",
        "Буду признателен Вам за распространение настоящего письма и приложения к нему в качестве "
        "документа Генеральной Ассамблеи по пунктам 14 и 20 повестки дня и документа Совета "
        "Безопасности.",
        tags="letter language:ru joint agenda:russian annex:russian",
        title=f"Письмо Постоянного представителя Кыргызстана {UN} от 22 февраля 2021 года на имя "
        "Генерального секретаря",
        facts=Facts(requests_circulation=(GA, SC), cited_symbols=("A/75/9030", "S/2021/9030")),
        signed=(SIGNER,),
        head=replace(
            RUSSIAN,
            items="14, 20",
            titles=("Культура мира", "Устойчивое развитие"),
            session_text="Семьдесят пятая сессия",
            second=("Совет Безопасности", "Семьдесят шестой год"),
            original="Russian",
        ),
        annexes=(
            annex(
                "Annex",
                "Перечень горных колодцев",
                "Колодцы осмотрены весной. Вода в них чистая.",
                head="Приложение к письму Постоянного представителя Кыргызстана "
                f"{UN} от 22 февраля 2021 года на имя Генерального секретаря",
            ),
        ),
    ),
    letter(
        "ru_identichnye",
        "S/2020/9033",
        "2020-09-07",
        _of("Permanent Representative", "Syrian Arab Republic", "SYR"),
        SG_PSC,
        "Имею честь сообщить Вам о выставке старинных часов.",
        "Прошу распространить настоящее письмо в качестве документа Совета Безопасности.",
        tags="identical_letters language:ru",
        kind="Identical letters",
        title=f"Идентичные письма Постоянного представителя Сирийской Арабской Республики {UN} от "
        "7 сентября 2020 года на имя Генерального секретаря и Председателя Совета Безопасности",
        facts=Facts(requests_circulation=(SC,)),
        signed=(SIGNER,),
        head=replace(RUSSIAN, original="Arabic"),
    ),
    letter(
        "ru_verbalnaya_nota",
        "A/76/9034",
        "2021-10-11",
        _of("Permanent Mission", "Belarus", "BLR"),
        SG,
        f"Постоянное представительство Беларуси {UN} свидетельствует свое уважение Генеральному "
        "секретарю и имеет честь направить ему каталог льняных тканей.",
        "Постоянное представительство просит распространить настоящую ноту в качестве документа "
        "Генеральной Ассамблеи по пункту 18 повестки дня.",
        tags="note_verbale language:ru",
        kind="Note verbale",
        title=f"Вербальная нота Постоянного представительства Беларуси {UN} от 11 октября 2021 "
        "года на имя Генерального секретаря",
        facts=Facts(requests_circulation=(GA,)),
        signed=(),
        head=replace(
            RUSSIAN,
            items="18",
            titles=("Устойчивое развитие",),
            session_text="Семьдесят шестая сессия",
            original="Russian",
        ),
    ),
    letter(
        "ru_generalny_sekretar",
        "S/2022/9035",
        "2022-06-22",
        Senders("", (Party(SG_NAME, "United Nations"),)),
        PSC,
        "Имею честь сослаться на резолюцию о составлении карт озер.",
        "Буду признателен Вам за доведение настоящего письма до сведения членов Совета "
        "Безопасности.",
        tags="letter language:ru sender:sg request:attention",
        title="Письмо Генерального секретаря от 22 июня 2022 года на имя Председателя Совета "
        "Безопасности",
        facts=Facts(requests_attention=(SC,)),
        signed=(Signature("Амели", "Оконджо-Линдквист"),),
        head=RUSSIAN,
    ),
)  # fmt: skip
