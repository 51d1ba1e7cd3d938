-- Under which agenda items of the General Assembly a state has its letters circulated.
-- :state text : ISO 3166-1 alpha-3 code or short form
-- :session integer = null : one session of the Assembly only
select ga_session, item, letters, first_date, last_date
from agenda_items_of($state::varchar)
where $session::integer is null or ga_session = $session::integer
