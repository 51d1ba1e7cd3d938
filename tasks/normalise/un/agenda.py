"""Agenda items: `34, 35 and 86`, `79 (a)`, of the agenda, a provisional one or a list.

Source: un-documents guide, section 5 (observed documents); that a communication names its items:
section 7 (Editorial Manual); words it does not show are the usual ones of their language.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tasks.normalise.un.phrases import Phrases

_NUMBER = r"\d{1,3}"
_SUB = r"\(?[a-zасеорхдг]{1,2}\)"
_DIGIT = re.compile(r"\d")
_LATIN = str.maketrans("асеорх", "aceopx")
"""Russian texts print sub-items in Latin letters, or in Cyrillic ones of the same look."""

_TOKEN = re.compile(
    rf"\s*(?:(?P<number>{_NUMBER})(?!\d|/|-\d)|(?P<sub>{_SUB})"
    r"|(?P<range>\bto\b|\ba\b(?=\s*\()|\bà\b|–|-)|(?P<joint>,|;|\band\b|\bet\b|\by\b|\bи\b|\be\b|و|和|、|،))",
)
_LINE = re.compile(
    r"(?:(?P<agenda>agenda\s+items?)|(?P<items>items?)|points?(?:\s+de\s+l’ordre\s+du\s+jour)?"
    r"|(?:tema|temas)(?:\s+del\s+programa)?|пункт(?:ы|у|ам|а|ов|ах|ом)?(?:\s+повестки\s+дня)?"
    r"|البند|البنود|البندان|البندين)\s+(?=\d)|(?:临时)?议程项目\s*(?=\d)",
    re.IGNORECASE,
)
_PROVISIONAL = Phrases(
    r"provisional agenda|preliminary list|annotated (?:preliminary )?list|programa provisional"
    r"|lista preliminar|ordre du jour provisoire|liste préliminaire",
    r"جدول الأعمال المؤقت|القائمة الأولية|临时议程|暂定项目表|初步项目表",
    r"предварительн\w+ (?:повестк|перечн)|первоначальн\w+ перечн",
)


class AgendaItems(NamedTuple):
    """Items in printed order, and whether they are those of a provisional agenda."""

    items: tuple[str, ...]
    is_provisional: bool

    def join(self, other: AgendaItems) -> AgendaItems:
        """Both lists as one: a joint document prints one for each organ.

        >>> AgendaItems(("18",), False).join(AgendaItems(("5 (a)",), False)).items
        ('18', '5 (a)')
        """
        items = tuple(dict.fromkeys((*self.items, *other.items)))
        return AgendaItems(items, self.is_provisional or other.is_provisional)


def parse_items(text: str) -> tuple[str, ...]:
    """Read a list of items at the start of a text; it ends at the first other word.

    >>> parse_items("34, 35, 40, 79 (a) and (c) and 86, and of the Security Council")
    ('34', '35', '40', '79 (a)', '79 (c)', '86')

    >>> parse_items("34–36, 79 (a)–(c)"), parse_items("39 The keeping of lamps")
    (('34', '35', '36', '79 (a)', '79 (b)', '79 (c)'), ('39',))
    """
    items: list[str] = []
    number, position, is_range = None, 0, False
    while match := _TOKEN.match(text, position):
        position = match.end()
        if match.group("number"):
            number = _add_number(items, match.group("number"), is_range)
        elif match.group("sub"):
            if number is None:
                break
            _add_sub(items, number, match.group("sub").strip("()").translate(_LATIN), is_range)
        is_range = match.group("range") is not None
    return tuple(dict.fromkeys(items))


def _add_number(items: list[str], number: str, is_range: bool) -> str:
    last = items[-1] if items else ""
    if is_range and last.isdigit() and 0 < int(number) - int(last) < 30:
        items.extend(str(n) for n in range(int(last) + 1, int(number)))
    items.append(number)
    return number


def _add_sub(items: list[str], number: str, letter: str, is_range: bool) -> None:
    if items and items[-1] == number:
        items.pop()
    last = items[-1] if items else ""
    if is_range and last.startswith(f"{number} (") and len(letter) == 1 and len(last[-2]) == 1:
        between = range(ord(last[-2]) + 1, ord(letter))
        items.extend(f"{number} ({chr(code)})" for code in between)
    items.append(f"{number} ({letter})")


def starts_agenda_line(text: str) -> bool:
    """Whether a masthead line names agenda items (`Item 30 of the provisional agenda*`).

    >>> starts_agenda_line("Item 30 of the provisional agenda*"), starts_agenda_line("Items")
    (True, False)
    """
    return _LINE.match(text) is not None


def parse_agenda_line(text: str) -> AgendaItems | None:
    """Read a masthead's agenda line, joined if it was broken.

    >>> parse_agenda_line("Item 35 of the provisional agenda*")
    AgendaItems(items=('35',), is_provisional=True)
    """
    match = _LINE.match(text)
    if match is None:
        return None
    return AgendaItems(parse_items(text[match.end() :]), _PROVISIONAL.is_in(text))


def find_requested_items(sentence: str) -> AgendaItems:
    """Read the items a circulation request names: `under agenda items 34 and 35`.

    >>> find_requested_items("as a document of the Assembly, under agenda items 34 and 35.").items
    ('34', '35')
    """
    items: list[str] = []
    for match in _LINE.finditer(sentence) if _DIGIT.search(sentence) else ():
        items.extend(parse_items(sentence[match.end() :]))
    return AgendaItems(tuple(dict.fromkeys(items)), _PROVISIONAL.is_in(sentence))
