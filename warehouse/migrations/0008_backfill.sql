-- What a backfill has brought is told apart: it is no first load of its source, and not asked for
-- again as news is.

alter table ops.discoveries add column is_backfilled boolean default false;
comment on column ops.discoveries.is_backfilled is 'Whether a backfill was the first to name it; such items say nothing of whether the source was ever watched.';

create or replace view source_freshness as
with runs as (
    select
        source_id,
        count(*) as runs,
        max(ended_at_utc) as last_run_at_utc,
        max(ended_at_utc) filter (outcome <> 'failed') as last_success_at_utc,
        arg_max(outcome, ended_at_utc) as last_outcome,
        max({'ended': ended_at_utc, 'reason': reason, 'message': message}) as last_run
    from ops.source_runs
    where run_id not in (select run_id from ops.runs where trigger = 'backfill')
    group by source_id
),
items as (
    select
        source_id,
        count(*) as documents,
        max(first_seen_at_utc) filter (
            regexp_extract(coalesce(archive_file, ''), '^[0-9TZ]+-[0-9a-f]+')
            not in (select run_id from ops.runs where trigger = 'backfill')
        ) as last_new_at_utc,
        max(coalesce(distribution_date, published_date)) as last_item_date
    from documents
    group by source_id
),
waiting as (
    select source_id, count(*) as pending from ops.discoveries where state = 'pending' group by source_id
),
held as (
    select source_id, count(distinct row_key) as quarantined from ops.quarantine group by source_id
)
select
    runs.source_id,
    runs.runs,
    runs.last_run_at_utc,
    runs.last_outcome,
    runs.last_run.reason as last_reason,
    runs.last_run.message as last_message,
    runs.last_success_at_utc,
    items.last_new_at_utc,
    items.last_item_date,
    coalesce(items.documents, 0) as documents,
    coalesce(waiting.pending, 0) as pending,
    coalesce(held.quarantined, 0) as quarantined
from runs
left join items on items.source_id = runs.source_id
left join waiting on waiting.source_id = runs.source_id
left join held on held.source_id = runs.source_id;
comment on view source_freshness is 'How each source stands: last run, last success, last new item, what waits; a backfill is no run of it.';
comment on column source_freshness.source_id is 'The source.';
comment on column source_freshness.runs is 'How often it was asked.';
comment on column source_freshness.last_run_at_utc is 'When the last run of it ended.';
comment on column source_freshness.last_outcome is 'new, unchanged, not_yet_available or failed.';
comment on column source_freshness.last_reason is 'Name of the last run''s failure; null when it did not fail.';
comment on column source_freshness.last_message is 'One line for people about the last run.';
comment on column source_freshness.last_success_at_utc is 'When a run of it last did not fail.';
comment on column source_freshness.last_new_at_utc is 'When a document of it was last seen for the first time.';
comment on column source_freshness.last_item_date is 'The newest date printed on a document of it.';
comment on column source_freshness.documents is 'How many documents came through it first.';
comment on column source_freshness.pending is 'Items named but not got yet.';
comment on column source_freshness.quarantined is 'Items that could not be read or failed a check.';
