"""A message in one neutral form: what it is about, its facts, its links, and why it was sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tasks.alert.rules import Reason
from tasks.alert.wording import cut, neutralise

TITLE_LIMIT = 250
"""Characters of a title, which is the subject of a mail."""

_VALUE_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of a message: what it is, and what the document says of it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a message leads to; `is_main` marks the document itself."""

    label: str
    url: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What is said about one thing; harmless in a terminal, a mail and a feed.

    `kind` is what happened ("New letter"), `heading` of what, `mark` its symbols. `lead` is a
    sentence before the facts.
    """

    kind: str
    heading: str
    mark: str = ""
    lead: str = ""
    lines: tuple[Line, ...] = ()
    excerpt: str = ""
    links: tuple[Link, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def title(self) -> str:
        """The title, usable as the subject of a mail."""
        ending = f" ({self.mark})" if self.mark else ""
        return cut(f"{self.kind}: {self.heading}{ending}", TITLE_LIMIT)


def make_message(
    kind: str,
    heading: str,
    lines: Iterable[Line],
    *,
    mark: str = "",
    lead: str = "",
    excerpt: str = "",
    links: Sequence[tuple[str, str | None]] = (),
) -> Message:
    """Make a message out of parts that are already neutral; the first link is the main one."""
    found = [(label, clean) for label, url in links if (clean := clean_url(url)) is not None]
    return Message(
        kind=kind,
        heading=heading,
        mark=mark,
        lead=lead,
        lines=tuple(Line(line.label, cut(line.value, _VALUE_LIMIT)) for line in lines),
        excerpt=excerpt,
        links=tuple(Link(*one, is_main=place == 0) for place, one in enumerate(found)),
    )


def give_reasons(message: Message, reasons: Sequence[Reason]) -> Message:
    """Say in a message why its recipient is told."""
    return replace(
        message,
        reasons=tuple(
            Reason(
                neutralise(one.watch),
                tuple(neutralise(ground) for ground in one.grounds),
                neutralise(one.note) if one.note else None,
            )
            for one in reasons
        ),
    )


def clean_url(url: str | None) -> str | None:
    """Only a web address becomes a link."""
    clean = neutralise(url or "").replace(" ", "%20")
    return clean if clean.startswith(("https://", "http://")) else None
