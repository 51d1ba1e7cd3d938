"""The Atom feed of alerts: real titles, the whole message as content, stable ids.

Form: RFC 4287. Ids are made from event ids, so a reader shows an event once however often the file
is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from tasks.alert.wording import neutralise
from tasks.replacing import replace_file
from warehouse.rows import AlertRow

ATOM = "http://www.w3.org/2005/Atom"
FEED_ID = "urn:herewith:feed:alerts"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def write_feed(path: Path, alerts: Sequence[AlertRow]) -> None:
    """Replace the feed at `path` by one entry for each event, newest first, in one step."""
    register_namespace("", ATOM)
    feed = _make_feed(alerts)
    indent(feed)
    replace_file(path, tostring(feed, encoding="utf-8", xml_declaration=True))


def order_events(alerts: Sequence[AlertRow]) -> list[AlertRow]:
    """Give one row an event, the newest first, always in the same order."""
    once = {alert.event_id: alert for alert in reversed(alerts)}
    return sorted(once.values(), key=lambda one: (one.created_at_utc, one.event_id), reverse=True)


def _make_feed(alerts: Sequence[AlertRow]) -> Element:
    events = order_events(alerts)
    feed = Element(_name("feed"))
    _add(feed, "id", FEED_ID)
    _add(feed, "title", "herewith: new letters")
    _add(feed, "subtitle", "Letters of states, circulated as United Nations documents")
    _add(feed, "updated", print_instant(events[0].created_at_utc if events else _NEVER))
    _add(SubElement(feed, _name("author")), "name", "herewith")
    _add(feed, "generator", "herewith")
    for event in events:
        _add_entry(feed, event)
    return feed


def _add_entry(feed: Element, alert: AlertRow) -> None:
    entry = SubElement(feed, _name("entry"))
    created = print_instant(alert.created_at_utc)
    _add(entry, "id", f"urn:herewith:event:{alert.event_id}")
    _add(entry, "title", neutralise(alert.title))
    _add(entry, "updated", created)
    _add(entry, "published", created)
    for watch in alert.watches:
        SubElement(entry, _name("category"), term=neutralise(watch))
    link = find_link(alert.body_html)
    if link:
        SubElement(entry, _name("link"), rel="alternate", href=link)
    _add(entry, "content", _clean(alert.body_html)).set("type", "html")


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, _name(name))
    child.text = text
    return child


def _name(local: str) -> str:
    return f"{{{ATOM}}}{local}"


def print_instant(moment: datetime) -> str:
    """Write an instant as RFC 3339 in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _clean(html: str) -> str:
    return "\n".join(neutralise(line) for line in html.splitlines())


def find_link(html: str) -> str | None:
    """Find the document's address, which the message's own template marks as the alternate."""
    finder = _LinkFinder()
    finder.feed(html)
    return finder.found


class _LinkFinder(HTMLParser):
    found: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("rel") == "alternate" and self.found is None:
            self.found = values.get("href")
