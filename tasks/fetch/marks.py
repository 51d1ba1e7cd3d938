"""Looking for the marks of pages that stand in the way: challenges, and decoys that answer 200."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tasks.sources.marks import (
    CERTAIN_CHALLENGES,
    CHALLENGE_HEADERS,
    DECOYS,
    LIKELY_CHALLENGES,
)
from warehouse.vocabulary import Reason

_CERTAIN = tuple((Reason.CHALLENGE_PAGE, mark) for mark in CERTAIN_CHALLENGES)
_UNCERTAIN = (
    *((Reason.CHALLENGE_PAGE, mark) for mark in LIKELY_CHALLENGES),
    *((Reason.DECOY_PAGE, mark) for mark in DECOYS),
)
_HEAD_BYTES = 65_536
_STUB_BYTES = 20_000
_STUB_TEXT_BYTES = 400
_TITLE = re.compile(rb"<title[^<>]*>([^<]{1,300})")


def find_obstacle(headers: Mapping[str, str], body: bytes) -> tuple[Reason, str] | None:
    """Recognise a challenge or decoy page; gives the reason and the mark that was seen.

    Marks that may also stand in an ordinary text count only where the page's title begins with
    them, or on a page with hardly any text: a release that speaks of technical difficulties is
    not a decoy.
    """
    if certain := find_challenge(headers, body):
        return certain
    page = body[:_HEAD_BYTES].lower()
    return _find_titled_mark(page) or (_find_weak_mark(page) if len(body) <= _STUB_BYTES else None)


def find_challenge(headers: Mapping[str, str], body: bytes) -> tuple[Reason, str] | None:
    """Recognise a challenge by marks that stand nowhere else."""
    for name, value in CHALLENGE_HEADERS.items():
        if value in headers.get(name, "").lower():
            return Reason.CHALLENGE_PAGE, f"header {name}: {value}"
    return _find_first(body[:_HEAD_BYTES].lower(), _CERTAIN)


def _find_titled_mark(page: bytes) -> tuple[Reason, str] | None:
    """A decoy may bring the whole frame of its site along, with all the words of its menus."""
    found = _TITLE.search(page)
    return _find_first(b" ".join(found[1].split()), _UNCERTAIN, at_start=True) if found else None


def _find_weak_mark(page: bytes) -> tuple[Reason, str] | None:
    if len(_visible_text(page)) > _STUB_TEXT_BYTES:
        return None
    return _find_first(page, _UNCERTAIN)


def _find_first(
    text: bytes, marks: Iterable[tuple[Reason, bytes]], *, at_start: bool = False
) -> tuple[Reason, str] | None:
    for reason, mark in marks:
        if text.startswith(mark) if at_start else mark in text:
            return reason, f"{reason.replace('_', ' ')} (“{mark.decode('ascii')}”)"
    return None


def _visible_text(page: bytes) -> bytes:
    without_code = re.sub(rb"<(script|style)\b.*?</\1\s*>", b" ", page, flags=re.DOTALL)
    return b" ".join(re.sub(rb"<[^<>]*>", b" ", without_code).split())
