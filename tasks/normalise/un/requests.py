"""What a letter asks: circulation as a document, attention of members; what it announces.

Source: un-documents guide, section 7, circulation request (observed documents); words it does not
show are the usual ones of their language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tasks.normalise.un.agenda import AgendaItems, find_requested_items
from tasks.normalise.un.phrases import Phrases, keep_likely

_ORGAN_FORMS = (
    ("General Assembly", r"General Assembly|(?<!General )\bAssembly\b|Asamblea General"
                         r"|Assemblée générale|Генеральной Ассамблеи|الجمعية العامة|大会"),
    ("Security Council", r"Security Council|(?<!Social )(?<!Rights )(?<!Security )\bCouncil\b"
                         r"|Consejo de Seguridad|Conseil de sécurité"
                         r"|\b(?:Consejo|Conseil)\b(?=\s*(?:[.,;)]|$|et\b|y\b))"
                         r"|(?<!Социального )Совета(?: Безопасности)?(?!\s+по\s)"
                         r"|مجلس الأمن|安全理事会|安理会"),
    ("Economic and Social Council", r"Economic and Social Council|Consejo Económico y Social"
                                    r"|Conseil économique et social"
                                    r"|Экономического и Социального Совета"),
    ("Human Rights Council", r"Human Rights Council|Consejo de Derechos Humanos"
                             r"|Conseil des droits de l[’']homme|Совета по правам человека"),
)  # fmt: skip
_ORGANS = tuple((name, Phrases(f"(?-i:{form})")) for name, form in _ORGAN_FORMS)

_ASKS = Phrases(
    r"\b(?:grateful|appreciate|appreciated|kindly|request(?:s|ing)?|ask(?:s)?|please|would you"
    r"|hope that you|wish that|would welcome|would like (?:this|the present)|be obliged|oblige)\b",
    r"agradecer|solicit|ruego|\bpido\b|\bpide\b|pedirle|sírvase|se sirva",
    r"reconnaissant|obligé|saurais gré|prie|demande|vous serais",
    r"признател|прошу|прос[ия]т|просим|просьб|благодар",
    r"أكون ممتن|أرجو|ممتنا|أطلب|请|感谢|谨请",
)
_CIRCULATES = Phrases(
    r"\b(?:circulat|distribut|issu|publish|releas|disseminat|reproduc|transmit|treat|regist)\w*",
    r"\bmade available\b",
    r"distribu|public|publi|diffus|\bcircul[ae]",
    r"распростран|опубликова|издан|выпу|تعميم|分发",
)
_AS_DOCUMENT = Phrases(
    r"\bas (?:an? )?(?:official |separate )?documents? (?:of|to|for|under)\b",
    r"\bas (?:an? )?(?:official )?(?:(?:General Assembly|Security Council)(?: and )?)+"
    r" (?:official )?documents?\b",
    r"\b(?:in )?(?:the )?(?:official )?documents? of the (?:General|Security|Council)",
    r"como documentos?|comme documents?|en tant que documents?",
    r"(?:в качестве|как) (?:официальн\w+ )?документ",
    r"وثيق|作为.{0,60}文件",
)
_ATTENTION = Phrases(
    r"\battention\b(?: of| to)?",
    r"en conocimiento|señalar|à l’attention|conocimiento de",
    r"до сведения|انتباه|提请",
    r"\bcirculat\w+ (?:this .{0,60}\s|the .{0,60}\s|it )?(?:to|among|amongst) (?:all )?(?:the )?"
    r"members\b",
    r"\b(?:share|inform|communicate|convey|transmit)\b.{0,120}?\b"
    r"(?=members of the (?:Security )?Council)",
)
_ANNOUNCES = Phrases(
    r"\b(?:will|shall|is to|are to|is being|are being) (?:also )?(?:be )?"
    r"(?:circulated|issued|published|distributed)\b",
    r"будут? (?:распростран|опубликован|издан)",
    r"se publicar[áa]n?|ser[áa]n? (?:distribuid|publicad)|(?:sera|seront) (?:publi|distribu)",
)
_QUOTED = re.compile(r"[“\"«][^”\"»]{0,400}[”\"»]")
_CLOSES = frozenset('”"»')
_PAST = Phrases(
    r"\b(?:was|were|has been|have been|had been) (?:also )?(?:circulated|issued|published"
    r"|distributed)",
)


class Requests(NamedTuple):
    """What is asked and announced, by organ.

    `circulation`: of which the letter shall become a document; `attention`: whose members
    shall be told; `announced`: of which it says itself that the text will be a document;
    `agenda`: the items it names for that. `places` are the fields with the sentences that say so.
    """

    circulation: tuple[str, ...]
    attention: tuple[str, ...]
    announced: tuple[str, ...]
    agenda: AgendaItems
    places: tuple[tuple[str, str], ...] = ()


def find_requests(sentences: Sequence[str]) -> Requests:
    """Read the requests of a covering letter.

    >>> find_requests(["I should be grateful if you would have the present letter circulated as "
    ...                "a document of the Security Council."]).circulation
    ('Security Council',)
    """
    circulation: list[str] = []
    attention: list[str] = []
    announced: list[str] = []
    items: list[str] = []
    places: list[tuple[str, str]] = []
    provisional = False
    for sentence in keep_likely(sentences, _AS_DOCUMENT, _ATTENTION):
        asks = _ASKS.is_in(sentence)
        if not asks and not _ANNOUNCES.is_in(sentence):
            continue
        bare = _QUOTED.sub(" ", sentence) if _CLOSES & set(sentence) else sentence
        organs, items_named = _read_circulation(bare)
        if organs:
            places.append(("requests_circulation" if asks else "announces_circulation", sentence))
        if organs and asks:
            circulation.extend(organs)
            items.extend(items_named.items)
            provisional |= items_named.is_provisional
        elif organs:
            announced.extend(organs)
        if asks and (told := _read_attention(bare)):
            places.append(("requests_attention", sentence))
            attention.extend(told)
    return Requests(
        _unique(circulation), _unique(attention), _unique(announced),
        AgendaItems(_unique(items), provisional), tuple(places),
    )  # fmt: skip


def _read_circulation(sentence: str) -> tuple[list[str], AgendaItems]:
    """The organs after `as a document of`; none where it tells of the past only.

    >>> _read_circulation("to circulate it as a document of the General Assembly, under item 7")
    (['General Assembly'], AgendaItems(items=('7',), is_provisional=False))
    >>> _read_circulation("circulated as a document of the Security Council and brought to the "
    ...                   "attention of the members of the General Assembly")[0]
    ['Security Council']
    """
    none = AgendaItems((), False)
    place = _AS_DOCUMENT.search(sentence)
    if place is None or not _CIRCULATES.is_in(sentence):
        return [], none
    before = sentence[: place.start()]
    if _PAST.is_in(before) and not _ASKS.is_in(before):
        return [], none
    clause = sentence[place.start() :]
    told = _ATTENTION.search(clause)
    clause = clause[: told.start()] if told else clause
    return _find_organs(clause), find_requested_items(clause)


def _read_attention(sentence: str) -> list[str]:
    """The organs whose members are to be told; none where it has been done.

    >>> _read_attention("kindly bring it to the attention of the members of the Security Council")
    ['Security Council']
    >>> _read_attention("it has been brought to the attention of the Security Council")
    []
    """
    place = _ATTENTION.search(sentence)
    if place is None:
        return []
    tail = (
        sentence[place.end() - 1 :]
        if place.group(0).endswith("members")
        else sentence[place.end() :]
    )
    cut = _AS_DOCUMENT.search(tail)
    clause = tail[: cut.start()] if cut else tail
    has_been = re.search(r"\b(?:has|have|had)\s+been\s+brought", sentence)
    return [] if has_been else _find_organs(re.split(r",\s+(?:and\s+)?(?:to|in)\b", clause)[0])[:2]


def _find_organs(text: str) -> list[str]:
    """Organs in the order in which the text names them.

    >>> _find_organs("of the Security Council and of the General Assembly")
    ['Security Council', 'General Assembly']
    """
    found = [(match.start(), name) for name, form in _ORGANS if (match := form.search(text))]
    return [name for _, name in sorted(found)]


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
