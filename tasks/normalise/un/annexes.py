"""Annexes, enclosures and appendices: their heads split a document into sections.

Source: un-documents guide, sections 6 and 7 (observed documents); words it does not show are the
usual ones of their language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tasks.normalise.text import Line
from tasks.normalise.un.annex_titles import AnnexHead, read_head
from tasks.normalise.un.joining import Vocabulary

_NAMES = {
    "annex": "Annex",
    "annexe": "Annex",
    "anexo": "Annex",
    "приложение": "Annex",
    "المرفق": "Annex",
    "مرفق": "Annex",
    "附件": "Annex",
    "enclosure": "Enclosure",
    "pièce jointe": "Enclosure",
    "adjunto": "Enclosure",
    "documento adjunto": "Enclosure",
    "добавление": "Enclosure",
    "الضميمة": "Enclosure",
    "ضميمة": "Enclosure",
    "附文": "Enclosure",
    "appendix": "Appendix",
    "appendice": "Appendix",
    "apéndice": "Appendix",
    "дополнение": "Appendix",
    "التذييل": "Appendix",
    "附录": "Appendix",
    "attachment": "Attachment",
}
_ADDENDA = {"добавление", "дополнение", "附文"}
_RANK = {"Annex": 0, "Enclosure": 1, "Attachment": 2, "Appendix": 2}
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_MAY_BE = re.compile(_NAME, re.IGNORECASE)
_FIRST_SIGNS = frozenset(name[0].upper() for name in _NAMES)
_HEAD = re.compile(
    rf"(?P<name>{_NAME})\s*(?P<number>[IVXLC]{{1,7}}|\d{{1,3}}|[A-Z])?\s*\*{{0,3}}", re.IGNORECASE
)
_HEAD_TO = re.compile(
    rf"(?P<name>{_NAME})(?:\s+(?P<number>[IVXLC]{{1,7}}|\d{{1,3}}|[A-Z]))?\s+"
    r"(?:to\s+the|à\s+la|aux|au|de\s+las?|del|к)\s+"
    r"(?P<cover>(?:(?:identical|joint)\s+letters?|letters?|notes?\s+verbales?|lettres?|cartas?|notas?\s+verbal|"
    r"идентичным\s+письмам|письм(?:у|ам)|вербальной\s+ноте)\b.*)",
    re.IGNORECASE,
)


class Section(NamedTuple):
    """A part of a document; the cover has no label. `lines` are those below its head.

    `place` is the head's own lines.
    """

    label: str | None
    parent: str | None
    head: AnnexHead
    lines: tuple[Line, ...]
    place: tuple[Line, ...] = ()


class _Mark(NamedTuple):
    """A head: `at` is the index of its line, label, and the covering title it repeats, if any."""

    at: int
    label: str
    cover: str | None


def split_sections(
    lines: Sequence[Line], title: str | None, vocabulary: Vocabulary
) -> tuple[Section, ...]:
    """Split content lines into the cover and its annexes; `title` is the covering title.

    >>> lines = [Line(text, 1) for text in ("A list.", "Annex I", "Bees", "Enclosure", "Hives")]
    >>> [(one.label, one.parent) for one in split_sections(lines, None, Vocabulary())]
    [(None, None), ('Annex I', None), ('Enclosure', 'Annex I')]
    """
    marks = _find_marks(lines)
    bounds = [mark.at for mark in marks] + [len(lines)]
    sections = [Section(None, None, AnnexHead(None, None, None, 0), tuple(lines[: bounds[0]]))]
    above: list[str] = []
    for position, mark in enumerate(marks):
        part = tuple(lines[mark.at : bounds[position + 1]])
        head = read_head(part, mark.cover, title, vocabulary)
        while above and _rank(above[-1]) >= _rank(mark.label):
            above.pop()
        sections.append(
            Section(
                mark.label,
                above[-1] if above else None,
                head,
                part[head.length :],
                part[: head.length],
            )
        )
        above.append(mark.label)
    return tuple(sections)


def _find_marks(lines: Sequence[Line]) -> list[_Mark]:
    """All heads; a word that is also "addendum" is one only below an annex."""
    marks: list[_Mark] = []
    for index in [i for i, line in enumerate(lines) if line.text[0] in _FIRST_SIGNS]:
        mark = _read_mark(lines, index)
        if mark and (marks or lines[index].text.split()[0].lower() not in _ADDENDA):
            marks.append(mark)
    return marks


def _rank(label: str) -> int:
    """How deep a part stands: an enclosure is one of the annex above it.

    >>> _rank("Annex II") < _rank("Enclosure")
    True
    """
    return _RANK[label.split()[0]]


def _read_mark(lines: Sequence[Line], index: int) -> _Mark | None:
    """The head on a line, None where the line is none.

    >>> _read_mark([Line("Annexe II*", 2)], 0).label, _read_mark([Line("Annexes are long", 2)], 0)
    ('Annex II', None)
    >>> _read_mark([Line("Annex to the letter dated 4 May 2021", 2)], 0).cover
    'letter dated 4 May 2021'
    """
    line = lines[index]
    if len(line.text) > 400 or line.text[0].islower() or _MAY_BE.match(line.text) is None:
        return None
    match = _HEAD.fullmatch(line.text)
    if match and _may_be_head(lines, index):
        return _Mark(index, _label(match), None)
    match = _HEAD_TO.match(line.text)
    if match and line.is_bold is not False:
        return _Mark(index, _label(match), match.group("cover"))
    return None


def _label(match: re.Match[str]) -> str:
    number = match.group("number")
    name = _NAMES[match.group("name").lower()]
    return f"{name} {number.upper()}" if number else name


def _may_be_head(lines: Sequence[Line], index: int) -> bool:
    """The word in running text, broken so that it fills a line, is no head.

    >>> _may_be_head([Line("we send the list of lamps, which stands in the first part of the", 1),
    ...               Line("Annex", 1)], 1)
    False
    """
    line = lines[index]
    if line.is_bold is not None:
        return line.is_bold or lines[max(index - 1, 0)].page != line.page
    if index == 0 or line.follows_gap or lines[index - 1].page != line.page:
        return True
    above = lines[index - 1].text
    return above.endswith((".", "]", ")", "”", '"', ":", "!", "?")) or len(above) < 50
