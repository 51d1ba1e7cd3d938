"""The language of a text, told by its script and its commonest words.

Source: none, no rule of a document stands here: the words are the commonest of each language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tasks.normalise.text import drop_ascii

_WORDS = {
    "en": "the of and to in that for is on by as with are which have be",
    "fr": "le la les des et du de dans que pour est par une aux qui sur",
    "es": "el la los las de y en que del por para con una se al",
    "de": "der die das und den von zu mit für ist im des auf nicht eine",
}
_LANGUAGES = {
    form: " ".join(language for language, words in _WORDS.items() if word in words.split())
    for word in " ".join(_WORDS.values()).split()
    for form in (word, word.capitalize(), word.upper())
}
"""For each of the words, as it is printed, the languages that have it: `que` is French and
Spanish."""

_OTHER_SCRIPT = re.compile(r"[Ѐ-ӿ\u0600-\u06ff\u4e00-\u9fff]")
_SCRIPTS = {
    "ru": re.compile(r"[А-Яа-яЁё]+"),
    "ar": re.compile(r"[\u0600-\u06ff]+"),
    "zh": re.compile(r"[\u4e00-\u9fff]+"),
    "latin": re.compile(r"[A-Za-zÀ-ÿ]+"),
}
_WEIGHTS = {"zh": 2}
"""A Chinese sign says more than a letter."""

_SAMPLE = 2000
_FIRST = 600
"""How much of the sample is enough where its words are plainly of one language."""

_MANY, _PLAIN = 12, 3
"""How many common words, and how many times as many as of any other language, are plain."""

_SHORTEST = 20


def detect_language(texts: Iterable[str]) -> str | None:
    """ISO 639-1 code of a text; None where it is too short to tell.

    >>> detect_language(["the members of the Council have taken note of the letter and thank you"])
    'en'
    """
    sample = " ".join(texts)[:_SAMPLE]
    script = _detect_script(sample)
    return script if script != "latin" else _detect_latin(sample)


def _detect_script(sample: str) -> str | None:
    """The language whose script it is, `latin` for all written in it; None: too short to tell.

    >>> _detect_script("Совет принял к сведению список ламп"), _detect_script("Lamps")
    ('ru', None)
    """
    if sample.isascii() or _OTHER_SCRIPT.search(drop_ascii(sample)) is None:
        return "latin" if len(sample) >= _SHORTEST else None
    counts = {
        script: _WEIGHTS.get(script, 1) * sum(map(len, signs.findall(sample)))
        for script, signs in _SCRIPTS.items()
    }
    name = max(counts, key=lambda script: counts[script])
    return name if counts[name] >= _SHORTEST else None


def _detect_latin(sample: str) -> str | None:
    """The language whose common words are found most often, None where two are near.

    >>> _detect_latin("la lista de las semillas que se guardan en el valle"), _detect_latin("seeds")
    ('es', None)
    """
    best, most, second = _rank_latin(sample[:_FIRST])
    if most < _MANY or most < _PLAIN * second:
        best, most, second = _rank_latin(sample)
    return None if most < 3 or most < 1.3 * second else best


def _rank_latin(sample: str) -> tuple[str, int, int]:
    """The first language, how many common words of it stand here, and how many of the second.

    >>> _rank_latin("la lista de las semillas")
    ('es', 3, 2)
    """
    counts = Counter(filter(None, map(_LANGUAGES.get, sample.split())))
    scores = dict.fromkeys(_WORDS, 0)
    for languages, count in counts.items():
        for code in languages.split():
            scores[code] += count
    best, second = sorted(scores, key=lambda code: scores[code], reverse=True)[:2]
    return best, scores[best], scores[second]
