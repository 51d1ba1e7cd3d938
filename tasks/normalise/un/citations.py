"""Cited symbols in reading order, and the replies among them.

Source: un-documents guide, section 7, references (observed documents); words it does not show are
the usual ones of their language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.normalise.text import Line
from tasks.normalise.un.joining import Vocabulary, join_lines
from tasks.normalise.un.phrases import Phrases
from tasks.normalise.un.symbols import Symbol, close_symbols, find_symbols

_BROUGHT = Phrases(
    r"\b(?:votre|vos)\s+lettres?\b|\blettres?\b.{0,80}?\bdatée?s?\b|\bsus?\s+cartas?\b"
    r"|\bcartas?\b.{0,80}?\bde\s+fecha\b|\b(?:ваше|ваши)\s+письм|\bписьм\w+\s.{0,120}?\bот\s"
    r"|\b(?:letters?|note|report|communication)\b.{0,80}?\bdated\b|\byour\s+letters?\b",
)
_ATTENTION = Phrases(
    r"\b(?:has|have)\s+been\s+brought\s+to\s+the\s+attention\b"
    r"|\b(?:a|ont)\s+été\s+portée?s?\s+à\s+l[’']attention\b"
    r"|\b(?:ha|han)\s+sido\s+(?:señalada|puesta)s?\s+(?:a\s+la\s+atención|en\s+conocimiento)\b"
    r"|\bse\s+ha\s+(?:señalado\s+a\s+la\s+atención|puesto\s+en\s+conocimiento)\b"
    r"|\bбыл[ои]?\s+доведен\w*\s+до\s+сведения\b|\bдоведен[оы]\s+до\s+сведения\b",
)
_REPLY = Phrases(
    r"\b(?:in\s+(?:reply|response|answer)\s+to|repl(?:y|ies|ying)\s+to|respond(?:s|ing)?\s+to|in\s+reaction\s+to"
    r"|en\s+réponse\s+à|en\s+respuesta\s+a|в\s+ответ\s+на|ردا\s+على)\b(?P<what>.{0,300})",
)
_LETTER = Phrases(
    r"\b(?:letters?|notes?|communications?|statements?|lettres?|cartas?|письм\w+|нот\w+)\b|رسالة",
)


def find_citations(
    pages: Iterable[tuple[Sequence[Line], Sequence[Line]]],
    own: Sequence[Symbol],
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    """All symbols that the document cites, each once, without its own.

    `pages` gives, for each page, its content lines and its footnotes.

    >>> page = [Line("see A/75/8 and S/", 1), Line("2021/7", 1)], [Line("* See A/63/PV.5.", 1)]
    >>> find_citations([page], (), Vocabulary())
    ('A/75/8', 'S/2021/7', 'A/63/PV.5')
    """
    cited: dict[str, None] = {}
    open_text = ""
    for content, footnotes in pages:
        if not open_text and not any("/" in line.text for line in (*content, *footnotes)):
            continue
        text = open_text + _join(content, vocabulary)
        open_text = (text[-1:] == "/" and text[-40:]) or ""
        for block in [text, *(note.text for note in footnotes)]:
            for _, _, symbol in find_symbols(close_symbols(block)):
                if symbol not in own:
                    cited.setdefault(str(symbol))
    return tuple(cited)


def find_replies(sentences: Sequence[str], own: Sequence[Symbol]) -> tuple[str, ...]:
    """Symbols of letters that are answered, or said to have been brought to the attention.

    >>> find_replies(["your letter dated 10 February 2021 (S/2021/149) has been brought to the "
    ...               "attention of the members of the Security Council."], ())
    ('S/2021/149',)
    """
    found: dict[str, None] = {}
    for sentence in sentences:
        for symbol in _answered(sentence):
            if symbol not in own:
                found.setdefault(str(symbol))
    return tuple(found)


def _answered(sentence: str) -> list[Symbol]:
    """The symbols of letters that one sentence answers, or says were brought to the attention.

    >>> [str(symbol) for symbol in _answered("in reply to the letter on bees (S/2021/7)")]
    ['S/2021/7']
    >>> _answered("in response to the letter on resolution S/RES/2565 (2021)")
    []
    """
    if "/" not in sentence:
        return []
    brought = _ATTENTION.search(sentence)
    if brought and _BROUGHT.search(sentence[: brought.start()]):
        return [symbol for _, _, symbol in find_symbols(sentence[: brought.start()])]
    reply = _REPLY.search(sentence)
    if reply is None or not _LETTER.search(reply.group("what")):
        return []
    found = find_symbols(reply.group("what"))
    return [symbol for _, _, symbol in found if not {"RES", "PRST"} & set(symbol.parts)]


def _join(lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    return join_lines([line.text for line in lines if line.text], vocabulary)
