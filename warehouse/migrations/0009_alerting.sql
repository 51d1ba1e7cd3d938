-- Watches, digests, mutes and operators' alarms: what the outbox must remember of them.

alter table ops.alerts add column thread_id varchar;
alter table ops.alerts add column watches varchar[];
alter table ops.alerts add column body_markdown varchar;
alter table ops.alerts add column payload_json varchar;
alter table ops.alerts add column digest_id varchar;
update ops.alerts set thread_id = event_id, watches = reasons;
comment on column ops.alerts.event_id is 'Hash of the event, without time or recipient; the idempotency key on the wire.';
comment on column ops.alerts.event_type is 'new_letter, new_document, announcement, new_version, digest, all_clear, or the name of an operators'' alarm.';
comment on column ops.alerts.reasons is 'Why the recipient is told: every rule that matched, with its grounds.';
comment on column ops.alerts.recipient is 'Name of the recipient: terminal, feed, the name of a configured channel, or the hash of a URL; never the URL.';
comment on column ops.alerts.channel is 'terminal, feed, apprise or webhook.';
comment on column ops.alerts.state is 'pending, held (waits for its digest), sent, failed or muted.';
comment on column ops.alerts.next_attempt_at_utc is 'Not before this time: the next try, the end of quiet hours, or the hour of the digest.';
comment on column ops.alerts.thread_id is 'The same for an announcement, the letter it announced and its versions; for an alarm, its repeats and its all-clear.';
comment on column ops.alerts.watches is 'Names of the rules that matched.';
comment on column ops.alerts.body_markdown is 'Message as Markdown; null in rows of older versions.';
comment on column ops.alerts.payload_json is 'What a webhook receives, byte for byte; null in rows of older versions.';
comment on column ops.alerts.digest_id is 'The row of the digest in which it goes out; null while it waits, or when it goes alone.';

create table ops.mutes (
    kind varchar not null,
    value varchar not null,
    until_at_utc timestamptz not null,
    muted_at_utc timestamptz not null
);
comment on table ops.mutes is 'What is not to be alerted on for a time; its alerts are written as muted.';
comment on column ops.mutes.kind is 'watch, sender, symbol or source.';
comment on column ops.mutes.value is 'Name of the watch, ISO 3166-1 alpha-3 code or name of the sender, the symbol, or the source.';
comment on column ops.mutes.until_at_utc is 'When it ends.';
comment on column ops.mutes.muted_at_utc is 'When it was asked for.';

create table ops.conditions (
    kind varchar not null,
    subject varchar not null,
    state varchar not null,
    detail varchar,
    message varchar not null,
    since_at_utc timestamptz not null,
    alarms integer not null,
    last_alarm_at_utc timestamptz,
    thread_id varchar not null
);
comment on table ops.conditions is 'What operators are alarmed about: how it stands, and what was said of it; one row a kind and subject.';
comment on column ops.conditions.kind is 'source, freshness, quarantine or gap.';
comment on column ops.conditions.subject is 'The source, or the series and its year.';
comment on column ops.conditions.state is 'ok, failing, blocked, layout_changed, silent, over_limit or open.';
comment on column ops.conditions.detail is 'What else must change for a new alarm: the numbers of a gap.';
comment on column ops.conditions.message is 'One line for people.';
comment on column ops.conditions.since_at_utc is 'Since when it stands so.';
comment on column ops.conditions.alarms is 'How many alarms were written since it was last ok.';
comment on column ops.conditions.last_alarm_at_utc is 'When the last of them was written.';
comment on column ops.conditions.thread_id is 'The thread of its alarms in ops.alerts.';
