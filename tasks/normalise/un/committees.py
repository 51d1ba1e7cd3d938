"""Chairs of the Security Council's committees in titles that are not English.

A committee is named by the numbers of its resolutions; what it concerns is looked up, never
translated word by word.

Source: un-documents guide, section 6, the Chair of a committee as sender (observed documents).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from tasks.normalise.un.parties import Party

_COMMITTEE = "Security Council Committee"
_RESOLUTION = re.compile(r"(\d{3,4}) ?[(（](\d{4})[)）]")
_CONCERNS = re.compile(
    r"concern|relativ|sobre|referente|по вопрос|касающ|в связи|о положен|в отношении|по сан"
    r"|بشان|المتعلق"
    r"|关于|有关"
)
_LAST_CHAIRMAN = 2010


def name_chair(office: str, on: date | None) -> str:
    """`Chair` as the United Nations wrote it on that day: `Chairman` until about 2010.

    >>> name_chair("Chair of the Committee", date(2004, 5, 3))
    'Chairman of the Committee'
    """
    if on is None or on.year > _LAST_CHAIRMAN:
        return office
    return office.replace("Chair of", "Chairman of", 1)


def read_committee(words: str) -> Party | None:
    """The committee whose resolutions these words name; None where it is not known.

    >>> read_committee("cree par la resolution 1540 (2004)").name
    'Security Council Committee established pursuant to resolution 1540 (2004)'
    >>> read_committee("cree par la resolution 9999 (2004) concernant le sel") is None
    True
    """
    found = _RESOLUTION.findall(words)
    known = _table().get(",".join(number for number, _ in found))
    if known is None and len(found) == 1 and not _CONCERNS.search(words):
        known = f"established pursuant to resolution {found[0][0]} ({found[0][1]})"
    return Party(f"{_COMMITTEE} {known}", None) if known else None


@cache
def _table() -> dict[str, str]:
    path = Path(__file__).parent / "committees.yml"
    table: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table
