"""Bytes of a web page to text, without trusting what the page says of itself too much."""

from __future__ import annotations

from bs4.dammit import EncodingDetector, UnicodeDammit


def decode_page(body: bytes) -> str:
    """Decode a page: UTF-8 where the bytes are valid UTF-8, else as declared, else as detected.

    Text in another encoding is practically never valid UTF-8, while pages that declare an
    encoding they do not use are common. Bytes that fit nothing become U+FFFD.
    """
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = EncodingDetector.find_declared_encoding(body, is_html=True)
        dammit = UnicodeDammit(body, [declared] if declared else [], is_html=True)
        return dammit.unicode_markup or body.decode("utf-8", errors="replace")
