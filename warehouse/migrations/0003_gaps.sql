-- Numbers that run without gaps at their publisher, and the gaps in what is here of them.
-- Read tables only; no extension is needed, so that DuckDB's own shell opens them.

create view number_series as
with numbers as (
    select
        'un_security_council' as series,
        regexp_extract(key, '^S/(\d{4})/', 1)::integer as year,
        regexp_extract(key, '^S/\d{4}/(\d+)', 1)::integer as number,
        -- The probe asks for numbers that nobody has named; one it got has been named by itself.
        source_id <> 'un_probe' or state = 'fetched' as is_named,
        state = 'fetched' and regexp_full_match(key, 'S/\d{4}/\d+') as is_here,
        attempts,
        first_seen_at_utc,
        last_checked_at_utc
    from ops.discoveries
    where regexp_matches(key, '^S/\d{4}/\d{1,5}(/|$)')
    union all
    select
        'un_security_council',
        regexp_extract(document_symbols.symbol, '^S/(\d{4})/', 1)::integer,
        regexp_extract(document_symbols.symbol, '^S/\d{4}/(\d+)', 1)::integer,
        documents.source_id <> 'seeds',
        true,
        0,
        documents.first_seen_at_utc,
        null
    from document_symbols
    join documents on documents.document_id = document_symbols.document_id
    where regexp_full_match(document_symbols.symbol, 'S/\d{4}/\d{1,5}')
    union all
    select
        'mfa_az_releases',
        2000 + right(key, 2)::integer,
        key[3:-3]::integer,
        true,
        state = 'fetched',
        attempts,
        first_seen_at_utc,
        last_checked_at_utc
    from ops.discoveries
    where source_id = 'mfa_az' and regexp_full_match(key, 'no\d{1,4}\d{2}')
    union all
    select
        'mfa_tr_' || key[1:2],
        right(key, 4)::integer,
        key[3:-6]::integer,
        true,
        state = 'fetched',
        attempts,
        first_seen_at_utc,
        last_checked_at_utc
    from ops.discoveries
    where source_id = 'mfa_tr' and regexp_full_match(key, '(no|qa)\d{1,4}-\d{4}')
)
select
    series,
    year,
    number,
    case
        when series = 'un_security_council' then 'S/' || year || '/' || number
        when series = 'mfa_tr_qa' then 'QA-' || number || ' of ' || year
        when series = 'mfa_tr_no' then 'No: ' || number || ' of ' || year
        else 'No:' || number || '/' || right(year::varchar, 2)
    end as name,
    bool_or(is_named) as is_named,
    bool_or(is_here) as is_here,
    max(attempts) as attempts,
    min(first_seen_at_utc) as first_seen_at_utc,
    max(last_checked_at_utc) as last_checked_at_utc
from numbers
group by series, year, number;
comment on view number_series is 'Every number of a series without gaps (Security Council documents, releases of Azerbaijan and Türkiye) that was named, is here, or was asked for.';
comment on column number_series.series is 'un_security_council, mfa_az_releases, mfa_tr_no or mfa_tr_qa.';
comment on column number_series.year is 'The calendar year in which the series counts.';
comment on column number_series.number is 'The number in that year, from 1.';
comment on column number_series.name is 'The number as its publisher writes it: S/2021/100, No:280/23.';
comment on column number_series.is_named is 'Whether a source named it, or an addendum or corrigendum of it; false for seeds and for numbers that were only asked for.';
comment on column number_series.is_here is 'Whether its bytes were got, or a document of that symbol is here.';
comment on column number_series.attempts is 'How often it was asked for, by the source that asked most often.';
comment on column number_series.first_seen_at_utc is 'When it was first named or asked for.';
comment on column number_series.last_checked_at_utc is 'When it was last asked for.';

create view number_gaps as
with watches as (
    select series, year(make_timestamp(epoch_us(min(first_seen_at_utc)))) as began_in
    from number_series
    where is_named
    group by series
),
bounds as (
    select
        number_series.series,
        number_series.year,
        any_value(watches.began_in) as began_in,
        min(number_series.number) as lowest,
        max(number_series.number) as highest
    from number_series
    join watches on watches.series = number_series.series
    where number_series.is_named
    group by number_series.series, number_series.year
),
wanted as (
    select
        series,
        year,
        year >= began_in as is_watched,
        unnest(range(case when year > began_in then 1 else lowest end, highest + 1)) as number
    from bounds
),
missing as (
    select
        wanted.series,
        wanted.year,
        wanted.number,
        wanted.is_watched,
        coalesce(known.is_named, false) as is_named,
        coalesce(known.attempts, 0) as attempts,
        known.last_checked_at_utc,
        wanted.number
            - row_number() over (partition by wanted.series, wanted.year order by wanted.number)
            as run
    from wanted
    left join number_series as known
        on known.series = wanted.series
        and known.year = wanted.year
        and known.number = wanted.number
    where not coalesce(known.is_here, false)
)
select
    series,
    year::integer as year,
    min(number)::integer as first_number,
    max(number)::integer as last_number,
    count(*)::integer as missing,
    count(*) filter (is_named)::integer as named,
    count(*) filter (attempts > 0)::integer as asked,
    max(last_checked_at_utc) as last_checked_at_utc,
    bool_and(is_watched) as is_watched
from missing
group by series, year, run;
comment on view number_gaps is 'Runs of numbers that ought to exist and are not here: up to the highest number named, from 1 where the year began while we watched, else from the lowest named.';
comment on column number_gaps.series is 'The series, as in number_series.';
comment on column number_gaps.year is 'The calendar year in which the series counts.';
comment on column number_gaps.first_number is 'First missing number of the run.';
comment on column number_gaps.last_number is 'Last missing number of the run.';
comment on column number_gaps.missing is 'How many numbers are missing.';
comment on column number_gaps.named is 'How many of them a source has named, so that they exist.';
comment on column number_gaps.asked is 'How many of them were asked for and were not there.';
comment on column number_gaps.last_checked_at_utc is 'When one of them was last asked for.';
comment on column number_gaps.is_watched is 'Whether the year is one in which we watched; gaps of earlier years come from few old documents.';
