"""Germany and Türkiye: a press feed each, and its pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from tests.replica.answers import XML, Answer, Asked, make_conditional, not_found
from tests.replica.calendar import long_date
from tests.replica.sites.notices import Notice, write_frame
from tests.replica.world import World

_GERMANY, _TURKIYE = "https://www.auswaertiges-amt.de", "https://www.mfa.gov.tr"
_GERMAN_FEED = "/static/includes/rss/Presse-RSS-Feed.xml"
_TURKISH_FEED = "en.rss.mfa"


def answer_germany(asked: Asked, world: World) -> Answer:
    """Answer www.auswaertiges-amt.de: the ten newest; the newsletter's address is no feed."""
    notices = world.visible_notices("mfa_de")
    if asked.path == _GERMAN_FEED:
        items = [(one, one.title, _german_link(one)) for one in notices[:10]]
        return _answer_feed(asked, world, items, "Pressemitteilungen")
    found = _find(asked, notices, lambda one: _german_link(one).removeprefix(_GERMANY))
    return Answer(200, _write_german(found).encode()) if found else not_found()


def answer_turkiye(asked: Asked, world: World) -> Answer:
    """Answer www.mfa.gov.tr: number and date stand in the titles; the hub of feeds is HTML."""
    notices = world.visible_notices("mfa_tr")
    if asked.path == f"/{_TURKISH_FEED}" and asked.raw_query:
        items = [(one, _numbered(one), _turkish_link(one)) for one in notices]
        return _answer_feed(asked, world, items, "Press Releases")
    if asked.path == "/rss.en.mfa":
        return Answer(200, write_frame("RSS", "<p>Choose a feed.</p>").encode())
    found = _find(asked, notices, lambda one: _turkish_link(one).removeprefix(_TURKIYE))
    return Answer(200, _write_turkish(found).encode()) if found else not_found()


def _find(
    asked: Asked, notices: Sequence[Notice], path_of: Callable[[Notice], str]
) -> Notice | None:
    return next((one for one in notices if asked.path == path_of(one)), None)


def _answer_feed(
    asked: Asked, world: World, items: Sequence[tuple[Notice, str, str]], title: str
) -> Answer:
    entries = "".join(
        f"<item><title>{escape(words)}</title><link>{link}</link>"
        f'<guid isPermaLink="true">{link}</guid><pubDate>{_rfc822(one)}</pubDate></item>\n'
        for one, words, link in items
    )
    feed = (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{title}</title><link>https://{asked.host}</link>\n{entries}</channel></rss>\n"
    )
    return make_conditional(asked, Answer(200, feed.encode(), XML, changed_on=world.today))


def _rfc822(notice: Notice) -> str:
    day = notice.day
    return format_datetime(datetime(day.year, day.month, day.day, 9, tzinfo=UTC), usegmt=True)


def _german_link(notice: Notice) -> str:
    return f"{_GERMANY}/de/newsroom/{notice.slug}/{notice.number}"


def _turkish_link(notice: Notice) -> str:
    return f"{_TURKIYE}/no_-{notice.number}_-{notice.slug}.en.mfa"


def _numbered(notice: Notice) -> str:
    return f"No: {notice.number}, {long_date(notice.day)}, {notice.title}"


def _write_german(notice: Notice) -> str:
    return write_frame(
        notice.title,
        f'<h1>{escape(notice.title)}</h1><span class="heading__meta">{notice.day:%d.%m.%Y}</span>'
        f'<div class="c-rte--default"><p>{escape(notice.text)}</p></div>',
        "de",
    )


def _write_turkish(notice: Notice) -> str:
    return write_frame(
        "Ministry of Foreign Affairs",
        f'<span class="lead"><strong>{escape(_numbered(notice))}</strong></span>'
        f'<span class="mfa-content-text"><p>{escape(notice.text)}</p></span>',
    )
