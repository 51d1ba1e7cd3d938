"""The forms of titles of letters, one table: a new form is one more row here, nothing else.

The sign its example begins with is the guard; capitals count, as running text has "letter dated".

Sources: un-documents guide, section 6 (observed documents); Editorial Manual for the
addressees' order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.normalise.un.dates import DATE
from tasks.normalise.un.phrases import Phrases
from warehouse.vocabulary import DocumentType


@dataclass(frozen=True, slots=True)
class LetterForm:
    """A title of a letter: `start` recognises its first words, `whole` its slots.

    `whole` has the groups `sender` and `addressee`, and ends with the text. An example stands
    in `example`; tests read it back.
    """

    language: str
    document_type: DocumentType
    start: re.Pattern[str]
    whole: tuple[Phrases, ...]
    example: str


def _compile(*patterns: str) -> tuple[Phrases, ...]:
    return tuple(map(Phrases, patterns))


_DATES = rf"(?P<dates>(?:\d[\d ,\w]{{0,60}}?(?=[\d ]|\b))??{DATE})"
_TO_NO_UN = r"to\s+(?!the\s+United\s+Nations\b)"

_ENGLISH = _compile(
    rf"^.{{0,40}}?dated,?\s+{_DATES}\s*,?\s+(?:from|by"
    rf"|of)\s+(?P<sender>.+?)\s*,?\s+addressed\s+(?:respectively\s+)?to\s+(?P<addressee>.+)",
    rf"^.{{0,40}}?dated,?\s+{_DATES}\s*,?\s+addressed\s+to\s+(?P<addressee>.+?)\s+(?:from"
    rf"|by)\s+(?P<sender>.+)",
    rf"^.{{0,40}}?dated,?\s+{_DATES}\s*,?\s+(?:from|by"
    rf"|of)\s+(?P<sender>.+?)\s*,?\s+{_TO_NO_UN}(?P<addressee>.+)",
)
_ENGLISH_LATE = _compile(
    rf"^.{{0,40}}?from\s+(?P<sender>.+?)\s*,?\s+(?:addressed\s+)?"
    r"to\s+(?!the\s+United\s+Nations\b)"
    rf"(?P<addressee>.+?)\s*,?\s+dated\s+{_DATES}$",
    rf"^.{{0,40}}?from\s+(?P<sender>.+?)\s*,?\s+dated\s+{_DATES}\s*,?\s+(?:addressed\s+)?"
    r"to\s+(?P<addressee>.+)",
)
_FRENCH = _compile(
    rf"^.{{0,40}}?(?:dat[ée]+e?s?|en\s+date)\s*,?\s+(?:du"
    rf"|des)\s+{_DATES}\s*,?\s+adress[ée]+s?\s+(?P<addressee>(?:au|[àa]"
    rf"|aux)\b.+?)\s+par\s+(?!int[ée]rim)(?P<sender>.+)",
)
_SPANISH = _compile(
    rf"^.{{0,40}}?de\s+fechas?\s+{_DATES}\s*,?\s+dirigidas?\s+(?P<addressee>(?:al"
    rf"|a)\b.+?)\s+por\s+(?P<sender>.+)",
)
_RUSSIAN = _compile(
    rf"^(?:Идентичные\s+письма|Письм[оа]"
    rf"|Вербальн\w+\s+нот[аы])\s+(?P<sender>.+?)\s+от\s+{_DATES}(?:\s+года)?\s*,?\s+(?:на\s+имя"
    rf"|в\s+адрес)\s+(?P<addressee>.+)",
    rf"^(?:Идентичные\s+письма|Письм[оа]"
    rf"|Вербальн\w+\s+нот[аы])\s+от\s+{_DATES}(?:\s+года)?\s+(?P<sender>.+?)\s+(?:на\s+имя"
    rf"|в\s+адрес)\s+(?P<addressee>.+)",
)
_ARABIC = _compile(
    rf"^.{{0,40}}?مؤرخ\w*\s+{_DATES}\s*،?\s+و?موجه\w*\s+(?:على\s+التوالي\s+)?[إا]لى\s+(?P<addressee>.+?)\s+من\s+(?P<sender>.+)",
    rf"^.{{0,40}}?مؤرخ\w*\s+{_DATES}\s*،?\s+و?موجه\w*\s+من\s+(?P<sender>.+?)\s+[إا]لى\s+(?P<addressee>.+)",
)
_CHINESE_START = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\S{2,}"


def _chinese(kind: str) -> tuple[Phrases, ...]:
    return _compile(
        r"^(?P<dates>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)(?P<sender>.+?)"
        rf"(?:分别)?(?:给|致)(?P<addressee>.+?)的{kind}"
    )


_LETTER, _IDENTICAL, _NOTE = (
    DocumentType.LETTER,
    DocumentType.IDENTICAL_LETTERS,
    DocumentType.NOTE_VERBALE,
)


def _form(
    language: str, kind: DocumentType, start: str, whole: tuple[Phrases, ...], example: str
) -> LetterForm:
    return LetterForm(language, kind, re.compile(start, re.IGNORECASE), whole, example)


LETTER_FORMS: tuple[LetterForm, ...] = (
    _form(
        "en",
        _NOTE,
        r"(?:Identical\s+)?Notes?\s+verbales?\s+dated\b",
        _ENGLISH,
        "Note verbale dated 4 May 2021 from the Permanent Mission of Chile to the United Nations "
        "addressed to the Secretary-General",
    ),
    _form(
        "en",
        _IDENTICAL,
        r"Identical\s+letters?\s+dated\b",
        _ENGLISH,
        "Identical letters dated 4 May 2021 from the Permanent Representative of Chile to the "
        "United Nations addressed to the Secretary-General and the President of the Security "
        "Council",
    ),
    _form(
        "en",
        _LETTER,
        r"Letters?\s+dated\b",
        _ENGLISH,
        "Letter dated 4 May 2021 from the Permanent Representative of Chile to the United Nations "
        "addressed to the Secretary-General",
    ),
    _form(
        "en",
        _LETTER,
        r"Joint\s+letters?\s+dated\b",
        _ENGLISH,
        "Joint letter dated 4 May 2021 from the Permanent Representative of Chile to the United "
        "Nations addressed to the Secretary-General",
    ),
    _form(
        "en",
        _NOTE,
        r"Notes?\s+(?:verbales?\s+)?(?:\(?No\.?.{1,30}?\s+)?dated\b",
        _ENGLISH,
        "Note dated 4 May 2021 from the Permanent Mission of Chile to the United Nations addressed "
        "to the Secretary-General",
    ),
    _form(
        "en",
        _NOTE,
        r"Notes?\s+verbales?\s+from\b",
        _ENGLISH_LATE,
        "Note verbale from the Permanent Mission of Chile to the United Nations dated 4 May 2021 "
        "addressed to the Secretary-General",
    ),
    _form(
        "en",
        _LETTER,
        r"Letters?\s+from\b",
        _ENGLISH_LATE,
        "Letter from the Permanent Representative of Chile to the United Nations to the "
        "Secretary-General, dated 4 May 2021",
    ),
    _form(
        "fr",
        _NOTE,
        r"Notes?\s+verbales?\s*,?\s+(?:dat|en\s+date)",
        _FRENCH,
        "Note verbale datée du 4 mai 2021, adressée au Secrétaire général par la Mission "
        "permanente du Chili auprès de l’Organisation des Nations Unies",
    ),
    _form(
        "fr",
        _IDENTICAL,
        r"Lettres\s+identiques\s*,?\s+(?:dat|en\s+date)",
        _FRENCH,
        "Lettres identiques datées du 4 mai 2021, adressées au Secrétaire général et au Président "
        "du Conseil de sécurité par le Représentant permanent du Chili auprès de l’Organisation "
        "des Nations Unies",
    ),
    _form(
        "fr",
        _LETTER,
        r"Lettres?\s*,?\s+(?:dat|en\s+date)",
        _FRENCH,
        "Lettre datée du 4 mai 2021, adressée au Secrétaire général par le Représentant permanent "
        "du Chili auprès de l’Organisation des Nations Unies",
    ),
    _form(
        "es",
        _NOTE,
        r"Notas?\s+verbal(?:es)?\s+(?:id[ée]nticas\s+)?de\s+fecha",
        _SPANISH,
        "Nota verbal de fecha 4 de mayo de 2021 dirigida al Secretario General por la Misión "
        "Permanente de Chile ante las Naciones Unidas",
    ),
    _form(
        "es",
        _IDENTICAL,
        r"Cartas\s+id[ée]nticas\s+de\s+fecha",
        _SPANISH,
        "Cartas idénticas de fecha 4 de mayo de 2021 dirigidas al Secretario General y al "
        "Presidente del Consejo de Seguridad por el Representante Permanente de Chile ante las "
        "Naciones Unidas",
    ),
    _form(
        "es",
        _LETTER,
        r"Cartas?\s+de\s+fecha",
        _SPANISH,
        "Carta de fecha 4 de mayo de 2021 dirigida al Secretario General por el Representante "
        "Permanente de Chile ante las Naciones Unidas",
    ),
    _form(
        "ru",
        _NOTE,
        r"Вербальн(?:ая|ые)\s+нот[аы]\s",
        _RUSSIAN,
        "Вербальная нота Постоянного представительства Чили при Организации Объединенных Наций "
        "от 4 мая 2021 года на имя Генерального секретаря",
    ),
    _form(
        "ru",
        _IDENTICAL,
        r"Идентичные\s+письма\s",
        _RUSSIAN,
        "Идентичные письма Постоянного представителя Чили при Организации Объединенных Наций от "
        "4 мая 2021 года на имя Генерального секретаря и Председателя Совета Безопасности",
    ),
    _form(
        "ru",
        _LETTER,
        r"Письм[оа]\s+(?=(?-i:[А-ЯЁ])|от\s|временн|исполняющ|постоянн|глав[ыа]\s|представител"
        r"|заместител|первого\s|министр|поверенн)",
        _RUSSIAN,
        "Письмо Постоянного представителя Чили при Организации Объединенных Наций от 4 мая 2021 "
        "года на имя Генерального секретаря",
    ),
    _form(
        "ar",
        _IDENTICAL,
        r"(?:رسالتان\s+متطابقتان|رسائل\s+متطابقة)\s+مؤرخ",
        _ARABIC,
        "رسالتان متطابقتان مؤرختان 4 أيار/مايو 2021 موجهتان إلى الأمين العام ورئيس مجلس الأمن من "
        "الممثل الدائم لشيلي لدى الأمم المتحدة",
    ),
    _form(
        "ar",
        _NOTE,
        r"مذكرة\s+شفوية\s+مؤرخ",
        _ARABIC,
        "مذكرة شفوية مؤرخة 4 أيار/مايو 2021 موجهة إلى الأمين العام من البعثة الدائمة لشيلي لدى "
        "الأمم المتحدة",
    ),
    _form(
        "ar",
        _LETTER,
        r"(?:رسالة|رسالتان|رسائل)\s+مؤرخ",
        _ARABIC,
        "رسالة مؤرخة 4 أيار/مايو 2021 موجهة إلى الأمين العام من الممثل الدائم لشيلي لدى الأمم "
        "المتحدة",
    ),
    _form(
        "zh",
        _IDENTICAL,
        _CHINESE_START,
        _chinese("同文信"),
        "2021年5月4日智利常驻联合国代表给秘书长和安全理事会主席的同文信",
    ),
    _form(
        "zh",
        _NOTE,
        _CHINESE_START,
        _chinese("普通照会"),
        "2021年5月4日智利常驻联合国代表团给秘书长的普通照会",
    ),
    _form(
        "zh",
        _LETTER,
        _CHINESE_START,
        _chinese("信"),
        "2021年5月4日智利常驻联合国代表给秘书长的信",
    ),
)

_FORMS_BY_SIGN = {
    sign: tuple(form for form in LETTER_FORMS if form.example[0] == sign)
    for sign in {form.example[0] for form in LETTER_FORMS}
}
_CENTURY = "12"
"""Chinese titles begin with the year: its first digit is one of these."""

_FIRST_SIGNS = frozenset({*_FORMS_BY_SIGN, *_CENTURY})


def starts_letter_title(text: str) -> bool:
    """Whether a line begins as the title of a letter does, in any of the six languages.

    >>> starts_letter_title("Note verbale dated 4 May 2021"), starts_letter_title("letter dated …")
    (True, False)
    """
    return find_letter_form(text) is not None


def find_letter_form(text: str) -> LetterForm | None:
    """The first form whose first words a line begins with.

    >>> find_letter_form("Identical letters dated 4 May 2021 from").document_type.value
    'identical_letters'
    """
    return next(list_letter_forms(text), None) if text[:1] in _FIRST_SIGNS else None


def list_letter_forms(text: str) -> Iterator[LetterForm]:
    """All forms whose first words a line begins with, in the table's order.

    >>> [form.language for form in list_letter_forms("Carta de fecha 4 de mayo de 2021")]
    ['es']
    """
    sign = text[:1]
    forms = _FORMS_BY_SIGN.get("2" if sign and sign in _CENTURY else sign, ())
    return (form for form in forms if form.start.match(text))
