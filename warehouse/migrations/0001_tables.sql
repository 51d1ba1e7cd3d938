-- The first tables: what analysts read (main) and what operators read (ops).
-- Identity columns are enforced by MERGE, never by an index, so that the same SQL runs elsewhere.
-- `content_sha256` never covers a time of a run.

create schema if not exists ops;

create table documents (
    document_id varchar not null,
    document_type varchar not null,
    source_id varchar not null,
    symbols varchar[] not null,
    title varchar,
    language varchar,
    original_language varchar,
    distribution varchar,
    distribution_date date,
    published_date date,
    is_reissued boolean not null,
    ga_session integer,
    ga_session_type varchar,
    sc_year integer,
    job_number varchar,
    url varchar,
    body varchar,
    abstract varchar,
    has_text boolean not null,
    findings struct(code varchar, message varchar, field varchar, page integer, "start" integer, "end" integer)[] not null,
    is_history boolean not null,
    version_number integer not null,
    content_sha256 varchar not null,
    payload_sha256 varchar,
    archive_file varchar,
    archive_offset bigint,
    first_seen_at_utc timestamptz not null,
    changed_at_utc timestamptz not null
);
comment on table documents is 'Every document, one row a document and language, current version: United Nations documents and press releases alike.';
comment on column documents.document_id is 'Identity given by herewith: un:SYMBOL:LANGUAGE, SOURCE:KEY for a press release, seed:NNN where the document prints no symbol.';
comment on column documents.document_type is 'letter, identical_letters, note_verbale, report, note, resolution, draft_resolution, agenda, meeting_record, corrigendum, press_release or other.';
comment on column documents.source_id is 'The source through which the document was first seen.';
comment on column documents.symbols is 'Symbols printed in the masthead, General Assembly first; empty where none is printed.';
comment on column documents.title is 'The title as printed, line breaks removed.';
comment on column documents.language is 'ISO 639-1 code of the language of this text.';
comment on column documents.original_language is 'The language after Original: in the masthead, in English.';
comment on column documents.distribution is 'General, Limited or Restricted, as printed after Distr.';
comment on column documents.distribution_date is 'The date in the masthead.';
comment on column documents.published_date is 'The date of a press release; how it was found stands in press_releases.date_source.';
comment on column documents.is_reissued is 'Whether an asterisk after the symbol marks a reissue for technical reasons.';
comment on column documents.ga_session is 'Session of the General Assembly, as printed in words.';
comment on column documents.ga_session_type is 'Empty for a regular session, else special or emergency special.';
comment on column documents.sc_year is 'Year of the Security Council as printed (Seventy-sixth year is 76).';
comment on column documents.job_number is 'Job number of the Secretariat, such as 21-01265.';
comment on column documents.url is 'The address the bytes came from.';
comment on column documents.body is 'The text without masthead, running heads and foot lines.';
comment on column documents.abstract is 'An abstract in our own words; only the seed catalogue has one.';
comment on column documents.has_text is 'Whether the text itself is here; false for a catalogue entry whose text is absent.';
comment on column documents.findings is 'What was noticed while reading: contradictions, forms never seen, doubtful values.';
comment on column documents.is_history is 'Whether it was already there at the first load of its source or came with the seeds; history does not alert.';
comment on column documents.version_number is 'Number of the current version, from 1.';
comment on column documents.content_sha256 is 'SHA-256 of the record; holds no time of a run.';
comment on column documents.payload_sha256 is 'SHA-256 of the bytes as fetched.';
comment on column documents.archive_file is 'WARC file that holds the bytes, below the archive folder.';
comment on column documents.archive_offset is 'Offset of the record in that WARC file, in bytes.';
comment on column documents.first_seen_at_utc is 'When the document was first seen by herewith.';
comment on column documents.changed_at_utc is 'When the current version was loaded.';

create table letters (
    document_id varchar not null,
    letter_date date,
    senders struct(office varchar, party varchar, iso3 varchar)[] not null,
    addressees varchar[] not null,
    signatories struct(name varchar, title_lines varchar[])[] not null,
    agenda_items varchar[] not null,
    is_agenda_provisional boolean,
    agenda_source varchar,
    requests_circulation varchar[] not null,
    requests_attention varchar[] not null,
    announces_circulation varchar[] not null,
    in_reply_to varchar[] not null
);
comment on table letters is 'Letters, identical letters and notes verbales circulated as United Nations documents; one row a document.';
comment on column letters.document_id is 'The row of documents.';
comment on column letters.letter_date is 'The date of the letter itself, from its title; not the masthead date.';
comment on column letters.senders is 'Who wrote: office, party (the state''s short form of the day) and its ISO 3166-1 alpha-3 code.';
comment on column letters.addressees is 'To whom: Secretary-General, President of the General Assembly, President of the Security Council, …';
comment on column letters.signatories is 'Names after (Signed) with their title lines; empty for notes verbales.';
comment on column letters.agenda_items is 'Agenda items of the General Assembly as printed: 34, 79 (a).';
comment on column letters.is_agenda_provisional is 'Whether the items are those of the provisional agenda.';
comment on column letters.agenda_source is 'Set where the items stand only in the circulation request.';
comment on column letters.requests_circulation is 'Organs as whose document the letter asks to be circulated.';
comment on column letters.requests_attention is 'Organs to whose attention the letter asks to be brought.';
comment on column letters.announces_circulation is 'Organs as whose document the letter says it will be issued.';
comment on column letters.in_reply_to is 'Symbols of the documents the letter answers.';

create table annexes (
    document_id varchar not null,
    position integer not null,
    label varchar not null,
    title varchar,
    letter_date date,
    date_from_cover date,
    original_language varchar,
    signatories struct(name varchar, title_lines varchar[])[] not null,
    parent_label varchar
);
comment on table annexes is 'Annexes, enclosures, appendices and attachments, in reading order.';
comment on column annexes.document_id is 'The row of documents.';
comment on column annexes.position is 'Place in reading order, from 1.';
comment on column annexes.label is 'Annex, Annex II, Enclosure, Appendix, …';
comment on column annexes.title is 'The annex''s own title; null where its head only repeats the letter''s.';
comment on column annexes.letter_date is 'Date of the annexed letter where the annex prints it.';
comment on column annexes.date_from_cover is 'Date of the annexed letter where only the covering letter says it.';
comment on column annexes.original_language is 'Language in [Original: …] under the head.';
comment on column annexes.signatories is 'Names after (Signed) in this annex.';
comment on column annexes.parent_label is 'Label of the annex under which an enclosure or appendix stands.';

create table document_symbols (
    document_id varchar not null,
    symbol varchar not null,
    position integer not null,
    organ varchar,
    is_reissued boolean not null
);
comment on table document_symbols is 'One row a symbol of a document; a joint document has several.';
comment on column document_symbols.document_id is 'The row of documents.';
comment on column document_symbols.symbol is 'One symbol, without the asterisk of a reissue.';
comment on column document_symbols.position is 'Place in the masthead, from 1.';
comment on column document_symbols.organ is 'Organ the symbol belongs to, such as Security Council.';
comment on column document_symbols.is_reissued is 'Whether the symbol is printed with an asterisk.';

create table agenda_items (
    document_id varchar not null,
    position integer not null,
    item varchar not null,
    ga_session integer,
    is_provisional boolean
);
comment on table agenda_items is 'One row an agenda item under which a document stands.';
comment on column agenda_items.document_id is 'The row of documents.';
comment on column agenda_items.position is 'Place in the document, from 1.';
comment on column agenda_items.item is 'The item as printed: 34, 79 (a).';
comment on column agenda_items.ga_session is 'Session of the General Assembly whose agenda it is.';
comment on column agenda_items.is_provisional is 'Whether it is an item of the provisional agenda.';

create table citations (
    document_id varchar not null,
    position integer not null,
    cited_symbol varchar not null,
    is_reply boolean not null
);
comment on table citations is 'One row a document symbol that a document cites.';
comment on column citations.document_id is 'The citing row of documents.';
comment on column citations.position is 'Order of first mention, from 1.';
comment on column citations.cited_symbol is 'The symbol cited; joint symbols are split.';
comment on column citations.is_reply is 'Whether the citing letter answers the cited document.';

create table press_releases (
    document_id varchar not null,
    publisher varchar,
    number varchar,
    published_date date,
    date_source varchar,
    mentions_letters struct(letter_date date, author varchar, party varchar, addressee varchar, symbols varchar[], stage varchar)[] not null
);
comment on table press_releases is 'Press releases and press reports; one row a document.';
comment on column press_releases.document_id is 'The row of documents.';
comment on column press_releases.publisher is 'Who published it.';
comment on column press_releases.number is 'The publisher''s own number, such as 280/23.';
comment on column press_releases.published_date is 'The date of publication.';
comment on column press_releases.date_source is 'listing, site_rule, meta, text or guessed.';
comment on column press_releases.mentions_letters is 'Letters the text speaks of: date, author, party, addressee, symbols, and the stage announced, sent or circulated.';

create table versions (
    document_id varchar not null,
    version_number integer not null,
    content_sha256 varchar not null,
    payload_sha256 varchar,
    archive_file varchar,
    archive_offset bigint,
    title varchar,
    body varchar,
    changed_fields varchar[] not null,
    record_json varchar not null,
    loaded_at_utc timestamptz not null
);
comment on table versions is 'Every version of every document that was ever loaded; none is overwritten.';
comment on column versions.document_id is 'The row of documents.';
comment on column versions.version_number is 'From 1, without gaps.';
comment on column versions.content_sha256 is 'SHA-256 of that version''s record.';
comment on column versions.payload_sha256 is 'SHA-256 of that version''s bytes.';
comment on column versions.archive_file is 'WARC file that holds that version''s bytes.';
comment on column versions.archive_offset is 'Offset of the record in that WARC file, in bytes.';
comment on column versions.title is 'Title of that version.';
comment on column versions.body is 'Text of that version.';
comment on column versions.changed_fields is 'Fields that differ from the version before; empty for the first.';
comment on column versions.record_json is 'The parsed record of that version.';
comment on column versions.loaded_at_utc is 'When that version was loaded.';

create table links (
    from_document_id varchar not null,
    to_document_id varchar not null,
    link_type varchar not null,
    evidence varchar not null
);
comment on table links is 'What herewith has joined: release to letter, letter to the document it cites or answers.';
comment on column links.from_document_id is 'The document that speaks.';
comment on column links.to_document_id is 'The document it speaks of.';
comment on column links.link_type is 'reports, replies_to or cites.';
comment on column links.evidence is 'The key that joined them: a symbol, or party, author, addressee and date of the letter.';

create table figures (
    document_id varchar not null,
    position integer not null,
    label varchar not null,
    value double not null,
    unit varchar,
    as_printed varchar not null,
    note varchar
);
comment on table figures is 'Figures stated in a document, as it states them; herewith does not vouch for them.';
comment on column figures.document_id is 'The row of documents.';
comment on column figures.position is 'Place in the document, from 1.';
comment on column figures.label is 'What is counted, in our words.';
comment on column figures.value is 'The number.';
comment on column figures.unit is 'What is counted, in the singular unit.';
comment on column figures.as_printed is 'The words of the document.';
comment on column figures.note is 'What a reader must know, such as a machine translation.';

create table ops.runs (
    run_id varchar not null,
    started_at_utc timestamptz not null,
    ended_at_utc timestamptz,
    trigger varchar not null,
    outcome varchar not null,
    inserted integer not null,
    updated integer not null,
    noop integer not null,
    quarantined integer not null,
    alerts integer not null
);
comment on table ops.runs is 'One row a monitoring run that reached its load.';
comment on column ops.runs.run_id is 'Time-ordered id of the run.';
comment on column ops.runs.started_at_utc is 'When it started.';
comment on column ops.runs.ended_at_utc is 'When its load ended.';
comment on column ops.runs.trigger is 'shell, schedule, demo, backfill or rebuild.';
comment on column ops.runs.outcome is 'new, unchanged or failed (no source answered).';
comment on column ops.runs.inserted is 'Documents inserted.';
comment on column ops.runs.updated is 'Documents that got a new version.';
comment on column ops.runs.noop is 'Documents seen again without change.';
comment on column ops.runs.quarantined is 'Documents quarantined.';
comment on column ops.runs.alerts is 'Alerts written to the outbox.';

create table ops.source_runs (
    run_id varchar not null,
    source_id varchar not null,
    outcome varchar not null,
    reason varchar,
    message varchar,
    discovered integer not null,
    fetched integer not null,
    not_yet_available integer not null,
    failed integer not null,
    inserted integer not null,
    updated integer not null,
    noop integer not null,
    quarantined integer not null,
    is_baseline boolean not null,
    started_at_utc timestamptz not null,
    ended_at_utc timestamptz not null
);
comment on table ops.source_runs is 'How each source came out of each run.';
comment on column ops.source_runs.run_id is 'The row of ops.runs.';
comment on column ops.source_runs.source_id is 'The source; seeds for the seed corpus.';
comment on column ops.source_runs.outcome is 'new, unchanged, not_yet_available or failed.';
comment on column ops.source_runs.reason is 'Name of the failure.';
comment on column ops.source_runs.message is 'One line for people.';
comment on column ops.source_runs.discovered is 'Items the feed or listing named within the look-back window.';
comment on column ops.source_runs.fetched is 'Items whose bytes were fetched.';
comment on column ops.source_runs.not_yet_available is 'Items named but not there yet; tried again next run.';
comment on column ops.source_runs.failed is 'Items that failed; tried again next run.';
comment on column ops.source_runs.inserted is 'Documents inserted.';
comment on column ops.source_runs.updated is 'Documents that got a new version.';
comment on column ops.source_runs.noop is 'Documents seen again without change.';
comment on column ops.source_runs.quarantined is 'Documents quarantined.';
comment on column ops.source_runs.is_baseline is 'Whether this was the source''s first load, whose documents are history.';
comment on column ops.source_runs.started_at_utc is 'When the source was asked.';
comment on column ops.source_runs.ended_at_utc is 'When the source was done.';

create table ops.discoveries (
    source_id varchar not null,
    key varchar not null,
    url varchar not null,
    title varchar,
    listed_date date,
    language varchar,
    fingerprint varchar not null,
    state varchar not null,
    reason varchar,
    attempts integer not null,
    is_history boolean not null,
    first_seen_at_utc timestamptz not null,
    last_checked_at_utc timestamptz
);
comment on table ops.discoveries is 'Every item a source ever named, and whether its bytes were got; what is pending is tried again.';
comment on column ops.discoveries.source_id is 'The source.';
comment on column ops.discoveries.key is 'The source''s own identity of the item.';
comment on column ops.discoveries.url is 'Where the item is.';
comment on column ops.discoveries.title is 'Title in the feed or listing.';
comment on column ops.discoveries.listed_date is 'Date in the feed or listing.';
comment on column ops.discoveries.language is 'Language in which it was listed.';
comment on column ops.discoveries.fingerprint is 'Hash of what the listing says of the item.';
comment on column ops.discoveries.state is 'fetched or pending.';
comment on column ops.discoveries.reason is 'Why it is still pending.';
comment on column ops.discoveries.attempts is 'How often it was asked for.';
comment on column ops.discoveries.is_history is 'Whether it was named by the source''s first load.';
comment on column ops.discoveries.first_seen_at_utc is 'When it was first named.';
comment on column ops.discoveries.last_checked_at_utc is 'When it was last asked for.';

create table ops.fetches (
    run_id varchar not null,
    position integer not null,
    source_id varchar not null,
    url varchar not null,
    final_url varchar,
    status integer,
    outcome varchar not null,
    reason varchar,
    message varchar,
    content_type varchar,
    size_bytes bigint,
    etag varchar,
    last_modified varchar,
    payload_sha256 varchar,
    archive_file varchar,
    archive_offset bigint,
    fetched_at_utc timestamptz not null
);
comment on table ops.fetches is 'Every request and what came of it; the newest validators of an address stand here.';
comment on column ops.fetches.run_id is 'The run.';
comment on column ops.fetches.position is 'Order within the run of its source, from 1.';
comment on column ops.fetches.source_id is 'The source that asked.';
comment on column ops.fetches.url is 'The address asked for.';
comment on column ops.fetches.final_url is 'The address that answered, after redirects.';
comment on column ops.fetches.status is 'HTTP status; null when nothing answered.';
comment on column ops.fetches.outcome is 'new, unchanged, not_yet_available or failed.';
comment on column ops.fetches.reason is 'Name of the failure.';
comment on column ops.fetches.message is 'One line for people.';
comment on column ops.fetches.content_type is 'Content-Type as sent.';
comment on column ops.fetches.size_bytes is 'Size of the body.';
comment on column ops.fetches.etag is 'ETag as sent.';
comment on column ops.fetches.last_modified is 'Last-Modified as sent.';
comment on column ops.fetches.payload_sha256 is 'SHA-256 of the body.';
comment on column ops.fetches.archive_file is 'WARC file that holds the body.';
comment on column ops.fetches.archive_offset is 'Offset in that file, in bytes.';
comment on column ops.fetches.fetched_at_utc is 'When it was asked for.';

create table ops.quarantine (
    quarantine_id varchar not null,
    run_id varchar not null,
    source_id varchar not null,
    table_name varchar not null,
    row_key varchar not null,
    expectation varchar not null,
    column_name varchar,
    value varchar,
    message varchar not null,
    payload_sha256 varchar,
    archive_file varchar,
    archive_offset bigint,
    record_json varchar,
    quarantined_at_utc timestamptz not null
);
comment on table ops.quarantine is 'What could not be read or failed a check, with its reason and where its bytes are.';
comment on column ops.quarantine.quarantine_id is 'Hash of the source, row key, bytes, expectation and column: the same failure is one row.';
comment on column ops.quarantine.run_id is 'The run that first quarantined it.';
comment on column ops.quarantine.source_id is 'The source.';
comment on column ops.quarantine.table_name is 'The table the row was meant for.';
comment on column ops.quarantine.row_key is 'The row''s identity, or the item''s key where nothing could be read.';
comment on column ops.quarantine.expectation is 'The expectation that failed, or the name of the failure.';
comment on column ops.quarantine.column_name is 'The column that failed.';
comment on column ops.quarantine.value is 'The value that failed.';
comment on column ops.quarantine.message is 'One line for people.';
comment on column ops.quarantine.payload_sha256 is 'SHA-256 of the bytes.';
comment on column ops.quarantine.archive_file is 'WARC file that holds the bytes.';
comment on column ops.quarantine.archive_offset is 'Offset in that file, in bytes.';
comment on column ops.quarantine.record_json is 'The record as it was read, if it was.';
comment on column ops.quarantine.quarantined_at_utc is 'When.';

create table ops.alerts (
    alert_id varchar not null,
    event_id varchar not null,
    event_type varchar not null,
    document_id varchar,
    reasons varchar[] not null,
    recipient varchar not null,
    channel varchar not null,
    title varchar not null,
    body_text varchar not null,
    body_html varchar not null,
    state varchar not null,
    attempts integer not null,
    next_attempt_at_utc timestamptz,
    created_at_utc timestamptz not null,
    sent_at_utc timestamptz,
    last_error varchar
);
comment on table ops.alerts is 'The outbox: one row a message and recipient, content frozen when the letter was loaded.';
comment on column ops.alerts.alert_id is 'Hash of event and recipient.';
comment on column ops.alerts.event_id is 'Hash of event type and document; the idempotency key on the wire.';
comment on column ops.alerts.event_type is 'new_letter.';
comment on column ops.alerts.document_id is 'The document it is about.';
comment on column ops.alerts.reasons is 'The rules that matched.';
comment on column ops.alerts.recipient is 'Name of the recipient: terminal, feed, or the hash of a configured URL; never the URL.';
comment on column ops.alerts.channel is 'terminal, feed or apprise.';
comment on column ops.alerts.title is 'Title, usable as the subject of a mail.';
comment on column ops.alerts.body_text is 'Message as plain text.';
comment on column ops.alerts.body_html is 'Message as HTML.';
comment on column ops.alerts.state is 'pending, sent, failed or muted.';
comment on column ops.alerts.attempts is 'How often it was tried.';
comment on column ops.alerts.next_attempt_at_utc is 'When it is tried next.';
comment on column ops.alerts.created_at_utc is 'When it was written, in the transaction that loaded the letter.';
comment on column ops.alerts.sent_at_utc is 'When the channel acknowledged it.';
comment on column ops.alerts.last_error is 'Why the last try failed; holds no secret.';

create table ops.expectation_results (
    run_id varchar not null,
    source_id varchar not null,
    table_name varchar not null,
    expectation varchar not null,
    column_name varchar,
    severity varchar not null,
    is_success boolean not null,
    element_count bigint,
    unexpected_count bigint,
    checked_at_utc timestamptz not null
);
comment on table ops.expectation_results is 'What was checked in each run and how it came out.';
comment on column ops.expectation_results.run_id is 'The run.';
comment on column ops.expectation_results.source_id is 'The source whose batch was checked.';
comment on column ops.expectation_results.table_name is 'The table the batch was meant for.';
comment on column ops.expectation_results.expectation is 'Name of the expectation.';
comment on column ops.expectation_results.column_name is 'The column, where it is about one.';
comment on column ops.expectation_results.severity is 'error or warning.';
comment on column ops.expectation_results.is_success is 'Whether it held.';
comment on column ops.expectation_results.element_count is 'Rows checked.';
comment on column ops.expectation_results.unexpected_count is 'Rows that failed.';
comment on column ops.expectation_results.checked_at_utc is 'When.';
