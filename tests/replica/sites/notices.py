"""What the sites publish, as their modules need it: numbered, dated, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from tests.replica.calendar import days_before

_FILE = Path(__file__).with_name("notices.yml")


@dataclass(frozen=True, slots=True)
class Notice:
    """One item of a site; `issued_in` is the round with which it appears, 0 the beginning."""

    number: int
    day: date
    title: str
    text: str
    issued_in: int = 0

    @property
    def slug(self) -> str:
        """The title as addresses have it."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


def make_notices(today: date) -> dict[str, tuple[Notice, ...]]:
    """Return every site's items by source, newest first; later rounds have higher numbers."""
    return {source_id: _make(entry, today) for source_id, entry in _read().items()}


def write_frame(title: str, content: str, language: str = "en") -> str:
    """Return a page with a menu around its content."""
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>"
        f'<nav><a href="/{language}/">Home</a><a href="/{language}/contact">Contact</a></nav>'
        f"{content}<footer><p>Terms of use</p></footer></body></html>"
    )


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    entries: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return entries


def _make(entry: dict[str, Any], today: date) -> tuple[Notice, ...]:
    """The oldest of those shown has the lowest number."""
    shown, first = entry["shown"], entry["first_number"]
    notices = [
        Notice(first + len(shown) - place, days_before(today, days), title, text)
        for place, (days, title, text) in enumerate(shown)
    ]
    later = [
        Notice(first + len(shown) + place, days_before(today, days), title, text, place)
        for place, (days, title, text) in enumerate(entry["later"], 1)
    ]
    return tuple(sorted([*notices, *later], key=lambda one: (one.day, one.number), reverse=True))
