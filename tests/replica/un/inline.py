"""The little markup of the fixtures' texts: `<i>`, `<b>` and `<sup>`, never nested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Style = Literal["", "i", "b", "sup"]
_RUN = re.compile(r"<(i|b|sup)>(.*?)</\1>")


def split_runs(text: str) -> Iterator[tuple[str, Style]]:
    """Yield the text's runs in order, each with its style."""
    position = 0
    for match in _RUN.finditer(text):
        if match.start() > position:
            yield text[position : match.start()], ""
        style = match.group(1)
        yield match.group(2), "i" if style == "i" else "b" if style == "b" else "sup"
        position = match.end()
    if position < len(text):
        yield text[position:], ""


def plain_text(text: str) -> str:
    """Return the text without its markup."""
    return "".join(run for run, _ in split_runs(text))
