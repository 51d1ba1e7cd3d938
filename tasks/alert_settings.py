"""What herewith.toml says of alerts: channels, watches, and what operators are alarmed about.

Only the form is checked here; names of states and sources are looked up in tasks/watching.py.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import os
import re
from collections.abc import Iterable
from datetime import time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, field_validator
from pydantic import model_validator as check_whole

from warehouse.vocabulary import DocumentType

OWN_CHANNELS = ("terminal", "feed")
"""The channels that need no setting."""

_REFERENCE = re.compile(r"\$\{(\w+)\}")
_QUIET = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def fill_references(value: object) -> object:
    """Put the values of environment variables in the place of `${NAME}`.

    Raises:
        ValueError: a variable is not set; the message names it and nothing else.
    """
    if not isinstance(value, str):
        return value
    for name in _REFERENCE.findall(value):
        if not os.environ.get(name):
            raise ValueError(f"the environment variable {name} is not set")
    return _REFERENCE.sub(lambda found: os.environ[found[1]], value)


def suggest(name: str, known: Iterable[str]) -> str:
    """Say which known name is nearest to one that is not known."""
    by_key = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(name.casefold(), list(by_key), n=1, cutoff=0.4)
    return f"; the nearest is {by_key[near[0]]!r}" if near else ""


Secret = Annotated[SecretStr, BeforeValidator(fill_references)]
"""A value that is never printed, logged or stored; `${NAME}` is read from the environment."""


class Declared(BaseModel):
    """The base: frozen, an unknown key is an error, and no error shows what was given."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class ChannelSettings(Declared):
    """A channel: an Apprise URL, or the address of a webhook with the secret that signs for it.

    A secret is written as Standard Webhooks does, `whsec_` and 24 to 64 bytes in base64; two of
    them, separated by a space, sign side by side while one replaces the other.
    """

    url: Secret | None = None
    webhook: Secret | None = None
    secret: Secret | None = None

    @check_whole(mode="after")
    def _is_one_kind(self) -> ChannelSettings:
        if (self.url is None) == (self.webhook is None):
            raise ValueError("a channel has either `url` (Apprise) or `webhook`")
        if (self.webhook is None) != (self.secret is None):
            raise ValueError("a webhook, and only that, needs `secret`")
        if self.webhook and not re.match(r"https?://[^\s/]", self.webhook.get_secret_value()):
            raise ValueError("a webhook is an http:// or https:// address")
        if self.url is not None and not re.match(r"[\w.+-]+://", self.url.get_secret_value()):
            raise ValueError("an Apprise URL begins with its service: mailto://, slack://, …")
        for one in self.secrets:
            _check_secret(one)
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """The secrets of a webhook, the present one first."""
        return tuple(self.secret.get_secret_value().split()) if self.secret else ()


class Timing(Declared):
    """When messages go: at once, or in an hourly or daily digest; not in quiet hours.

    `at` is the time of the daily digest and `quiet` is HH:MM-HH:MM, both in `zone`.
    """

    cadence: Literal["at_once", "hourly", "daily"] = "at_once"
    at: time = time(8)
    zone: str = "UTC"
    quiet: str | None = None

    @field_validator("zone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"no time zone {value!r}{suggest(value, available_timezones())}")
        return value

    @field_validator("quiet")
    @classmethod
    def _is_a_span(cls, value: str | None) -> str | None:
        found = _QUIET.fullmatch(value) if value is not None else None
        if value is not None and (found is None or found[0][:5] == found[0][6:]):
            raise ValueError("quiet hours are written HH:MM-HH:MM, such as 22:00-07:00")
        return value

    @field_validator("at")
    @classmethod
    def _has_no_zone(cls, value: time) -> time:
        if value.tzinfo is not None:
            raise ValueError("the time zone stands in `zone`")
        return value

    @check_whole(mode="after")
    def _does_not_wake(self) -> Timing:
        if self.cadence == "daily" and self.is_quiet(self.at):
            raise ValueError("the daily digest is set to a time (`at`) within the quiet hours")
        return self

    @property
    def quiet_span(self) -> tuple[time, time] | None:
        """When quiet hours begin and end; the end is the first minute that is not quiet."""
        if self.quiet is None:
            return None
        begin, end = self.quiet.split("-")
        return time.fromisoformat(begin), time.fromisoformat(end)

    def is_quiet(self, moment: time) -> bool:
        """Whether a time of day is within the quiet hours, which may pass midnight."""
        if self.quiet_span is None:
            return False
        begin, end = self.quiet_span
        return begin <= moment < end if begin < end else moment >= begin or moment < end

    @property
    def zone_info(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.zone)


class WatchSettings(Timing):
    """A rule: all criteria that are given must hold, of each at least one value; and who is told.

    `senders` and `mentioned` are states (any name or ISO 3166-1 code) or organisations; `kinds`
    are document types, by default the three kinds of letters; `words` are whole words or
    phrases, a `*` in them stands for any letters; `sql` is a condition on `letter_overview`.
    """

    name: str = Field(pattern=r"^[^\s\x00-\x1f](?:[^\x00-\x1f]{0,58}[^\s\x00-\x1f])?$")
    note: str | None = Field(default=None, max_length=500)
    senders: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    agenda_items: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    kinds: tuple[DocumentType, ...] = ()
    sources: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sql: str | None = None
    events: tuple[Literal["new", "announcement", "version"], ...] = (
        "new",
        "announcement",
        "version",
    )
    channels: tuple[str, ...] = Field(default=OWN_CHANNELS, min_length=1)


class OperatorSettings(Timing):
    """What operators are alarmed about, how often again, and through which channels.

    Without `channels`: the terminal and the URLs of `alert_urls`. An alarm is repeated after
    the given numbers of days, the last of them again and again. A source is failing after so
    many runs in a row; the quarantine is over its limit when a source had more documents in it
    within the last `quarantine_days`; a gap is an alarm once it was open for `gap_days`.
    """

    channels: tuple[str, ...] | None = None
    repeat_days: tuple[float, ...] = Field(default=(1, 3, 7), min_length=1)
    failing_after_runs: int = Field(default=1, ge=1, le=1000)
    quarantine_limit: int = Field(default=20, ge=0)
    quarantine_days: int = Field(default=7, ge=1, le=365)
    gap_days: float = Field(default=7, ge=0)

    @field_validator("repeat_days")
    @classmethod
    def _are_positive(cls, value: tuple[float, ...]) -> tuple[float, ...]:
        if min(value) <= 0:
            raise ValueError("each number of days must be above 0")
        return value


def check_names(
    channels: Iterable[str], watches: Iterable[WatchSettings], operators: OperatorSettings
) -> None:
    """Check that names are unique and that the channels named are there.

    Raises:
        ValueError: one line naming the watch and what is wrong.
    """
    known = [*OWN_CHANNELS, *channels]
    if len(known) > len(set(known)):
        raise ValueError("a channel cannot be called terminal or feed: these are always there")
    seen: set[str] = set()
    for watch in watches:
        if watch.name in seen:
            raise ValueError(f"two watches are called {watch.name!r}")
        seen.add(watch.name)
        _check_channels(f"watch {watch.name!r}", watch.channels, known)
    _check_channels("operators", operators.channels or (), known)


def _check_channels(whose: str, named: Iterable[str], known: list[str]) -> None:
    for name in named:
        if name not in known:
            raise ValueError(f"{whose}: no channel {name!r}{suggest(name, known)}")


def _check_secret(secret: str) -> None:
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not secret.startswith("whsec_") or not 24 <= len(key) <= 64:
        raise ValueError("a webhook's secret is whsec_ and 24 to 64 bytes in base64")
