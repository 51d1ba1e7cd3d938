"""Who is alerted, under names that hold no secret."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from tasks.settings import Settings


class Channel(StrEnum):
    """The ways a message can take; the values of `channel` in `ops.alerts`."""

    TERMINAL = "terminal"
    FEED = "feed"
    APPRISE = "apprise"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient; `url` is a secret and stands in no row, log or printed form."""

    name: str
    channel: Channel
    url: str | None = field(default=None, repr=False)


def list_recipients(settings: Settings) -> tuple[Recipient, ...]:
    """Return the terminal, the feed, and one recipient for each configured Apprise URL."""
    return (
        Recipient("terminal", Channel.TERMINAL),
        Recipient("feed", Channel.FEED),
        *(
            Recipient(_name_url(url), Channel.APPRISE, url)
            for url in dict.fromkeys(settings.alert_url_list)
        ),
    )


def _name_url(url: str) -> str:
    return f"apprise:{hashlib.sha256(url.encode()).hexdigest()[:12]}"
