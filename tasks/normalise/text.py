"""The text of a document as lines with the layout facts that are known of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import partial
from typing import Literal, NamedTuple
from unicodedata import is_normalized

Origin = Literal["pdf", "docx", "text"]
Zone = Literal["head", "masthead", "body", "foot", "footnote"]

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_LIGATURE_SIGNS = tuple(map(chr, _LIGATURES))
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_ASCII = bytes(range(32, 127))
_PLAIN = re.compile(r"[¡-¬®-ÿĀ-žЀ-ЯЁа-џ‘’“”„–—…•€№]*")
"""Signs that are printable and composed, whatever stands beside them, if it is one of them."""

_SHORTEST_RULE = 5


class Line(NamedTuple):
    """One line as printed; a named tuple, as a document has thousands of them.

    `page` is 1-based. `x0`, `y0` are the top-left corner in points from the page's top-left,
    `size` the letter size in points; they and the two styles are None where the rendering
    does not say (flat text). `zone` is where the line stands, known from layout only.
    `follows_gap` says that white space separates it from the line above. `start` is where it
    begins in the extracted text (`ExtractedText.whole`).
    """

    text: str
    page: int
    x0: float | None = None
    y0: float | None = None
    size: float | None = None
    is_bold: bool | None = None
    is_italic: bool | None = None
    zone: Zone | None = None
    follows_gap: bool = False
    start: int = 0


new_line = partial(tuple.__new__, Line)
"""Makes a line of a tuple of all its fields, in a third of the time that `Line(…)` takes."""


class ExtractedText(NamedTuple):
    """A document's lines in reading order; empty lines are left out."""

    lines: tuple[Line, ...]
    pages: int
    origin: Origin

    @property
    def whole(self) -> str:
        """The extracted text: all lines, one below the other; spans are offsets into it."""
        return "\n".join(line.text for line in self.lines)


def number_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Set the `start` of each line.

    >>> [line.start for line in number_lines([Line("Annex", 1), Line("A list", 1)])]
    [0, 6]
    """
    numbered: list[Line] = []
    start = 0
    for line in lines:
        numbered.append(new_line((*line[:-1], start)))
        start += len(line.text) + 1
    return tuple(numbered)


def clean_lines(lines: Iterable[str]) -> list[str]:
    """Clean the lines of a page; as most pages are clean, they are looked at as a whole first.

    >>> clean_lines(["Letter dated 2 March ", "\ufb01ve"])
    ['Letter dated 2 March', 'five']
    """
    stripped = list(map(str.strip, lines))
    return stripped if _is_clean("".join(stripped)) else list(map(clean_line, stripped))


def clean_line(text: str) -> str:
    """Bring spaces to one form, compose accents, part ligatures, drop invisible marks.

    >>> clean_line("Letter\u00a0dated  2 March ")
    'Letter dated 2 March'
    """
    if _is_clean(text):
        return text.strip()
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text.translate(_LIGATURES))
        text = _INVISIBLE.sub("", composed)
    return _SPACES.sub(" ", _UNPRINTABLE.sub("", text)).strip()


def drop_ascii(text: str) -> str:
    """What of a text is not plain ASCII; it is little, so that it can be looked at closely.

    >>> drop_ascii("el señor")
    'ñ'
    """
    return (
        text.encode(errors="surrogatepass").translate(None, _ASCII).decode(errors="surrogatepass")
    )


def is_rule(text: str) -> bool:
    """Whether a line is the rule above footnotes.

    >>> is_rule("__________"), is_rule("____ (name)")
    (True, False)
    """
    return text[:1] == "_" and len(text) >= _SHORTEST_RULE and not text.strip("_")


def _is_clean(text: str) -> bool:
    """Whether there is nothing to do; what is not ASCII is picked out first, being little.

    >>> _is_clean("el señor"), _is_clean("el sen\u0303or"), _is_clean("two  spaces")
    (True, False, False)
    """
    if "  " in text:
        return False
    if _PLAIN.fullmatch(drop_ascii(text)):
        return True
    is_composed = text.isprintable() and is_normalized("NFC", text)
    return is_composed and not any(map(text.__contains__, _LIGATURE_SIGNS))
