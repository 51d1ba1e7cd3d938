-- How much of each source is here, month by month.
-- :source text = null : one source only
select source_id, month_date, documents, letters, without_text, first_item_date, last_item_date
from coverage
where $source::varchar is null or source_id = $source::varchar
order by source_id, month_date desc nulls last
