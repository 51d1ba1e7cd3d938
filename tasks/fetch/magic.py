"""What bytes are, by their first bytes: the Content-Type is not believed."""

from __future__ import annotations

from enum import StrEnum

_DOCUMENT_MAGIC = {
    b"%PDF-": "application/pdf",
    b"PK\x03\x04": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"\xd0\xcf\x11\xe0": "application/msword",
    b"\xffWPC": "application/vnd.wordperfect",
}
_MARKUP_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<title", b"<meta", b"<script")
_FEED_MARKS = (b"<rss", b"<feed", b"<rdf:rdf")
_BLANK = b" \t\r\n\x0b\x0c\x00"
_HEAD_BYTES = 4096


class Accept(StrEnum):
    """What is asked for, and so what is accepted."""

    DOCUMENT = "document"
    PAGE = "page"
    FEED = "feed"


class Form(StrEnum):
    """What bytes turned out to be."""

    DOCUMENT = "document"
    HTML = "html"
    FEED = "feed"
    XML = "xml"
    TEXT = "text"
    BINARY = "binary"


ACCEPT_HEADERS = {
    Accept.DOCUMENT: "application/pdf, application/vnd.openxmlformats-officedocument"
    ".wordprocessingml.document;q=0.9, application/msword;q=0.8, */*;q=0.1",
    Accept.PAGE: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
    Accept.FEED: "application/rss+xml, application/atom+xml, application/xml;q=0.9, "
    "text/xml;q=0.8, */*;q=0.1",
}


def sniff_form(body: bytes) -> Form:
    """Say what bytes are from their first 4 KiB."""
    if body.startswith(tuple(_DOCUMENT_MAGIC)):
        return Form.DOCUMENT
    head = _as_single_bytes(body[:_HEAD_BYTES]).lstrip(_BLANK).lower()
    if head.startswith(b"<"):
        return _sniff_markup(head)
    if b"\x00" in head:
        return Form.BINARY
    return Form.HTML if any(mark in head for mark in _MARKUP_MARKS) else Form.TEXT


def is_acceptable(form: Form, accept: Accept) -> bool:
    """Whether bytes of this form are what was asked for.

    A feed may be read as a listing page too, and the other way round the parser decides: some
    feeds are plain XML with a root element of their own.
    """
    if accept is Accept.DOCUMENT:
        return form is Form.DOCUMENT
    if accept is Accept.PAGE:
        return form in (Form.HTML, Form.XML, Form.FEED)
    return form in (Form.FEED, Form.XML)


def _sniff_markup(head: bytes) -> Form:
    found = {head.find(mark): form for form, marks in _MARKS for mark in marks if mark in head}
    if found:
        return found[min(found)]
    return Form.XML if head.startswith(b"<?xml") else Form.HTML


_MARKS = ((Form.HTML, _MARKUP_MARKS), (Form.FEED, _FEED_MARKS))


def _as_single_bytes(head: bytes) -> bytes:
    """Drop a byte order mark, and the zero bytes of UTF-16 where a mark announces it."""
    if head.startswith(b"\xef\xbb\xbf"):
        return head[3:]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head
