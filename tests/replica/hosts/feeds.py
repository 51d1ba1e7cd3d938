"""The document feeds: RSS 2.0 whose titles are symbols and whose descriptions are capitals."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import escape

from tests.replica.answers import XML, Answer, Asked, make_conditional, not_found, redirect
from tests.replica.hosts.robots import answer_robots
from tests.replica.letters.catalogue import LISTED_JOINTLY
from tests.replica.un.inline import plain_text
from tests.replica.un.spec import UnSpec
from tests.replica.world import World

_CHANNELS = {
    "gadocs": ("A/", "General Assembly documents"),
    "scdocs": ("S/", "Security Council"),
    "ecosocdocs": ("E/", "Economic and Social Council"),
    "hrc": ("A/HRC/", "Human Rights Council"),
}
_ONLY_AT_FIRST_HOME = frozenset({"ecosocdocs"})


def answer_feeds(asked: Asked, world: World) -> Answer:
    """Answer esubscription.un.org and docs.un.org: feeds, and the viewer of docs.un.org."""
    if asked.path == "/robots.txt":
        return answer_robots(asked.host)
    name = asked.path.removeprefix("/rss/").removesuffix(".xml")
    if asked.host == "docs.un.org" and name in _ONLY_AT_FIRST_HOME:
        return not_found()
    if asked.path.startswith("/rss/") and name in _CHANNELS:
        body = write_feed(name, world).encode()
        return make_conditional(asked, Answer(200, body, XML, changed_on=world.today))
    if asked.host == "docs.un.org" and asked.path.count("/") >= 3:
        return _viewer(asked.path.split("/", 2)[2], world)
    return not_found()


def answer_undocs(asked: Asked, world: World) -> Answer:
    """Answer undocs.org: feeds dead since 2025, documents moved to docs.un.org."""
    if asked.path.startswith(("/rss", "/robots")):
        return not_found()
    return redirect(301, f"https://docs.un.org/en{asked.path}")


def write_feed(name: str, world: World) -> str:
    """Return a feed's XML; the General Assembly's begins with an item that is no document."""
    prefix, title = _CHANNELS[name]
    items = [
        _item(symbol, spec)
        for spec in world.listed_documents()
        if (symbol := _listed_symbol(spec, prefix)) is not None
    ]
    if prefix == "A/":
        items.insert(0, _notice(world.today))
    built = _rfc822(world.today, hour=5)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{title}</title><link>https://documents.un.org</link>"
        f"<description>Documents issued: {title}</description><language>en</language>"
        f"<lastBuildDate>{built}</lastBuildDate>\n{''.join(items)}</channel></rss>\n"
    )


def _listed_symbol(spec: UnSpec, prefix: str) -> str | None:
    """A joint document stands in either feed under that body's symbol, one in the joint form."""
    own = [symbol for symbol in spec.masthead.symbols if symbol.startswith(prefix)]
    if prefix == "A/":
        own = [symbol for symbol in own if not symbol.startswith("A/HRC/")]
    if not own:
        return None
    if prefix == "A/" and spec.name in LISTED_JOINTLY:
        return "–".join(spec.masthead.symbols)
    return own[0]


def _item(symbol: str, spec: UnSpec) -> str:
    listed = symbol + ("*" if spec.masthead.is_reissued else "")
    words = plain_text(" ".join(filter(None, (spec.lead, spec.title, spec.subtitle))))
    return (
        f"<item><title>{escape(listed)}</title>"
        f"<link>https://undocs.org/{escape(symbol)}</link>"
        f"<description>{escape(words.upper())}</description>"
        f"<pubDate>{_rfc822(spec.released, hour=4)}</pubDate></item>\n"
    )


def _notice(today: date) -> str:
    return (
        "<item><title>Documents issued today</title><link>https://documents.un.org</link>"
        "<description>DAILY LIST OF DOCUMENTS</description>"
        f"<pubDate>{_rfc822(today, hour=5)}</pubDate></item>\n"
    )


def _viewer(symbol: str, world: World) -> Answer:
    if world.find_document(symbol) is None:
        return not_found()
    address = f"https://documents.un.org/api/symbol/access?s={symbol}&l=en&t=pdf"
    page = f'<html><body><iframe src="{escape(address)}"></iframe></body></html>'
    return Answer(200, page.encode())


def _rfc822(day: date, hour: int) -> str:
    instant = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return format_datetime(instant, usegmt=True)
