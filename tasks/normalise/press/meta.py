"""The dates of publication in a page's machine-readable head: JSON-LD, then meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import cast

from bs4 import BeautifulSoup

_ISO_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_ELEMENTS = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('time[itemprop="datePublished"]', "datetime"),
    ('meta[name="date" i]', "content"),
    ('meta[name="dc.date" i]', "content"),
    ('meta[name="pubdate" i]', "content"),
)
_LONGEST = 200_000
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def read_meta_dates(soup: BeautifulSoup) -> tuple[date, ...]:
    """Days of publication, most trusted first, each once; what is no ISO date is passed over."""
    found = map(_read_day, (*_read_json_ld(soup), *_read_elements(soup)))
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _read_day(text: str) -> date | None:
    match = _ISO_DAY.match(text.strip())
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def _read_elements(soup: BeautifulSoup) -> Iterator[str]:
    for selector, name in _ELEMENTS:
        for tag in soup.select(selector):
            value = tag.get(name)
            if isinstance(value, str):
                yield value


def _read_json_ld(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.select('script[type="application/ld+json"]'):
        text = tag.get_text()
        if len(text) > _LONGEST:
            continue
        try:
            yield from _published(cast(Json, json.loads(text)))
        except (ValueError, RecursionError):
            # Broken JSON in the head of a page says nothing; the page's text is read all the same.
            continue


def _published(node: Json) -> Iterator[str]:
    """The page's own `datePublished`: at the top, in a list, or in `@graph`; not deeper."""
    if isinstance(node, list):
        for child in node:
            yield from _published(child)
    elif isinstance(node, dict):
        value = node.get("datePublished")
        if isinstance(value, str):
            yield value
        yield from _published(node.get("@graph"))
