"""www.gov.uk: a search API whose `start` counts items, an Atom feed, and pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from tests.replica.answers import Answer, Asked, make_conditional, not_found
from tests.replica.sites.notices import Notice, write_frame
from tests.replica.world import World

SOURCE = "mfa_gb"
_FEED_LENGTH = 20


def answer_britain(asked: Asked, world: World) -> Answer:
    """Answer the API, the feed and the pages of news."""
    notices = world.visible_notices(SOURCE)
    if asked.path == "/api/search.json":
        body, kind = _search(asked, notices), "application/json; charset=utf-8"
        return make_conditional(asked, Answer(200, body, kind, changed_on=world.today))
    if asked.path == "/search/news-and-communications.atom":
        body, kind = _write_feed(notices).encode(), "application/atom+xml; charset=utf-8"
        return make_conditional(asked, Answer(200, body, kind, changed_on=world.today))
    found = next((one for one in notices if asked.path == _path(one)), None)
    return Answer(200, _write_page(found).encode()) if found else not_found()


def _path(notice: Notice) -> str:
    return f"/government/news/{notice.slug}"


def _stamp(notice: Notice) -> str:
    return f"{notice.day}T09:{notice.number % 60:02d}:00Z"


def _search(asked: Asked, notices: Sequence[Notice]) -> bytes:
    start, count = int(asked.query.get("start", "0")), int(asked.query.get("count", "10"))
    results = [
        {"title": one.title, "link": _path(one), "public_timestamp": _stamp(one), "_id": _path(one)}
        for one in notices[start : start + count]
    ]
    return json.dumps({"results": results, "total": len(notices), "start": start}).encode()


def _write_feed(notices: Sequence[Notice]) -> str:
    entries = "".join(
        f"<entry><id>https://www.gov.uk{_path(one)}#{_stamp(one)}</id>"
        f'<updated>{_stamp(one)}</updated><link rel="alternate" type="text/html" '
        f'href="https://www.gov.uk{_path(one)}"/><title>{escape(one.title)}</title>'
        f"<summary>{escape(one.text)}</summary></entry>\n"
        for one in notices[:_FEED_LENGTH]
    )
    newest = f"<updated>{_stamp(notices[0])}</updated>" if notices else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xml:lang="en-GB" '
        'xmlns="http://www.w3.org/2005/Atom"><id>https://www.gov.uk/search/news</id>'
        f"<title>News and communications</title>{newest}\n{entries}</feed>\n"
    )


def _write_page(notice: Notice) -> str:
    return write_frame(
        f"{notice.title} - GOV.UK",
        f'<h1>{escape(notice.title)}</h1><div class="govspeak"><p>{escape(notice.text)}</p></div>'
        '<div class="gem-c-share-links">Share this page</div>',
    )
