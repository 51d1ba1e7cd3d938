-- What answers, cites or reports a document, by whichever of its symbols.
-- :symbol text : a symbol of the document, or its id
select link_type, dated, who, symbols, language, title, document_id
from cited_by($symbol::varchar)
