-- What is no fact of the ledger: what happened because of facts, and what the machinery must remember.

-- Every look that somebody else had at an individual's record. The individual can read it.

create table disclosures (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  partner_id text not null,
  viewer text not null check (viewer <> ''),
  released text not null check (json_valid(released)),
  disclosed_at text not null check (disclosed_at glob '????-??-??T??:??:??.???Z'),
  copies_until text check (copies_until glob '????-??-??T??:??:??.???Z'),
  primary key (individual_id, id)
) strict, without rowid;

create index disclosures_by_instant on disclosures (disclosed_at);

create table audit (
  partner_id text not null,
  id text not null check (id <> ''),
  happened_at text not null check (happened_at glob '????-??-??T??:??:??.???Z'),
  actor text not null check (actor <> ''),
  action text not null check (action <> ''),
  subject text not null,
  detail text not null check (json_valid(detail)),
  primary key (partner_id, id)
) strict, without rowid;

create index audit_by_instant on audit (happened_at);

-- Retention: a purge is written down first, and then lets go what is older.

create table purges (
  id text not null primary key check (id <> ''),
  of_table text not null check (of_table in ('disclosures', 'audit')),
  older_than text not null check (older_than glob '????-??-??T??:??:??.???Z'),
  purged_at text not null check (purged_at >= older_than),
  author text not null check (author <> '')
) strict, without rowid;

create trigger purges_not_updated before update on purges
begin select raise(abort, 'guard: append-only'); end;

create trigger purges_not_deleted before delete on purges
begin select raise(abort, 'guard: append-only'); end;

create trigger disclosures_not_updated before update on disclosures
begin select raise(abort, 'guard: append-only'); end;

create trigger disclosures_kept before delete on disclosures
when not exists (select 1 from purges where of_table = 'disclosures' and older_than > old.disclosed_at)
begin select raise(abort, 'guard: retention'); end;

create trigger audit_not_updated before update on audit
begin select raise(abort, 'guard: append-only'); end;

create trigger audit_kept before delete on audit
when not exists (select 1 from purges where of_table = 'audit' and older_than > old.happened_at)
begin select raise(abort, 'guard: retention'); end;

-- Messages to send. The id says what is sent about which thing to whom, so that nothing is sent twice; the address is
-- looked up when it goes out.

create table outbox (
  partner_id text not null,
  id text not null check (id <> ''),
  individual_id text not null,
  kind text not null check (kind <> ''),
  due_on text not null check (due_on is date(due_on)),
  content text not null check (json_valid(content)),
  attempts integer not null default 0,
  leased_until text,
  sent_at text,
  cancelled_at text,
  failure text,
  primary key (partner_id, id)
) strict, without rowid;

create index outbox_waiting on outbox (due_on) where sent_at is null and cancelled_at is null;

create table idempotency_keys (
  partner_id text not null,
  principal text not null check (principal <> ''),
  key text not null check (key <> ''),
  request_hash text not null check (request_hash <> ''),
  begun_at text not null,
  status integer,
  answer text,
  primary key (partner_id, principal, key)
) strict, without rowid;

create index idempotency_keys_by_instant on idempotency_keys (begun_at);

create table api_key_uses (
  partner_id text not null,
  id text not null,
  last_used_on text not null check (last_used_on is date(last_used_on)),
  primary key (partner_id, id),
  foreign key (partner_id, id) references api_keys (partner_id, id)
) strict, without rowid;

insert into schema_versions (version, name) values (5, '0005_operations');
