"""How Azerbaijani press texts speak of letters."""

from __future__ import annotations

import re
from functools import cache

from tasks.normalise.press.actors import azerbaijani_names
from tasks.normalise.press.sentences import UPPER
from tasks.normalise.press.wording import Addressee, Wording

_UN = r"(?:BMT|Birləşmiş Millətlər Təşkilatı)(?:-?n[iı]n)?"
_NAME = rf"(?:[{UPPER}]\.\s?){{0,2}}[{UPPER}][\w’'\-]+(?:\s+[{UPPER}][\w’'\-]+){{0,2}}"
_OFFICE = (
    r"(?:[Xx]arici [İi]şlər [Nn]azir(?:liy)?\w*|XİN(?:\s+\w+)?|[Bb]aş [Nn]azir\w*|[Pp]rezident\w*"
    rf"|(?:{_UN}\s+(?:yanında|nəzdində)\s+)?[Dd]aimi [Nn]ümayəndə\w*|[Ss]əfir\w*"
    r"|[Oo]mbudsman\w*|[Nn]azir\w*)"
)
_CONNECTORS = """
 tarixində tarixli günü il ci öz bir eyni məzmunlu rəsmi və həmçinin də məktub ilə nin cənab
"""
_FUTURE = r"(?:acaq|əcək|acağ|əcəy)\w*"


@cache
def azerbaijani() -> Wording:
    """The Azerbaijani wording; made once, as the names of all states are in it."""
    return Wording(
        language="az",
        letter=re.compile(r"\b[Mm]əktub\w*"),
        no_letter=re.compile(
            r"(?:etimad|təbrik|niyyət|başsağlığı|təşəkkür)(?:namə)?\s+məktub\w*", re.I
        ),
        writing=re.compile(r"(?!)"),
        back=re.compile(
            r"\b(?:bu|həmin|sözügedən|qeyd olunan|öz)\s+məktub\w*|^məktub(?:da|un|u)?\b", re.I
        ),
        apart=re.compile(r"\b(?:əvvəlki|daha əvvəl|əvvəllər|digər|başqa|ikinci|öncə)\b", re.I),
        author=re.compile(
            rf"(?:(?P<party>\b{azerbaijani_names()})\s+)?{_OFFICE}(?:\s+(?P<name>{_NAME}))?"
            rf"|(?P<name3>[{UPPER}][\w\-]+\s+[{UPPER}][\w\-]+)"
        ),
        addressees=_addressees(),
        lead=re.compile(r""),
        author_lead=re.compile(r"(?!)"),
        own=re.compile(r"(?!)"),
        organ=re.compile(r"\bBMT|Birləşmiş Millətlər|Baş Assambleya|Təhlükəsizlik Şura"),
        sending=re.compile(
            rf"\b(?:ünvanla|göndər|təqdim ed|müraciət e|yolla)(?!\w*{_FUTURE})\w*", re.I
        ),
        will_send=re.compile(rf"\b(?:ünvanla|göndər|təqdim ed|müraciət e|yolla)\w*{_FUTURE}", re.I),
        circulating=re.compile(
            r"\b(?:yay[ıi]l|yayımlan|dərc (?:olun|ed)|paylan|çap (?:olun|ed)|nəşr (?:olun|ed))\w*",
            re.I,
        ),
        will_circulate=re.compile(
            rf"\b(?:yay[ıi]l|yayımlan|dərc (?:olun|ed)|paylan|çap (?:olun|ed))\w*{_FUTURE}", re.I
        ),
        as_document=re.compile(r"\bsənəd\w*\s+(?:kimi|qismində|olaraq)", re.I),
        negation=re.compile(
            r"\b(?:göndər|ünvanla|yayıl|yayımlan)(?:ıl|il|n)?m[aəıi](?:yıb|yib|mış|miş|dı|di)\w*",
            re.I,
        ),
        clause=re.compile(r";|,\s+(?:həmçinin|habelə|isə)\b|\s(?:həmçinin|habelə)\s"),
        connectors=frozenset(_CONNECTORS.split()),
        date_lead=re.compile(r""),
        date_follows=False,
    )


def _addressees() -> tuple[Addressee, ...]:
    """Only datives: the case shows the direction."""
    council, assembly = r"Təhlükəsizlik Şurası(?:nın)?", r"Baş Assambleyası(?:nın)?"
    unesco, chair = r"(?:UNESCO|YUNESKO)(?:-n[uü]n)?", r"(?:sədr|[Pp]rezident)inə"
    named = rf"(?:cənab\s+)?{_NAME}(?<=[əa])"
    # A bare "katibi" is followed by a name that carries the dative.
    secretary = rf"[Bb]aş [Kk]atib(?:i?nə|ə|i\s+{named})"
    forms = {
        "Secretary-General": rf"(?:{_UN}\s+)?{secretary}(?:\s+{named})?",
        "President of the Security Council": rf"(?:{_UN}\s+)?{council}\s+{chair}",
        "President of the General Assembly": rf"(?:{_UN}\s+)?{assembly}\s+{chair}",
        "President of the Economic and Social Council": (
            rf"(?:İqtisadi və Sosial Şura\w*|ECOSOC(?:-un)?)\s+{chair}"
        ),
        "Director-General of UNESCO": (rf"{unesco}\s+[Bb]aş [Dd]irektoru(?:na|\s+\w+\s+\w+[əa]\b)"),
        "Security Council": rf"(?:{_UN}\s+)?Təhlükəsizlik Şurasına",
        "General Assembly": rf"(?:{_UN}\s+)?Baş Assambleyasına",
    }
    return tuple(
        Addressee(name, re.compile(rf"\b(?:{form})"), needs_lead=False)
        for name, form in forms.items()
    )
