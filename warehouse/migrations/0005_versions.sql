-- What changed from version to version, who brought each version, and what is said to be gone.
-- Nothing is ever deleted: a document that vanishes is marked, with when and by what evidence.

alter table versions add column source_id varchar;
comment on column versions.source_id is 'The source that brought this version; null where an older file does not tell.';

-- Only seeds come without a place in the archive.
update versions
set source_id = found.source_id
from (
    select
        versions.document_id,
        versions.version_number,
        case
            when versions.archive_file is null
                and (documents.source_id = 'seeds' or versions.version_number > 1) then 'seeds'
            when fetches.source_id is not null then fetches.source_id
            when versions.version_number = 1 then documents.source_id
        end as source_id
    from versions
    join documents on documents.document_id = versions.document_id
    left join (
        select archive_file, archive_offset, min(source_id) as source_id
        from ops.fetches
        where archive_file is not null
        group by all
    ) as fetches
        on fetches.archive_file = versions.archive_file
        and fetches.archive_offset = versions.archive_offset
) as found
where found.document_id = versions.document_id
    and found.version_number = versions.version_number;

create table version_changes (
    document_id varchar not null,
    version_number integer not null,
    field varchar not null,
    previous_version integer not null,
    old_value varchar,
    new_value varchar,
    text_diff varchar
);
comment on table version_changes is 'What changed from one version to the next: one row a field; a long text as a diff. Versions that an older program loaded have none.';
comment on column version_changes.document_id is 'The row of documents.';
comment on column version_changes.version_number is 'The version that came.';
comment on column version_changes.field is 'Name of the field, as in the record.';
comment on column version_changes.previous_version is 'The version that was current when it came, and with which it is compared.';
comment on column version_changes.old_value is 'The value before, lists as JSON; null where there was none, and for a long text.';
comment on column version_changes.new_value is 'The value after, lists as JSON; null where there is none, and for a long text.';
comment on column version_changes.text_diff is 'For a long text: its changed lines in the form of git diff --word-diff, [-taken out-] and {+put in+}.';

create table ops.withdrawals (
    document_id varchar not null,
    withdrawal_type varchar not null,
    noticed_at_utc timestamptz not null,
    version_number integer,
    source_id varchar not null,
    evidence varchar not null,
    certainty varchar not null,
    looks integer not null,
    ended_at_utc timestamptz
);
comment on table ops.withdrawals is 'Documents, or versions of them, that are said to be gone where they were found; nothing is deleted here.';
comment on column ops.withdrawals.document_id is 'The row of documents.';
comment on column ops.withdrawals.withdrawal_type is 'gone (asked for again, the publisher says there is no such thing), unlisted (a listing that shows older and newer items leaves it out) or replaced (reissued).';
comment on column ops.withdrawals.noticed_at_utc is 'When it was first noticed.';
comment on column ops.withdrawals.version_number is 'The version that was withdrawn; null where it is the document.';
comment on column ops.withdrawals.source_id is 'The source at which it was noticed.';
comment on column ops.withdrawals.evidence is 'What was seen, in one line.';
comment on column ops.withdrawals.certainty is 'stated (the publisher says so), likely (seen more than once, or a plain not found) or possible (seen once).';
comment on column ops.withdrawals.looks is 'In how many runs it was noticed; counted up to the second, unless it ended.';
comment on column ops.withdrawals.ended_at_utc is 'When it was there again; null while it is gone.';
