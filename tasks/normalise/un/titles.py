"""The title of a letter: where it ends, and what its slots hold.

Source: un-documents guide, section 6 (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tasks.normalise.text import Line
from tasks.normalise.un.addressees import KNOWN, read_addressees
from tasks.normalise.un.dates import find_dates, has_shared_year, mend_digits
from tasks.normalise.un.foreign import ends_with_un, read_foreign_slots
from tasks.normalise.un.joining import Vocabulary, join_lines, mend_words, tidy_text
from tasks.normalise.un.lexicon import known_words
from tasks.normalise.un.senders import parse_senders
from tasks.normalise.un.signatures import is_signature
from tasks.normalise.un.title_forms import LetterForm, list_letter_forms
from tasks.records import Sender
from warehouse.vocabulary import DocumentType

_MOST_LINES = 30
_LONGEST = 2500
_DANGLING = re.compile(
    r"(?:the|of|and|to|for|in|on|a|an|as|at|with|from|by|concerning|regarding|addressed"
    r"|dated|pursuant"
    r"|Permanent|Security|(?<!Secretary-)(?<!Secretario )(?<!Secrétaire )General|Economic|Social"
    r"|United|Chargé|President|Chair|Secretary|Special|High|members?"
    r"|resolutions?|du|de|la|le|des|au|aux|et|par|à|del|al|el|los|por|y|e|и|имя|на|от|при"
    r"|Председателя|Совета|Генеральной|Генерального|Постоянного|Объединенных)$",
    re.IGNORECASE,
)
_OPEN = ("-", ",", "/", "(", "’s", "'s", "’S", "'S")
_OPENING = re.compile(
    r"(?:I|We|On|Upon|In|The|Further|Pursuant|With|As|At|Following|It|This|My|You|Your|Please"
    r"|Having|Since|Excellency"
    r"|Reference|According|After|Under|For|During|Allow|Attached|Enclosed|J’ai|Tengo|Имею|По|В"
    r"|Me|Siguiendo|D’ordre)\b"
)
_CONTINUES = re.compile(r"[a-zà-ÿа-яё(\[]")
_BODY_WIDTH = 70
_LAST_WORDS = 3
_MARKS = re.compile(r"(?<=\w)\*{1,4}(?=[\s,])")
"""Footnote marks inside a title: `Austria, Brazil** and Chile`."""


class LetterTitle(NamedTuple):
    """A title read: `senders` and `addressees` normalised, `dates` all that it names."""

    text: str
    document_type: DocumentType
    language: str
    dates: tuple[date, ...]
    is_day_shared: bool
    senders: tuple[Sender, ...]
    addressees: tuple[str, ...]
    unknown_parties: tuple[str, ...]
    unknown_addressees: tuple[str, ...]
    addressee_slot: str

    @property
    def letter_date(self) -> date | None:
        """The letter's date; None where the title names several days.

        >>> text = "Letter dated 4 May 2021 from the Secretary-General addressed to the members"
        >>> parse_title(text).letter_date.isoformat()
        '2021-05-04'
        """
        return self.dates[0] if len(self.dates) == 1 and not self.is_day_shared else None


@lru_cache(maxsize=4)
def parse_title(text: str) -> LetterTitle | None:
    """Read a whole title; None when it has no form we know.

    >>> parse_title("Letter dated 6 May 2008 from the Secretary-General to the President of the "
    ...             "Security Council").addressees
    ('President of the Security Council',)
    """
    if len(text) > _LONGEST:
        return None
    unmarked = _MARKS.sub("", text) if "*" in text else text
    text = mend_digits(tidy_text(unmarked)).strip(" *")
    for form in list_letter_forms(text):
        match = _match_form(form, text)
        if match is not None:
            return _fill_slots(text, form, match)
    return None


def read_title(
    lines: Sequence[Line], start: int, vocabulary: Vocabulary, first: str | None = None
) -> tuple[LetterTitle | None, str, int]:
    """Read the title that begins at line `start` (`first` replaces that line's text).

    Returns the title (None if its form is unknown), its text, and the index of the line
    after it.

    >>> lines = [Line("Letter dated 4 May 2021 from the Secretary-General", 1),
    ...          Line("addressed to the President of the Security Council", 1), Line("Sir,", 1)]
    >>> title, _, after = read_title(lines, 0, Vocabulary())
    >>> title.addressees, after
    (('President of the Security Council',), 2)
    """
    title = _Growing(first if first is not None else lines[start].text, vocabulary)
    index = start + 1
    while index < len(lines) and len(title.pieces) < _MOST_LINES:
        if not _goes_on(lines, index, title):
            break
        title.add(lines[index].text)
        index += 1
    return parse_title(title.text), title.text, index


class _Growing:
    """A title that grows line by line; its text is joined when it is asked for, once a line."""

    def __init__(self, first: str, vocabulary: Vocabulary) -> None:
        self.pieces = [first]
        self._vocabulary = vocabulary
        self._text: str | None = None

    def add(self, piece: str) -> None:
        self.pieces.append(piece)
        self._text = None

    @property
    def length(self) -> int:
        return sum(map(len, self.pieces))

    @property
    def text(self) -> str:
        """The lines joined, torn words mended; a single line too long for a title as it is."""
        if self._text is None:
            is_long = len(self.pieces) == 1 and len(self.pieces[0]) > _LONGEST
            self._text = self.pieces[0] if is_long else self._mend(self.pieces)
        return self._text

    @property
    def last_words(self) -> str:
        """The last three words, mended."""
        words = self.pieces[-1].split()
        if len(words) <= _LAST_WORDS:
            words = join_lines(self.pieces[-2:], self._vocabulary, "ru").split()
        return self._mend([" ".join(words[-_LAST_WORDS:])])

    def _mend(self, pieces: Sequence[str]) -> str:
        joined = tidy_text(join_lines(pieces, self._vocabulary, "ru"))
        return mend_words(joined, self._vocabulary, known_words())


def _goes_on(lines: Sequence[Line], index: int, growing: _Growing) -> bool:
    """Whether the line at `index` still belongs to the title."""
    line, above = lines[index], lines[index - 1]
    if growing.length + len(line.text) > _LONGEST:
        return False
    if line.page != above.page or line.text.startswith("["):
        return False
    if growing.pieces[0].isupper() and not line.text.isupper():
        return False
    if above.is_bold and line.is_bold is not None and (not line.is_bold or not line.follows_gap):
        return line.is_bold
    if _CONTINUES.match(line.text):
        return True
    if _dangles(growing.pieces[-1]) and _dangles(growing.last_words):
        return True
    title = parse_title(growing.text)
    if title is None:
        is_below = is_signature(line) or _reads_as_body(line.text)
        return len(line.text) < 2 * _BODY_WIDTH and not is_below
    if _is_whole(title) or line.follows_gap:
        return False
    return len(line.text) < _BODY_WIDTH and not _reads_as_body(line.text)


def _dangles(text: str) -> bool:
    """Whether no title ends with the last word or sign of a text.

    >>> _dangles("addressed to the Secretary-General"), _dangles("addressed to the Secretary-")
    (False, True)
    """
    word = len(text)
    while word and text[word - 1].isalnum():
        word -= 1
    return text.endswith(_OPEN) or _DANGLING.match(text, word) is not None


def _is_whole(title: LetterTitle) -> bool:
    """Whether the slot that ends the title is plainly at its end."""
    if title.language == "en":
        return not title.unknown_addressees and all(name in KNOWN for name in title.addressees)
    if title.language in ("ru", "zh"):
        return not _has_unknown(title) and all(name in KNOWN for name in title.addressees)
    names_body = all(sender.iso3 is None for sender in title.senders) and not _has_unknown(title)
    return names_body or ends_with_un(title.language, title.text)


def _has_unknown(title: LetterTitle) -> bool:
    return bool(title.unknown_parties or title.unknown_addressees)


def _reads_as_body(text: str) -> bool:
    """Whether a line is one of the text: a title does not end with a full stop.

    >>> _reads_as_body("I have the honour to send"), _reads_as_body("to the United Nations")
    (True, False)
    """
    return text.endswith(".") or _OPENING.match(text) is not None


def _match_form(form: LetterForm, text: str) -> re.Match[str] | None:
    return next((match for pattern in form.whole if (match := pattern.match(text))), None)


def _fill_slots(text: str, form: LetterForm, match: re.Match[str]) -> LetterTitle:
    days = match.group("dates")
    found = find_dates(days)
    dates = tuple([value for _, _, value in found])
    is_one_day = [(start, end) for start, end, _ in found] == [(0, len(days))]
    on = dates[0] if dates else None
    sender, addressee = match.group("sender"), match.group("addressee")
    if form.language == "en":
        sent, addressed = parse_senders(sender, on), read_addressees(addressee)
    else:
        sent, addressed = read_foreign_slots(form.language, sender, addressee, on)
    return LetterTitle(
        text, form.document_type, form.language, dates, not is_one_day and has_shared_year(days),
        sent.senders, addressed.names, sent.unknown, addressed.unknown, addressee,
    )  # fmt: skip
