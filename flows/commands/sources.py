"""`herewith sources`: every source, how it last came out, how fresh it is, what it promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from flows.commands.check import check
from flows.console import print_json, print_table, show_value
from warehouse.errors import NotFoundError

if TYPE_CHECKING:
    from tasks.sources.declaration import Source
    from warehouse.overview import SourceActivity, SourceOverview

COLUMNS = (
    "source",
    "outcome",
    "asked",
    "news",
    "a week",
    "freshness",
    "open",
    "lists",
)


@click.group(invoke_without_command=True)
@click.option("--all", "show_all", is_flag=True, help="Also sources that are off.")
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list, with all fields.")
@click.pass_context
def sources(context: click.Context, show_all: bool, as_json: bool) -> None:
    """List every source: last outcome, last new item, items a week, freshness, open findings.

    Open findings are documents in quarantine, warnings of the last checks, and what was noticed
    while reading documents of the last four weeks.
    """
    if context.invoked_subcommand is not None:
        return
    from tasks.sources.registry import load_all_sources, load_sources

    stand = read_stand()
    chosen = load_all_sources() if show_all else load_sources()
    lines = [SourceLine(one, *stand.get(one.id, (None, None))) for one in chosen]
    now = datetime.now(UTC)
    if as_json:
        print_json([line.describe(now) for line in lines])
        return
    print_table(COLUMNS, [line.list_cells(now) for line in lines])
    for line in lines:
        if line.complaint:
            click.echo(f"{line.source.id}: failed: {show_value(line.complaint)}")


sources.add_command(check)


def read_stand() -> dict[str, tuple[SourceOverview, SourceActivity | None]]:
    """Read how each source stands; nothing before the first run."""
    from tasks.settings import load_settings
    from warehouse.overview import read_activity, read_sources
    from warehouse.reading import connect_reader

    try:
        with connect_reader(load_settings().paths) as con:
            activity = read_activity(con, datetime.now(UTC))
            return {one.source_id: (one, activity.get(one.source_id)) for one in read_sources(con)}
    except NotFoundError:
        return {}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source as declared, and how it stands; null for what has never happened."""

    source: Source
    stand: SourceOverview | None
    activity: SourceActivity | None

    @property
    def outcome(self) -> str:
        """How it last came out; of a failure, its name."""
        if self.stand is None:
            return "never asked" if self.source.enabled else f"off, {self.source.standing}"
        has_failed = self.stand.last_outcome == "failed"
        said = self.stand.last_reason if has_failed else self.stand.last_outcome
        return (said or "failed").replace("_", " ")

    @property
    def complaint(self) -> str | None:
        """What a person should know of its last run, if that failed."""
        if self.stand is None or self.stand.last_outcome != "failed":
            return None
        return self.stand.last_message

    @property
    def findings(self) -> int | None:
        """How much of it waits for a person."""
        if self.stand is None:
            return None
        noticed = self.activity.findings + self.activity.warnings if self.activity else 0
        return self.stand.quarantined + noticed

    def list_cells(self, now: datetime) -> tuple[object, ...]:
        """Return its cells in the table, ages instead of times."""
        stand = self.stand
        return (
            self.source.id,
            self.outcome,
            describe_age(stand.last_run_at_utc if stand else None, now),
            describe_age(stand.last_new_at_utc if stand else None, now),
            self.activity.items_per_week if self.activity else None,
            describe_freshness(self.source, stand, now) if stand else None,
            self.findings,
            f"≥{self.source.assertions.min_listed}",
        )

    def describe(self, now: datetime) -> dict[str, object]:
        """Return everything that is known of it, for a program."""
        source, stand, activity = self.source, self.stand, self.activity
        least, most = source.assertions.min_listed, source.assertions.max_listed
        return {
            "source": source.id,
            "publisher": source.publisher,
            "enabled": source.enabled,
            "standing": source.standing,
            "outcome": stand.last_outcome if stand else "never asked",
            "reason": stand.last_reason if stand else None,
            "message": stand.last_message if stand else None,
            "last run": stand.last_run_at_utc if stand else None,
            "last new": stand.last_new_at_utc if stand else None,
            "documents": stand.documents if stand else None,
            "pending": stand.pending if stand else None,
            "quarantined": stand.quarantined if stand else None,
            "items a week": activity.items_per_week if activity else None,
            "items a week expected": source.cadence.items_per_week,
            "freshness": describe_freshness(source, stand, now) if stand else None,
            "findings": self.findings,
            "assertions": f"lists {least} to {most}",
        }


def describe_freshness(source: Source, stand: SourceOverview, now: datetime) -> str:
    """Say whether a source has been silent longer than it promises."""
    if stand.last_new_at_utc is None:
        return "nothing yet"
    silent = now - stand.last_new_at_utc
    limit = timedelta(hours=source.cadence.silent_after_hours)
    return "fresh" if silent <= limit else f"silent {silent.days} d"


def describe_age(moment: datetime | None, now: datetime) -> str | None:
    """Say how long ago something was, in its largest unit; null for what never was."""
    if moment is None:
        return None
    minutes = max(int((now - moment).total_seconds()) // 60, 0)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} d"
