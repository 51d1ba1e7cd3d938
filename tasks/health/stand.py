"""How everything stands at one moment, and what of it needs a person.

Read from the published snapshot, so that looking never waits for a run. What is wrong with
sources, quarantine and gaps is judged by the rules of operators' alarms (`tasks.operating`): the
page and the alarm cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from tasks.alert.conditions import OK
from tasks.operating import Facts, observe, read_facts
from tasks.settings import Settings
from tasks.sources.declaration import Source
from warehouse.conditions import GapFacts
from warehouse.connection import Connection
from warehouse.health import (
    WEEKS,
    Held,
    OutboxState,
    count_holdings,
    read_held,
    read_news,
    read_outbox_states,
)
from warehouse.overview import SourceOverview, read_runs, read_sources
from warehouse.rows import RunRow
from warehouse.vocabulary import AlertState, Outcome

RUNS_SHOWN = 8

# The schedule's longest pause is eight hours, nine when the clocks go back.
LONGEST_PAUSE = timedelta(hours=12)

# A message that is due is sent by the next run; two runs may be missed without harm.
LONGEST_WAIT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that needs a person: what it is about, its state and a line of words."""

    subject: str
    state: str
    message: str


@dataclass(frozen=True, slots=True)
class SourceStand:
    """One watched source; `stand` is null before it was first asked.

    `news` counts what it brought for the first time in each of the last weeks, oldest first.
    `silent_since_utc` is when it last named something new, or was first asked: the fact by which
    the alarm of a silent source is judged.
    """

    source_id: str
    title: str
    publisher: str
    silent_after_hours: float
    stand: SourceOverview | None
    news: tuple[int, ...]
    silent_since_utc: datetime | None


@dataclass(frozen=True, slots=True)
class OpenGaps:
    """Numbers of one series that ought to exist and are not here."""

    series: str
    numbers: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Everything `herewith status` shows; all is well when there is no problem."""

    as_of_utc: datetime
    problems: tuple[Problem, ...]
    documents: int
    letters: int
    runs: tuple[RunRow, ...]
    sources: tuple[SourceStand, ...]
    outbox: tuple[OutboxState, ...]
    quarantine: tuple[Held, ...]
    gaps: tuple[OpenGaps, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing needs a person."""
        return not self.problems


def read_stand(
    con: Connection, settings: Settings, sources: Sequence[Source], now: datetime
) -> Stand:
    """Read how everything stands and judge it."""
    runs = read_runs(con, RUNS_SHOWN)
    outbox = read_outbox_states(con, now)
    facts = read_facts(con, settings.operators, sources, now)
    watched = (
        Problem(one.subject, one.state, one.message)
        for one in observe(facts, settings.operators, sources, now)
        if one.state != OK
    )
    documents, letters = count_holdings(con)
    return Stand(
        as_of_utc=now,
        problems=(*_judge_runs(runs, now), *_judge_outbox(outbox, now), *watched),
        documents=documents,
        letters=letters,
        runs=runs,
        sources=_join_sources(con, facts, sources, now),
        outbox=outbox,
        quarantine=read_held(con, now),
        gaps=tuple(_count_gaps(facts.gaps)),
    )


def make_empty_stand(sources: Sequence[Source], now: datetime) -> Stand:
    """Return how things stand before the first run: nothing is here, and that is a problem."""
    waiting = tuple(_describe_source(one, None, (), None) for one in sources)
    return Stand(now, tuple(_judge_runs((), now)), 0, 0, (), waiting, (), (), ())


def _judge_runs(runs: Sequence[RunRow], now: datetime) -> Iterator[Problem]:
    if not runs:
        yield Problem("runs", "never_run", "nothing has run yet: `herewith run` does")
        return
    last = runs[0]
    ended = last.ended_at_utc or last.started_at_utc
    if now - ended > LONGEST_PAUSE:
        hours = (now - ended) // timedelta(hours=1)
        yield Problem("runs", "overdue", f"no run for {hours} hours; the last was {last.run_id}")
    if last.outcome == Outcome.FAILED:
        yield Problem("runs", "failed", f"no source answered in the last run, {last.run_id}")


def _judge_outbox(outbox: Sequence[OutboxState], now: datetime) -> Iterator[Problem]:
    for one in outbox:
        if one.state == AlertState.FAILED:
            words = "given up; `herewith alerts` says why and sends them again"
            yield Problem("outbox", "failed", f"{_count(one.messages)} {words}")
        elif one.overdue_since_utc and now - one.overdue_since_utc > LONGEST_WAIT:
            since = f"{one.overdue_since_utc:%Y-%m-%d %H:%M} UTC"
            yield Problem("outbox", "overdue", f"{_count(one.messages)} {one.state}, due {since}")


def _count(messages: int) -> str:
    return "1 message" if messages == 1 else f"{messages} messages"


def _count_gaps(gaps: Sequence[GapFacts]) -> Iterator[OpenGaps]:
    for series, found in groupby(gaps, key=lambda gap: gap.series):
        sizes = [gap.last_number - gap.first_number + 1 for gap in found]
        yield OpenGaps(series, sum(sizes), len(sizes))


def _join_sources(
    con: Connection, facts: Facts, sources: Sequence[Source], now: datetime
) -> tuple[SourceStand, ...]:
    stands = {one.source_id: one for one in read_sources(con)}
    since = {name: pace.silent_since_utc for name, pace in facts.paces.items()}
    news = read_news(con, now)
    nothing = (0,) * WEEKS
    return tuple(
        _describe_source(one, stands.get(one.id), news.get(one.id, nothing), since.get(one.id))
        for one in sources
    )


def _describe_source(
    source: Source,
    stand: SourceOverview | None,
    news: tuple[int, ...],
    silent_since: datetime | None,
) -> SourceStand:
    limit = source.cadence.silent_after_hours
    return SourceStand(source.id, source.title, source.publisher, limit, stand, news, silent_since)
