-- The languages of one release, its own address, and how much of its date is known.

alter table press_releases add column date_precision varchar;
alter table press_releases add column canonical_url varchar;
alter table press_releases add column announcement_id varchar;
comment on column press_releases.date_precision is 'day where the day is known; month where only the month is printed, then there is no published_date.';
comment on column press_releases.canonical_url is 'The address that the page says is its own.';
comment on column press_releases.announcement_id is 'The same for all languages of one release: by its number, or by the links between them; null where nothing tells.';
update press_releases set date_precision = 'day' where published_date is not null;

create view release_variants as
select one.document_id, other.document_id as variant_document_id, documents.language, one.announcement_id
from press_releases one
join press_releases other
    on other.announcement_id = one.announcement_id and other.document_id <> one.document_id
join documents on documents.document_id = other.document_id;
comment on view release_variants is 'Which releases are the same in another language: one row a pair, both ways.';
comment on column release_variants.document_id is 'A release.';
comment on column release_variants.variant_document_id is 'The same release in another language.';
comment on column release_variants.language is 'ISO 639-1 code of that one''s text.';
comment on column release_variants.announcement_id is 'What they share.';
