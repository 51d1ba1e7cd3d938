-- Views and macros that answer what users ask. They read tables of this file only and need no
-- extension, so that DuckDB's own shell opens them.

create view letters_once as
select
    letters.document_id,
    documents.symbols,
    coalesce(letters.letter_date, documents.distribution_date) as dated,
    letters.letter_date,
    documents.distribution_date,
    letters.senders,
    letters.agenda_items,
    documents.ga_session,
    documents.title,
    documents.language
from letters
join documents on documents.document_id = letters.document_id
qualify row_number() over (
    partition by coalesce(documents.symbols[1], letters.document_id)
    order by documents.language is distinct from 'en', documents.language, letters.document_id
) = 1;
comment on view letters_once is 'Each letter once, in English where it is here in English: the languages of one letter would count as so many letters.';
comment on column letters_once.document_id is 'The row of documents.';
comment on column letters_once.symbols is 'Its symbols.';
comment on column letters_once.dated is 'The date of the letter, else that of its masthead.';
comment on column letters_once.letter_date is 'The date of the letter itself.';
comment on column letters_once.distribution_date is 'The date in the masthead.';
comment on column letters_once.senders is 'Who wrote: office, party and ISO 3166-1 alpha-3 code.';
comment on column letters_once.agenda_items is 'Agenda items of the General Assembly as printed.';
comment on column letters_once.ga_session is 'Session of the General Assembly in its masthead.';
comment on column letters_once.title is 'The title as printed.';
comment on column letters_once.language is 'ISO 639-1 code of the language chosen.';

create or replace view letters_by_state_month as
select
    sender.party as party,
    sender.iso3 as iso3,
    date_trunc('month', letter_date)::date as month_date,
    count(distinct document_id) as letters
from letters_once
cross join unnest(senders) as unnested(sender)
where letter_date is not null
group by all;
comment on view letters_by_state_month is 'How many letters each state wrote in each month; a joint letter counts for each of its senders, the languages of one letter count once.';
comment on column letters_by_state_month.party is 'The state''s short form of the day.';
comment on column letters_by_state_month.iso3 is 'ISO 3166-1 alpha-3 code; null for organs.';
comment on column letters_by_state_month.month_date is 'First day of the month of the letters'' own dates.';
comment on column letters_by_state_month.letters is 'Number of letters.';

create view letter_timing as
with reports as (
    select links.to_document_id as document_id, links.from_document_id, documents.published_date
    from links
    join documents on documents.document_id = links.from_document_id
    where links.link_type = 'reports'
),
first_reports as (
    select
        document_id,
        min(published_date) as release_date,
        arg_min(from_document_id, (published_date, from_document_id)) as release_document_id,
        count(*) as releases
    from reports
    where published_date is not null
    group by document_id
)
select
    letters.document_id,
    array_to_string(documents.symbols, '–') as symbols,
    documents.language,
    list_distinct(list_filter(
        list_transform(letters.senders, lambda sender: sender.party), lambda party: party is not null
    )) as parties,
    letters.letter_date,
    documents.distribution_date,
    documents.distribution_date - letters.letter_date as days_to_circulation,
    first_reports.release_date,
    first_reports.release_document_id,
    coalesce(first_reports.releases, 0) as releases,
    first_reports.release_date - letters.letter_date as days_to_release,
    first_reports.release_date - documents.distribution_date as days_from_circulation_to_release
from letters
join documents on documents.document_id = letters.document_id
left join first_reports on first_reports.document_id = letters.document_id;
comment on view letter_timing is 'From the date of a letter to its circulation and to the first press release that reports it, in days.';
comment on column letter_timing.document_id is 'The row of documents.';
comment on column letter_timing.symbols is 'Symbols joined with an en dash.';
comment on column letter_timing.language is 'ISO 639-1 code of the language of this text.';
comment on column letter_timing.parties is 'The states that wrote.';
comment on column letter_timing.letter_date is 'The date of the letter itself.';
comment on column letter_timing.distribution_date is 'The date in the masthead.';
comment on column letter_timing.days_to_circulation is 'Days from the letter to the masthead date; null where one of them is unknown.';
comment on column letter_timing.release_date is 'The date of the first press release that reports it.';
comment on column letter_timing.release_document_id is 'That release; null where none is known.';
comment on column letter_timing.releases is 'How many press releases that bear a date report it.';
comment on column letter_timing.days_to_release is 'Days from the letter to that release; negative where it was announced before its date.';
comment on column letter_timing.days_from_circulation_to_release is 'Days from the masthead date to that release; negative where it was announced before circulation.';

create view letters_awaited as
with mentions as (
    select
        press_releases.document_id as release_document_id,
        press_releases.publisher,
        documents.published_date,
        unnest(press_releases.mentions_letters) as mention
    from press_releases
    join documents on documents.document_id = press_releases.document_id
),
reported as (
    select
        links.from_document_id as release_document_id,
        documents.symbols,
        list_distinct(list_concat(
            [letters.letter_date],
            (select coalesce(list(coalesce(annexes.letter_date, annexes.date_from_cover)), [])
                from annexes where annexes.document_id = documents.document_id)
        )) as days
    from links
    join documents on documents.document_id = links.to_document_id
    left join letters on letters.document_id = documents.document_id
    where links.link_type = 'reports'
)
select
    release_document_id,
    publisher,
    published_date,
    mention.stage as stage,
    mention.party as party,
    mention.author as author,
    mention.addressee as addressee,
    mention.letter_date as letter_date,
    mention.symbols as symbols
from mentions
where (mention.letter_date is not null or len(mention.symbols) > 0)
    and not exists (
        select 1
        from reported
        where reported.release_document_id = mentions.release_document_id
            and (
                list_contains(reported.days, mention.letter_date)
                or list_has_any(reported.symbols, mention.symbols)
            )
    );
comment on view letters_awaited is 'Letters that a press release speaks of, by date or symbol, and that are not here: announced but not circulated yet, or circulated and missed.';
comment on column letters_awaited.release_document_id is 'The press release that speaks of it.';
comment on column letters_awaited.publisher is 'Who published that.';
comment on column letters_awaited.published_date is 'When.';
comment on column letters_awaited.stage is 'How far the letter had come, as the release says: announced, sent or circulated.';
comment on column letters_awaited.party is 'The state that wrote it.';
comment on column letters_awaited.author is 'Who wrote it, as the release says.';
comment on column letters_awaited.addressee is 'To whom.';
comment on column letters_awaited.letter_date is 'The date of the letter, where the release gives it.';
comment on column letters_awaited.symbols is 'Its symbols, where the release gives them.';

create view coverage as
select
    source_id,
    date_trunc('month', coalesce(distribution_date, published_date))::date as month_date,
    count(*) as documents,
    count(*) filter (document_type in ('letter', 'identical_letters', 'note_verbale')) as letters,
    count(*) filter (not has_text) as without_text,
    min(coalesce(distribution_date, published_date)) as first_item_date,
    max(coalesce(distribution_date, published_date)) as last_item_date,
    min(first_seen_at_utc) as first_seen_at_utc
from documents
group by all;
comment on view coverage is 'How much of each source is here, month by month; a month without a row has nothing of it.';
comment on column coverage.source_id is 'The source through which the documents were first seen.';
comment on column coverage.month_date is 'First day of the month of their masthead or publication; null for those without a date.';
comment on column coverage.documents is 'How many documents.';
comment on column coverage.letters is 'How many of them are letters or notes verbales.';
comment on column coverage.without_text is 'How many of them are only known by a catalogue.';
comment on column coverage.first_item_date is 'The oldest date among them.';
comment on column coverage.last_item_date is 'The newest date among them.';
comment on column coverage.first_seen_at_utc is 'When the first of them was seen.';

create view withdrawn_documents as
select
    withdrawals.document_id,
    array_to_string(documents.symbols, '–') as symbols,
    documents.title,
    withdrawals.withdrawal_type,
    withdrawals.version_number,
    withdrawals.certainty,
    withdrawals.evidence,
    withdrawals.source_id,
    withdrawals.noticed_at_utc,
    withdrawals.ended_at_utc
from ops.withdrawals as withdrawals
join documents on documents.document_id = withdrawals.document_id;
comment on view withdrawn_documents is 'What is said to be gone where it was found: documents, and versions replaced by a reissue. All of it is still here.';
comment on column withdrawn_documents.document_id is 'The row of documents.';
comment on column withdrawn_documents.symbols is 'Symbols joined with an en dash.';
comment on column withdrawn_documents.title is 'Its title.';
comment on column withdrawn_documents.withdrawal_type is 'gone, unlisted or replaced, as in ops.withdrawals.';
comment on column withdrawn_documents.version_number is 'The version that was withdrawn; null where it is the document.';
comment on column withdrawn_documents.certainty is 'stated, likely or possible.';
comment on column withdrawn_documents.evidence is 'What was seen, in one line.';
comment on column withdrawn_documents.source_id is 'The source at which it was noticed.';
comment on column withdrawn_documents.noticed_at_utc is 'When it was first noticed.';
comment on column withdrawn_documents.ended_at_utc is 'When it was there again; null while it is gone.';

create macro is_state(sender, state) as
    lower(sender.iso3) = lower(trim(state)) or lower(sender.party) = lower(trim(state));
comment on macro is_state is 'Whether a sender is this state, given by its ISO 3166-1 alpha-3 code or its short form.';

create macro letters_of(state) as table
select * from letters_once
where len(list_filter(senders, lambda sender: coalesce(is_state(sender, state), false))) > 0;
comment on macro table letters_of is 'The letters a state wrote, alone or with others, each once.';

create macro agenda_items_of(state) as table
with used as (
    select document_id, dated, ga_session, unnest(agenda_items) as item from letters_of(state)
)
select
    ga_session,
    item,
    count(distinct document_id) as letters,
    min(dated) as first_date,
    max(dated) as last_date
from used
group by ga_session, item
order by ga_session desc nulls last, letters desc, item;
comment on macro table agenda_items_of is 'Under which agenda items of the General Assembly a state has its letters circulated, by session; the same number is another item in another session.';

create macro cited_by(wanted) as table
with asked as (select upper(trim(rtrim(trim(wanted), '*'))) as symbol),
bearers as (
    select document_id from document_symbols where upper(symbol) in (select symbol from asked)
    union
    select document_id from documents where document_id = wanted
),
names as (
    select symbol from asked
    union
    select upper(symbol) from document_symbols where document_id in (select document_id from bearers)
),
found as (
    select
        citations.document_id,
        case when bool_or(citations.is_reply) then 'replies_to' else 'cites' end as link_type
    from citations
    where upper(citations.cited_symbol) in (select symbol from names)
        and citations.document_id not in (select document_id from bearers)
    group by citations.document_id
    union
    select from_document_id, link_type
    from links
    where to_document_id in (select document_id from bearers) and link_type = 'reports'
)
select
    found.link_type,
    coalesce(letters.letter_date, documents.distribution_date, documents.published_date) as dated,
    array_to_string(documents.symbols, '–') as symbols,
    coalesce(
        array_to_string(
            list_transform(letters.senders, lambda sender: coalesce(sender.party, sender.office)), ', '
        ),
        press_releases.publisher
    ) as who,
    documents.title,
    documents.language,
    documents.document_id
from found
join documents on documents.document_id = found.document_id
left join letters on letters.document_id = found.document_id
left join press_releases on press_releases.document_id = found.document_id
order by dated, documents.document_id;
comment on macro table cited_by is 'What answers, cites or reports a document, given by one of its symbols or its id; whoever cites it by another symbol of it counts too.';

create macro exchange_between(one_state, other_state) as table
with recursive papers as (
    select *, true as is_of_one, document_id in (select document_id from letters_of(other_state)) as is_of_other
    from letters_of(one_state)
    union all
    select *, false, true
    from letters_of(other_state)
    where document_id not in (select document_id from letters_of(one_state))
),
steps as (
    select
        later.document_id,
        earlier.document_id as earlier_id,
        row_number() over (
            partition by later.document_id
            order by citations.is_reply desc, earlier.dated desc, earlier.document_id
        ) as place,
        citations.is_reply
    from citations
    join papers as later on later.document_id = citations.document_id
    join document_symbols on document_symbols.symbol = citations.cited_symbol
    join documents as cited on cited.document_id = document_symbols.document_id
    join papers as earlier on earlier.symbols[1] = cited.symbols[1]
    where (earlier.dated, earlier.document_id) < (later.dated, later.document_id)
),
parents as (select document_id, earlier_id, is_reply from steps where place = 1),
threads as (
    select document_id as root_id, document_id, null::varchar as earlier_id, false as is_reply, 0 as depth
    from papers
    where document_id not in (select document_id from parents)
    union all
    select threads.root_id, parents.document_id, parents.earlier_id, parents.is_reply, threads.depth + 1
    from threads
    join parents on parents.earlier_id = threads.document_id
),
whole as (
    select threads.root_id
    from threads
    join papers on papers.document_id = threads.document_id
    group by threads.root_id
    having bool_or(papers.is_of_one) and bool_or(papers.is_of_other) and count(*) > 1
)
select
    array_to_string(roots.symbols, '–') as thread,
    threads.depth,
    papers.dated,
    array_to_string(
        list_transform(papers.senders, lambda sender: coalesce(sender.party, sender.office)), ', '
    ) as who,
    array_to_string(papers.symbols, '–') as symbols,
    case when threads.earlier_id is null then null when threads.is_reply then 'replies_to' else 'cites' end
        as link_type,
    array_to_string(earlier.symbols, '–') as earlier_symbols,
    papers.title,
    papers.document_id
from threads
join papers on papers.document_id = threads.document_id
join papers as roots on roots.document_id = threads.root_id
left join papers as earlier on earlier.document_id = threads.earlier_id
where threads.root_id in (select root_id from whole)
order by roots.dated, thread, papers.dated, papers.document_id;
comment on macro table exchange_between is 'The exchange between two states as threads: letters of either that answer or cite one another, each under the latest one it answers, else cites; threads in which only one of them writes are left out.';
