"""Muting by the words that people use: names are looked up before they are stored."""

from __future__ import annotations

from datetime import UTC, datetime

from tasks.alert.operations import OPERATORS
from tasks.lexicon import find_named
from tasks.settings import Settings
from tasks.sources.registry import find_source
from tasks.watching import find_watch
from warehouse.connection import connect_writer
from warehouse.mutes import read_mutes, remove_mute, write_mute
from warehouse.rows import MuteRow
from warehouse.vocabulary import MuteKind


def mute_value(settings: Settings, kind: str, value: str, until: datetime) -> tuple[str, int]:
    """Mute something; returns under which name, and how many waiting messages that stopped.

    Raises:
        UsageError: there is no such watch, sender or source.
        WarehouseBusyError: a run is at work.
    """
    named = _look_up(settings, MuteKind(kind), value)
    with connect_writer(settings.paths) as con:
        return named, write_mute(con, MuteRow(kind, named, until, datetime.now(UTC)))


def unmute_value(settings: Settings, kind: str, value: str) -> str:
    """End a mute; returns the name under which it stood.

    Raises:
        NotFoundError: it is not muted.
        WarehouseBusyError: a run is at work.
    """
    named = _look_up(settings, MuteKind(kind), value)
    with connect_writer(settings.paths) as con:
        remove_mute(con, MuteKind(kind), named)
    return named


def list_mutes(settings: Settings, now: datetime) -> tuple[MuteRow, ...]:
    """List what is muted now; from the writer's file, as a mute is not published at once."""
    with connect_writer(settings.paths) as con:
        return read_mutes(con, now)


def _look_up(settings: Settings, kind: MuteKind, value: str) -> str:
    match kind:
        case MuteKind.WATCH:
            return value if value == OPERATORS else find_watch(settings, value).name
        case MuteKind.SENDER:
            return find_named(value)[0]
        case MuteKind.SOURCE:
            return find_source(value).id
        case MuteKind.SYMBOL:
            return " ".join(value.split()).upper().replace("*", "")
