-- What a library says of documents, imported from files; it never outranks a document's own text.

create table catalogue_records (
    source_id varchar not null,
    record_id varchar not null,
    document_id varchar not null,
    symbols varchar[] not null,
    title varchar,
    document_date date,
    record_types varchar[] not null,
    categories varchar[] not null,
    subjects varchar[] not null,
    authors struct(name varchar, is_state boolean)[] not null,
    agenda struct(agenda varchar, item varchar, title varchar, subject varchar)[] not null,
    files struct(url varchar, language varchar)[] not null,
    languages varchar[] not null,
    related varchar[] not null,
    notes varchar[] not null,
    batches varchar[] not null,
    changed varchar,
    payload_sha256 varchar,
    loaded_at_utc timestamptz not null
);
comment on table catalogue_records is 'Records of a library about documents, imported from files; one row a record. Join by document_id, or by symbols.';
comment on column catalogue_records.source_id is 'The library.';
comment on column catalogue_records.record_id is 'The library''s own number of the record (MARC 001).';
comment on column catalogue_records.document_id is 'The row of documents that it describes; made from the record where there was none.';
comment on column catalogue_records.symbols is 'Symbols (191 $a), as the library writes them.';
comment on column catalogue_records.title is 'Title (245), without the library''s signs between its parts.';
comment on column catalogue_records.document_date is 'Date of the masthead (269, else 260 $c); null where it is no full date.';
comment on column catalogue_records.record_types is 'The library''s codes (089 $b): B18 letters and notes verbales, B16 reports, …';
comment on column catalogue_records.categories is 'The library''s categories (989 $b), such as Letters and Notes Verbales.';
comment on column catalogue_records.subjects is 'Subject headings (610, 611, 630, 650, 651).';
comment on column catalogue_records.authors is 'Persons and bodies (700, 710); is_state marks a member state ($9 ms).';
comment on column catalogue_records.agenda is 'Agenda items (991): agenda document, item as documents print it, its title and subject.';
comment on column catalogue_records.files is 'Addresses of files (856) with their languages; they are not fetched.';
comment on column catalogue_records.languages is 'Languages of the document, by 041 and by the files.';
comment on column catalogue_records.related is 'Related documents (993).';
comment on column catalogue_records.notes is 'Notes (500, 515, 598), such as the pages of annexes.';
comment on column catalogue_records.batches is 'The library''s batch (930 $a), such as UNDNO23.';
comment on column catalogue_records.changed is 'When the library changed the record, as it writes it (005).';
comment on column catalogue_records.payload_sha256 is 'SHA-256 of the record''s bytes.';
comment on column catalogue_records.loaded_at_utc is 'When this state of the record was imported.';

comment on column ops.runs.trigger is 'shell, schedule, demo, backfill, import or rebuild.';
