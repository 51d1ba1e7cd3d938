"""Bytes of a web page to text, without trusting what the page says of itself too much."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_FEW = 3
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_PROLOG = re.compile(r"\s*<\?xml[^>]*>")


def read_markup(text: str) -> BeautifulSoup:
    """Parse decoded HTML; an XML declaration before it says nothing and is passed over."""
    from bs4 import BeautifulSoup

    prolog = _XML_PROLOG.match(text)
    return BeautifulSoup(text[prolog.end() :] if prolog else text, "lxml")


def decode_page(body: bytes, *, is_due_utf8: bool = False) -> str:
    """Decode a page: UTF-8 where the bytes are (nearly) that, else as declared, else as detected.

    Text in another encoding is practically never valid UTF-8, while pages that declare an
    encoding they do not use are common. Bytes that fit nothing become U+FFFD. `is_due_utf8` says
    that the form asks for UTF-8 where nothing is declared, as JSON and XML do.
    """
    # Late: the import costs 0.15 CPU seconds, which a run without a new page need not pay.
    from bs4.dammit import EncodingDetector, UnicodeDammit

    if body.startswith(_UTF16):
        return body.decode("utf-16", errors="replace")
    text = body.decode("utf-8-sig", errors="replace")
    declared = (EncodingDetector.find_declared_encoding(body, is_html=True) or "").lower()
    known = ("utf-8", "utf8", "") if is_due_utf8 else ("utf-8", "utf8")
    if _is_utf8(text, is_declared=declared in known):
        return text
    hints = [declared] if declared not in ("", "utf-8", "utf8") else []
    return UnicodeDammit(body, hints, is_html=True).unicode_markup or text


def _is_utf8(text: str, *, is_declared: bool) -> bool:
    """Whether few of the characters beyond ASCII are damaged."""
    damaged = text.count("\ufffd")
    if not damaged:
        return True
    sound = sum(1 for character in text if character > "\x7f") - damaged
    return damaged * 10 <= sound or (is_declared and damaged <= max(sound, _FEW))
