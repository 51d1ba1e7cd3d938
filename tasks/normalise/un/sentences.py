"""Lines to paragraphs, paragraphs to sentences.

Source: un-documents guide, section 5, what interrupts sentences (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from string import ascii_lowercase

from tasks.normalise.text import Line
from tasks.normalise.un.joining import Vocabulary, is_tidy, join_lines, tidy_text
from tasks.normalise.un.signatures import is_signature
from tasks.normalise.un.symbols import close_symbols

_AFTER_END = r" (?<=[.!?;。；؟] )(?=[A-ZÀ-ÖØ-ÞА-ЯЁ“\"(«\u0600-\u06ff\u4e00-\u9fff])"
_END = re.compile(_AFTER_END)
_HAN_END = re.compile(rf"{_AFTER_END}|(?<=[。；])")
"""What parts two sentences: a space after the sign that ends one; Chinese has none."""

_ABBREVIATION = re.compile(
    r"(?:\b(?:a\.i|Mr|Mrs|Ms|Dr|No|Nos|St|para|paras|vol|p|pp|cf|e\.g|i\.e|Gen|Lt|Col|[A-Z])\.)$"
)
_LONGEST_ABBREVIATION = len("paras.")
_ENDED = (".", ":", ";", "?", "!", ".”", ".)", "…", "。")
_RUNS_ON = frozenset(ascii_lowercase) - {"o"}
"""Signs with which neither a signature nor a mark of a list begins; `o` is printed for a dot."""

_NUMBERED = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-Z])\.(?:\s|$)|\([a-z0-9]{1,3}\)\s|[•o—]\s")


def make_paragraphs(
    lines: Sequence[Line], vocabulary: Vocabulary, language: str | None
) -> tuple[str, ...]:
    """Join lines to paragraphs; a page break does not end one unless its sentence is ended.

    >>> lines = [Line("We count the", 1), Line("lamps.", 2), Line("2. We count the bees.", 2)]
    >>> make_paragraphs(lines, Vocabulary(), "en")
    ('We count the lamps.', '2. We count the bees.')
    """
    width = _typical_width(lines)
    groups = [[line.text] for line in lines[:1]]
    for above, line in pairwise(lines):
        if _starts_paragraph(above, line, width):
            groups.append([line.text])
        else:
            groups[-1].append(line.text)
    joined = [join_lines(group, vocabulary, language) for group in groups]
    whole = "\n".join(joined)
    if is_tidy(whole):
        return tuple(joined)
    return tuple(close_symbols(tidy_text(text)) for text in joined)


def split_sentences(paragraph: str) -> list[str]:
    """Split a paragraph into sentences; abbreviations do not end one.

    >>> split_sentences("The Chargé d’affaires a.i. Mr. Lee wrote. He left.")
    ['The Chargé d’affaires a.i. Mr. Lee wrote.', 'He left.']
    """
    sentences: list[str] = []
    start = 0
    is_han = "。" in paragraph or "；" in paragraph
    for match in (_HAN_END if is_han else _END).finditer(paragraph):
        end = match.start()
        if _ABBREVIATION.search(paragraph, max(start, end - _LONGEST_ABBREVIATION), end) is None:
            sentences.append(paragraph[start:end])
            start = match.end()
    sentences.append(paragraph[start:])
    return [sentence.strip() for sentence in sentences if sentence.strip()]


def _typical_width(lines: Sequence[Line]) -> int:
    lengths = sorted([len(line.text) for line in lines])
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def _starts_paragraph(above: Line, line: Line, width: int) -> bool:
    """Whether a line begins a paragraph; `width` is that of the full lines.

    >>> _starts_paragraph(Line("We count lamps.", 1), Line("(a) The first", 1), 60)
    True
    >>> _starts_paragraph(Line("We count the", 1), Line("lamps in", 2), 60)
    False
    """
    text = line.text
    if text[0] not in _RUNS_ON and (is_signature(line) or _NUMBERED.match(text)):
        return True
    if line.page != above.page:
        return above.text.endswith(_ENDED) or is_signature(above)
    if line.is_bold is not None and line.is_bold != above.is_bold:
        return True
    if line.x0 is not None and above.x0 is not None:
        return line.follows_gap or (line.x0 > above.x0 + 15 and above.text.endswith(_ENDED))
    if line.follows_gap:
        return (
            above.text.endswith(_ENDED) or len(above.text) < 0.8 * width or line.text[:1].isupper()
        )
    return len(above.text) < 0.85 * width and above.text.endswith(_ENDED)
