-- Linking looks only at what a load has changed; this is where a load says so, in its own
-- transaction, so that what a killed run loaded is linked by the next one.

create table ops.unlinked (
    document_id varchar not null
);
comment on table ops.unlinked is 'Documents loaded or changed since links were last made; empty between runs.';
comment on column ops.unlinked.document_id is 'The row of documents.';

insert into ops.unlinked select document_id from documents;
