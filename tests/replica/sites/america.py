"""www.state.gov: WordPress' API, a listing by path, and a page number that is passed over."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape

from tests.replica.answers import Answer, Asked, make_conditional, not_found
from tests.replica.calendar import us_date
from tests.replica.sites.notices import Notice, write_frame
from tests.replica.world import World

SOURCE = "mfa_us"
_API = "/wp-json/wp/v2/state_press_release"
_LISTING = re.compile(r"/press-releases/(?:page/(\d+)/)?")
_SITEMAP = "/state_press_release-sitemap.xml"
_PAGE_LENGTH = 10


def answer_america(asked: Asked, world: World) -> Answer:
    """Answer the API, the sitemap, the listing (`?page=N` gives page 1) and the releases."""
    notices = world.visible_notices(SOURCE)
    if asked.path == _API:
        return _answer_api(asked, notices)
    if asked.path == _SITEMAP:
        sitemap = Answer(200, _write_sitemap(notices), "text/xml", changed_on=world.today)
        return make_conditional(asked, sitemap)
    if (match := _LISTING.fullmatch(asked.path)) is not None:
        page = _list(notices, int(match[1] or 1))
        listed = Answer(200, page.encode(), changed_on=world.today) if page else not_found()
        return make_conditional(asked, listed)
    found = next((one for one in notices if asked.path == f"/{one.slug}/"), None)
    return Answer(200, _write_page(found).encode()) if found else not_found()


def _answer_api(asked: Asked, notices: Sequence[Notice]) -> Answer:
    """No validators, as is usual; 400 behind the last page."""
    size, number = int(asked.query.get("per_page", "10")), int(asked.query.get("page", "1"))
    pages = -(-len(notices) // size)
    if number > pages:
        error = {"code": "rest_post_invalid_page_number", "data": {"status": 400}}
        return Answer(400, json.dumps(error).encode(), "application/json")
    posts = [_write_post(one) for one in notices[(number - 1) * size : number * size]]
    totals = (("X-WP-Total", str(len(notices))), ("X-WP-TotalPages", str(pages)))
    return Answer(200, json.dumps(posts).encode(), "application/json; charset=UTF-8", totals)


def _write_post(notice: Notice) -> dict[str, object]:
    return {
        "id": notice.number,
        "date": f"{notice.day}T20:15:00",
        "link": f"https://www.state.gov/{notice.slug}/",
        "title": {"rendered": escape(notice.title)},
    }


def _write_sitemap(notices: Sequence[Notice]) -> bytes:
    """As WordPress' usual plug-in writes it; the stylesheet beside it is nobody's to fetch."""
    places = "".join(
        f"<url><loc>https://www.state.gov/{one.slug}/</loc>"
        f"<lastmod>{one.day}T20:15:00+00:00</lastmod></url>"
        for one in notices
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns='
    return f'{head}"http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'.encode()


def _list(notices: Sequence[Notice], number: int) -> str:
    shown = notices[(number - 1) * _PAGE_LENGTH : number * _PAGE_LENGTH]
    items = "".join(
        '<li class="collection-result"><p class="collection-result__date">Media Note</p>'
        f'<a class="collection-result__link" href="https://www.state.gov/{one.slug}/">'
        f'{escape(one.title)}</a><div class="collection-result-meta">'
        f"<span>Office of the Spokesperson</span><span>{us_date(one.day)}</span></div></li>"
        for one in shown
    )
    listing = f'<ul class="collection-results">{items}</ul>'
    return write_frame("Press Releases", listing) if shown else ""


def _write_page(notice: Notice) -> str:
    return write_frame(
        notice.title,
        f'<h1>{escape(notice.title)}</h1><meta property="article:published_time" '
        f'content="{notice.day}T20:15:00+00:00">'
        '<p class="article-meta__author-bureau">Office of the Spokesperson</p>'
        f'<div class="entry-content"><p>{escape(notice.text)}</p></div>',
    )
