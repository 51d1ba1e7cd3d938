-- What the seed corpus was read from, so that the same is not read again in every run.

alter table ops.source_runs add column input_sha256 varchar;
comment on column ops.source_runs.input_sha256 is 'SHA-256 of the seed catalogue, its texts and the program that read them; null for what is fetched.';
