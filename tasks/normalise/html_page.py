"""A press page's HTML to its title, text and the dates it prints about itself."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from tasks.normalise.press.interface import drop_interface
from tasks.normalise.press.meta import read_meta_dates
from tasks.normalise.press.variants import read_alternates, read_canonical
from tasks.records import Alternate, Finding
from tasks.sources.declaration import PageSelectors
from tasks.sources.decoding import decode_page, read_markup
from tasks.sources.marks import find_mark
from warehouse.errors import UnreadableDocumentError

# A form stays: some sites wrap the whole page in one.
_NEVER_TEXT = "script, style, noscript, template, nav, iframe, svg, button, select, textarea"
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|dd|div|dl|dt|fig(?:caption|ure)|footer|h[1-6]|header|hr|li"
    r"|main|ol|p|pre|section|table|td|th|tr|ul"
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page prints.

    `heading` is the first `h1`. `body` has its paragraphs apart by an empty line. `printed_date`
    is the text of the declared date element; `meta_dates` are the days in the page's
    machine-readable head, in order of trust.
    """

    title: str | None
    heading: str | None
    body: str
    printed_date: str | None
    canonical: str | None
    alternates: tuple[Alternate, ...]
    meta_dates: tuple[date, ...]
    markup: str
    findings: tuple[Finding, ...]


def read_page(
    html: bytes, selectors: PageSelectors | None, listed_title: str | None, url: str | None = None
) -> HtmlPage:
    """Read a page with its source's selectors; trafilatura finds the text where they miss.

    Raises:
        UnreadableDocumentError: a challenge or decoy page, or a page without text.
    """
    markup = decode_page(html)
    soup = read_markup(markup)
    meta_dates = read_meta_dates(soup)
    canonical, alternates = read_canonical(soup, url), read_alternates(soup, url)
    heading = _select_text(soup, "h1")
    title = _find_title(soup, selectors, listed_title)
    printed = _select_text(soup, selectors.date) if selectors else None
    body, findings = _find_body(soup, markup, selectors, title)
    mark = None if body and not findings else find_mark(html)
    if mark or not body:
        raise UnreadableDocumentError(f"no text on the page ({mark or 'no mark known'})")
    if "\ufffd" in body:
        findings = (*findings, Finding(code="damaged_bytes", message="U+FFFD", field="body"))
    return HtmlPage(
        title, heading, body, printed, canonical, alternates, meta_dates, markup, findings
    )


def find_canonical(html: bytes) -> str | None:
    """The address that a page says is its own."""
    soup = read_markup(decode_page(html))
    for selector, name in (("link[rel=canonical]", "href"), ('meta[property="og:url"]', "content")):
        tag = soup.select_one(selector)
        value = tag.get(name) if tag else None
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def read_block(tag: Tag) -> list[str]:
    """The lines of an element as a browser would break them: blocks and line breaks."""
    parts: list[str] = []
    _collect(tag, parts)
    lines = "".join(parts).split("\n")
    return [cleaned for line in lines if (cleaned := " ".join(line.split()))]


def _collect(tag: Tag, parts: list[str]) -> None:
    """Walk without recursion: a hostile page may nest its elements very deep."""
    stack: list[PageElement | str] = [tag]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            is_block = _BLOCKS.fullmatch(node.name) is not None
            if is_block or node.name == "br":
                parts.append("\n")
            if is_block:
                stack.append("\n")
            stack.extend(reversed(node.contents))
        elif isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                parts.append(re.sub(r"\s+", " ", node))
        else:
            parts.append(str(node))


def _find_title(
    soup: BeautifulSoup, selectors: PageSelectors | None, listed_title: str | None
) -> str | None:
    declared = _select_text(soup, selectors.title) if selectors else None
    if declared or listed_title:
        return declared or listed_title
    tag = soup.select_one('meta[property="og:title"]')
    shared = tag.get("content") if tag else None
    if isinstance(shared, str) and shared.strip():
        return " ".join(shared.split())
    return _select_text(soup, "h1") or _select_text(soup, "title")


def _find_body(
    soup: BeautifulSoup, markup: str, selectors: PageSelectors | None, title: str | None
) -> tuple[str, tuple[Finding, ...]]:
    """The declared element decides, even when it is empty; without it the text is searched for."""
    declared = _declared_lines(soup, selectors) if selectors else None
    if declared is not None:
        return "\n\n".join(drop_interface(declared, title)), ()
    generic = drop_interface(_generic_lines(markup), title)
    missed = Finding(code="selector_missed", message="text found without selectors", field="body")
    return "\n\n".join(generic), (missed,) if selectors and generic else ()


def _declared_lines(soup: BeautifulSoup, selectors: PageSelectors) -> list[str] | None:
    for tag in soup.select(", ".join((_NEVER_TEXT, *selectors.drop))):
        tag.extract()
    found = soup.select(selectors.body)
    if not found:
        return None
    whole = {id(tag) for tag in found}
    outer = [tag for tag in found if not any(id(parent) in whole for parent in tag.parents)]
    return [line for tag in outer for line in read_block(tag)]


def _generic_lines(markup: str) -> list[str]:
    import trafilatura

    # What it complains of is said by our own error, and not on somebody's terminal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text: str | None = trafilatura.extract(markup, include_comments=False, include_tables=True)
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _select_text(soup: BeautifulSoup, selector: str | None) -> str | None:
    tag = soup.select_one(selector) if selector else None
    return " ".join(tag.get_text(" ").split()) or None if tag else None
