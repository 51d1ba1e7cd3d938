-- Letters that a press release announces or says were sent, and that are not here as documents.
-- :days integer = 0 : only those announced at least so many days ago
-- :stage text = null : announced, sent or circulated; the first two where it is not given
select letter_date, party, author, addressee, symbols, min(published_date) as first_announced_date,
    current_date - min(published_date) as days_waiting, list(distinct stage) as stages,
    list(distinct release_document_id order by release_document_id) as releases
from letters_awaited
where case when $stage::varchar is null then coalesce(stage, 'announced') <> 'circulated'
    else stage = $stage::varchar end
group by letter_date, party, author, addressee, symbols
having $days::integer = 0 or current_date - min(published_date) >= $days::integer
order by first_announced_date desc nulls last, letter_date desc
