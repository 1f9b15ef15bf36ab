-- Facts about partners. The partner's id leads every key: one database can become one a partner.

create table affiliations (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  individual_id text not null check (individual_id <> ''),
  from_day text not null check (from_day is date(from_day) and from_day between '1900' and '2200'),
  until_day text check (until_day is date(until_day) and until_day between '1900' and '2200'),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check (until_day >= from_day)
) strict, without rowid;

create index affiliations_by_individual on affiliations (individual_id);

create trigger affiliations_not_updated before update on affiliations
begin select raise(abort, 'guard: append-only'); end;

create trigger affiliations_not_deleted before delete on affiliations
begin select raise(abort, 'guard: append-only'); end;

-- The individual's own word that the affiliation is right, which lets eligibility be seen.

create table confirmations (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  individual_id text not null check (individual_id <> ''),
  affiliation_id text not null check (affiliation_id <> ''),
  confirmed_on text not null check (confirmed_on is date(confirmed_on) and confirmed_on between '1900' and '2200'),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  foreign key (partner_id, affiliation_id) references affiliations (partner_id, id)
) strict, without rowid;

create index confirmations_by_individual on confirmations (individual_id);

create trigger confirmations_not_updated before update on confirmations
begin select raise(abort, 'guard: append-only'); end;

create trigger confirmations_not_deleted before delete on confirmations
begin select raise(abort, 'guard: append-only'); end;

-- Each approval and renewal of a specialization or channel level.

create table holdings (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  specialization text check (specialization <> ''),
  channel_level text check (channel_level <> ''),
  approved_on text not null check (approved_on is date(approved_on) and approved_on between '1900' and '2200'),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check ((specialization is null) <> (channel_level is null))
) strict, without rowid;

create trigger holdings_not_updated before update on holdings
begin select raise(abort, 'guard: append-only'); end;

create trigger holdings_not_deleted before delete on holdings
begin select raise(abort, 'guard: append-only'); end;

create table renewals (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  specialization text check (specialization <> ''),
  channel_level text check (channel_level <> ''),
  submitted_on text not null check (submitted_on is date(submitted_on) and submitted_on between '1900' and '2200'),
  closed_on text check (closed_on is date(closed_on) and closed_on between '1900' and '2200'),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check ((specialization is null) <> (channel_level is null)),
  check (closed_on >= submitted_on)
) strict, without rowid;

create trigger renewals_not_updated before update on renewals
begin select raise(abort, 'guard: append-only'); end;

create trigger renewals_not_deleted before delete on renewals
begin select raise(abort, 'guard: append-only'); end;

-- A pin and a waiver say why.

create table allocations (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  individual_id text not null check (individual_id <> ''),
  specialization text not null check (specialization <> ''),
  job_role text not null check (job_role <> ''),
  from_day text check (from_day is date(from_day) and from_day between '1900' and '2200'),
  until_day text check (until_day is date(until_day) and until_day between '1900' and '2200'),
  pinned integer not null check (pinned in (0, 1)),
  reason text check (reason <> ''),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check (until_day >= from_day),
  constraint pin_with_reason check (pinned = 0 or reason is not null)
) strict, without rowid;

create trigger allocations_not_updated before update on allocations
begin select raise(abort, 'guard: append-only'); end;

create trigger allocations_not_deleted before delete on allocations
begin select raise(abort, 'guard: append-only'); end;

create table waivers (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  specialization text not null check (specialization <> ''),
  job_role text not null check (job_role <> ''),
  places integer not null check (places between 1 and 10000),
  from_day text not null check (from_day is date(from_day) and from_day between '1900' and '2200'),
  until_day text not null check (until_day is date(until_day) and until_day between '1900' and '2200'),
  reason text not null check (reason <> ''),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check (until_day >= from_day)
) strict, without rowid;

create trigger waivers_not_updated before update on waivers
begin select raise(abort, 'guard: append-only'); end;

create trigger waivers_not_deleted before delete on waivers
begin select raise(abort, 'guard: append-only'); end;

create table locations (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  name text not null check (name <> ''),
  address text check (address <> ''),
  country text check (country <> ''),
  from_day text not null check (from_day is date(from_day) and from_day between '1900' and '2200'),
  until_day text check (until_day is date(until_day) and until_day between '1900' and '2200'),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check (until_day >= from_day)
) strict, without rowid;

create trigger locations_not_updated before update on locations
begin select raise(abort, 'guard: append-only'); end;

create trigger locations_not_deleted before delete on locations
begin select raise(abort, 'guard: append-only'); end;

-- A person at a location by id; name and addresses stand in the profile.

create table contacts (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  location_id text not null check (location_id <> ''),
  individual_id text not null check (individual_id <> ''),
  role text not null check (role <> ''),
  from_day text not null check (from_day is date(from_day) and from_day between '1900' and '2200'),
  until_day text check (until_day is date(until_day) and until_day between '1900' and '2200'),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check (until_day >= from_day),
  foreign key (partner_id, location_id) references locations (partner_id, id)
) strict, without rowid;

create index contacts_by_individual on contacts (individual_id);

create trigger contacts_not_updated before update on contacts
begin select raise(abort, 'guard: append-only'); end;

create trigger contacts_not_deleted before delete on contacts
begin select raise(abort, 'guard: append-only'); end;

-- The dossier is frozen: JSON that names people by id, with a keyed hash.

create table applications (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  specialization text check (specialization <> ''),
  channel_level text check (channel_level <> ''),
  purpose text not null check (purpose in ('new', 'renewal')),
  program text not null check (program <> ''),
  edition text not null check (edition <> ''),
  submitted_on text not null check (submitted_on is date(submitted_on) and submitted_on between '1900' and '2200'),
  dossier text not null check (json_valid(dossier)),
  dossier_hash text not null check (dossier_hash <> ''),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  check ((specialization is null) <> (channel_level is null))
) strict, without rowid;

create trigger applications_not_updated before update on applications
begin select raise(abort, 'guard: append-only'); end;

create trigger applications_not_deleted before delete on applications
begin select raise(abort, 'guard: append-only'); end;

create table decisions (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  application_id text not null check (application_id <> ''),
  outcome text not null check (outcome in ('approved', 'refused', 'withdrawn')),
  decided_on text not null check (decided_on is date(decided_on) and decided_on between '1900' and '2200'),
  reason text not null check (reason <> ''),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  foreign key (partner_id, application_id) references applications (partner_id, id)
) strict, without rowid;

create index decisions_by_application on decisions (partner_id, application_id);

create trigger decisions_not_updated before update on decisions
begin select raise(abort, 'guard: append-only'); end;

create trigger decisions_not_deleted before delete on decisions
begin select raise(abort, 'guard: append-only'); end;

-- A partner asks for a scope; asking discloses nothing.

create table requests (
  partner_id text not null check (partner_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null,
  individual_id text not null check (individual_id <> ''),
  scope text not null check (scope in ('profile', 'status', 'exam-history')),
  requested_on text not null check (requested_on is date(requested_on) and requested_on between '1900' and '2200'),
  reason text not null check (reason <> ''),
  primary key (partner_id, id),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence)
) strict, without rowid;

create index requests_by_individual on requests (individual_id);

create trigger requests_not_updated before update on requests
begin select raise(abort, 'guard: append-only'); end;

create trigger requests_not_deleted before delete on requests
begin select raise(abort, 'guard: append-only'); end;

insert into schema_versions (version, name) values (3, '0003_partners');
