"""Who is alerted, under names that hold no secret."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from tasks.alert_settings import ChannelSettings
from tasks.settings import Settings


class Channel(StrEnum):
    """The ways a message can take; the values of `channel` in `ops.alerts`."""

    TERMINAL = "terminal"
    FEED = "feed"
    APPRISE = "apprise"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient; `url` and `secrets` stand in no row, log or printed form."""

    name: str
    channel: Channel
    url: str | None = field(default=None, repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)


TERMINAL = Recipient("terminal", Channel.TERMINAL)
FEED = Recipient("feed", Channel.FEED)


def list_recipients(settings: Settings) -> tuple[Recipient, ...]:
    """Return the terminal, the feed, the configured channels, and one for each URL of `alert_urls`.

    An address is one recipient, whatever the number of names it has: the first one counts.
    """
    return tuple(dict.fromkeys(name_recipients(settings).values()))


def list_urls(settings: Settings) -> tuple[Recipient, ...]:
    """Return the recipients of the URLs of `alert_urls`."""
    known = name_recipients(settings)
    return tuple(dict.fromkeys(known[_name_url(url)] for url in settings.alert_url_list))


def find_recipients(settings: Settings, names: Iterable[str]) -> tuple[Recipient, ...]:
    """Return the recipients behind these channel names, each once."""
    known = name_recipients(settings)
    return tuple(dict.fromkeys(known[name] for name in names))


def name_recipients(settings: Settings) -> dict[str, Recipient]:
    """Return every recipient by every name it has."""
    named = [TERMINAL, FEED, *(_open(*one) for one in settings.channels.items())]
    urls = dict.fromkeys(settings.alert_url_list)
    named += [Recipient(_name_url(url), Channel.APPRISE, url) for url in urls]
    first: dict[object, Recipient] = {}
    return {one.name: first.setdefault(one.url or one.name, one) for one in named}


def _open(name: str, channel: ChannelSettings) -> Recipient:
    if channel.webhook is not None:
        url = channel.webhook.get_secret_value()
        return Recipient(name, Channel.WEBHOOK, url, channel.secrets)
    return Recipient(name, Channel.APPRISE, channel.url.get_secret_value() if channel.url else None)


def _name_url(url: str) -> str:
    return f"apprise:{hashlib.sha256(url.encode()).hexdigest()[:12]}"
