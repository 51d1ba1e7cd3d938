"""A message as plain text, HTML and Markdown: the same parts in the same order."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from tasks.alert.message import Line, Message
from tasks.alert.rules import Reason

if TYPE_CHECKING:
    from jinja2 import Environment

COLUMNS = 80
"""Width of the plain text; only an address may be longer, on a line of its own."""

_LABEL_COLUMNS = 15
_MARKED = re.compile(r"([\\`*_\[\]<>#|~])")


def render_text(message: Message) -> str:
    """Write a message as plain text of at most 80 columns."""
    return _load_templates().get_template("message.txt.j2").render(message=message)


def render_html(message: Message) -> str:
    """Write a message as HTML that stands alone in a mail and inside a feed."""
    return _load_templates().get_template("message.html.j2").render(message=message)


def render_markdown(message: Message) -> str:
    """Write a message as Markdown."""
    return _load_templates().get_template("message.md.j2").render(message=message)


def join_text(titles: Sequence[str], bodies: Sequence[str]) -> str:
    """Put finished texts together: the list of titles, then each below a rule."""
    heads = [
        textwrap.fill(
            title,
            COLUMNS,
            initial_indent=f"{number:>2}. ",
            subsequent_indent="    ",
            break_on_hyphens=False,
        )
        for number, title in enumerate(titles, start=1)
    ]
    parts = [
        f"{'-' * COLUMNS}\n{textwrap.fill(title, COLUMNS, break_on_hyphens=False)}\n\n{body}"
        for title, body in zip(titles, bodies, strict=True)
    ]
    return "\n\n".join(["\n".join(heads), *parts])


def join_html(titles: Sequence[str], bodies: Sequence[str]) -> str:
    """Put finished pieces of HTML together below the list of their titles."""
    return _load_templates().get_template("digest.html.j2").render(titles=titles, bodies=bodies)


def join_markdown(titles: Sequence[str], bodies: Sequence[str]) -> str:
    """Put finished pieces of Markdown together below the list of their titles."""
    heads = "\n".join(f"{n}. {escape_markdown(title)}" for n, title in enumerate(titles, start=1))
    return "\n\n---\n\n".join([heads, *bodies])


def escape_markdown(text: str) -> str:
    """Take its meaning from whatever Markdown would read as a sign."""
    return _MARKED.sub(r"\\\1", text)


@lru_cache(maxsize=1)
def _load_templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    templates = Environment(
        loader=PackageLoader("tasks.alert", "templates"),
        autoescape=select_autoescape(("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    templates.filters["fact"] = _wrap_fact
    templates.filters["paragraph"] = _wrap_paragraph
    templates.filters["reason"] = _wrap_reason
    templates.filters["md"] = escape_markdown
    return templates


def _wrap_fact(line: Line) -> str:
    """Put the value beside its label, the lines after the first below the value."""
    label = f"{line.label}:".ljust(_LABEL_COLUMNS)
    return textwrap.fill(
        line.value,
        COLUMNS,
        initial_indent=label if label.endswith(" ") else f"{label} ",
        subsequent_indent=" " * _LABEL_COLUMNS,
        break_on_hyphens=False,
    )


def _wrap_paragraph(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, COLUMNS, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _wrap_reason(reason: Reason) -> str:
    first = textwrap.fill(
        str(reason),
        COLUMNS,
        initial_indent="  - ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    )
    return f"{first}\n{_wrap_paragraph(reason.note, '    ')}" if reason.note else first
