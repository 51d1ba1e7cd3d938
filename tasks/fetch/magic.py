"""What bytes are, by their first bytes: the Content-Type is not believed."""

from __future__ import annotations

import re
from enum import StrEnum

_DOCUMENT_MAGIC = {
    b"%PDF-": "application/pdf",
    b"PK\x03\x04": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"\xd0\xcf\x11\xe0": "application/msword",
    b"\xffWPC": "application/vnd.wordperfect",
}
_PAGE_MARKS = (b"<!doctype html", b"<html")
_MARKUP_MARKS = (*_PAGE_MARKS, b"<head", b"<body", b"<title", b"<meta", b"<script")
_FEED_MARKS = (b"<rss", b"<feed", b"<rdf:rdf")
_SITEMAP_MARKS = (b"<urlset", b"<sitemapindex")
_GZIP = b"\x1f\x8b"
_JSON = re.compile(rb"[\[{]\s*(?:[\"\[{\]}\d-]|$)")
_BLANK = b" \t\r\n\x0b\x0c\x00"
_HEAD_BYTES = 4096


class Accept(StrEnum):
    """What is asked for, and so what is accepted; a guess is a document that nobody named."""

    DOCUMENT = "document"
    GUESS = "guess"
    PAGE = "page"
    FEED = "feed"
    DATA = "data"
    SITEMAP = "sitemap"

    @property
    def is_document(self) -> bool:
        """Whether a document of the United Nations' store is asked for."""
        return self in (self.DOCUMENT, self.GUESS)


class Form(StrEnum):
    """What bytes turned out to be."""

    DOCUMENT = "document"
    HTML = "html"
    FEED = "feed"
    XML = "xml"
    JSON = "json"
    TEXT = "text"
    GZIP = "gzip"
    BINARY = "binary"


_DOCUMENTS = (
    "application/pdf, application/vnd.openxmlformats-officedocument"
    ".wordprocessingml.document;q=0.9, application/msword;q=0.8, */*;q=0.1"
)
ACCEPT_HEADERS = {
    Accept.DOCUMENT: _DOCUMENTS,
    Accept.GUESS: _DOCUMENTS,
    Accept.DATA: "application/json, */*;q=0.1",
    Accept.SITEMAP: "application/xml, text/xml, application/gzip;q=0.9, */*;q=0.1",
    Accept.PAGE: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
    Accept.FEED: "application/rss+xml, application/atom+xml, application/xml;q=0.9, "
    "text/xml;q=0.8, */*;q=0.1",
}


def sniff_form(body: bytes) -> Form:
    """Say what bytes are from their first 4 KiB."""
    if body.startswith(tuple(_DOCUMENT_MAGIC)):
        return Form.DOCUMENT
    if body.startswith(_GZIP):
        return Form.GZIP
    head = _as_single_bytes(body[:_HEAD_BYTES]).lstrip(_BLANK).lower()
    if _JSON.match(head):
        return Form.JSON
    if found := _find_first_mark(head):
        return found
    if head.startswith(b"<"):
        return Form.XML if head.startswith(b"<?xml") else Form.HTML
    return Form.BINARY if b"\x00" in head else Form.TEXT


def is_acceptable(form: Form, accept: Accept) -> bool:
    """Whether bytes of this form are what was asked for.

    A feed may be read as a listing page too, and the other way round the parser decides: some
    feeds are plain XML with a root element of their own.
    """
    if accept.is_document:
        return form is Form.DOCUMENT
    if accept is Accept.DATA:
        return form is Form.JSON
    if accept is Accept.SITEMAP:
        return form in (Form.XML, Form.GZIP)
    if accept is Accept.PAGE:
        return form in (Form.HTML, Form.XML, Form.FEED)
    return form in (Form.FEED, Form.XML)


def _find_first_mark(head: bytes) -> Form | None:
    """The form whose mark comes first; what stands before it may be anything."""
    page_marks = _PAGE_MARKS if head.startswith(b"<?xml") else _MARKUP_MARKS
    marks = ((Form.HTML, page_marks), (Form.FEED, _FEED_MARKS), (Form.XML, _SITEMAP_MARKS))
    found = {head.find(mark): form for form, some in marks for mark in some if mark in head}
    return found[min(found)] if found else None


def _as_single_bytes(head: bytes) -> bytes:
    """Drop a byte order mark, and the zero bytes of UTF-16, announced by a mark or not."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")):
        return head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return head.removeprefix(b"\xef\xbb\xbf")
