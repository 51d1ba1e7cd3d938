"""Session of the Assembly and year of the Council, printed in words in six languages.

Source: un-documents guide, sections 4 and 5 (observed documents); words it does not show are the
usual ones of their language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tasks.normalise.un.numbers import parse_ordinal

_ENGLISH = re.compile(
    r"(?:resumed\s+)?(?P<n>[\w -]{3,40}?)\s+(?P<type>(?:emergency\s+)?special\s+)?session"
    r"(?:\s*\(?resumed\)?)?\*?(?P<rest>\s+.*)?",
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"session|year|sesiones|año|année|сессия|год|الدورة|السنة|第", re.IGNORECASE)
_ENGLISH_YEAR = re.compile(r"(?P<n>[\w -]{3,40}?)\s+year\*?", re.IGNORECASE)

_FRENCH_UNITS = {
    "premi": 1, "deuxi": 2, "troisi": 3, "quatri": 4, "cinqui": 5, "sixi": 6, "septi": 7,
    "huiti": 8, "neuvi": 9, "dixi": 10, "onzi": 11, "douzi": 12, "treizi": 13, "quatorzi": 14,
    "quinzi": 15, "seizi": 16, "vingti": 20, "trenti": 30, "quaranti": 40, "cinquanti": 50,
    "soixanti": 60, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "quatre": 4, "uni": 1, "dix": 10,
}  # fmt: skip
_SPANISH = {
    "prim": 1, "segund": 2, "tercer": 3, "cuart": 4, "quint": 5, "sext": 6, "séptim": 7,
    "octav": 8, "noven": 9, "décim": 10, "undécim": 11, "duodécim": 12, "vigésim": 20,
    "trigésim": 30, "cuadragésim": 40, "quincuagésim": 50, "sexagésim": 60, "septuagésim": 70,
    "octogésim": 80, "nonagésim": 90,
}  # fmt: skip
_RUSSIAN = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6,
    "седьм": 7, "восьм": 8, "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12,
    "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17,
    "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30, "сороков": 40,
    "сорок": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80,
    "двадцать": 20, "тридцать": 30, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
    "восемьдесят": 80,
}  # fmt: skip
_ARABIC = {
    "أولى": 1, "حادية": 1, "ثانية": 2, "ثالثة": 3, "رابعة": 4, "خامسة": 5, "سادسة": 6,
    "سابعة": 7, "ثامنة": 8, "تاسعة": 9, "عاشرة": 10, "عشرون": 20, "عشرين": 20, "ثلاثون": 30,
    "أربعون": 40, "خمسون": 50, "ستون": 60, "سبعون": 70, "ثمانون": 80,
}  # fmt: skip
_MOST_WORDS = 16
_DIGITS = re.compile(r"(\d{1,3})[ºo°]")
_CHINESE = {sign: n for n, sign in enumerate("〇一二三四五六七八九十")}

_OTHERS = re.compile(
    r"(?P<es>[\w ]+?)\s+período\s+(?P<es_special>extraordinario\s+)?de\s+sesiones"
    r"(?P<es_type>\s+(?:extraordinario(?:\s+de\s+emergencia)?|de\s+emergencia))?"
    r"|(?P<es_year>[\w ]+?)\s+año"
    r"|(?P<fr>[\w -]+?)\s+session(?P<fr_type>\s+extraordinaire(?:\s+d[’']urgence)?)?"
    r"|(?P<fr_year>[\w -]+?)\s+année"
    r"|(?P<ru>[\w -]+?)\s+(?P<ru_type>(?:чрезвычайная\s+)?специальная\s+)?сессия"
    r"|(?P<ru_year>[\w -]+?)\s+год"
    r"|الدورة\s+(?P<ar_type>الاستثنائية\s+(?:الطارئة\s+)?)?(?P<ar>[\w ]+)"
    r"|السنة\s+(?P<ar_year>[\w ]+)"
    r"|第(?P<zh>[一二三四五六七八九十]+)届(?P<zh_type>紧急特别)?会议|第(?P<zh_year>[一二三四五六七八九十]+)年",
    re.IGNORECASE,
)


class OrganTime(NamedTuple):
    """What one line says: a session (with its type) of the Assembly, a year of the Council."""

    ga_session: int | None = None
    ga_session_type: str | None = None
    sc_year: int | None = None


@lru_cache(maxsize=256)
def parse_organ_time(text: str) -> OrganTime | None:
    """Read a session or year line; two columns read across give both.

    >>> parse_organ_time("Seventieth session Seventy-first year")
    OrganTime(ga_session=70, ga_session_type=None, sc_year=71)
    >>> parse_organ_time("Tenth emergency special session").ga_session_type
    'emergency special'
    """
    if _MAY_BE.search(text) is None:
        return None
    match = _ENGLISH.fullmatch(text)
    number = parse_ordinal(match.group("n")) if match else None
    if match and number is not None:
        kind = " ".join((match.group("type") or "").lower().split()) or None
        rest = (match.group("rest") or "").strip()
        year = _parse_year(rest) if rest else None
        return OrganTime(number, kind, year) if not rest or year is not None else None
    year = _parse_year(text)
    if year is not None:
        return OrganTime(sc_year=year)
    return _parse_other(text) or _parse_columns(text)


def _parse_columns(text: str) -> OrganTime | None:
    """Session and year of two columns: `Семьдесят пятая сессия Семьдесят пятый год`.

    >>> _parse_columns("Семьдесят пятая сессия Семьдесят пятый год").sc_year
    75
    """
    words = text.split(" ")
    for count in range(1, len(words) if len(words) <= _MOST_WORDS else 0):
        session, year = " ".join(words[:count]), " ".join(words[count:])
        left = _parse_other(session)
        if left is not None and left.ga_session is not None:
            right = _parse_other(year)
            if right is not None and right.sc_year is not None:
                return OrganTime(left.ga_session, left.ga_session_type, right.sc_year)
    return None


def _parse_year(text: str) -> int | None:
    """The year of the Council in English words; a slip in print counts too.

    >>> _parse_year("Seventy-sixth year"), _parse_year("Sixty-eight year"), _parse_year("Leap year")
    (76, 68, None)
    """
    match = _ENGLISH_YEAR.fullmatch(text)
    return parse_ordinal(match.group("n")) if match else None


def _parse_other(text: str) -> OrganTime | None:
    """Session or year in the other five languages.

    >>> _parse_other("Dixième session extraordinaire d’urgence").ga_session_type
    'emergency special'
    >>> _parse_other("第七十六年").sc_year
    76
    """
    match = _OTHERS.fullmatch(text)
    if match is None:
        return None
    name, words = next((k, v) for k, v in match.groupdict().items() if v and "type" not in k)
    number = _NUMBER_READERS[name[:2]](words)
    if number is None:
        return None
    if name.endswith("year"):
        return OrganTime(sc_year=number)
    return OrganTime(number, _special(match))


def _special(match: re.Match[str]) -> str | None:
    words = "".join(value for name, value in match.groupdict().items() if value and "_" in name)
    if not words.strip():
        return None
    urgent = ("emergencia", "urgence", "чрезвычайная", "الطارئة", "紧急")
    is_urgent = any(word in words.lower() for word in urgent)
    return "emergency special" if is_urgent else "special"


def _sum_stems(words: str, stems: dict[str, int]) -> int | None:
    """Add up the words whose stem is a numeral; a word that is none makes it no number."""
    total = 0
    for word in re.split(r"[\s-]+", words.lower()):
        known = [stem for stem in stems if word.startswith(stem)]
        if known:
            total += stems[max(known, key=len)]
        elif word not in ("et", "y"):
            return None
    return total or None


def _read_french(words: str) -> int | None:
    """A French ordinal in words; eighty is four twenties.

    >>> _read_french("Soixante-seizième"), _read_french("Quatre-vingt-unième")
    (76, 81)
    """
    eighty = re.sub(r"quatre-vingts?", "octante", words.lower())
    return _sum_stems(eighty, _FRENCH_UNITS | {"octante": 80})


def _read_spanish(words: str) -> int | None:
    """A Spanish ordinal in words or digits.

    >>> _read_spanish("Septuagésimo sexto"), _read_spanish("76º")
    (76, 76)
    """
    digits = _DIGITS.fullmatch(words)
    if digits:
        return int(digits.group(1))
    return _sum_stems(words, _SPANISH)


def _read_russian(words: str) -> int | None:
    """A Russian ordinal in words.

    >>> _read_russian("Семьдесят шестая")
    76
    """
    return _sum_stems(words, _RUSSIAN)


def _read_arabic(words: str) -> int | None:
    """An Arabic ordinal in words, articles and links taken off.

    >>> _read_arabic("السادسة والسبعون"), _read_arabic("الحادية عشرة")
    (76, 11)
    """
    bare = " ".join(re.sub(r"^(?:و?ال|و)", "", word) for word in words.split())
    teen = 10 if bare.endswith(" عشرة") else 0
    number = _sum_stems(bare.removesuffix(" عشرة"), _ARABIC)
    return None if number is None else number + teen


def _read_chinese(words: str) -> int | None:
    """A Chinese number of two digits.

    >>> _read_chinese("七十六"), _read_chinese("十一")
    (76, 11)
    """
    tens, ten, units = words.partition("十")
    if not ten:
        return _CHINESE.get(words)
    return (_CHINESE.get(tens, 0) if tens else 1) * 10 + (_CHINESE.get(units, 0) if units else 0)


_NUMBER_READERS = {
    "fr": _read_french,
    "es": _read_spanish,
    "ru": _read_russian,
    "ar": _read_arabic,
    "zh": _read_chinese,
}
