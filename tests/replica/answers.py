"""Requests and answers of the replica, with validators and their 304."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime

HTML = "text/html; charset=utf-8"
XML = "application/rss+xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for `https://{host}{path}?{query}`; header names in lower case."""

    host: str
    path: str
    query: Mapping[str, str]
    raw_query: str
    headers: Mapping[str, str]
    method: str = "GET"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back; `changed_on` gives ETag and Last-Modified and lets 304 happen."""

    status: int
    body: bytes = b""
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One line of the request log; `path` and `query` as the client sent them."""

    host: str
    path: str
    query: str
    headers: Mapping[str, str]
    status: int
    at_utc: datetime = field(default_factory=lambda: datetime.now(UTC))


def redirect(status: int, location: str) -> Answer:
    """Return a redirect; the address names the original host, never the replica's."""
    page = "<html><head><title>Object moved</title></head><body></body></html>"
    return Answer(status, page.encode(), headers=(("Location", location),))


def not_found() -> Answer:
    """Return the replica's 404."""
    return Answer(404, b"<html><body><h1>404 Not Found</h1></body></html>")


def make_conditional(asked: Asked, answer: Answer) -> Answer:
    """Add the validators of an answer, and make it a 304 when the client has it already."""
    if answer.status != 200 or answer.changed_on is None:
        return answer
    etag = f'"{hashlib.sha256(answer.body).hexdigest()[:20]}"'
    changed = datetime(
        answer.changed_on.year, answer.changed_on.month, answer.changed_on.day, 6, tzinfo=UTC
    )
    validators = (("ETag", etag), ("Last-Modified", format_datetime(changed, usegmt=True)))
    tagged = replace(answer, headers=(*answer.headers, *validators))
    if _is_known(asked, etag, changed):
        return replace(tagged, status=304, body=b"")
    return tagged


def _is_known(asked: Asked, etag: str, changed: datetime) -> bool:
    """If-None-Match wins over If-Modified-Since (RFC 9110, section 13.2.2)."""
    if tags := asked.headers.get("if-none-match"):
        return etag in (tag.strip().removeprefix("W/") for tag in tags.split(","))
    since = asked.headers.get("if-modified-since")
    return since is not None and changed <= parsedate_to_datetime(since)
