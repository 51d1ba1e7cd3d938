"""What is stored about sources, quarantine and gaps, put to the rules of operators' alarms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tasks.alert.conditions import OK, Kind, Observed, judge_conditions
from tasks.alert.operations import compose_alarms, print_span
from tasks.alert_settings import OperatorSettings
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.watching import load_operators
from warehouse.conditions import (
    GapFacts,
    SourceFacts,
    count_quarantined,
    read_conditions,
    read_gap_facts,
    read_source_facts,
    write_conditions,
)
from warehouse.connection import Connection
from warehouse.mutes import read_mutes
from warehouse.pace import SourcePace, read_paces
from warehouse.rows import AlertRow
from warehouse.vocabulary import Outcome, Reason

BLOCKED = frozenset(
    (Reason.BLOCKED, Reason.CHALLENGE_PAGE, Reason.DECOY_PAGE, Reason.ROBOTS_REFUSED)
)
"""Failures by which a site turns us away."""

LAYOUT_CHANGED = frozenset(
    (Reason.LAYOUT_CHANGED, Reason.EMPTY_LISTING, Reason.BELOW_MINIMUM, Reason.REPEATED_PAGE)
)
"""Failures by which a site answers, but not as its declaration says."""

_GAPS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Facts:
    """What is stored of sources, quarantine (documents lately held, by source) and gaps."""

    sources: tuple[SourceFacts, ...]
    paces: Mapping[str, SourcePace]
    held: Mapping[str, int]
    gaps: tuple[GapFacts, ...]


def note_conditions(
    con: Connection, settings: Settings, sources: Sequence[Source], now: datetime
) -> tuple[AlertRow, ...]:
    """Look at how everything stands, and write alarms into the outbox; returns those written.

    The state and the alarms are one transaction: a process that dies neither loses an alarm nor
    gives it twice.
    """
    operators = settings.operators
    rows, alarms = judge_conditions(
        read_conditions(con),
        observe(read_facts(con, operators, sources, now), operators, sources, now),
        [timedelta(days=days) for days in operators.repeat_days],
        now,
    )
    recipients = load_operators(settings)
    alerts = compose_alarms(alarms, recipients, operators, read_mutes(con, now), now)
    return write_conditions(con, rows, alerts)


def read_facts(
    con: Connection, operators: OperatorSettings, sources: Sequence[Source], now: datetime
) -> Facts:
    """Read what the alarms are judged by."""
    return Facts(
        read_source_facts(con, [source.id for source in sources]),
        read_paces(con, now),
        count_quarantined(con, now - timedelta(days=operators.quarantine_days)),
        read_gap_facts(con),
    )


def observe(
    facts: Facts, operators: OperatorSettings, sources: Sequence[Source], now: datetime
) -> list[Observed]:
    """Say how every source, its freshness, its quarantine, and every series of numbers stands.

    A source that is declared as one that refuses programs does as it is expected to.
    """
    by_id = {source.id: source for source in sources if not source.is_shut}
    open_ones = [one for one in facts.sources if one.source_id in by_id]
    return [
        *(_observe_runs(one, operators) for one in open_ones),
        *(
            _observe_freshness(facts.paces[one.source_id], by_id[one.source_id], now)
            for one in open_ones
        ),
        *(_observe_quarantine(one.source_id, facts.held, operators) for one in open_ones),
        *_observe_gaps(facts.gaps, operators, now),
    ]


def _observe_runs(facts: SourceFacts, operators: OperatorSettings) -> Observed:
    if facts.last_outcome != Outcome.FAILED or facts.failed_runs < operators.failing_after_runs:
        return Observed(Kind.SOURCE, facts.source_id, OK, "it answers as it should")
    reason = Reason(facts.last_reason) if facts.last_reason else None
    state = "failing"
    if reason in BLOCKED:
        state = "blocked"
    elif reason in LAYOUT_CHANGED:
        state = "layout_changed"
    words = reason.value.replace("_", " ") if reason else "failed"
    message = f"{words}: {facts.last_message}" if facts.last_message else words
    return Observed(Kind.SOURCE, facts.source_id, state, message)


def _observe_freshness(pace: SourcePace, source: Source, now: datetime) -> Observed:
    limit = timedelta(hours=source.cadence.silent_after_hours)
    if now - pace.silent_since_utc <= limit:
        return Observed(Kind.FRESHNESS, source.id, OK, "it has news again")
    message = f"nothing new for longer than {print_span(limit)}"
    return Observed(Kind.FRESHNESS, source.id, "silent", message, since=pace.silent_since_utc)


def _observe_quarantine(
    source_id: str, held: Mapping[str, int], operators: OperatorSettings
) -> Observed:
    number, limit = held.get(source_id, 0), operators.quarantine_limit
    within = f"in {operators.quarantine_days} days, the limit is {limit}"
    state = "over_limit" if number > limit else OK
    counted = f"{number} document{'s' if number != 1 else ''}"
    return Observed(Kind.QUARANTINE, source_id, state, f"{counted} {within}")


def _observe_gaps(
    gaps: Sequence[GapFacts], operators: OperatorSettings, now: datetime
) -> Iterator[Observed]:
    """Say which gaps stay open, by series and year: a gap that is half closed is no other."""
    patience = timedelta(days=operators.gap_days)
    series: dict[str, list[GapFacts]] = {}
    for gap in gaps:
        series.setdefault(f"{gap.series} {gap.year}", []).append(gap)
    for subject, found in series.items():
        stale = [gap for gap in found if now - gap.open_since_utc > patience]
        if stale:
            yield _observe_stale(subject, stale)
        else:
            yield Observed(Kind.GAP, subject, OK, "no gap is open for long")


def _observe_stale(subject: str, stale: Sequence[GapFacts]) -> Observed:
    shown = [_write_gap(gap) for gap in stale[:_GAPS_SHOWN]]
    more = f" and {len(stale) - len(shown)} more" if len(stale) > len(shown) else ""
    numbers = tuple(
        str(number) for gap in stale for number in range(gap.first_number, gap.last_number + 1)
    )
    return Observed(
        Kind.GAP,
        subject,
        "open",
        f"missing: {', '.join(shown)}{more}",
        parts=numbers,
        since=min(gap.open_since_utc for gap in stale),
    )


def _write_gap(gap: GapFacts) -> str:
    first, last = gap.first_number, gap.last_number
    return str(first) if first == last else f"{first} to {last}"
