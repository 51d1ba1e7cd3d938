"""What the warehouse already knows: of a source before it is asked, of documents before a load."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from warehouse.answers import KnownDiscoveries, KnownDiscovery, KnownSource, Validators
from warehouse.connection import Connection, connect_writer
from warehouse.identity import resolve_identities
from warehouse.literals import ask
from warehouse.paths import Home
from warehouse.selecting import restore_value

__all__ = [
    "open_known_sources",
    "read_content_hashes",
    "read_discoveries",
    "read_known_source",
    "read_known_sources",
    "resolve_identities",
]

_ASKED = """
with asked as (select unnest($ids::varchar[]) as source_id, unnest($since::timestamptz[]) as since)
"""
_ALWAYS = datetime.min.replace(tzinfo=UTC)

_BASELINES = """
select distinct source_id from ops.discoveries semi join asked using (source_id)
where state = 'fetched' and not is_backfilled
"""
_DISCOVERY = """
select source_id, key, fingerprint, state, attempts, is_history, first_seen_at_utc,
    last_checked_at_utc, url, title, listed_date, language, is_backfilled
"""
_RECENT = """
from (
    from ops.discoveries where first_seen_at_utc >= $oldest
    union all
    from ops.discoveries where first_seen_at_utc < $oldest and state <> 'fetched'
) join asked using (source_id)
where asked.since is null or state <> 'fetched' or first_seen_at_utc >= asked.since
"""
_OF_KEYS = (
    "from ops.discoveries where source_id = $source_id and key in (select unnest($keys::varchar[]))"
)

_NEWEST_ANSWERS = """
select fetches.source_id, url,
    arg_max({'etag': etag, 'last_modified': last_modified},
        (fetched_at_utc, fetches.run_id, position)) as validators,
    arg_max(payload_sha256, (fetched_at_utc, fetches.run_id, position))
        filter (fetches.status = 200) as sha256
from ops.fetches as fetches
join asked on asked.source_id = fetches.source_id
join ops.source_runs as runs
    on runs.run_id = fetches.run_id and runs.source_id = fetches.source_id
where fetches.fetched_at_utc >= $oldest and runs.ended_at_utc >= $oldest
    and fetches.outcome <> 'failed' and runs.outcome <> 'failed'
    and fetches.run_id not in (select run_id from ops.runs where trigger = 'backfill')
    and (fetches.status = 200
        or fetches.status = 304 and coalesce(etag, last_modified) is not null)
    and (asked.since is null
        or fetches.fetched_at_utc >= asked.since and runs.ended_at_utc >= asked.since)
group by fetches.source_id, url
"""


def read_known_source(
    con: Connection, source_id: str, since: datetime | None = None
) -> KnownSource:
    """Read what one source has named and answered before, as `read_known_sources` does."""
    return read_known_sources(con, {source_id: since})[source_id]


def read_known_sources(
    con: Connection, asked: Mapping[str, datetime | None]
) -> dict[str, KnownSource]:
    """Read what sources have named and answered before; all of it, or what is recent.

    Validators and payload hashes, by address, are those of the newest answer out of a run in
    which the source was loaded: an answer whose load never came about, or was stopped, must be
    asked for again. A 304 carries on the validators it was asked with. What a backfill was
    answered is left out: it took only a part of what was on the page.

    `asked` gives each source's id and since when: items still waiting are there however old,
    others and answers only from then on (an address that was not asked since is asked for in
    full); with None, everything is.
    """
    values = {"ids": list(asked), "since": list(asked.values())}
    baselines = {source_id for (source_id,) in ask(con, _ASKED + _BASELINES, values)}
    # With one instant for all, what is older is passed over without being read.
    values |= {"oldest": min(one or _ALWAYS for one in asked.values()) if asked else _ALWAYS}
    discoveries = _group_discoveries(ask(con, _ASKED + _DISCOVERY + _RECENT, values))
    answers = _group_answers(ask(con, _ASKED + _NEWEST_ANSWERS, values))
    return {
        source_id: KnownSource(
            source_id=source_id,
            has_baseline=source_id in baselines,
            discoveries=discoveries.get(source_id, {}),
            validators={
                url: Validators(one["etag"], one["last_modified"])
                for url, one, _ in answers.get(source_id, ())
                if one["etag"] or one["last_modified"]
            },
            payload_hashes={
                url: sha256 for url, _, sha256 in answers.get(source_id, ()) if sha256 is not None
            },
        )
        for source_id in asked
    }


def open_known_sources(home: Home, asked: Mapping[str, datetime]) -> dict[str, KnownSource]:
    """Read what is recent of sources; what is older is looked up by key when it is asked for.

    Looking up opens the private file for that moment, as reading does: under the lock of the
    run, and not while another connection of this process is open.
    """

    def look_up(source_id: str, keys: Sequence[str]) -> dict[str, KnownDiscovery]:
        with connect_writer(home) as con:
            return read_discoveries(con, source_id, keys)

    with connect_writer(home) as con:
        known = read_known_sources(con, asked)
    return {
        name: replace(one, discoveries=KnownDiscoveries(one.discoveries, partial(look_up, name)))
        for name, one in known.items()
    }


def read_discoveries(
    con: Connection, source_id: str, keys: Sequence[str]
) -> dict[str, KnownDiscovery]:
    """Read what is remembered of these items of a source."""
    values = {"source_id": source_id, "keys": list(keys)}
    found = ask(con, _DISCOVERY + _OF_KEYS, values)
    return _group_discoveries(found).get(source_id, {})


def read_content_hashes(con: Connection, document_ids: Sequence[str]) -> dict[str, str]:
    """Read the content hash of the current version of each of these documents that is stored."""
    found = con.execute(
        "select document_id, content_sha256 from documents"
        " where document_id in (select unnest(?::varchar[]))",
        [list(document_ids)],
    )
    return dict(found.fetchall())


def _group_discoveries(
    rows: Iterable[Sequence[Any]],
) -> dict[str, dict[str, KnownDiscovery]]:
    known: dict[str, dict[str, KnownDiscovery]] = {}
    for source_id, key, *rest in rows:
        discovery = KnownDiscovery(*(restore_value(value) for value in rest))
        known.setdefault(source_id, {})[key] = discovery
    return known


def _group_answers(rows: Iterable[Sequence[Any]]) -> dict[str, list[Sequence[Any]]]:
    answers: dict[str, list[Sequence[Any]]] = {}
    for source_id, *answer in rows:
        answers.setdefault(source_id, []).append(answer)
    return answers
