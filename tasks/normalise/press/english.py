"""How English press texts speak of letters."""

from __future__ import annotations

import re
from functools import cache

from tasks.normalise.press.actors import english_names
from tasks.normalise.press.sentences import UPPER
from tasks.normalise.press.wording import Addressee, Wording

_UN = r"(?:UN|U\.N\.|United Nations)"
_OF_UN = rf"(?:\s+of\s+the\s+{_UN}(?:\s+Organization)?)?"
_TITLES = r"(?:H\.\s?E\.|His Excellency|Her Excellency|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)"
_PARTICLE = r"(?:de|van|von|al|bin|el|da)?"
_LAST = rf"[{UPPER}][\w’'\-]+"
_NAME = rf"(?:{_TITLES}\s+)*(?:[{UPPER}]\.\s?){{0,2}}{_LAST}(?:\s+{_PARTICLE}\s?{_LAST}){{0,3}}"
_NO_NAME = (
    r"\b(?!(?:The|A|An|In|On|At|By|As|For|From|This|That|These|His|Her|Their|Our|Letters?|Identical"
    r"|United|UN|Security|General|Economic|Foreign|Ministry|Press|Commenting|Earlier|Also)\b)"
)
_SG = rf"(?:{_UN}(?:['’]s)?\s+)?Secretary[\s-]+General"
_OTHER_HOUSE = rf"(?!\s+of\s+(?:the\s+)?(?!{_UN}\b)[{UPPER}])"
_OFFICE = (
    r"(?:(?:First\s+)?Deputy\s+|Acting\s+|Vice[\s-]+)?(?:"
    r"Minister\s+(?:of|for)\s+(?:the\s+)?(?:Foreign|External)(?:\s+and\s+\w+)?\s+Affairs"
    r"|Foreign\s+Minister|Foreign\s+Secretary|Secretary\s+of\s+State|Prime\s+Minister"
    r"|Minister\s+(?:of|for)\s+[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+){0,4}"
    r"|(?:Ambassador[,\s]+)?Permanent\s+(?:Representative|Observer|Mission)"
    r"|Charg[ée]\s+d['’´]affaires(?:\s+a\.\s?i\.)?"
    r"|Ministry\s+of\s+Foreign\s+Affairs|Foreign\s+Ministry|MFA"
    r"|Human\s+Rights\s+(?:Defender|Commissioner)|Commissioner\s+for\s+Human\s+Rights"
    r"|Ombuds(?:man|woman|person)|Ambassador|Envoy|President|King|Emir|Head\s+of\s+State|Minister"
    r"|Chair(?:man|person)?|Speaker)"
)
_OF_MISSION = r"(?:\s+of\s+the\s+Permanent\s+Mission)?"
_CONNECTORS = """
 a an the to of on in by from at and his her its their our this that dated sent addressed submitted
 forwarded dispatched written delivered transmitted presented earlier previously also again has have
 had been was were is identical another new joint official respective simultaneously s mr ms un
 united nations as well today yesterday letter letters date
"""


@cache
def english() -> Wording:
    """The English wording; made once, as the names of all states are in it."""
    party = rf"(?:{english_names()})"
    of_party = rf"\s+(?:of|for)\s+(?:the\s+)?(?P<party2>{party})\b"
    to_un = rf"(?:\s+to\s+the\s+{_UN})?"
    return Wording(
        language="en",
        letter=re.compile(
            r"\b(?:letters?|notes?\s+verbales?)\b(?!\s+(?:of\s+the\s+law|and\s+spirit))", re.I
        ),
        no_letter=re.compile(
            r"letters?\s+of\s+(?:credence|intent|credit|congratulat\w+|condolence\w*|support|thanks)"
            r"|(?:congratulatory|cover|covering|thank-you)\s+letter|letters?\s+and\s+spirit",
            re.I,
        ),
        writing=re.compile(r"\b(?:wrote|has\s+written|have\s+written)\s+to\b", re.I),
        back=re.compile(
            r"\b(?:the(?:\s+said|\s+same|\s+above-mentioned|\s+abovementioned)?|this|that|his|her|its"
            r"|their|said)\s+(?:letters?|notes?\s+verbales?)\b(?!\s+(?:of|from|dated|sent|addressed|by))",
            re.I,
        ),
        apart=re.compile(
            r"\b(?:earlier|previous(?:ly)?|prior|another|second|separate|former|also\s+recalled)\b",
            re.I,
        ),
        author=re.compile(
            rf"(?:(?P<party>\b{party})(?:['’]s)?\s+)?\b{_OFFICE}(?!\w)(?:\s+\([^()]{{1,30}}\))?{_OF_MISSION}(?:{of_party})?{to_un}"
            rf"(?:{of_party.replace('party2', 'party3')})?(?:,?\s+(?P<name>{_NAME}))?"
            rf"|{_NO_NAME}(?P<name2>[{UPPER}][\w’'\-]+(?:\s+[{UPPER}][\w’'\-]+){{1,3}}),?\s+(?:the\s+)?"
            rf"{_OFFICE}(?:{of_party.replace('party2', 'party4')})?{to_un}"
            rf"|{_NO_NAME}(?P<name3>[{UPPER}][\w\-]+(?:\s+[{UPPER}][\w\-]+){{1,2}})"
        ),
        addressees=_addressees(),
        lead=re.compile(
            r"\b(?:to|addressed|and|both)\s+(?:both\s+)?(?:the\s+|H\.\s?E\.\s+|Mr\.?\s+)*$", re.I
        ),
        author_lead=re.compile(r"\b(?:of|from|by)\s+(?:the\s+)?$", re.I),
        own=re.compile(r"\b(?:in|by|with)\s+(?:his|her|their|its)\s+$", re.I),
        organ=re.compile(
            rf"\b{_UN}\b|\bAssembly\b|\bSecurity\s+Council\b|\bthe\s+Council\b"
            r"|\b(?:ECOSOC|UNESCO|OSCE)\b"
        ),
        sending=re.compile(
            r"\b(?:sent|sends|addressed|addresses|submitted|forwarded|dispatched|wrote|written|delivered"
            r"|transmitted|handed\s+over)\b",
            re.I,
        ),
        will_send=re.compile(
            r"\b(?:will|is\s+to|are\s+to|intends?\s+to|plans?\s+to|going\s+to)\s+(?:\w+\s+)?"
            r"(?:be\s+)?(?:sen[dt]|address(?:ed)?|submit(?:ted)?|forward(?:ed)?|write)\b",
            re.I,
        ),
        circulating=re.compile(
            r"\b(?:circulat|publish|disseminat|distribut|issu|releas|register)\w*\b", re.I
        ),
        will_circulate=re.compile(
            r"\b(?:will|shall|is\s+to|are\s+to|to|is\s+expected\s+to|soon)\s+(?:soon\s+|also\s+|shortly\s+)?be\s+"
            r"(?:soon\s+)?(?:circulat|publish|disseminat|distribut|issu|releas)\w*",
            re.I,
        ),
        as_document=re.compile(
            r"\bas\s+(?:an?\s+|the\s+)?(?:\w+\s+)?documents?\b|\bcirculat\w+\s+(?:of|in|at|within|among|to|under)\b"
            r"|\bdocuments?\s+of\s+the\b|\bunder\s+the\s+symbol",
            re.I,
        ),
        negation=re.compile(
            r"\b(?:did|does|do|has|have|had|was|were)\s+(?:not|never)\b|\b(?:never|no)\s+(?:letter|sent)"
            r"|\b(?:should|could|would|must|may|might|call(?:s|ed|ing)?\s+(?:on|upon|for)|urge[sd]?|asked)\b.{0,60}\b"
            r"(?:send|address|write)\b",
            re.I,
        ),
        clause=re.compile(
            r";|,\s+(?:and|while|whereas|but|as\s+well\s+as)\b|\s(?:and|while|whereas)\s(?!\d)"
        ),
        connectors=frozenset(_CONNECTORS.split()),
        date_lead=re.compile(r"(?:\b(?:on|dated|of|from|dated\s+on)|\()\s*$", re.I),
    )


def _addressees() -> tuple[Addressee, ...]:
    named = rf"(?:,?\s+{_NAME})?"
    council, assembly = rf"(?:{_UN}\s+)?Security\s+Council", rf"(?:{_UN}\s+)?General\s+Assembly"
    ecosoc = rf"(?:(?:{_UN}\s+)?Economic\s+and\s+Social\s+Council|ECOSOC)"
    rights, refugees = r"Human\s+Rights", r"Refugees"
    commissioner = rf"(?:{_UN}\s+)?High\s+Commissioner\s+for"
    director, secretary = r"Director[\s-]General", r"Secretary[\s-]General"
    forms = {
        "President of the Security Council and President of the General Assembly": (
            rf"Presidents\s+of\s+(?:the\s+)?{council}\s+and\s+(?:of\s+)?(?:the\s+)?{assembly}"
        ),
        "President of the General Assembly and President of the Security Council": (
            rf"Presidents\s+of\s+(?:the\s+)?{assembly}\s+and\s+(?:of\s+)?(?:the\s+)?{council}"
        ),
        "Secretary-General": rf"{_SG}{_OF_UN}{_OTHER_HOUSE}{named}",
        "President of the Security Council": (
            rf"President\s+of\s+the\s+{council}{_OF_UN}{named}|{council}\s+President"
        ),
        "President of the General Assembly": (
            rf"President\s+of\s+the\s+(?:\S+\s+session\s+of\s+the\s+)?{assembly}{_OF_UN}{named}"
            rf"|{assembly}\s+President"
        ),
        "President of the Economic and Social Council": (
            rf"President\s+of\s+(?:the\s+)?{ecosoc}|{ecosoc}\s+President"
        ),
        "President of the Human Rights Council": (
            rf"President\s+of\s+the\s+(?:{_UN}\s+)?{rights}\s+Council"
        ),
        "United Nations High Commissioner for Human Rights": rf"{commissioner}\s+{rights}",
        "United Nations High Commissioner for Refugees": rf"{commissioner}\s+{refugees}",
        "Director-General of UNESCO": (
            rf"{director}\s+of\s+(?:the\s+)?UNESCO{named}|UNESCO\s+{director}{named}"
        ),
        "Secretary General of the Council of Europe": (
            rf"{secretary}\s+of\s+the\s+Council\s+of\s+Europe|Council\s+of\s+Europe\s+{secretary}"
        ),
        "Secretary General of the OSCE": (rf"{secretary}\s+of\s+the\s+OSCE|OSCE\s+{secretary}"),
        "Chairperson-in-Office of the OSCE": (
            r"(?:OSCE\s+)?Chair(?:man|person)?[\s-]in[\s-]Office(?:\s+of\s+the\s+OSCE)?"
        ),
        "Security Council": council,
        "General Assembly": assembly,
        "United Nations": rf"{_UN}(?!\s+[{UPPER}])",
    }
    return tuple(Addressee(name, re.compile(rf"\b(?:{form})")) for name, form in forms.items())
