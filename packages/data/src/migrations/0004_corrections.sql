-- A correction is a fact: it takes back exactly one other, with a reason. It cannot be taken back itself; the fact is
-- recorded anew under another id. The facts of a partner have no individual here, those of an individual no partner,
-- those of the program neither.

create table voids (
  partner_id text not null,
  individual_id text not null,
  kind text not null,
  fact_id text not null,
  sequence integer not null,
  reason text not null check (reason <> ''),
  primary key (partner_id, individual_id, kind, fact_id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence)
) strict, without rowid;

create trigger voids_not_updated before update on voids
begin select raise(abort, 'guard: append-only'); end;

create trigger voids_not_deleted before delete on voids
begin select raise(abort, 'guard: append-only'); end;

-- What was open, or was to last longer, ends on a day. Of several ends the earliest counts, in whatever order they came.

create table ends (
  partner_id text not null,
  individual_id text not null,
  id text not null check (id <> ''),
  sequence integer not null,
  kind text not null,
  fact_id text not null,
  until_day text not null check (until_day is date(until_day) and until_day between '1900' and '2200'),
  reason text check (reason <> ''),
  primary key (partner_id, individual_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence)
) strict, without rowid;

create index ends_by_fact on ends (partner_id, individual_id, kind, fact_id);

create trigger ends_not_updated before update on ends
begin select raise(abort, 'guard: append-only'); end;

create trigger ends_not_deleted before delete on ends
begin select raise(abort, 'guard: append-only'); end;

-- Each published edition and draft, whole.

create table editions (
  partner_id text not null,
  id text not null check (id <> ''),
  sequence integer not null,
  program text not null check (program <> ''),
  edition text not null check (edition <> ''),
  effective_from text not null check (effective_from is date(effective_from) and effective_from between '1900' and '2200'),
  document text not null check (json_valid(document)),
  hash text not null check (hash <> ''),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  unique (program, edition)
) strict, without rowid;

create trigger editions_not_updated before update on editions
begin select raise(abort, 'guard: append-only'); end;

create trigger editions_not_deleted before delete on editions
begin select raise(abort, 'guard: append-only'); end;

-- An API key is known by its prefix; of the rest only the hash is kept. It ends like other facts.

create table api_keys (
  partner_id text not null,
  id text not null check (id <> ''),
  sequence integer not null,
  prefix text not null check (prefix <> '') unique,
  hash text not null check (hash <> ''),
  name text not null check (name <> ''),
  scopes text not null check (json_valid(scopes)),
  from_day text not null check (from_day is date(from_day) and from_day between '1900' and '2200'),
  until_day text check (until_day is date(until_day) and until_day between '1900' and '2200'),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check (until_day >= from_day)
) strict, without rowid;

create trigger api_keys_not_updated before update on api_keys
begin select raise(abort, 'guard: append-only'); end;

create trigger api_keys_not_deleted before delete on api_keys
begin select raise(abort, 'guard: append-only'); end;

create trigger voids_something before insert on voids
when not (
  new.kind = 'registration' and exists (
    select 1 from registrations where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id
  )
  or new.kind = 'exam-result' and exists (
    select 1 from exam_results where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id
  )
  or new.kind = 'agreement' and exists (
    select 1 from agreements where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id
  )
  or new.kind = 'verified-award' and exists (
    select 1 from verified_awards where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id
  )
  or new.kind = 'merge' and exists (
    select 1 from merges where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id
  )
  or new.kind = 'profile' and exists (
    select 1 from profiles where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id
  )
  or new.kind = 'grant' and exists (
    select 1 from grants where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id
  )
  or new.kind = 'affiliation' and exists (
    select 1 from affiliations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'confirmation' and exists (
    select 1 from confirmations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'holding' and exists (
    select 1 from holdings where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'renewal' and exists (
    select 1 from renewals where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'allocation' and exists (
    select 1 from allocations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'waiver' and exists (
    select 1 from waivers where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'location' and exists (
    select 1 from locations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'contact' and exists (
    select 1 from contacts where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'application' and exists (
    select 1 from applications where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'decision' and exists (
    select 1 from decisions where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'request' and exists (
    select 1 from requests where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'edition' and exists (
    select 1 from editions where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'api-key' and exists (
    select 1 from api_keys where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id
  )
  or new.kind = 'end' and exists (
    select 1 from ends where partner_id = new.partner_id and individual_id = new.individual_id and id = new.fact_id
  )
)
begin select raise(abort, 'guard: voids-nothing'); end;

-- It ends something, and not before it begins.

create trigger ends_something before insert on ends
when not (
  new.kind = 'grant' and exists (
    select 1 from grants where new.partner_id = '' and individual_id = new.individual_id and id = new.fact_id and coalesce(from_day, new.until_day) <= new.until_day
  )
  or new.kind = 'affiliation' and exists (
    select 1 from affiliations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(from_day, new.until_day) <= new.until_day
  )
  or new.kind = 'confirmation' and exists (
    select 1 from confirmations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(confirmed_on, new.until_day) <= new.until_day
  )
  or new.kind = 'renewal' and exists (
    select 1 from renewals where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(submitted_on, new.until_day) <= new.until_day
  )
  or new.kind = 'allocation' and exists (
    select 1 from allocations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(from_day, new.until_day) <= new.until_day
  )
  or new.kind = 'waiver' and exists (
    select 1 from waivers where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(from_day, new.until_day) <= new.until_day
  )
  or new.kind = 'location' and exists (
    select 1 from locations where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(from_day, new.until_day) <= new.until_day
  )
  or new.kind = 'contact' and exists (
    select 1 from contacts where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(from_day, new.until_day) <= new.until_day
  )
  or new.kind = 'api-key' and exists (
    select 1 from api_keys where new.individual_id = '' and partner_id = new.partner_id and id = new.fact_id and coalesce(from_day, new.until_day) <= new.until_day
  )
)
begin select raise(abort, 'guard: ends-nothing'); end;

-- An application is decided once; another decision waits until the first is taken back.

create trigger decisions_once before insert on decisions
when exists (
  select 1 from decisions as earlier
  where earlier.partner_id = new.partner_id and earlier.application_id = new.application_id
  and not exists (
    select 1 from voids
    where voids.partner_id = earlier.partner_id and voids.individual_id = ''
    and voids.kind = 'decision' and voids.fact_id = earlier.id
  )
)
begin select raise(abort, 'guard: decided-already'); end;

insert into schema_versions (version, name) values (4, '0004_corrections');
