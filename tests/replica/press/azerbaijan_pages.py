"""Pages in the layout of mfa.gov.az as described for 2025, written fresh."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.replica.calendar import long_date
from tests.replica.press.spec import Language, Release

SITE = "https://www.mfa.gov.az"


def write_listing(releases: Sequence[Release], language: Language, page: int, pages: int) -> str:
    """Return a listing page: the second `div.section_content` holds the items."""
    return _frame(
        "News",
        language,
        '<div class="section_content"><p class="section_title">Photo of the day</p>'
        f'<a href="{SITE}/{language}/gallery/1">Gallery</a></div>'
        '<section class="section_newsIn"><div class="section_content">'
        + "".join(_item(release, language) for release in releases)
        + f"</div>{_pager(language, page, pages)}</section>",
    )


def write_statements(releases: Sequence[Release], language: Language) -> str:
    """Return the archive page of a category."""
    return _frame(
        "Statements",
        language,
        '<div class="section_content"><p>Categories</p></div><div class="section_content">'
        + "".join(_item(release, language, "section_archive") for release in releases)
        + "</div>",
    )


def write_page(release: Release) -> str:
    """Return a release's page; the date stands in the listing and in the text, not apart."""
    label = f"No:{release.printed_number}, " if release.printed_number else ""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in release.paragraphs)
    body = paragraphs if release.has_body else ""
    return _frame(
        release.title,
        release.listed_in[0],
        '<div class="section_content"><div class="section_articleInner">'
        '<div class="section_articleInner_head"><button>A+</button><button>A-</button>'
        f"<h1>{escape(label + release.title)}</h1></div>"
        '<div class="section_articleInner_body"><div class="section_articleInner_body_content">'
        f'<div class="section_articleInner_body_content--description">{body}</div>'
        '</div></div><div class="section_share">Share Print the page</div></div></div>'
        f'<div class="section_content"><p>Other news</p><a href="{SITE}/en/news">All</a></div>',
    )


def _item(release: Release, language: Language, prefix: str = "section_newsIn") -> str:
    return (
        f'<a class="{prefix}_item" href="{SITE}{release.path}">'
        f'<div class="{prefix}_item_content">'
        f'<div class="{prefix}_item_content_information"><span>{escape(release.category)}</span>'
        f"<span>{long_date(release.day, language)}</span></div>"
        f'<div class="{prefix}_item_content--header">{escape(release.title)}</div>'
        "</div></a>\n"
    )


def _pager(language: Language, page: int, pages: int) -> str:
    links = (
        f'<a href="{SITE}/{language}/news?page={number}">{number}</a>'
        for number in range(1, pages + 1)
        if number != page
    )
    return f'<div class="section_pagination">{"".join(links)}</div>'


def _frame(title: str, language: str, content: str) -> str:
    others = "".join(f'<a href="{SITE}/{one}/news">{one.upper()}</a>' for one in ("az", "en", "ru"))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)} | Ministry of Foreign Affairs</title></head><body>"
        f'<header><div class="header_languages">{others}</div>'
        "<form><input placeholder='Search in archive'><button>Search in archive</button></form>"
        f"</header><main>{content}</main>"
        "<footer><p>All rights reserved. Subscribe to our newsletter.</p></footer></body></html>"
    )
