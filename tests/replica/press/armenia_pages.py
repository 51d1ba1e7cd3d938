"""Pages in the layout of mfa.am as described for 2025, written fresh."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.replica.calendar import month_name
from tests.replica.press.spec import Language, Release

_PRINT = {
    "en": "Print the page",
    "ru": "Распечатать страницу",
    "hy": "Տպել էջը",
    "az": "Print the page",
}


def write_listing(releases: Sequence[Release], language: Language, page: int, pages: int) -> str:
    """Return a listing page: `div.news-list ul li`, links without host."""
    items = "".join(_item(release, language) for release in releases)
    return _frame(
        "News",
        language,
        f'<div class="news-list"><ul>{items}</ul></div>{_pager(language, page, pages)}',
    )


def write_page(release: Release) -> str:
    """Return a release's page: the body in `div.static-content p`."""
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in release.paragraphs)
    body = paragraphs if release.has_body else ""
    language = release.listed_in[0]
    return _frame(
        release.title,
        language,
        f'<div class="page-head"><h1>{escape(release.title)}</h1>'
        f'<div class="date italic">{_day(release, language)}</div></div>'
        f'<div class="static-content">{body}</div>'
        f'<a class="print-page" href="#">{_PRINT[language]}</a>'
        '<div class="share"><a href="#">Share</a></div>',
        "".join(
            f'<link rel="alternate" hreflang="{one}" href="{path}">'
            for one, path in release.alternates
        ),
    )


def _item(release: Release, language: Language) -> str:
    teaser = release.paragraphs[0][:120].rsplit(" ", 1)[0] + " …" if release.paragraphs else ""
    return (
        f'<li><div class="date italic">{_day(release, language)}</div>'
        f'<div><a href="{release.path}">{escape(release.title)}</a>'
        f'<p class="description">{escape(teaser)}</p></div></li>\n'
    )


def _day(release: Release, language: Language) -> str:
    """Return "08 April, 2026", with the month in the listing's language."""
    return f"{release.day:%d} {month_name(release.day, language)}, {release.day.year}"


def _pager(language: Language, page: int, pages: int) -> str:
    links = (
        f'<li><a href="/{language}/news?page={number}">{number}</a></li>'
        for number in range(1, pages + 1)
        if number != page
    )
    return f'<ul class="pagination">{"".join(links)}</ul>'


def _frame(title: str, language: str, content: str, head: str = "") -> str:
    others = "".join(f'<a href="/{one}/">{one}</a>' for one in ("hy", "en", "ru"))
    menu = "".join(
        f'<li><a href="/en/{path}/">{label}</a></li>'
        for path, label in (("about", "About us"), ("interviews", "Interviews"))
    )
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>{head}</head><body>"
        f'<nav><ul class="menu">{menu}</ul><div class="languages">{others}</div></nav>'
        f'<div class="content">{content}</div>'
        "<footer>Ministry of Foreign Affairs. Download / Full album</footer></body></html>"
    )
