"""A second try at the head of a document whose words an extractor tore apart.

Source: un-documents guide, section 5, extraction noise (observed documents).
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.normalise.text import Line
from tasks.normalise.un.joining import Vocabulary, mend_words, tidy_text
from tasks.normalise.un.lexicon import known_words

_HEAD_LINES = 60
_LONGEST = 200


def mend_head(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """Join torn words in the lines of page 1 that masthead and title may take.

    >>> mend_head([Line("Let ter dated 4 May 2021 from the Perma nent", 1)], Vocabulary())[0].text
    'Letter dated 4 May 2021 from the Permanent'
    """
    head = [
        _mend(line, vocabulary)
        if line.page == lines[0].page and len(line.text) < _LONGEST
        else line
        for line in lines[:_HEAD_LINES]
    ]
    return (*head, *lines[_HEAD_LINES:])


def _mend(line: Line, vocabulary: Vocabulary) -> Line:
    text = mend_words(tidy_text(line.text), vocabulary, known_words())
    return line if text == line.text else line._replace(text=text)
