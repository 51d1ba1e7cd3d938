"""Several statements on one page, cut apart where the source's declaration says how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bs4 import Tag

from tasks.records import Discovery
from tasks.sources.dates import read_date
from tasks.sources.declaration import Source
from tasks.sources.decoding import decode_page, read_markup

_HEADINGS = ("h1, h2, h3, h4, h5", "strong, b")
_MOST = 50
"""More on one page are no statements; the page is then read as a whole."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as a page of its own, with the heading and the day that it prints itself."""

    html: bytes
    title: str | None
    day: date | None

    def describe(self, listed: Discovery) -> Discovery:
        """What the listing says of the page, but for what the statement says of itself."""
        return listed.model_copy(
            update={
                "title": self.title or listed.title,
                "listed_date": None if self.day else listed.listed_date,
            }
        )


def split_statements(html: bytes, source: Source) -> tuple[Statement, ...]:
    """Cut a page into its statements; empty where it holds no more than one."""
    selectors = source.page
    if selectors is None or selectors.statement is None:
        return ()
    found = read_markup(decode_page(html)).select(selectors.statement)
    whole = {id(tag) for tag in found}
    outer = [tag for tag in found if not any(id(parent) in whole for parent in tag.parents)]
    if not 1 < len(outer) <= _MOST:
        return ()
    return tuple(_cut(tag, source, selectors.date) for tag in outer)


def _cut(tag: Tag, source: Source, date_selector: str | None) -> Statement:
    printed = tag.select_one(date_selector) if date_selector else None
    return Statement(
        html=f"<html><head><meta charset='utf-8'></head><body>{tag}</body></html>".encode(),
        title=_find_heading(tag),
        day=read_date(printed.get_text(" ", strip=True), source.dates) if printed else None,
    )


def _find_heading(tag: Tag) -> str | None:
    for selector in _HEADINGS:
        found = tag.select_one(selector)
        if found is not None and (words := " ".join(found.get_text(" ").split())):
            return words
    return None
