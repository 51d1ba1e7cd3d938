-- The letters that were seen last, whatever the dates they print.
-- :days integer = 7 : first seen within so many days
select first_seen_at_utc, letter_date, senders, addressees, symbols, language, title
from letter_overview
where first_seen_at_utc >= current_timestamp - to_days($days::integer)
order by first_seen_at_utc desc, symbols
