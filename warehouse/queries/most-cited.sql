-- The documents that letters cite most, here or not.
-- :state text = null : only what letters of this state cite
-- :limit integer = 50 : how many
select citations.cited_symbol, count(distinct letters.document_id) as letters,
    count(distinct letters.document_id) filter (citations.is_reply) as replies,
    bool_or(bearers.document_id is not null) as is_here
from citations
join letters_once as letters on letters.document_id = citations.document_id
left join document_symbols as bearers on bearers.symbol = citations.cited_symbol
where $state::varchar is null
    or citations.document_id in (select document_id from letters_of($state::varchar))
group by citations.cited_symbol
order by letters desc, citations.cited_symbol
limit $limit::integer
