-- What changed in documents that came in a new version: old value, new value, or a diff of the text.
-- :since date = 1945-10-24 : versions loaded from this day on
select versions.loaded_at_utc, changes.document_id, changes.version_number, changes.field,
    changes.old_value, changes.new_value, changes.text_diff
from version_changes as changes
join versions
    on versions.document_id = changes.document_id
    and versions.version_number = changes.version_number
where versions.loaded_at_utc >= $since::date
order by versions.loaded_at_utc desc, changes.document_id, changes.field
