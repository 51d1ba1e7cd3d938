"""The foot of a page: job line, release date, barcode, page number, each by its form.

Source: un-documents guide, section 5 (observed documents).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tasks.normalise.text import Line

_NUMBERED = r"(?:(?:GE|V|Na)\.\s?)?\d{2}-\d{5}"
"""New York's job numbers are bare; those of Geneva, Vienna and Nairobi begin with the place."""

_JOB = re.compile(
    rf"(?P<job>{_NUMBERED})(?P<star>\*?)"
    r"(?:\s+\d{4}[a-z])?(?:\s*\((?P<language>[A-Z])\)(?P<star2>\*?))?(?P<dates>(?:\s+\d{6})*)\s*\*?(?:\s*/\.\.\.)?"
)
_JOB_REVERSED = re.compile(r"(?:\d{6}\s+)+(?P<job>\d{2}-\d{5})(?P<star>\*?)\s*(?:\([A-Z]\))?")
_JOB_AND_PAGE = re.compile(rf"{_NUMBERED}\*?\s*\d{{1,3}}(?:/\d{{1,3}})?")
_PAGE_AND_JOB = re.compile(rf"\d{{1,3}}(?:/\d{{1,3}})?\s+(?P<job>{_NUMBERED})\*?")
_PAGE = re.compile(r"\d{1,3}/\d{1,4}")
_RELEASE = re.compile(r"(?:[0-3]\d[01]\d{3}\*?\s*)+")
_BARCODE = re.compile(r"\*\s*(?:\d\s*){7}[A-Z]?\s*\*")
_END = re.compile(r"(?:/\.\.\.|/…|-{3,}|[-–—]{2,}|\* \* \*|\*)")
_FORMS = (_JOB, _JOB_REVERSED, _JOB_AND_PAGE, _PAGE_AND_JOB, _PAGE, _BARCODE, _END, _RELEASE)
_FOOT = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in _FORMS))
"""All forms at once, for lines of which only the kind is asked."""

FOOT_STARTS = frozenset("0123456789*/-–—GVN")
"""The signs with which a line of the foot can begin."""

_LONGEST = 60


class Job(NamedTuple):
    """The job number, whether a star marks a reissue, and the line where it stands."""

    number: str | None
    is_reissued: bool
    line: Line | None


def is_foot_line(text: str) -> bool:
    """Whether a line has a form that only the foot of a page has.

    >>> is_foot_line("21-01265 (E) 020221"), is_foot_line("2/16 22-00695"), is_foot_line("2021")
    (True, True, False)
    """
    if text[0] not in FOOT_STARTS or len(text) > _LONGEST:
        return False
    return _FOOT.fullmatch(text) is not None


def is_end_or_barcode(text: str) -> bool:
    """Whether a line is a barcode's text or a sign that a page or the text ends.

    >>> is_end_or_barcode("*2101265*"), is_end_or_barcode("/..."), is_end_or_barcode("21-01265 (E)")
    (True, True, False)
    """
    return text[0] in FOOT_STARTS and bool(_END.fullmatch(text) or _BARCODE.fullmatch(text))


def find_job(lines: Iterable[Line]) -> Job:
    """Read the first job line among the lines of the pages' feet.

    >>> find_job([Line("3", 1), Line("21-01265* (E)", 1)]).number
    '21-01265'
    """
    for line in lines:
        match = _JOB.match(line.text) or _JOB_REVERSED.match(line.text)
        if match:
            star2 = match.groupdict().get("star2")
            return Job(match.group("job"), bool(match.group("star") or star2), line)
        match = _PAGE_AND_JOB.fullmatch(line.text)
        if match:
            return Job(match.group("job"), False, line)
    return Job(None, False, None)
