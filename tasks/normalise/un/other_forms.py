"""The forms of titles of documents that are no letters, one table: a new form is one more row.

Source: un-documents guide, sections 4 and 6 (observed documents); Editorial Manual; words it does
not show are the usual ones of their language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from warehouse.vocabulary import DocumentType


@dataclass(frozen=True, slots=True)
class OtherForm:
    """A title of a document that is no letter; each of its titles has one of `signs`."""

    document_type: DocumentType
    signs: tuple[str, ...]
    pattern: re.Pattern[str]


def _form(kind: DocumentType, signs: str, pattern: str) -> OtherForm:
    return OtherForm(kind, tuple(signs.split("|")), re.compile(pattern, re.IGNORECASE))


_ORDINAL = r"(?:(?:\w+(?:-\w+)?|\w+ and \w+|final|interim|annual|special|consolidated)\s+){0,4}"

OTHER_FORMS: tuple[OtherForm, ...] = (
    _form(
        DocumentType.RESOLUTION,
        "resolution|résolution|resolución|резолюци|القرار|决议",
        r"Resolution\s+adopted\s+by\b|Resolution\s+\d+\s*\(\d{4}\)$|Résolution\s+\d+\s*\(\d{4}\)"
        r"|Résolution\s+adoptée\s|Resolución\s+(?:\d+\s*\(\d{4}\)|aprobada)|Резолюция\s+\d+\s*\("
        r"|Резолюция,\s+принятая|القرار\s+\d+\s*\(|قرار\s+اتخذته|第\d+\s*[(（]\d{4}[)）]\s*号决议$"
        r"|(?:大会|安全理事会).{0,20}决议$",
    ),
    _form(
        DocumentType.DRAFT_RESOLUTION,
        "draft|projet|proyecto|проект|مشروع|草案",
        r".{0,400}[:*]\s*(?:revised\s+)?draft\s+(?:resolution|decision)\b"
        r"|Draft\s+(?:resolution|decision)\s+(?:submitted|proposed)\b"
        r"|(?:.{0,400}[:*]\s*)?(?:projet\s+de\s+(?:résolution|décision)\b"
        r"|proyecto\s+de\s+(?:resolución|decisión)\b|проект\s+(?:резолюции|решения)\b"
        r"|مشروع\s+(?:قرار|مقرر)|(?:决议|决定)草案)",
    ),
    _form(DocumentType.OTHER, "amendment", r".{0,400}[:*]\s*(?:sub-?)?amendments?\s+to\b"),
    _form(
        DocumentType.OTHER,
        "state|déclaration|declaración|заявлен|сообщ|succinct|exposición|بيان|声明|list|journal"
        "|memorandum|nominat|candid",
        r"Summary\s+statement\s+by\b|Краткое\s+сообщение\s|Breve\s+exposición\s|Exposé\s+succinct"
        r"|Statement\s+by\s+the\s+President\s+of\s+the\s+Security\s+Council$"
        r"|(?:Written\s+)?statement\s+submitted\s+by\b|Déclaration\s+d[ue]\s|Declaración\s+de\s"
        r"|Заявление\s+Председателя|بيان\s+من\s+رئيس|安全理事会主席(?:的)?声明"
        r"|(?:Preliminary\s+|Annotated\s+|Provisional\s+)*List\s+of\s|Journal\s+of\s"
        r"|Memorandum\s+by\s+the\s|(?:Nominations?|Candidatures?|List\s+of\s+candidates)\s+",
    ),
    _form(
        DocumentType.NOTE,
        "note|nota|записк|说明|مذكر",
        r"Notes?\s+by\s+the\s|Записка\s+(?:Председателя|Генерального|Секретариата)"
        r"|Note\s+(?:du|de\s+la|établie)\s|Nota\s+(?:del|de\s+la)\s|主席的说明|秘书长的说明"
        r"|(?:秘书处|秘书长|主席)的?说明|مذكرة\s+من\s",
    ),
    _form(
        DocumentType.REPORT,
        "report|rapport|informe|доклад|报告|تقر",
        rf"{_ORDINAL}Reports?\s+(?:of|by|on|pursuant|submitted)\b"
        rf"|{_ORDINAL}Доклад\s+|{_ORDINAL}Rapports?\s+(?:du|de)\s|{_ORDINAL}Informes?\s+(?:del|de)\s"
        r"|(?:ال)?تقرير\s|.{0,40}(?:秘书长|委员会|专家组)(?:的)?.{0,12}报告",
    ),
    _form(
        DocumentType.AGENDA,
        "agenda|повестк|ordre du jour|programa|جدول|议程",
        r"(?:Draft\s+)?(?:Provisional\s+)?Agenda\s+(?:for|of)\b|Provisional\s+agenda$"
        r"|(?:Предварительная|Временная)\s+повестка|Ordre\s+du\s+jour\s+provisoire"
        r"|Programa\s+provisional|جدول\s+الأعمال\s+المؤقت|.{0,30}临时议程$",
    ),
    _form(
        DocumentType.MEETING_RECORD,
        "record|meeting|procès|compte rendu|acta|отчет|محضر|记录",
        r"(?:Provisional\s+)?(?:Verbatim|Summary)\s+record\b|Official\s+Records$"
        r"|\d{1,5}(?:st|nd|rd|th)\s+(?:plenary\s+)?meeting$|Procès-verbal\s|Compte\s+rendu\s"
        r"|Acta\s+(?:literal|resumida)\s|(?:Стенографический|Краткий)\s+отчет"
        r"|محضر\s|.{0,30}(?:逐字|简要)记录$",
    ),
)


def starts_other_title(text: str) -> bool:
    """Whether a line begins as the title of a document that is no letter.

    >>> starts_other_title("Provisional agenda"), starts_other_title("Letter dated 4 May 2021")
    (True, False)
    """
    return find_other_form(text) is not None


def find_other_form(text: str) -> OtherForm | None:
    """The first form of a non-letter that a line has.

    >>> find_other_form("Note by the Secretary-General").document_type.value
    'note'
    >>> find_other_form("report of the team of keepers") is None
    True
    """
    if text[:1].islower():
        return None
    lower = text.lower()
    may_be = (form for form in OTHER_FORMS if any(map(lower.__contains__, form.signs)))
    return next((form for form in may_be if form.pattern.match(text)), None)
