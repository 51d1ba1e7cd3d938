-- What keeps a run from asking too early, or for nothing: a host's own wish, and guessed numbers.

alter table ops.fetches add column retry_at_utc timestamptz;
comment on column ops.fetches.retry_at_utc is 'Until when the host is to be left alone: Retry-After, or an hour after a 429 that does not say; null when it asked for nothing.';
comment on column ops.discoveries.state is 'fetched, pending, or guessed: a number asked for that nobody named and that was not there.';
comment on column ops.discoveries.reason is 'Why it is still pending, or was not there.';
