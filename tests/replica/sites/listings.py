"""France, Georgia, China, Pakistan and Armenia's mission: a listing page each, and its pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from tests.replica.answers import Answer, Asked, make_conditional, not_found
from tests.replica.calendar import long_date, month_name, us_date
from tests.replica.sites.notices import Notice, write_frame
from tests.replica.world import World

_PAGE_LENGTH = 4
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def answer_france(asked: Asked, world: World) -> Answer:
    """Answer www.diplomatie.gouv.fr: the first page is page=0; behind the last no cards."""
    notices = world.visible_notices("mfa_fr")
    if asked.path == "/en/press/news":
        start = int(asked.query.get("page", "0")) * _PAGE_LENGTH
        cards = "".join(_write_card(one) for one in notices[start : start + _PAGE_LENGTH])
        content = f'<div class="fr-container"><div class="fr-grid-row">{cards}</div></div>'
        return _listing(asked, world, write_frame("News", content))
    found = _find(notices, asked.path, "/en/press/news/{0.slug}")
    return _page(found, _write_french)


def answer_georgia(asked: Asked, world: World) -> Answer:
    """Answer mfa.gov.ge: number and slug in the address, a banner above everything."""
    notices = world.visible_notices("mfa_ge")
    if asked.path == "/en/news":
        rows = "".join(
            f'<div class="news row"><p class="date">{long_date(one.day)}</p><h4>'
            f'<a href="/en/news/{one.number}-{one.slug}">{escape(one.title)}</a></h4></div>'
            for one in notices
        )
        banner = '<div class="banner">The site is being maintained tonight.</div>'
        content = f'{banner}<div class="news-list">{rows}</div>'
        return _listing(asked, world, write_frame("News", content))
    found = _find(notices, asked.path, "/en/news/{0.number}-{0.slug}")
    return _page(found, lambda one: _write_body(one, '<div class="full-story row">', "</div>"))


def answer_china(asked: Asked, world: World) -> Answer:
    """Answer www.mfa.gov.cn: relative links that hold a day and a number."""
    home = "/eng/xw/fyrbt/lxjzh/"
    notices = world.visible_notices("mfa_cn")
    if asked.path == home:
        rows = "".join(
            f'<li><a href="./{one.day:%Y%m}/t{one.day:%Y%m%d}_{one.number}.html">'
            f"{escape(one.title)}</a></li>"
            for one in notices
        )
        return _listing(asked, world, write_frame("Press", f'<ul class="list1">{rows}</ul>'))
    found = _find(notices, asked.path, home + "{0.day:%Y%m}/t{0.day:%Y%m%d}_{0.number}.html")
    return _page(found, _write_chinese)


def answer_pakistan(asked: Asked, world: World) -> Answer:
    """Answer mofa.gov.pk: a WordPress category that prints no dates; the pages do in their meta."""
    notices = world.visible_notices("mfa_pk")
    if asked.path == "/category/press-releases":
        posts = "".join(
            f'<div class="post"><h2><a href="https://mofa.gov.pk/press-releases/{one.slug}">'
            f"{escape(one.title)}</a></h2></div>"
            for one in notices
        )
        page = write_frame("Press Releases", posts)
        return _listing(asked, world, page.replace("<body>", '<body class="archive category">'))
    found = _find(notices, asked.path, "/press-releases/{0.slug}")
    return _page(found, _write_pakistani)


def answer_mission(asked: Asked, world: World) -> Answer:
    """Answer un.mfa.am: the engine of mfa.am, with a page of circulated documents."""
    notices = world.visible_notices("mfa_am_un")
    if asked.path == "/en/circulated-documents":
        rows = "".join(
            f'<li><div class="date italic">{_armenian(one)}</div><div>'
            f'<a href="/en/news/{one.day:%Y/%m/%d}/{one.slug}/{one.number}">{escape(one.title)}</a>'
            "</div></li>"
            for one in notices
        )
        content = f'<div class="news-list"><ul>{rows}</ul></div>'
        return _listing(asked, world, write_frame("Circulated Documents", content))
    found = _find(notices, asked.path, "/en/news/{0.day:%Y/%m/%d}/{0.slug}/{0.number}")
    return _page(found, lambda one: _write_body(one, '<div class="static-content">', "</div>"))


def _find(notices: Sequence[Notice], path: str, form: str) -> Notice | None:
    return next((one for one in notices if path == form.format(one)), None)


def _listing(asked: Asked, world: World, page: str) -> Answer:
    return make_conditional(asked, Answer(200, page.encode(), changed_on=world.today))


def _page(found: Notice | None, write: Callable[[Notice], str]) -> Answer:
    return Answer(200, write(found).encode()) if found else not_found()


def _write_card(notice: Notice) -> str:
    return (
        '<article class="fr-card"><div class="fr-card__body"><h3 class="fr-card__title">'
        f'<a href="/en/press/news/{notice.slug}">{escape(notice.title)}</a></h3>'
        f'<div class="fr-card__end"><p class="fr-card__detail">{_french(notice)}</p></div>'
        "</div></article>"
    )


def _french(notice: Notice) -> str:
    """The day as "May 13th 2026"."""
    day = notice.day
    return f"{month_name(day)} {day.day}{_SUFFIXES.get(day.day, 'th')} {day.year}"


def _armenian(notice: Notice) -> str:
    return f"{notice.day:%d} {month_name(notice.day)}, {notice.day.year}"


def _write_french(notice: Notice) -> str:
    article = (
        f'<p class="diplomatie--hdp-date">On : {_french(notice)}</p>'
        '<article class="node--view-mode-full"><div class="fr-mt-6w"><div class="fr-col-md-8">'
    )
    return _write_body(notice, article, "</div></div></article>")


def _write_chinese(notice: Notice) -> str:
    return write_frame(
        notice.title,
        f'<div class="news_header_title">{escape(notice.title)}</div>'
        f'<div class="xltime">{us_date(notice.day)} 15:00</div>'
        f'<div class="content_text"><p>{escape(notice.text)}</p></div>',
    )


def _write_pakistani(notice: Notice) -> str:
    meta = f'<meta property="article:published_time" content="{notice.day}T09:00:00+05:00"></head>'
    page = _write_body(notice, '<div class="entryfull">', "</div>")
    return page.replace("</head>", meta)


def _write_body(notice: Notice, before: str, after: str) -> str:
    body = f"<h1>{escape(notice.title)}</h1>{before}<p>{escape(notice.text)}</p>{after}"
    return write_frame(notice.title, body)
