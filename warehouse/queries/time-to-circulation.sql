-- Days from each letter to its circulation and to the first press release that reports it.
-- :state text = null : ISO 3166-1 alpha-3 code or short form; all states where it is not given
-- :since date = 1945-10-24 : letters from this day on
select letter_date, symbols, parties, days_to_circulation, release_date, days_to_release,
    days_from_circulation_to_release, release_document_id
from letter_timing
where letter_date >= $since::date
    and document_id in (select document_id from letters_once)
    and ($state::varchar is null or document_id in (select document_id from letters_of($state::varchar)))
order by letter_date desc, symbols
