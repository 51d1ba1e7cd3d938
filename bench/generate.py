"""A warehouse of any size, of invented letters on harmless matters.

`python -m bench.generate HOME COUNT` writes COUNT letters, with all that a run would have stored
of each: the document, its letter, symbols, agenda item, citations, version, the discovery and
the request that brought it. The same numbers always give the same letters.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from warehouse.connection import Connection, connect_writer
from warehouse.paths import Home

PARAGRAPHS = 2_000
PARAGRAPHS_PER_LETTER = 10
LETTERS_PER_RUN = 100

_WORDS = """
herring seed vault postal service weather station buoy lighthouse ferry timetable
archive the of and to in for with on at by from has honour inform transmit annexed
list table note counted measured agreed registered opened repaired painted translated
delivered stamped northern southern coastal annual joint technical provisional regular
new common small
"""
_PARTIES = (("Iceland", "ISL"), ("Norway", "NOR"), ("Fiji", "FJI"), ("Chile", "CHL"))

_LETTERS = """
create temp table made as
select
    n,
    'un:A/' || (n // 20000) || '/' || n || ':en' as document_id,
    ['A/' || (n // 20000) || '/' || n, 'S/' || (n // 20000) || '/' || n] as symbols,
    $parties[1 + n % len($parties)] as party,
    date '1980-01-01' + (n // 60)::integer as letter_date,
    array_to_string(list_transform(range($length), lambda i:
        ($texts[1 + (hash(n * 31 + i) % len($texts))::integer])::varchar), chr(10)) as body,
    sha256('letter ' || n) as sha,
    'run-' || lpad((n // $per_run)::varchar, 8, '0') as run_id,
    timestamptz '2026-01-01 00:00:00Z' - to_days((($total - n) // $per_run)::integer) as at_utc
from range($first, $first + $count) numbers(n)
"""

_INSERTS = (
    """
insert into documents by name
select document_id, 'letter' as document_type, 'un_ga' as source_id, symbols,
    'Letter number ' || n || ' on herring' as title, 'en' as language,
    letter_date + 5 as distribution_date, false as is_reissued, body, true as has_text,
    [] as findings, true as is_history, 1 as version_number, sha as content_sha256,
    sha as payload_sha256, run_id || '.warc.gz' as archive_file, n * 1000 as archive_offset,
    at_utc as first_seen_at_utc, at_utc as changed_at_utc, 'https://example.org/' || n as url
from made
""",
    """
insert into versions by name
select document_id, 1 as version_number, sha as content_sha256, sha as payload_sha256,
    run_id || '.warc.gz' as archive_file, n * 1000 as archive_offset,
    'Letter number ' || n || ' on herring' as title, body, [] as changed_fields,
    to_json({'title': 'Letter number ' || n, 'body': body})::varchar as record_json,
    at_utc as loaded_at_utc
from made
""",
    """
insert into letters by name
select document_id, letter_date,
    [{'office': 'Permanent Representative', 'party': party.party, 'iso3': party.iso3}] as senders,
    ['Secretary-General'] as addressees, [{'name': 'Una Una', 'title_lines': ['Ambassador']}]
    as signatories, ['34'] as agenda_items, [] as requests_circulation,
    [] as requests_attention, [] as announces_circulation, [] as in_reply_to
from made
""",
    """
insert into document_symbols by name
select document_id, unnest(symbols) as symbol, unnest([1, 2]) as position,
    false as is_reissued
from made
""",
    """
insert into agenda_items by name
select document_id, 1 as position, '34' as item from made
""",
    """
insert into citations by name
select document_id, 1 as position,
    'A/' || ((n - 7) // 20000) || '/' || (n - 7) as cited_symbol, n % 3 = 0 as is_reply
from made where n % 2 = 0 and n >= 7
""",
    """
insert into links by name
select document_id as from_document_id,
    'un:A/' || ((n - 7) // 20000) || '/' || (n - 7) || ':en' as to_document_id,
    case when n % 3 = 0 then 'replies_to' else 'cites' end as link_type,
    'A/' || ((n - 7) // 20000) || '/' || (n - 7) as evidence
from made where n % 2 = 0 and n >= 7
""",
    """
insert into ops.discoveries by name
select 'un_ga' as source_id, symbols[1] as key, 'https://example.org/' || n as url,
    letter_date + 5 as listed_date, 'f' || n as fingerprint, 'fetched' as state, 1 as attempts,
    true as is_history, at_utc as first_seen_at_utc, at_utc as last_checked_at_utc
from made
""",
    """
insert into ops.fetches by name
select run_id, (n % $per_run + 1)::integer as position, 'un_ga' as source_id,
    'https://example.org/' || n as url, 200 as status, 'new' as outcome, 'e' || n as etag,
    sha as payload_sha256, run_id || '.warc.gz' as archive_file, n * 1000 as archive_offset,
    at_utc as fetched_at_utc
from made
""",
    """
insert into ops.source_runs by name
select run_id, 'un_ga' as source_id, 'new' as outcome, 100 as discovered, 100 as fetched,
    0 as not_yet_available, 0 as failed, count(*) as inserted, 0 as updated, 0 as noop,
    0 as quarantined, false as is_baseline, any_value(at_utc) as started_at_utc,
    any_value(at_utc) as ended_at_utc
from made group by run_id
""",
    """
insert into ops.runs by name
select run_id, any_value(at_utc) as started_at_utc, any_value(at_utc) as ended_at_utc,
    'schedule' as trigger, 'new' as outcome, count(*) as inserted, 0 as updated, 0 as noop,
    0 as quarantined, 0 as alerts
from made group by run_id
""",
)


def write_letters(con: Connection, first: int, count: int, total: int) -> None:
    """Write COUNT letters from number FIRST on, of TOTAL: a hundred a day up to 1 January 2026."""
    values = {
        "first": first,
        "count": count,
        "total": total,
        "texts": make_paragraphs(),
        "length": PARAGRAPHS_PER_LETTER,
        "parties": [{"party": party, "iso3": iso3} for party, iso3 in _PARTIES],
        "per_run": LETTERS_PER_RUN,
    }
    con.execute(_LETTERS, values)
    for sql in _INSERTS:
        con.execute(sql, {"per_run": LETTERS_PER_RUN} if "$per_run" in sql else {})
    con.execute("drop table made")


def make_paragraphs() -> list[str]:
    """Make the paragraphs that letters are put together from, about 250 characters each."""
    dice = random.Random(5)  # noqa: S311 - the same letters every time
    return [" ".join(dice.choices(_WORDS.split(), k=40)) for _ in range(PARAGRAPHS)]


def generate_warehouse(home: Home, count: int, step: int = 50_000) -> None:
    """Make a warehouse of `count` letters, `step` at a time, so that memory stays small."""
    for first in range(0, count, step):
        with connect_writer(home) as con:
            write_letters(con, first, min(step, count - first), count)


if __name__ == "__main__":
    generate_warehouse(Home(Path(sys.argv[1])), int(sys.argv[2]))
