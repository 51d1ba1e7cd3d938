"""Lines of a page that are its interface and not its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINES = frozenset(
    {
        "print the page",
        "print",
        "share",
        "share:",
        "share on facebook",
        "tweet",
        "download",
        "download / full album",
        "full album",
        "search in archive",
        "archive",
        "back",
        "more ...",
        "more...",
        "распечатать страницу",
        "печать",
        "поделиться",
        "поиск в архиве",
        "скачать / весь альбом",
        "çap et",
        "paylaş",
        "arxivdə axtar",
        "տպել էջը",
    }
)
_LANGUAGE_LINKS = re.compile(r"(?:this )?text (?:is )?available in\b", re.IGNORECASE)


def drop_interface(lines: Sequence[str], title: str | None) -> list[str]:
    """Leave out interface lines, language links, and the title where the text repeats it."""
    kept = [line for line in lines if not _is_interface(line)]
    while kept and title and fold(kept[0]) == fold(title):
        kept = kept[1:]
    return kept


def fold(text: str) -> str:
    """The form under which two lines are compared."""
    return " ".join(text.split()).casefold()


def _is_interface(line: str) -> bool:
    return fold(line) in _LINES or bool(_LANGUAGE_LINKS.match(line))
