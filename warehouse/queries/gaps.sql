-- Numbers that ought to exist and are not here, in series that run without gaps.
-- :all boolean = false : also years before the watch began
select series, year, first_number, last_number, missing, named, asked, last_checked_at_utc
from number_gaps
where is_watched or $all::boolean
order by series, year desc, first_number desc
