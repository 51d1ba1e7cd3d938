"""What stands under the head of an annex: covering title, language, its own title.

Source: un-documents guide, section 7 (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tasks.normalise.text import Line
from tasks.normalise.un.joining import Vocabulary, join_lines, mend_words, tidy_text
from tasks.normalise.un.lexicon import known_words
from tasks.normalise.un.signatures import is_signature
from tasks.normalise.un.symbols import parse_symbol_line
from tasks.normalise.un.title_forms import starts_letter_title
from tasks.normalise.un.titles import LetterTitle, read_title
from tasks.normalise.un.words import UNITED_NATIONS, drop_name, read_languages

_ORIGINAL = re.compile(
    r"\[\s*(?:(?:Original|Оригинал|Язык\s+оригинала|الأصل|原件)\s*(?:[:：]|in\b)"
    r"|Подлинный\s+текст\s+на)\s*(?P<value>[^\]]*?)(?:\s+языках?|\s+языке)?\]?\*?",
    re.IGNORECASE,
)
_DATIVE = (
    (re.compile(r"^идентичным письмам", re.IGNORECASE), "Идентичные письма"),
    (re.compile(r"^письму", re.IGNORECASE), "Письмо"),
    (re.compile(r"^письмам", re.IGNORECASE), "Письма"),
    (re.compile(r"^вербальной ноте", re.IGNORECASE), "Вербальная нота"),
)
_PERSON = re.compile(
    r"(?:I|We|Excellency|Your Excellency|Sir|Madam|Dear|On behalf|On the instructions|Upon"
    r"|Pursuant|My|Allow|J’ai|Nous"
    r"|Tengo|Имею|Я|Мы|Уважаем)\b"
)
_OPENING = re.compile(
    r"(?:The|In|It|This|At|After|As|With|For|Under|During|Having|Since|There|These|According"
    r"|Following|Further)\b"
)
_NUMBERED = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-Z])\.(?:\s|$)|\(?[a-z1-9]\)\s|[•—–-]\s")
_SUMMARY = re.compile(
    r"(?:Summary|Executive summary|Contents|Introduction|Background|Objectives?|Purpose|Overview"
    r"|Context|Preamble|Résumé|Резюме|Содержание)$",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(r"(?:[^\W\d][^\d,]{2,30},\s+)?\d{1,2}\s+[^\W\d]+\s+\d{4}")
_RUNS_ON = re.compile(r"(?:[,–-]|\b(?:on|of|in|at|to|from|and|dated|period|el|le|du|de|от|на))$")
_WIDTH = 72
_MOST_LINES = 8
_UNWRAPPED = 130


class AnnexHead(NamedTuple):
    """The head of an annex: its own title, the letter that title names, its language.

    `length` is the number of lines the head takes.
    """

    title: str | None
    letter: LetterTitle | None
    original_language: str | None
    length: int


def read_head(
    lines: Sequence[Line], cover: str | None, title: str | None, vocabulary: Vocabulary
) -> AnnexHead:
    """Read the head that begins on the first line.

    `cover` is what that line repeats of the covering title, `title` that title as read on
    page 1: where it is repeated word by word, its end is certain.

    >>> lines = [Line(text, 1) for text in ("Annex", "[Original: Spanish]", "List of seeds")]
    >>> head = read_head(lines, None, None, Vocabulary())
    >>> head.title, head.original_language, head.length
    ('List of seeds', 'Spanish', 3)
    """
    index = 1
    if cover is not None:
        index = _match_cover(lines, cover, title)
        if not index:
            index = read_title(lines, 0, vocabulary, first=_nominative(cover))[2]
    language, index = _read_language(lines, index)
    title, letter, index = _read_own_title(lines, index, vocabulary)
    if language is None:
        language, index = _read_language(lines, index)
    return AnnexHead(title, letter, language, index)


def _match_cover(lines: Sequence[Line], cover: str, title: str | None) -> int:
    """How many lines repeat the covering title in full; 0 if they do not.

    >>> _match_cover([Line("Annex to …", 1), Line("on bees", 1)], "Letter", "Letter on bees")
    2
    """
    wanted, got = _letters_of(title or ""), ""
    for index, line in enumerate(lines[:30]):
        got += _letters_of(line.text if index else cover)
        if got == wanted:
            return index + 1
        if not wanted.startswith(got):
            return 0
    return 0


def _letters_of(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def _nominative(cover: str) -> str:
    """The covering title as page 1 prints it: Russian heads have it in the dative.

    >>> _nominative("письму Постоянного представителя")
    'Письмо Постоянного представителя'
    """
    for pattern, replacement in _DATIVE:
        cover = pattern.sub(replacement, cover)
    return cover[:1].upper() + cover[1:]


def _read_language(lines: Sequence[Line], index: int) -> tuple[str | None, int]:
    """`[Original: Spanish]`, also broken after the colon.

    >>> _read_language([Line("[Original:", 1), Line("Spanish]", 1), Line("List of seeds", 1)], 0)
    ('Spanish', 2)
    """
    if index >= len(lines) or not lines[index].text.startswith("["):
        return None, index
    for count in (1, 2):
        text = " ".join(line.text for line in lines[index : index + count])
        match = _ORIGINAL.fullmatch(text)
        if match and text.rstrip("*").endswith("]"):
            return read_languages(match.group("value")), index + count
    return None, index


def _read_own_title(
    lines: Sequence[Line], index: int, vocabulary: Vocabulary
) -> tuple[str | None, LetterTitle | None, int]:
    if index >= len(lines):
        return None, None, index
    if starts_letter_title(lines[index].text):
        letter, text, index = read_title(lines, index, vocabulary)
        return text, letter, index
    end = _find_title_end(lines, index)
    if lines[index].text in UNITED_NATIONS:
        return None, None, index
    if end == index or parse_symbol_line(drop_name(lines[index].text)):
        return None, None, index
    joined = join_lines([line.text for line in lines[index:end]], vocabulary, "ru")
    return mend_words(tidy_text(joined), vocabulary, known_words()).rstrip("*"), None, end


def _find_title_end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and end - start < _MOST_LINES and _is_title_line(lines, end, start):
        end += 1
    return end


def _is_title_line(lines: Sequence[Line], index: int, start: int) -> bool:
    line, first = lines[index], lines[start]
    if line.text.startswith("[") or is_signature(line) or line.page != first.page:
        return False
    if line.is_bold is not None:
        return line.is_bold and (index == start or not line.follows_gap)
    if index > start and line.follows_gap:
        return False
    if _NUMBERED.match(line.text) or _SUMMARY.match(line.text) or _PERSON.match(line.text):
        return False
    if index > start and (_OPENING.match(line.text) or _is_date_below(lines, index)):
        return False
    ends = line.text.endswith((".", ":", ";"))
    return _is_short(lines, index) and not ends


def _is_date_below(lines: Sequence[Line], index: int) -> bool:
    """`Lima, 3 May 2021` below a title is no part of it, unless the title runs on into it.

    >>> _is_date_below([Line("List of lamps", 1), Line("Lima, 3 May 2021", 1)], 1)
    True
    """
    runs_on = _RUNS_ON.search(lines[index - 1].text)
    return runs_on is None and _PLACE_AND_DATE.fullmatch(lines[index].text) is not None


def _is_short(lines: Sequence[Line], index: int) -> bool:
    """Titles are set narrower than text; where nothing is wrapped, a paragraph may be one.

    >>> _is_short([Line("List of seeds", 1)], 0)
    True
    """
    text = lines[index].text
    if len(text) < _WIDTH:
        return True
    return len(text) < 2 * _UNWRAPPED and any(len(line.text) > _UNWRAPPED for line in lines[index:])
