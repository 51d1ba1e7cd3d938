-- How many letters each state wrote in each month; a joint letter counts for each of its senders.
-- :state text = null : ISO 3166-1 alpha-3 code or short form; all states where it is not given
-- :since date = 1945-10-24 : letters from this day on
select month_date, party, iso3, letters
from letters_by_state_month
where month_date >= date_trunc('month', $since::date)
    and ($state::varchar is null or is_state({'party': party, 'iso3': iso3}, $state::varchar))
order by month_date desc, letters desc, party
