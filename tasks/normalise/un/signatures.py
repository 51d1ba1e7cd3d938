"""Signatures: `(Signed) Name` and the title lines below it; none, one or several.

Source: un-documents guide, section 7 (observed documents); words it does not show are the usual
ones of their language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.normalise.text import Line
from tasks.normalise.un.symbols import parse_symbol_line
from tasks.records import Signatory

SIGNED = re.compile(
    r"[(\[]\s*(?:[Ss]igned|SIGNED|Sd|Firmado|FIRMADO|Signé|SIGNÉ|Подпись|Подписал|Подписали|توقيع"
    r"|签名|签字)\s*[)\]]\s*:?\s*"
)
_TITLE_WORDS = re.compile(
    r"ambassador|embajador|ambassad|посол|permanent|representative|representante|représentant"
    r"|представител|charg|минист|minist|president|présiden|председател|chair|secretary|director"
    r"|head of|observer|general|general|deputy|his excellency|republic"
    r"|مندوب|الممثل|السفير|代表|大使|主席",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"[.;:]$|^\[|^(?:I|II|III|IV|V)\.\s|^\d+\.|^(?:Page|Summary|Annex|Enclosure|Appendix)\b"
)
_PLACE_AND_DATE = re.compile(r"(?:[^\W\d][^\d,]{2,30},\s+)?\d{1,2}\s+[^\W\d]+\s+\d{4}\.?")
_LONGEST_LINE = 90
_MOST_LINES = 6
_MOST_ABOVE = 4
_FRENCH_OFFICE = re.compile(r"(?:Le |La |Les |L[’'])[A-ZÀ-Ý]")
BRACKETS = "(["
"""The signs with which a signature begins."""

_FAR = 190.0
_INDENT = 35.0
_MOST_LOOSE = 4
_LONGEST_LOOSE = 60


def find_signatories(lines: Sequence[Line], signed: Sequence[int]) -> tuple[Signatory, ...]:
    """Read all signatures of a letter or annex, in printed order; `signed`: see `list_signed`.

    >>> find_signatories([Line("(Signed) Zhang Jun", 1), Line("President of the Council", 1)], [0])
    (Signatory(name='Zhang Jun', title_lines=('President of the Council',)),)
    """
    found: list[Signatory] = []
    for index in signed:
        parts = SIGNED.split(lines[index].text)
        if len(parts) < 2 or parts[0].strip():
            continue
        names = [part.strip() for part in parts[1:]]
        if len(names) == 1:
            signatory = _read_one(lines, index, names[0])
            found.extend([signatory] if signatory else [])
        else:
            found.extend(Signatory(name=_clean_name(name)) for name in names if name)
    return tuple(found)


def find_end(lines: Sequence[Line], signed: Sequence[int]) -> int:
    """Where a letter ends: after its first run of signatures; at its last line without any.

    Between two signatures only a few short lines may stand (torn title lines, places, dates).

    >>> lines = [Line("We thank.", 1), Line("(Signed) Ana Ejemplo", 1), Line("A report", 2)]
    >>> find_end(lines, list_signed(lines))
    2
    """
    end = None
    for index in signed:
        if end is not None and not _is_loose(lines[end:index]):
            break
        end = _block_end(lines, index)
    return len(lines) if end is None else end


def _is_loose(between: Sequence[Line]) -> bool:
    return len(between) <= _MOST_LOOSE and all(len(x.text) <= _LONGEST_LOOSE for x in between)


def _block_end(lines: Sequence[Line], index: int) -> int:
    """The line after a signature's block: its name, if torn off, and its title lines."""
    after = index + 1
    if SIGNED.fullmatch(lines[index].text) and after < len(lines):
        after += 1
    return after + count_title_lines(lines, after)


def list_signed(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines on which a signature begins.

    >>> list_signed([Line("(see annex)", 1), Line("(Firmado) Ana Ejemplo", 1)])
    [1]
    """
    bracketed = [index for index, line in enumerate(lines) if line.text[0] in BRACKETS]
    return [index for index in bracketed if SIGNED.match(lines[index].text)]


def is_signature(line: Line) -> bool:
    """Whether a signature begins on this line.

    >>> is_signature(Line("(Подпись) А. Пример", 1)), is_signature(Line("He signed it", 1))
    (True, False)
    """
    return line.text[0] in BRACKETS and SIGNED.match(line.text) is not None


def count_title_lines(lines: Sequence[Line], start: int) -> int:
    """How many lines from `start` on are title lines of the signature above them.

    >>> lines = [Line("(Signed) Ana Ejemplo", 1), Line("Ambassador", 1), Line("I. Lamps", 1)]
    >>> count_title_lines(lines, 1)
    1
    """
    count = 0
    while start + count < len(lines) and count < _MOST_LINES:
        line, above = lines[start + count], lines[start + count - 1]
        if not _is_title_line(line, above) or _is_at_margin(line, above, lines):
            break
        count += 1
    return count


def _read_one(lines: Sequence[Line], index: int, name: str) -> Signatory | None:
    """The name may be torn off: then it is the next line (seen in S/1998/320)."""
    after = index + 1
    if not name:
        if after >= len(lines) or not _may_be_name(lines[after].text):
            return None
        name, after = lines[after].text, after + 1
    count = count_title_lines(lines, after)
    titles = tuple(line.text for line in lines[after : after + count])
    if not titles and lines[index].text.lower().startswith("(signé"):
        titles = _read_titles_above(lines, index)
    return Signatory(name=_clean_name(name), title_lines=titles)


def _read_titles_above(lines: Sequence[Line], index: int) -> tuple[str, ...]:
    """French prints the office above the name: `Le Représentant permanent` / `(Signé) …`.

    >>> lines = [Line("L’Ambassadrice,", 1), Line("Représentante permanente", 1),
    ...          Line("(Signé) Ana Ejemplo", 1)]
    >>> _read_titles_above(lines, 2)
    ('L’Ambassadrice,', 'Représentante permanente')
    """
    for first in range(index - 1, max(index - _MOST_ABOVE, 0) - 1, -1):
        text = lines[first].text
        if (
            len(text) > _LONGEST_LOOSE
            or text.endswith((".", ";", ":"))
            or is_signature(lines[first])
        ):
            break
        if _FRENCH_OFFICE.match(text) and _TITLE_WORDS.search(text):
            return tuple(line.text for line in lines[first:index])
    return ()


def _clean_name(name: str) -> str:
    """A name without the marks that point at a note.

    >>> _clean_name("Ana Ejemplo,*")
    'Ana Ejemplo'
    """
    return name.strip(" ,*_")


def _may_be_name(text: str) -> bool:
    """Whether a line below a bare `(Signed)` can be the name; a sentence cannot.

    >>> _may_be_name("Ana Ejemplo"), _may_be_name("It was signed in May.")
    (True, False)
    """
    return (len(text) < 70 and not text.endswith((".", ":", ";"))) or text.endswith(("Jr.", "Sr."))


def _is_title_line(line: Line, above: Line) -> bool:
    """Whether a line can be a title line of the signature above it.

    >>> signed = Line("(Signed) Ana Ejemplo", 1)
    >>> [_is_title_line(Line(text, 1), signed) for text in ("Ambassador", "Lima, 3 May 2021")]
    [True, False]
    """
    if line.page != above.page or is_signature(line) or len(line.text) > _LONGEST_LINE:
        return False
    if parse_symbol_line(line.text) or _PLACE_AND_DATE.fullmatch(line.text):
        return False
    if _NO_TITLE.search(line.text) and not line.text.endswith("a.i."):
        return False
    return not line.follows_gap or _follows_tight(line, above)


def _is_at_margin(line: Line, above: Line, lines: Sequence[Line]) -> bool:
    """Whether the line falls back to the text's left margin, far from the signature above."""
    if line.x0 is None or above.x0 is None or line.x0 >= above.x0 - _FAR:
        return False
    return line.x0 < min(other.x0 for other in lines if other.x0 is not None) + _INDENT


def _follows_tight(line: Line, above: Line) -> bool:
    """A gap inside a signature: only where the words are plainly those of an office.

    >>> signed = Line("(Signed) Ana Ejemplo", 1)
    >>> _follows_tight(Line("Ambassador", 1), signed), _follows_tight(Line("Lamps", 1), signed)
    (True, False)
    """
    return is_signature(above) and _TITLE_WORDS.search(line.text) is not None
