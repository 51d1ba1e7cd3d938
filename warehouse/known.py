"""What the warehouse already knows: of a source before it is asked, of documents before a load."""

from __future__ import annotations

from collections.abc import Sequence

from warehouse.connection import Connection
from warehouse.identity import resolve_identities
from warehouse.rows import KnownDiscovery, KnownSource, Validators
from warehouse.selecting import restore_value

__all__ = ["read_content_hashes", "read_known_source", "resolve_identities"]

_DISCOVERIES = """
select key, fingerprint, state, attempts, is_history, first_seen_at_utc, last_checked_at_utc,
    url, title, listed_date, language
from ops.discoveries
where source_id = ?
"""

_NEWEST_ANSWERS = """
select url, arg_max({'etag': etag, 'last_modified': last_modified, 'sha': payload_sha256},
    (fetched_at_utc, fetches.run_id, position)) as newest
from ops.fetches as fetches
join ops.source_runs as runs
    on runs.run_id = fetches.run_id and runs.source_id = fetches.source_id
where fetches.source_id = ? and fetches.status = 200 and fetches.outcome <> 'failed'
    and runs.outcome <> 'failed'
group by url
"""


def read_known_source(con: Connection, source_id: str) -> KnownSource:
    """Read what a source has named and answered before.

    Validators and payload hashes, by address, are those of the newest answer with status 200
    out of a run in which the source was loaded: an answer whose load never came about, or was
    stopped, must be asked for again.
    """
    answers = _read_answers(con, source_id)
    return KnownSource(
        source_id=source_id,
        has_baseline=_has_baseline(con, source_id),
        discoveries=_read_discoveries(con, source_id),
        validators={
            url: Validators(newest["etag"], newest["last_modified"])
            for url, newest in answers.items()
            if newest["etag"] or newest["last_modified"]
        },
        payload_hashes={
            url: newest["sha"] for url, newest in answers.items() if newest["sha"] is not None
        },
    )


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
        "select 1 from ops.discoveries where source_id = ? and state = 'fetched' limit 1",
        [source_id],
    )
    return bool(found.fetchall())


def _read_discoveries(con: Connection, source_id: str) -> dict[str, KnownDiscovery]:
    rows = con.execute(_DISCOVERIES, [source_id]).fetchall()
    return {key: KnownDiscovery(*(restore_value(value) for value in rest)) for key, *rest in rows}


def _read_answers(con: Connection, source_id: str) -> dict[str, dict[str, str | None]]:
    return dict(con.execute(_NEWEST_ANSWERS, [source_id]).fetchall())
