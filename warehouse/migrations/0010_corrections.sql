-- The way out of the quarantine, noted; and what people put right, beside what the source gave.

create table corrections (
    document_id varchar not null,
    field varchar not null,
    source_value varchar not null,
    corrected_value varchar not null,
    reason varchar not null,
    reported_date date not null,
    reviewed_by varchar not null
);
comment on table corrections is 'Fields that hold what a reviewed correction says and not what the source gave; docs/corrections.md.';
comment on column corrections.document_id is 'The row of documents.';
comment on column corrections.field is 'The field of the record, as herewith parse names it.';
comment on column corrections.source_value is 'What the source gave, as JSON.';
comment on column corrections.corrected_value is 'What stands in the tables instead, as JSON.';
comment on column corrections.reason is 'Why, in a sentence.';
comment on column corrections.reported_date is 'When the mistake was reported.';
comment on column corrections.reviewed_by is 'Who looked at the document and agreed.';

create table ops.quarantine_attempts (
    quarantine_id varchar not null,
    run_id varchar not null,
    source_id varchar not null,
    row_key varchar not null,
    expectation varchar not null,
    outcome varchar not null,
    message varchar,
    attempted_at_utc timestamptz not null
);
comment on table ops.quarantine_attempts is 'Every time that something in quarantine was read again; what was released stands here only.';
comment on column ops.quarantine_attempts.quarantine_id is 'The row of ops.quarantine, or the one it had.';
comment on column ops.quarantine_attempts.run_id is 'The run that read it again.';
comment on column ops.quarantine_attempts.source_id is 'The source.';
comment on column ops.quarantine_attempts.row_key is 'The identity of the row.';
comment on column ops.quarantine_attempts.expectation is 'Why it was held.';
comment on column ops.quarantine_attempts.outcome is 'released, held, or lost (its bytes are not in the archive).';
comment on column ops.quarantine_attempts.message is 'One line for people, where it is still held.';
comment on column ops.quarantine_attempts.attempted_at_utc is 'When.';
