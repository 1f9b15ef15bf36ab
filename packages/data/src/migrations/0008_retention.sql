-- What may stand in the open about somebody: ids, days, numbers and codes. All other text is sealed with the individual's
-- own key (v1.nonce.ciphertext, base64url), so that erasing is deleting that key, wherever copies of the text are.

create trigger voids_reason_sealed before insert on voids
when (
  new.individual_id <> ''
  or new.kind in ('affiliation', 'confirmation', 'allocation', 'contact', 'request', 'end')
)
and not (new.reason glob '[a-z]*' and new.reason not glob '*[^a-z-]*' and length(new.reason) <= 40)
and not (new.reason glob 'v1.????????????????.?*' and new.reason not glob '*[^A-Za-z0-9._-]*')
begin select raise(abort, 'guard: not-sealed'); end;

create trigger ends_reason_sealed before insert on ends
when (new.individual_id <> '' or new.kind in ('affiliation', 'confirmation', 'allocation', 'contact'))
and not (new.reason glob '[a-z]*' and new.reason not glob '*[^a-z-]*' and length(new.reason) <= 40)
and not (new.reason glob 'v1.????????????????.?*' and new.reason not glob '*[^A-Za-z0-9._-]*')
begin select raise(abort, 'guard: not-sealed'); end;

create trigger allocations_reason_sealed before insert on allocations
when not (new.reason glob '[a-z]*' and new.reason not glob '*[^a-z-]*' and length(new.reason) <= 40)
and not (new.reason glob 'v1.????????????????.?*' and new.reason not glob '*[^A-Za-z0-9._-]*')
begin select raise(abort, 'guard: not-sealed'); end;

create trigger requests_reason_sealed before insert on requests
when not (new.reason glob '[a-z]*' and new.reason not glob '*[^a-z-]*' and length(new.reason) <= 40)
and not (new.reason glob 'v1.????????????????.?*' and new.reason not glob '*[^A-Za-z0-9._-]*')
begin select raise(abort, 'guard: not-sealed'); end;

create trigger import_inbox_reason_sealed before update of reason on import_inbox
when not (new.reason glob '[a-z]*' and new.reason not glob '*[^a-z-]*' and length(new.reason) <= 40)
and not (new.reason glob 'v1.????????????????.?*' and new.reason not glob '*[^A-Za-z0-9._-]*')
begin select raise(abort, 'guard: not-sealed'); end;

-- Of whom an entry or an answer speaks; empty: of nobody.

alter table audit add column individual_id text not null default '';

alter table idempotency_keys add column individual_id text not null default '';

-- The same for JSON: each text in it is a token or sealed.

create trigger audit_sealed before insert on audit
when case when json_valid(new.detail) then exists (
  select 1 from json_tree(new.detail)
  where (type = 'text' and (atom glob '*[^A-Za-z0-9._:/+-]*' or length(atom) > 200)
    and not (atom glob 'v1.????????????????.?*' and atom not glob '*[^A-Za-z0-9._-]*'))
  or (typeof(key) = 'text' and key glob '*[^A-Za-z0-9._:/+-]*')
) else 1 end
begin select raise(abort, 'guard: not-sealed'); end;

create trigger disclosures_sealed before insert on disclosures
when case when json_valid(new.released) then exists (
  select 1 from json_tree(new.released)
  where (type = 'text' and (atom glob '*[^A-Za-z0-9._:/+-]*' or length(atom) > 200)
    and not (atom glob 'v1.????????????????.?*' and atom not glob '*[^A-Za-z0-9._-]*'))
  or (typeof(key) = 'text' and key glob '*[^A-Za-z0-9._:/+-]*')
) else 1 end
begin select raise(abort, 'guard: not-sealed'); end;

create trigger outbox_sealed before insert on outbox
when case when json_valid(new.content) then exists (
  select 1 from json_tree(new.content)
  where (type = 'text' and (atom glob '*[^A-Za-z0-9._:/+-]*' or length(atom) > 200)
    and not (atom glob 'v1.????????????????.?*' and atom not glob '*[^A-Za-z0-9._-]*'))
  or (typeof(key) = 'text' and key glob '*[^A-Za-z0-9._:/+-]*')
) else 1 end
begin select raise(abort, 'guard: not-sealed'); end;

create trigger outbox_failure_sealed before update of failure on outbox
when not (new.failure glob '[a-z]*' and new.failure not glob '*[^a-z0-9-]*' and length(new.failure) <= 40)
begin select raise(abort, 'guard: not-sealed'); end;

create trigger idempotency_keys_sealed before update of answer on idempotency_keys
when new.answer is not null and case when json_valid(new.answer) then exists (
  select 1 from json_tree(new.answer)
  where (type = 'text' and (atom glob '*[^A-Za-z0-9._:/+-]*' or length(atom) > 200)
    and not (atom glob 'v1.????????????????.?*' and atom not glob '*[^A-Za-z0-9._-]*'))
  or (typeof(key) = 'text' and key glob '*[^A-Za-z0-9._:/+-]*')
) else 1 end
begin select raise(abort, 'guard: not-sealed'); end;

-- Purges of what is no fact: a table's check cannot be widened, and that of `purges` names two. What is not done yet is
-- kept, and so is what is younger; somebody erased is let go at once.

create table operation_purges (
  id text not null primary key check (id <> ''),
  of_table text not null check (of_table in ('outbox', 'idempotency_keys', 'import_inbox')),
  older_than text not null check (older_than glob '????-??-??T??:??:??.???Z'),
  purged_at text not null check (purged_at >= older_than),
  author text not null check (author <> '')
) strict, without rowid;

create trigger operation_purges_not_updated before update on operation_purges
begin select raise(abort, 'guard: append-only'); end;

create trigger operation_purges_not_deleted before delete on operation_purges
begin select raise(abort, 'guard: append-only'); end;

create trigger outbox_kept before delete on outbox
when not exists (select 1 from erasures where individual_id = old.individual_id)
and not exists (
  select 1 from operation_purges
  where of_table = 'outbox' and older_than > coalesce(old.sent_at, old.cancelled_at)
)
begin select raise(abort, 'guard: retention'); end;

create trigger idempotency_keys_kept before delete on idempotency_keys
when old.status is not null
and not exists (select 1 from erasures where individual_id = old.individual_id)
and not exists (select 1 from operation_purges where of_table = 'idempotency_keys' and older_than > old.begun_at)
begin select raise(abort, 'guard: retention'); end;

create trigger import_inbox_kept before delete on import_inbox
when not exists (select 1 from erasures where individual_id = old.individual_id)
and not exists (
  select 1 from operation_purges
  where of_table = 'import_inbox' and older_than > coalesce(old.settled_at, old.received_at)
)
begin select raise(abort, 'guard: retention'); end;

create index outbox_by_settling on outbox (coalesce(sent_at, cancelled_at));

create index import_inbox_by_settling on import_inbox (coalesce(settled_at, received_at));

-- A person's record is looked for by the individual.

create index audit_by_individual on audit (individual_id, happened_at);

create index idempotency_keys_by_individual on idempotency_keys (individual_id);

create index outbox_by_individual on outbox (individual_id);

create index allocations_by_individual on allocations (individual_id);

insert into schema_versions (version, name) values (8, '0008_retention');
