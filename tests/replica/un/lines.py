"""Set lines on a page: styled pieces of text at a position, and how words are broken into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from tests.replica.un.fonts import measure_text
from tests.replica.un.geometry import BODY_SIZE, CHARACTER_SPACE
from tests.replica.un.inline import split_runs

Zone = Literal["symbol", "nations", "organ", "distr", "block", "text", "note", "job", "barcode"]
RunningZone = Literal["head", "foot"]

ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
_TOKEN = re.compile(r"\s+|\S+")
_HYPHEN = re.compile(r"(?<=[a-zа-я]-)(?=[A-Za-zА-я])")
_HAN = re.compile(r"(?<=[\u3000-\u9fff])(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one font; `rise` lifts it above the baseline (superscript)."""

    text: str
    font: str = ROMAN
    size: float = BODY_SIZE
    rise: float = 0.0

    @property
    def width(self) -> float:
        """Its natural width in points, character space included."""
        return _width(self.text, self.font, self.size) + CHARACTER_SPACE * len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of pieces; `y` is the baseline from the top, `word_space` fills a justified line."""

    pieces: tuple[Piece, ...]
    x: float = 0.0
    y: float = 0.0
    zone: Zone | RunningZone = "text"
    word_space: float = 0.0

    @property
    def width(self) -> float:
        """Its natural width in points."""
        return sum(piece.width for piece in self.pieces)

    @property
    def text(self) -> str:
        """What one reads."""
        return "".join(piece.text for piece in self.pieces)

    def at(self, y: float) -> Line:
        """The same line at another height."""
        return replace(self, y=y)


def right_aligned(
    pieces: tuple[Piece, ...], edge: float, y: float, zone: Zone | RunningZone
) -> Line:
    """Return a line that ends at `edge`."""
    line = Line(pieces, 0, y, zone)
    return replace(line, x=edge - line.width)


def style_text(text: str, size: float = BODY_SIZE, font: str = ROMAN) -> tuple[Piece, ...]:
    """Return the pieces of a text with inline markup."""
    fonts = {"": font, "i": ITALIC, "b": BOLD, "sup": font}
    return tuple(
        Piece(run, fonts[style], 6.5 if style == "sup" else size, 3.5 if style == "sup" else 0.0)
        for run, style in split_runs(text)
    )


def break_lines(
    pieces: Sequence[Piece], x: float, width: float, *, first_x: float | None = None, justify: bool
) -> list[Line]:
    """Break pieces into lines of `width` from `x`; the first line may begin further right.

    Lines end in a space, as in the real files; only justified text breaks at a hyphen.
    """
    first = x if first_x is None else first_x
    lines: list[list[Piece]] = [[]]
    room = width - (first - x)
    for word in _words(pieces, breaks_hyphens=justify):
        needed = sum(piece.width for piece in word) - _trailing(word)
        if lines[-1] and needed > room:
            lines.append([])
            room = width
        lines[-1].extend(word)
        room -= sum(piece.width for piece in word)
    starts = [first] + [x] * (len(lines) - 1)
    set_lines = [Line(_join(line), start) for line, start in zip(lines, starts, strict=True)]
    if not justify:
        return set_lines
    return [*(_justify(line, x + width) for line in set_lines[:-1]), set_lines[-1]]


def _justify(line: Line, edge: float) -> Line:
    text = line.text.rstrip()
    gaps = text.count(" ")
    slack = edge - line.x - line.width + _trailing(line.pieces)
    if not gaps or slack / gaps > 6:
        return line
    return replace(line, word_space=max(slack / gaps, 0.0))


def _words(pieces: Iterable[Piece], *, breaks_hyphens: bool) -> list[list[Piece]]:
    """Split pieces into words; a word may change its font within."""
    words: list[list[Piece]] = []
    is_open = False
    for piece in pieces:
        for token in _TOKEN.findall(piece.text):
            if token.isspace() and words:
                words[-1].append(replace(piece, text=token))
                is_open = False
                continue
            for part in _split_token(token, breaks_hyphens=breaks_hyphens):
                if not is_open:
                    words.append([])
                words[-1].append(replace(piece, text=part))
                is_open = False
            is_open = True
    return words


def _split_token(token: str, *, breaks_hyphens: bool) -> list[str]:
    """Chinese may be broken after any sign."""
    parts = _HYPHEN.split(token) if breaks_hyphens else [token]
    return [sign for part in parts for sign in _HAN.split(part)]


def _join(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Put neighbours of one font together again."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and replace(joined[-1], text="") == replace(piece, text=""):
            joined[-1] = replace(piece, text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def _trailing(pieces: Sequence[Piece]) -> float:
    last = pieces[-1]
    kept = last.text.rstrip()
    return last.width - replace(last, text=kept).width


@lru_cache(maxsize=4096)
def _width(text: str, font: str, size: float) -> float:
    return measure_text(text, font, size)
