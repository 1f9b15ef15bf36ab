-- A projection: on which days something is due for whom, and on which days that is so. It follows from the facts, can be
-- made anew at any time, and is read only to find whom to look at.

create table due_days (
  partner_id text not null,
  individual_id text not null,
  program text not null check (program <> ''),
  kind text not null check (kind in ('award-reminder', 'award-end', 'anniversary')),
  subject text not null check (subject <> ''),
  detail text not null,
  about_day text not null check (about_day is date(about_day)),
  due_on text not null check (due_on is date(due_on)),
  from_day text not null check (from_day is date(from_day)),
  until_day text check (until_day is date(until_day)),
  primary key (partner_id, individual_id, program, kind, subject, detail, from_day),
  check (until_day > from_day),
  check ((partner_id = '') <> (individual_id = ''))
) strict, without rowid;

create index due_days_by_day on due_days (program, due_on);

-- What the projection was made of: facts up to a recording, these editions, from a day on.

create table due_projections (
  program text not null primary key check (program <> ''),
  sequence integer not null,
  editions text not null check (json_valid(editions)),
  from_day text not null check (from_day is date(from_day)),
  made_at text not null check (made_at glob '????-??-??T??:??:??.???Z')
) strict, without rowid;

insert into schema_versions (version, name) values (7, '0007_due_days');
