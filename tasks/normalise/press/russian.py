"""How Russian press texts speak of letters."""

from __future__ import annotations

import re
from functools import cache

from tasks.normalise.press.actors import russian_adjectives, russian_names
from tasks.normalise.press.sentences import UPPER
from tasks.normalise.press.wording import Addressee, Wording

_UN = r"(?:ООН|Организации Объедин[её]нных Наций)"
_NAME = rf"(?:[{UPPER}]\.\s?){{0,2}}[{UPPER}][\w\-]+(?:\s+[{UPPER}][\w\-]+){{0,2}}"
_OFFICE = (
    r"(?:[Мм]инистр\w{0,3} иностранных дел|[Гг]лав\w{1,2} (?:МИД|внешнеполитического ведомства)"
    r"|МИД|[Мм]инистерств\w+ иностранных дел|[Пп]остоянн\w+ представител\w+|[Пп]остпред\w*"
    r"|[Пп]осо?л\w{0,2}|[Пп]ремьер-министр\w*|[Пп]резидент\w*|[Оо]мбудсмен\w*"
    r"|[Зз]ащитник\w* прав человека|[Мм]инистр\w{0,3})"
)
_CONNECTORS = """
 от к с на имя в адрес и года году г с своем свое также идентичное идентичные официальное письмо
 письма письмом письме ранее направил направила направленное направленного направлено адресованное
 датированное господину
"""


@cache
def russian() -> Wording:
    """The Russian wording; made once, as the names of all states are in it."""
    party = russian_names()
    to_un = rf"(?:\s+при\s+{_UN})?"
    return Wording(
        language="ru",
        letter=re.compile(
            r"\b[Пп]ис(?:ьмо|ьма|ьму|ьмом|ьме|ем|ьмах|ьмам|ьмами)\b|\b[Вв]ербальн\w+ нот\w+"
        ),
        no_letter=re.compile(
            r"поздравительн\w+ письм\w+|благодарственн\w+ письм\w+|письм\w+ поддержки", re.I
        ),
        writing=re.compile(r"(?!)"),
        back=re.compile(
            r"\b(?:в|это|этом|данное|данном|указанное|своем|своём|сво[её]|его|её)\s+письм\w+|^письмо\b(?!\s+министр)",
            re.I,
        ),
        apart=re.compile(r"\b(?:ранее|предыдущ\w+|прежн\w+|друг\w+|ещ[её] одно|втор\w+)\b", re.I),
        author=re.compile(
            rf"(?:(?P<adjective>\b{russian_adjectives()})\s+)?\b{_OFFICE}(?:\s+(?P<party>{party}))?{to_un}"
            rf"(?:,?\s+(?P<name>{_NAME}))?|(?P<name3>[{UPPER}][\w\-]+\s+[{UPPER}][\w\-]+)"
        ),
        addressees=_addressees(),
        lead=re.compile(r""),
        author_lead=re.compile(r"(?:письм\w+|нот\w+|пис[её]м|от|за подписью|,)\s*$", re.I),
        own=re.compile(r"\bв\s+(?:сво[её]м\s+)?$", re.I),
        organ=re.compile(
            r"\bООН\b|Объедин[её]нных Наций|Генеральн\w+ Ассамбле|Совет\w* Безопасности"
        ),
        sending=re.compile(
            r"\b(?:направи(?:л|в)\w*|направлен\w*|направил\w*|отправи(?:л|в)\w*|отправлен\w*|адресова\w+|написал\w*"
            r"|обратил\w*|представил\w*|передал\w*)\b",
            re.I,
        ),
        will_send=re.compile(
            r"\b(?:направит|отправит|обратится|будет (?:направлен|отправлен)\w*)\b", re.I
        ),
        circulating=re.compile(r"\b(?:распростран|опубликова|издан|выпущен)\w*", re.I),
        will_circulate=re.compile(
            r"\bбуд[уе]т\s+(?:\w+\s+)?(?:распростран|опубликова|издан|выпущен)\w*", re.I
        ),
        as_document=re.compile(
            r"\b(?:в качестве|как)\s+(?:официальн\w+\s+)?документ\w*|под символом", re.I
        ),
        negation=re.compile(
            r"\bне\s+(?:направля|направи|отправля|отправи|адресова|распростран|писал)\w*", re.I
        ),
        clause=re.compile(r";|,\s+(?:а также|а|и|тогда как)\b|\s(?:а также)\s"),
        connectors=frozenset(_CONNECTORS.split()),
        date_lead=re.compile(r""),
    )


def _addressees() -> tuple[Addressee, ...]:
    """Datives, and genitives after "in the name of" or "to the address of"."""
    lead, named = r"(?:на имя|в адрес|адресованн\w+)\s+", rf"(?:\s+(?:{_UN}))?(?:,?\s+{_NAME})?"
    council, assembly = r"Совет\w* Безопасности", r"Генеральной Ассамблеи"
    chairman, ecosoc = r"[Пп]редседател", r"(?:Экономического и Социального Совета|ЭКОСОС)"
    forms = {
        "Secretary-General": (
            rf"(?:(?:{lead})?[Гг]енеральному секретарю|{lead}[Гг]енерального секретаря"
            rf"|(?:{lead})?генсеку|{lead}генсека){named}"
        ),
        "President of the Security Council": rf"(?:{chairman}ю|{lead}{chairman}я) {council}{named}",
        "President of the General Assembly": (
            rf"(?:{chairman}ю|{lead}{chairman}я) {assembly}{named}"
        ),
        "President of the Economic and Social Council": rf"{chairman}[юя] {ecosoc}",
        "Director-General of UNESCO": r"(?:[Гг]енеральному |[Гг]ен)директору ЮНЕСКО",
        "Security Council": rf"(?:в|{lead})\s*Совет\w* Безопасности{named}",
        "General Assembly": r"в Генеральную Ассамблею(?:\s+ООН)?",
    }
    return tuple(
        Addressee(name, re.compile(rf"\b(?:{form})"), needs_lead=False)
        for name, form in forms.items()
    )
