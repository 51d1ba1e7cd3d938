-- Views that answer what users ask first. They read tables of this file only and need no
-- extension, so that DuckDB's own shell opens them.

create view letter_overview as
select
    letters.document_id,
    array_to_string(documents.symbols, '–') as symbols,
    letters.letter_date,
    documents.distribution_date,
    array_to_string(
        list_transform(letters.senders, lambda sender: coalesce(sender.party, sender.office)), ', '
    ) as senders,
    array_to_string(list_transform(letters.senders, lambda sender: sender.iso3), ', ') as sender_iso3,
    array_to_string(letters.addressees, ', ') as addressees,
    array_to_string(letters.agenda_items, ', ') as agenda_items,
    (select count(*) from annexes where annexes.document_id = letters.document_id) as annexes,
    documents.title,
    documents.document_type,
    documents.language,
    documents.has_text,
    documents.is_history,
    documents.version_number,
    documents.first_seen_at_utc,
    documents.url
from letters
join documents on documents.document_id = letters.document_id;
comment on view letter_overview is 'Every letter on one flat line.';
comment on column letter_overview.document_id is 'The row of documents.';
comment on column letter_overview.symbols is 'Symbols joined with an en dash, as printed.';
comment on column letter_overview.letter_date is 'The date of the letter itself.';
comment on column letter_overview.distribution_date is 'The date in the masthead.';
comment on column letter_overview.senders is 'Parties that wrote, joined with commas; the office where no party is known.';
comment on column letter_overview.sender_iso3 is 'Their ISO 3166-1 alpha-3 codes.';
comment on column letter_overview.addressees is 'To whom, joined with commas.';
comment on column letter_overview.agenda_items is 'Agenda items of the General Assembly, joined with commas.';
comment on column letter_overview.annexes is 'How many annexes, enclosures and appendices it has.';
comment on column letter_overview.title is 'The title as printed.';
comment on column letter_overview.document_type is 'letter, identical_letters or note_verbale.';
comment on column letter_overview.language is 'ISO 639-1 code of the language of this text.';
comment on column letter_overview.has_text is 'Whether the text itself is here.';
comment on column letter_overview.is_history is 'Whether it was there at the first load of its source or came with the seeds.';
comment on column letter_overview.version_number is 'Number of the current version, from 1.';
comment on column letter_overview.first_seen_at_utc is 'When herewith first saw it.';
comment on column letter_overview.url is 'The address the bytes came from.';

create view letters_by_state_month as
select
    sender.party as party,
    sender.iso3 as iso3,
    date_trunc('month', letters.letter_date)::date as month_date,
    count(distinct letters.document_id) as letters
from letters
cross join unnest(letters.senders) as unnested(sender)
where letters.letter_date is not null
group by all;
comment on view letters_by_state_month is 'How many letters each state wrote in each month; a joint letter counts for each of its senders.';
comment on column letters_by_state_month.party is 'The state''s short form of the day.';
comment on column letters_by_state_month.iso3 is 'ISO 3166-1 alpha-3 code; null for organs.';
comment on column letters_by_state_month.month_date is 'First day of the month of the letters'' own dates.';
comment on column letters_by_state_month.letters is 'Number of documents, language versions counted apart.';

create view citation_graph as
select
    citations.document_id as from_document_id,
    array_to_string(citing.symbols, '–') as from_symbols,
    citations.cited_symbol,
    cited.document_id as to_document_id,
    citations.is_reply,
    citing_letter.letter_date as from_letter_date
from citations
join documents as citing on citing.document_id = citations.document_id
left join letters as citing_letter on citing_letter.document_id = citations.document_id
left join (
    select document_symbols.symbol, documents.language, min(documents.document_id) as document_id
    from document_symbols
    join documents on documents.document_id = document_symbols.document_id
    group by all
) as cited
    on cited.symbol = citations.cited_symbol
    and cited.language is not distinct from citing.language;
comment on view citation_graph is 'What each document cites, with the cited document where it is here in the same language.';
comment on column citation_graph.from_document_id is 'The citing row of documents.';
comment on column citation_graph.from_symbols is 'Its symbols joined with an en dash.';
comment on column citation_graph.cited_symbol is 'The symbol cited.';
comment on column citation_graph.to_document_id is 'The cited row of documents; null where it is not here.';
comment on column citation_graph.is_reply is 'Whether the citing letter answers the cited document.';
comment on column citation_graph.from_letter_date is 'The date of the citing letter.';

create view exchange as
select
    answering.document_id as letter_document_id,
    answering_documents.symbols as letter_symbols,
    answering.letter_date,
    list_transform(answering.senders, lambda sender: sender.party) as letter_parties,
    links.link_type,
    answered.document_id as earlier_document_id,
    answered_documents.symbols as earlier_symbols,
    answered.letter_date as earlier_letter_date,
    list_transform(answered.senders, lambda sender: sender.party) as earlier_parties
from links
join letters as answering on answering.document_id = links.from_document_id
join documents as answering_documents on answering_documents.document_id = answering.document_id
join letters as answered on answered.document_id = links.to_document_id
join documents as answered_documents on answered_documents.document_id = answered.document_id
where links.link_type in ('replies_to', 'cites');
comment on view exchange is 'Letters that answer or cite other letters: who wrote, and to which earlier letter of whom.';
comment on column exchange.letter_document_id is 'The later letter.';
comment on column exchange.letter_symbols is 'Its symbols.';
comment on column exchange.letter_date is 'Its date.';
comment on column exchange.letter_parties is 'Who wrote it.';
comment on column exchange.link_type is 'replies_to or cites.';
comment on column exchange.earlier_document_id is 'The earlier letter.';
comment on column exchange.earlier_symbols is 'Its symbols.';
comment on column exchange.earlier_letter_date is 'Its date.';
comment on column exchange.earlier_parties is 'Who wrote that.';

create view source_freshness as
with runs as (
    select
        source_id,
        count(*) as runs,
        max(ended_at_utc) as last_run_at_utc,
        max(ended_at_utc) filter (outcome <> 'failed') as last_success_at_utc,
        arg_max(outcome, ended_at_utc) as last_outcome,
        max({'ended': ended_at_utc, 'reason': reason, 'message': message}) as last_run
    from ops.source_runs
    group by source_id
),
items as (
    select
        source_id,
        count(*) as documents,
        max(first_seen_at_utc) as last_new_at_utc,
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
comment on view source_freshness is 'How each source stands: last run, last success, last new item, what waits.';
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
