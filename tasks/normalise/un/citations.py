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
    r"\b(?:letters?|note|report|communication)\b.{0,80}?\bdated\b|\byour letters?\b",
    r"\b(?:votre|vos) lettres?\b|\blettres?\b.{0,80}?\bdatée?s?\b",
    r"\bsus? cartas?\b|\bcartas?\b.{0,80}?\bde fecha\b",
    r"\b(?:ваше|ваши) письм|\bписьм\w+\s.{0,120}?\bот\s",
)
_ATTENTION = Phrases(
    r"\b(?:has|have) been brought to the attention\b",
    r"\b(?:a|ont) été portée?s? à l[’']attention\b",
    r"\b(?:ha|han) sido (?:señalada|puesta)s? (?:a la atención|en conocimiento)\b"
    r"|\bse ha (?:señalado a la atención|puesto en conocimiento)\b",
    r"\bбыл[ои]? доведен\w* до сведения\b|\bдоведен[оы] до сведения\b",
)
_REPLY = Phrases(
    r"\b(?:in (?:reply|response|answer|reaction) to|repl(?:y|ies|ying) to|respond(?:s|ing)? to"
    r"|en réponse à|en respuesta a|в ответ на|ردا على)\b(?P<what>.{0,300})",
)
_THERETO = Phrases(r"\bin (?:reply|response|answer) thereto\b")
_LETTER = Phrases(
    r"\b(?:letters?|notes?|communications?|statements?|lettres?|cartas?|письм\w+|нот\w+)\b|رسالة",
)

_LINES_BELOW = 3
"""Of a symbol and its suffixes, `S/2017/1, Add.1` / `and Corr.1`, two lines may have no slash."""


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
        near = _keep_near_slashes([line.text for line in content], is_open=bool(open_text))
        text = open_text + join_lines(near, vocabulary)
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
    >>> [str(one) for one in _answered("the letter of Chad (S/2021/7) and, in reply thereto, to")]
    ['S/2021/7']
    """
    if "/" not in sentence:
        return []
    brought = _ATTENTION.search(sentence)
    if brought and _BROUGHT.is_in(sentence[: brought.start()]):
        return [symbol for _, _, symbol in find_symbols(sentence[: brought.start()])]
    reply, thereto = _REPLY.search(sentence), _THERETO.search(sentence)
    told = sentence[: thereto.start()] if thereto else reply.group("what") if reply else ""
    if not _LETTER.is_in(told):
        return []
    found = find_symbols(told)
    return [symbol for _, _, symbol in found if not {"RES", "PRST"} & set(symbol.parts)]


def _keep_near_slashes(texts: Sequence[str], *, is_open: bool) -> list[str]:
    """The lines over which a symbol may stand; the first one too, if one is open above it.

    >>> _keep_near_slashes(["We", "see A/", "75/8", "and Add.1", "on", "lamps"], is_open=False)
    ['We', 'see A/', '75/8', 'and Add.1', 'on']
    """
    near = {0} if is_open else set()
    for index in [index for index, text in enumerate(texts) if "/" in text]:
        near.update((index - 1, index, *range(index + 1, index + _LINES_BELOW)))
    return [texts[index] for index in sorted(near) if 0 <= index < len(texts)]
