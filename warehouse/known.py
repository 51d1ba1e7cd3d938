"""What the warehouse already knows: of a source before it is asked, of documents before a load."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from warehouse.answers import KnownDiscoveries, KnownDiscovery, KnownSource, Validators
from warehouse.connection import Connection, connect_writer
from warehouse.identity import resolve_identities
from warehouse.paths import Home
from warehouse.selecting import restore_value

__all__ = [
    "open_known_source",
    "read_content_hashes",
    "read_discoveries",
    "read_known_source",
    "resolve_identities",
]

Values = dict[str, object]
"""Values of the named parameters of a question."""

_DISCOVERIES = """
select key, fingerprint, state, attempts, is_history, first_seen_at_utc, last_checked_at_utc,
    url, title, listed_date, language, is_backfilled
from ops.discoveries
where source_id = $source_id
"""
_ARE_RECENT = " and (state <> 'fetched' or first_seen_at_utc >= $since)"
_HAVE_KEYS = " and key in (select unnest($keys::varchar[]))"

_NEWEST_ANSWERS = """
select url, arg_max({'etag': etag, 'last_modified': last_modified},
        (fetched_at_utc, fetches.run_id, position)) as validators,
    arg_max(payload_sha256, (fetched_at_utc, fetches.run_id, position))
        filter (fetches.status = 200) as sha256
from ops.fetches as fetches
join ops.source_runs as runs
    on runs.run_id = fetches.run_id and runs.source_id = fetches.source_id
where fetches.source_id = $source_id
    and fetches.outcome <> 'failed' and runs.outcome <> 'failed'
    and fetches.run_id not in (select run_id from ops.runs where trigger = 'backfill')
    and (fetches.status = 200
        or fetches.status = 304 and coalesce(etag, last_modified) is not null)
"""
_ARE_NEW_ENOUGH = " and fetches.fetched_at_utc >= $since and runs.ended_at_utc >= $since"


def read_known_source(
    con: Connection, source_id: str, since: datetime | None = None
) -> KnownSource:
    """Read what a source has named and answered before; all of it, or what is recent.

    Validators and payload hashes, by address, are those of the newest answer out of a run in
    which the source was loaded: an answer whose load never came about, or was stopped, must be
    asked for again. A 304 carries on the validators it was asked with. What a backfill was
    answered is left out: it took only a part of what was on the page.

    With `since`, items still waiting are there however old, others and answers only from then
    on: an address that was not asked since is asked for in full.
    """
    answers = _read_answers(con, source_id, since)
    return KnownSource(
        source_id=source_id,
        has_baseline=_has_baseline(con, source_id),
        discoveries=_read_discoveries(con, source_id, since),
        validators={
            url: Validators(one["etag"], one["last_modified"])
            for url, one, _ in answers
            if one["etag"] or one["last_modified"]
        },
        payload_hashes={url: sha256 for url, _, sha256 in answers if sha256 is not None},
    )


def open_known_source(home: Home, source_id: str, since: datetime) -> KnownSource:
    """Read what is recent of a source; what is older is looked up by key when it is asked for.

    Looking up opens the private file for that moment, as reading does: under the lock of the
    run, and not while another connection of this process is open.
    """

    def look_up(keys: Sequence[str]) -> dict[str, KnownDiscovery]:
        with connect_writer(home) as con:
            return read_discoveries(con, source_id, keys)

    with connect_writer(home) as con:
        known = read_known_source(con, source_id, since)
    return replace(known, discoveries=KnownDiscoveries(known.discoveries, look_up))


def read_discoveries(
    con: Connection, source_id: str, keys: Sequence[str]
) -> dict[str, KnownDiscovery]:
    """Read what is remembered of these items of a source."""
    values: Values = {"source_id": source_id, "keys": list(keys)}
    return _build_discoveries(con, _DISCOVERIES + _HAVE_KEYS, values)


def read_content_hashes(con: Connection, document_ids: Sequence[str]) -> dict[str, str]:
    """Read the content hash of the current version of each of these documents that is stored."""
    found = con.execute(
        "select document_id, content_sha256 from documents"
        " where document_id in (select unnest(?::varchar[]))",
        [list(document_ids)],
    )
    return dict(found.fetchall())


def _has_baseline(con: Connection, source_id: str) -> bool:
    found = con.execute(
        "select 1 from ops.discoveries where source_id = ? and state = 'fetched'"
        " and not is_backfilled limit 1",
        [source_id],
    )
    return bool(found.fetchall())


def _read_discoveries(
    con: Connection, source_id: str, since: datetime | None
) -> dict[str, KnownDiscovery]:
    sql = _DISCOVERIES if since is None else _DISCOVERIES + _ARE_RECENT
    return _build_discoveries(con, sql, _name_values(source_id, since))


def _build_discoveries(con: Connection, sql: str, values: Values) -> dict[str, KnownDiscovery]:
    rows = con.execute(sql, values).fetchall()
    return {key: KnownDiscovery(*(restore_value(value) for value in rest)) for key, *rest in rows}


def _read_answers(
    con: Connection, source_id: str, since: datetime | None
) -> list[tuple[str, dict[str, str | None], str | None]]:
    sql = _NEWEST_ANSWERS if since is None else _NEWEST_ANSWERS + _ARE_NEW_ENOUGH
    return con.execute(sql + " group by url", _name_values(source_id, since)).fetchall()


def _name_values(source_id: str, since: datetime | None) -> Values:
    return {"source_id": source_id} | ({} if since is None else {"since": since})
