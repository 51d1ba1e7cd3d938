"""Whom a run asks, and whom it leaves alone for now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import find_source, load_sources
from warehouse.asking import read_last_asked, read_parked_hosts
from warehouse.connection import connect_writer
from warehouse.errors import UsageError
from warehouse.paths import Home


@dataclass(frozen=True, slots=True)
class Resting:
    """A source that is not due: when it was last asked, and from when on it will be again."""

    source: Source
    asked_at_utc: datetime

    @property
    def due_at_utc(self) -> datetime:
        """The first moment at which a run asks it again."""
        return self.asked_at_utc + timedelta(hours=self.source.ask_every_hours)


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom a run asks: the sources that are due, those that rest, and until when hosts rest."""

    due: Sequence[Source]
    resting: Sequence[Resting]
    parked: Mapping[str, datetime]


def plan_asking(home: Home, wanted: Sequence[str] | None, now: datetime) -> Asking:
    """Plan a run: the sources asked for by name, due or not, else those of all that are due.

    A host that asked to be left alone is left alone either way.

    Raises:
        NotFoundError: there is no source of such a name.
        UsageError: a source of such a name is not asked, but imported from files.
    """
    sources = [_find_askable(one) for one in wanted] if wanted else load_sources()
    rare = () if wanted else tuple(one.id for one in sources if one.ask_every_hours)
    with connect_writer(home) as con:
        asked = read_last_asked(con, rare) if rare else {}
        parked = read_parked_hosts(con, now)
    due = [one for one in sources if one.is_due(asked.get(one.id), now)]
    resting = [Resting(one, asked[one.id]) for one in sources if one not in due]
    return Asking(due, resting, parked)


def _find_askable(source_id: str) -> Source:
    source = find_source(source_id)
    if source.kind is SourceKind.FILE:
        raise UsageError(f"{source.id} is never asked: `herewith import {source.id} FILE`")
    return source
