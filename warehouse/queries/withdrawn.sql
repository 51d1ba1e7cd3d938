-- What is gone where it was found, by what evidence and how sure; all of it is still here.
-- :ended boolean = false : also what was there again later
select noticed_at_utc, withdrawal_type, certainty, symbols, document_id, version_number, evidence,
    ended_at_utc
from withdrawn_documents
where ended_at_utc is null or $ended::boolean
order by noticed_at_utc desc, document_id
