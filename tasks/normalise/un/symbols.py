"""Document symbols: a small grammar that reads them in any text and writes them back.

Source: un-documents guide, sections 1 and 4 (observed documents).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_HEADS = 16
"""The running heads of one document, which every page repeats, are read once."""

_BODIES = "A|S|E|T|ST|DP|TD|UNEP|ECE|HSP|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED|SPLOS|ISBA|NPT|JIU|CD"
_LONGEST_BODY = max(map(len, _BODIES.split("|")))
_SERIES = "RES|DEC|PRST|HRC|NGO|INF|BUR|AGENDA|Agenda|SGB|UPR|PET|GOV|AI|IC|PV|G|P"
_SEGMENT = (
    r"(?:ES-\d{1,3}|S-\d{1,3}|\(\d{2}\)|\d{1,6}(?:\s?\((?:[IVXL]+|OR)\))?"
    r"|[A-Z][A-Za-z]{0,7}\.\d{1,6}(?:\(OR\))?"
    rf"|(?:{_SERIES})\b|Summary\b|Excerpt\b)"
)
_CORE = rf"(?:{_BODIES})(?:/{_SEGMENT})+"
_YEAR = r"(?:\s?\((?P<year>\d{4})\))?"
_RESUMED = r"(?:\s?\(Resumption\s?(?P<resumption>\d)\))?"

_FIND = re.compile(rf"(?<![\w/.])(?P<core>{_CORE}){_YEAR}{_RESUMED}")
_GLUED = re.compile(rf"(?P<core>{_CORE}){_YEAR}{_RESUMED}")
_WHOLE = re.compile(rf"(?P<core>{_CORE}){_YEAR}{_RESUMED}\Z")
_SUFFIX = re.compile(r"(?:Add|Corr|Rev|Amend)\.\d+\Z|Summary\Z|Excerpt\Z")
_SUFFIX_NAME = re.compile(r"(?:Add|Corr|Rev)\.\d+")
_AND_SUFFIXES = re.compile(r"(?:(?:,| and|, and) (?:Add|Corr|Rev)\.\d+(?![\d-]))+(?!–)")
_SPLIT_SLASH = re.compile(r"(?<=[A-Z0-9])(?:/ +| +/)(?=[A-Z0-9])")
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"\s*[-–—−]?\s*")

ORGANS = {
    "A": "General Assembly",
    "S": "Security Council",
    "E": "Economic and Social Council",
    "T": "Trusteeship Council",
}


class Symbol(NamedTuple):
    """A document symbol.

    `parts` are the segments between slashes, suffixes included; `year` is the year that
    follows a resolution of the Council, `resumption` the number of a resumed meeting.

    >>> str(Symbol.parse("S/2024/10/Rev.1/Add.36")), Symbol.parse("S/RES/2728 (2024)").year
    ('S/2024/10/Rev.1/Add.36', 2024)
    """

    parts: tuple[str, ...]
    year: int | None = None
    resumption: int | None = None

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """Read one symbol and nothing else.

        Raises:
            ValueError: the text is not one symbol.

        >>> Symbol.parse("A/ES-10/L.31/Rev.1").parts
        ('A', 'ES-10', 'L.31', 'Rev.1')
        """
        match = _WHOLE.match(text.strip())
        symbol = _from_match(match) if match else None
        if symbol is None:
            raise ValueError(f"not a document symbol: {text[:60]!r}")
        return symbol

    def __str__(self) -> str:
        year = f" ({self.year})" if self.year is not None else ""
        resumption = f" (Resumption {self.resumption})" if self.resumption is not None else ""
        return "/".join(self.parts) + year + resumption

    @property
    def organ(self) -> str | None:
        """The principal organ whose document it is; None for other bodies.

        >>> Symbol.parse("S/2021/7").organ, Symbol.parse("ST/AI/189").organ
        ('Security Council', None)
        """
        return ORGANS.get(self.parts[0])

    @property
    def base(self) -> Symbol:
        """The symbol without `/Add.`, `/Corr.`, `/Rev.` and their like.

        >>> str(Symbol.parse("S/2024/10/Rev.1/Add.36").base)
        'S/2024/10'
        """
        parts = self.parts
        while len(parts) > 2 and _SUFFIX.match(parts[-1]):
            parts = parts[:-1]
        return Symbol(parts)

    @property
    def is_corrigendum(self) -> bool:
        """Whether it names a corrigendum.

        >>> Symbol.parse("A/43/26/Add.1/Corr.1").is_corrigendum
        True
        """
        return self.parts[-1].startswith("Corr.")


class SymbolLine(NamedTuple):
    """Symbols that fill a line, and whether an asterisk marks a reissue."""

    symbols: tuple[Symbol, ...]
    is_reissued: bool


def find_symbols(text: str) -> list[tuple[int, int, Symbol]]:
    """Find all symbols in running text, joint ones split: start, end, symbol.

    >>> [str(s) for _, _, s in find_symbols("see A/76/328-S/2021/759 and S/PV.9344.")]
    ['A/76/328', 'S/2021/759', 'S/PV.9344']
    """
    found: list[tuple[int, int, Symbol]] = []
    end = 0
    while match := _search(text, end):
        for start, end, symbol in _chain(text, match):
            if symbol is not None:
                found.append((start, end, symbol))
        if found and found[-1][1] == end:
            found.extend(_read_suffixes(text, end, found[-1][2]))
    return found


def _search(text: str, start: int) -> re.Match[str] | None:
    """The next symbol; it cannot begin further than a body's name before the next slash."""
    slash = text.find("/", start)
    return None if slash < 0 else _FIND.search(text, max(start, slash - _LONGEST_BODY))


def _read_suffixes(text: str, end: int, symbol: Symbol) -> list[tuple[int, int, Symbol]]:
    """`S/2017/1 and Corr.1` cites the corrigendum too (form of the Editorial Manual).

    >>> _, _, more = _read_suffixes(" and Corr.1", 0, Symbol.parse("S/2017/1"))[0]
    >>> str(more)
    'S/2017/1/Corr.1'
    """
    match = _AND_SUFFIXES.match(text, end)
    if match is None:
        return []
    names = _SUFFIX_NAME.findall(match.group(0))
    base = symbol.base
    return [(match.start(), match.end(), Symbol((*base.parts, name))) for name in names]


@lru_cache(maxsize=_HEADS)
def parse_symbol_line(text: str) -> SymbolLine | None:
    """Read a line that holds only symbols: `A/76/667–S/2022/64`, `S/2021/211*`.

    >>> parse_symbol_line("A/70/900S/2016/474*").is_reissued
    True
    >>> parse_symbol_line("see S/2021/211") is None
    True
    """
    if "/" not in text:
        return None
    symbols: list[Symbol] = []
    rest, stars = text.strip(), 0
    while rest:
        match = _GLUED.match(rest)
        symbol = _from_match(match) if match else None
        if match is None or symbol is None:
            return None
        symbols.append(symbol)
        rest = rest[match.end() :]
        bare = rest.lstrip("* ")
        stars += rest[: len(rest) - len(bare)].count("*")
        rest = bare[_joint_length(bare) :]
    return SymbolLine(tuple(symbols), stars > 0) if symbols else None


def close_symbols(text: str) -> str:
    """Undo a space that a line break or an extractor left beside a slash of a symbol.

    >>> close_symbols("(S/2020/ 1104, annex)")
    '(S/2020/1104, annex)'
    """
    if "/ " not in text and " /" not in text:
        return text
    return _SPLIT_SLASH.sub("/", text)


def _chain(text: str, match: re.Match[str]) -> list[tuple[int, int, Symbol | None]]:
    """A match and the symbols glued or joined to it by a dash."""
    chain: list[tuple[int, int, Symbol | None]] = []
    current: re.Match[str] | None = match
    while current is not None:
        chain.append((current.start(), current.end(), _from_match(current)))
        current = _GLUED.match(text, current.end() + _joint_length(text, current.end()))
    return chain


def _joint_length(text: str, start: int = 0) -> int:
    """The length of the dash or space that joins two symbols; spaces alone join none.

    >>> _joint_length("–S/2022/64"), _joint_length(" – S/2022/64"), _joint_length(" S/2022/64")
    (1, 3, 0)
    """
    match = _JOINT.match(text, start)
    length = match.end() - start if match else 0
    return length if text[start : start + length].strip() or not length else 0


def _from_match(match: re.Match[str]) -> Symbol | None:
    parts = tuple("".join(match.group("core").split()).split("/"))
    is_numbered = _DIGIT.search("/".join(parts[1:])) is not None
    if not is_numbered or (len(parts) == 2 and _DIGIT.fullmatch(parts[1])):
        return None
    year, resumption = match.group("year"), match.group("resumption")
    if year is not None and "RES" not in parts:
        return None if match.re is _WHOLE else _without_year(parts)
    return Symbol(parts, int(year) if year else None, int(resumption) if resumption else None)


def _without_year(parts: tuple[str, ...]) -> Symbol:
    return Symbol(parts)
