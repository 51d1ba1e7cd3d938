"""Words of the masthead in the six official languages, and their English form.

Source: un-documents guide, sections 5 and 6 (observed documents); words it does not show are the
usual ones of their language.
"""

from __future__ import annotations

import re

from tasks.normalise.un.alternatives import any_of
from tasks.normalise.un.folding import fold

LANGUAGES = {
    "english": "English",
    "inglés": "English",
    "anglais": "English",
    "английский": "English",
    "french": "French",
    "francés": "French",
    "français": "French",
    "французский": "French",
    "spanish": "Spanish",
    "español": "Spanish",
    "espagnol": "Spanish",
    "испанский": "Spanish",
    "russian": "Russian",
    "ruso": "Russian",
    "russe": "Russian",
    "русский": "Russian",
    "arabic": "Arabic",
    "árabe": "Arabic",
    "arabe": "Arabic",
    "арабский": "Arabic",
    "chinese": "Chinese",
    "chino": "Chinese",
    "chinois": "Chinese",
    "китайский": "Chinese",
    "german": "German",
    "portuguese": "Portuguese",
    "العربية": "Arabic",
    "عربي": "Arabic",
    "إنكليزي": "English",
    "الإنكليزية": "English",
    "بالإنكليزية": "English",
    "فرنسي": "French",
    "الفرنسية": "French",
    "بالفرنسية": "French",
    "إسباني": "Spanish",
    "الإسبانية": "Spanish",
    "روسي": "Russian",
    "الروسية": "Russian",
    "阿拉伯文": "Arabic",
    "中文": "Chinese",
    "英文": "English",
    "法文": "French",
    "俄文": "Russian",
    "西班牙文": "Spanish",
    "английском": "English",
    "французском": "French",
    "испанском": "Spanish",
    "русском": "Russian",
    "арабском": "Arabic",
    "китайском": "Chinese",
    "немецком": "German",
}

ISO_CODES = {
    "English": "en",
    "French": "fr",
    "Spanish": "es",
    "Russian": "ru",
    "Arabic": "ar",
    "Chinese": "zh",
    "German": "de",
    "Portuguese": "pt",
}

DISTRIBUTIONS = {
    "general": "General",
    "général": "General",
    "générale": "General",
    "общая": "General",
    "عام": "General",
    "普遍": "General",
    "limited": "Limited",
    "limitée": "Limited",
    "limitada": "Limited",
    "limitado": "Limited",
    "ограниченная": "Limited",
    "محدود": "Limited",
    "有限": "Limited",
    "restricted": "Restricted",
    "restreinte": "Restricted",
    "reservada": "Restricted",
    "restringida": "Restricted",
}

UNITED_NATIONS = (
    "United Nations",
    "Nations Unies",
    "Organisation des Nations Unies",
    "Naciones Unidas",
    "Organización de las Naciones Unidas",
    "Объединенные Нации",
    "Организация Объединенных Наций",
    "الأمم المتحدة",
    "联合国",
    "联 合 国",
)

_NAME_AND = re.compile(f"{any_of(UNITED_NATIONS)} ", re.IGNORECASE)

ORGAN_NAMES = {
    "general assembly": "General Assembly",
    "assemblée générale": "General Assembly",
    "asamblea general": "General Assembly",
    "генеральная ассамблея": "General Assembly",
    "الجمعية العامة": "General Assembly",
    "大会": "General Assembly",
    "大 会": "General Assembly",
    "security council": "Security Council",
    "conseil de sécurité": "Security Council",
    "consejo de seguridad": "Security Council",
    "совет безопасности": "Security Council",
    "مجلس الأمن": "Security Council",
    "安全理事会": "Security Council",
    "economic and social council": "Economic and Social Council",
    "economic and social": "Economic and Social Council",
    "conseil économique et social": "Economic and Social Council",
    "consejo económico y social": "Economic and Social Council",
    "экономический и социальный совет": "Economic and Social Council",
    "المجلس الاقتصادي والاجتماعي": "Economic and Social Council",
    "经济及社会理事会": "Economic and Social Council",
    "human rights council": "Human Rights Council",
    "conseil des droits de l’homme": "Human Rights Council",
    "consejo de derechos humanos": "Human Rights Council",
    "совет по правам человека": "Human Rights Council",
    "trusteeship council": "Trusteeship Council",
}

LANGUAGES |= {fold(word): name for word, name in LANGUAGES.items()}
DISTRIBUTIONS |= {fold(word): name for word, name in DISTRIBUTIONS.items()}
ORGAN_NAMES |= {fold(name): organ for name, organ in ORGAN_NAMES.items()}
"""Capitals were also printed without accents: `ORIGINAL : FRANCAIS`, `Distr. GENERALE`."""

_OTHERS = frozenset(
    {
        "Albanian",
        "Amharic",
        "Armenian",
        "Azerbaijani",
        "Azeri",
        "Belarusian",
        "Bengali",
        "Bosnian",
        "Bulgarian",
        "Burmese",
        "Catalan",
        "Croatian",
        "Czech",
        "Danish",
        "Dari",
        "Dutch",
        "Estonian",
        "Farsi",
        "Finnish",
        "Georgian",
        "Greek",
        "Hebrew",
        "Hindi",
        "Hungarian",
        "Icelandic",
        "Indonesian",
        "Italian",
        "Japanese",
        "Kazakh",
        "Khmer",
        "Korean",
        "Kurdish",
        "Kyrgyz",
        "Lao",
        "Latvian",
        "Lithuanian",
        "Macedonian",
        "Malay",
        "Mongolian",
        "Nepali",
        "Norwegian",
        "Pashto",
        "Persian",
        "Polish",
        "Romanian",
        "Serbian",
        "Slovak",
        "Slovene",
        "Slovenian",
        "Somali",
        "Swahili",
        "Swedish",
        "Tajik",
        "Tamil",
        "Thai",
        "Tigrinya",
        "Turkish",
        "Turkmen",
        "Ukrainian",
        "Urdu",
        "Uzbek",
        "Vietnamese",
    }
)
"""Languages in which annexes come besides those above, by their English name."""

_AND = re.compile(r"/|,|和|\b(?:and|et|y|e|и)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_HAN = "\u3000"


def drop_name(text: str) -> str:
    """What stands on one line with the organisation's name: `United Nations A/75/660–S/2020/1267`.

    >>> drop_name("Nations Unies S/2021/7"), drop_name("S/2021/7")
    ('S/2021/7', 'S/2021/7')
    """
    name = _NAME_AND.match(text)
    return text[name.end() :] if name else text


def read_languages(text: str) -> str | None:
    """Read one or several languages, in English: `anglais et français` is `English and French`.

    >>> read_languages("ENGLISH"), read_languages("English/French"), read_languages("Martian")
    ('English', 'English and French', None)
    """
    bare = text.strip(" .:[]")
    first = _WORD.match(bare)
    if first is None or (bare[0] < _FIRST_HAN and _read_language(first.group()) is None):
        return None
    names = [_read_language(word) for word in map(str.strip, _AND.split(bare)) if word]
    known = [name for name in names if name is not None]
    if not known or len(known) != len(names):
        return None
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} and {known[-1]}"


def _read_language(word: str) -> str | None:
    """One language by its name in the six official languages, or an English name of another.

    >>> _read_language("anglais"), _read_language("Nepali"), _read_language("Martian")
    ('English', 'Nepali', None)
    """
    known = LANGUAGES.get(word.lower())
    return known if known or word.capitalize() not in _OTHERS else word.capitalize()
