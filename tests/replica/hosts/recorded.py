"""A site that only its recorded page describes: that page, and a plain one for each of its items.

So a source that is newly declared can be run against the replica before anybody has written its
site there. Its days are those of the recorded page.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from tests.replica.answers import Answer, Asked, not_found

if TYPE_CHECKING:
    from tasks.records import Discovery
    from tasks.sources.declaration import Source

FOLDER = Path(__file__).resolve().parents[2] / "sources" / "recorded"
_TYPES = {".json": "application/json", ".xml": "application/xml", ".html": "text/html"}
_TEXT = (
    "The postal services of the two countries agreed on Tuesday to share their sorting offices.",
    "The agreement covers letters and small parcels; it takes effect in the spring of next year.",
)


def answer_recorded(asked: Asked) -> Answer:
    """Answer for a host of a declared source that has no site here; else 404."""
    address = f"https://{asked.host}{asked.path}"
    full = f"{address}?{asked.raw_query}" if asked.raw_query else address
    for source, page in _list_recorded(asked.host):
        if full in (template_page(source, one) for one in source.urls):
            return Answer(200, page.read_bytes(), _TYPES[page.suffix])
        for item in _read_items(source, page):
            if full == item.url:
                return Answer(200, _write_item(item).encode())
    return not_found()


def template_page(source: Source, template: str) -> str:
    """The address of a listing's first page."""
    return source.list_pages(template)[0]


def _list_recorded(host: str) -> Iterator[tuple[Source, Path]]:
    from tasks.sources.registry import load_all_sources

    for source in load_all_sources():
        pages = list((FOLDER / source.id).glob("good.*"))
        if pages and any(f"//{host}/" in one for one in source.urls):
            yield source, pages[0]


def _read_items(source: Source, page: Path) -> tuple[Discovery, ...]:
    from tasks.sources.registry import listing_parser

    url = template_page(source, source.urls[0])
    return listing_parser(source)(page.read_bytes(), url, source)


def _write_item(item: Discovery) -> str:
    title = escape(item.title or "Postal services")
    text = "".join(f"<p>{one}</p>" for one in _TEXT)
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><main><h1>{title}</h1><article>{text}</article></main></body></html>"
    )
