"""What a watch would have caught of the published past, and how often it would have fired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from tasks.alert.events import Background, list_events
from tasks.alert.rules import Judge, Watch
from tasks.lexicon import PartyLexicon
from tasks.settings import Settings
from warehouse.bundles import list_days, read_bundles, read_links
from warehouse.connection import Connection
from warehouse.letter_conditions import select_letters
from warehouse.loading import News
from warehouse.reading import connect_reader

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Catch:
    """One alert that would have been given, and why."""

    day: date
    document_id: str
    title: str
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What was caught, newest first; by week (its Monday), weeks without a catch included.

    `looked_at` counts the documents of those days; `undated` those whose day nobody knows.
    """

    days: int
    catches: tuple[Catch, ...]
    weeks: tuple[tuple[date, int], ...]
    looked_at: int
    undated: int

    def as_dict(self) -> dict[str, object]:
        """Give it as plain values for JSON."""
        weeks = [{"week": week, "alerts": number} for week, number in self.weeks]
        return asdict(self) | {"weeks": weeks, "catches": [asdict(one) for one in self.catches]}


def preview_watch(settings: Settings, watch: Watch, days: int, now: datetime) -> Preview:
    """Try a watch on the documents of the last so many days.

    New versions are not tried: the past does not tell what alone would have changed them.

    Raises:
        NotFoundError: nothing has been published yet.
    """
    today = now.date()
    first = today - timedelta(days=days)
    with connect_reader(settings.paths) as con:
        by_id = list_days(con)
        recent = {one: day for one, day in by_id.items() if day is not None and first < day}
        recent = {one: day for one, day in recent.items() if day <= today}
        catches = [
            catch
            for start in range(0, len(recent), _CHUNK)
            for catch in _try_some(con, watch, sorted(recent)[start : start + _CHUNK], by_id)
        ]
    ordered = sorted(catches, key=lambda one: (one.day, one.document_id), reverse=True)
    return Preview(
        days=days,
        catches=tuple(ordered),
        weeks=count_weeks([one.day for one in ordered], first + timedelta(days=1), today),
        looked_at=len(recent),
        undated=sum(day is None for day in by_id.values()),
    )


def count_weeks(days: Sequence[date], first: date, last: date) -> tuple[tuple[date, int], ...]:
    """Count days by the Monday of their week, from the first week to the last."""
    counted = Counter(day - timedelta(days=day.weekday()) for day in days)
    monday = first - timedelta(days=first.weekday())
    weeks = range((last - monday).days // 7 + 1)
    return tuple((week, counted[week]) for week in (monday + timedelta(weeks=one) for one in weeks))


def _try_some(
    con: Connection, watch: Watch, ids: Sequence[str], days: Mapping[str, date | None]
) -> Iterator[Catch]:
    lexicon = PartyLexicon()
    news = [
        replace(one, document=replace(one.document, is_history=False))
        for one in read_bundles(con, ids)
    ]
    events = list_events(News(tuple(news)), _recall_background(con, ids, days), lexicon)
    letters = [one.subject.letter_id for one in events if one.subject.letter_id is not None]
    sql = watch.rule.sql
    hits = {sql: select_letters(con, letters, sql)} if sql and letters else {}
    judge = Judge(lexicon, hits)
    for event in events:
        grounds = judge.find_grounds(watch.rule, event.subject)
        day = days.get(event.document_id or "")
        if grounds is not None and day is not None:
            yield Catch(day, event.document_id or "", event.message.title, grounds)


def _recall_background(
    con: Connection, ids: Sequence[str], days: Mapping[str, date | None]
) -> Background:
    """Recall which releases reported a letter that was already here on their day."""
    links = read_links(con, ids)
    return Background(
        links=tuple(
            link
            for link in links
            if (to := days.get(link.to_document_id)) is not None
            and (told := days.get(link.from_document_id)) is not None
            and to <= told
        )
    )
