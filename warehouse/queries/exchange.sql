-- The exchange between two states as threads: who answered or cited whose letter, and when.
-- :one text : a state, by ISO 3166-1 alpha-3 code or short form
-- :other text : the other state
select thread, repeat('  ', depth) || who as who, dated, symbols, link_type, earlier_symbols, title
from exchange_between($one::varchar, $other::varchar)
