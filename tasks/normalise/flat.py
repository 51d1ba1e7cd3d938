"""Flat text to lines: page breaks are form feeds, bold marks of a converter are undone.

Source: observed extractions; un-documents guide, section 5, extraction noise.
"""

from __future__ import annotations

import re

from tasks.normalise.text import ExtractedText, Line, clean_lines, new_line
from warehouse.errors import UnreadableDocumentError

_FEW_LINES = 20
_WIDE = 75
"""Letters a line, empty lines among them, above which a line is a paragraph."""

_BOLD = re.compile(r"\*\*(?=\S)((?:[^*]|\*(?!\*))+?)(?<=\S)\*\*")


def extract_flat(data: bytes) -> ExtractedText:
    r"""Read the lines of a text file.

    Raises:
        UnreadableDocumentError: it is not text in UTF-8 or UTF-16, or holds nothing.

    >>> [line.text for line in extract_flat(b"Annex  I\n\nList").lines]
    ['Annex I', 'List']
    """
    return split_flat(decode_text(data))


def decode_text(data: bytes) -> str:
    """Decode UTF-8 (with or without a mark) or UTF-16 with a mark.

    Raises:
        UnreadableDocumentError: it is neither.

    >>> decode_text("señal".encode("utf-16")), decode_text(b"List")
    ('señal', 'List')
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError("not a text in UTF-8 or UTF-16") from error


def split_flat(text: str) -> ExtractedText:
    r"""Split decoded text into lines and pages.

    Raises:
        UnreadableDocumentError: there is no printable character in it.

    >>> [(line.text, line.page) for line in split_flat("Annex I\fList").lines]
    [('Annex I', 1), ('List', 2)]
    """
    lines: list[Line] = []
    start = 0
    for number, page in enumerate(_undo_spacing(_undo_bold(text)).split("\f"), start=1):
        gap = True
        for cleaned in clean_lines(page.splitlines()):
            if cleaned:
                facts = (cleaned, number, None, None, None, None, None, None, gap, start)
                lines.append(new_line(facts))
                start += len(cleaned) + 1
            gap = not cleaned
    if not lines:
        raise UnreadableDocumentError("no text in it")
    return ExtractedText(tuple(lines), pages=lines[-1].page, origin="text")


def _undo_spacing(text: str) -> str:
    r"""Take out the empty line that some extractors print below each line.

    Where paragraphs are printed on one line each, the empty lines are theirs.

    >>> _undo_spacing("We count\n\n" * 30).count("\n")
    30
    """
    empty = text.count("\n\n")
    if empty < _FEW_LINES or 2 * empty < 0.95 * text.count("\n") or len(text) > _WIDE * empty:
        return text
    return text.replace("\n\n", "\n")


def _undo_bold(text: str) -> str:
    r"""Turn `**…**` of a Markdown converter into lines of their own where it was glued.

    Observed in seed 001: `**Security Council**Distr.: General`, `…conflict**Protracted…`.

    >>> _undo_bold("**Security Council**Distr.: General")
    'Security Council\nDistr.: General'
    """
    if "**" not in text:
        return text
    return _BOLD.sub(lambda match: _bold_span(match, text), text)


def _bold_span(match: re.Match[str], text: str) -> str:
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end()] if match.end() < len(text) else "\n"
    lead = "" if before.isspace() else "\n"
    tail = "" if after.isspace() or after in ".,;:)" else "\n"
    return f"{lead}{match.group(1)}{tail}"
