-- Facts about individuals. They are the program's, whoever employs the individual.

create table registrations (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  registered_on text not null check (registered_on is date(registered_on) and registered_on between '1900' and '2200'),
  primary key (individual_id, id)
) strict, without rowid;

create trigger registrations_in_program_book before insert on registrations
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create trigger registrations_not_updated before update on registrations
begin select raise(abort, 'guard: append-only'); end;

create trigger registrations_not_deleted before delete on registrations
begin select raise(abort, 'guard: append-only'); end;

-- A result comes from a proctored sitting: the testing center's feed and operators write it, nobody else.

create table exam_results (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  exam text not null check (exam <> ''),
  taken_on text not null check (taken_on is date(taken_on) and taken_on between '1900' and '2200'),
  result text not null check (result in ('pass', 'fail')),
  primary key (individual_id, id)
) strict, without rowid;

create trigger exam_results_in_program_book before insert on exam_results
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create trigger exam_results_from_testing_center before insert on exam_results
when not exists (
  select 1 from recordings where sequence = new.sequence and source in ('testing-center', 'operator')
)
begin select raise(abort, 'guard: source'); end;

create trigger exam_results_not_updated before update on exam_results
begin select raise(abort, 'guard: append-only'); end;

create trigger exam_results_not_deleted before delete on exam_results
begin select raise(abort, 'guard: append-only'); end;

create table agreements (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  agreement text not null check (agreement <> ''),
  accepted_on text not null check (accepted_on is date(accepted_on) and accepted_on between '1900' and '2200'),
  primary key (individual_id, id)
) strict, without rowid;

create trigger agreements_in_program_book before insert on agreements
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create trigger agreements_from_testing_center before insert on agreements
when not exists (
  select 1 from recordings where sequence = new.sequence and source in ('testing-center', 'operator')
)
begin select raise(abort, 'guard: source'); end;

create trigger agreements_not_updated before update on agreements
begin select raise(abort, 'guard: append-only'); end;

create trigger agreements_not_deleted before delete on agreements
begin select raise(abort, 'guard: append-only'); end;

create table verified_awards (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  certification text not null check (certification <> ''),
  valid_from text not null check (valid_from is date(valid_from) and valid_from between '1900' and '2200'),
  valid_until text check (valid_until is date(valid_until) and valid_until between '1900' and '2200'),
  primary key (individual_id, id),
  check (valid_until >= valid_from)
) strict, without rowid;

create trigger verified_awards_in_program_book before insert on verified_awards
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create trigger verified_awards_from_testing_center before insert on verified_awards
when not exists (
  select 1 from recordings where sequence = new.sequence and source in ('testing-center', 'operator')
)
begin select raise(abort, 'guard: source'); end;

create trigger verified_awards_not_updated before update on verified_awards
begin select raise(abort, 'guard: append-only'); end;

create trigger verified_awards_not_deleted before delete on verified_awards
begin select raise(abort, 'guard: append-only'); end;

-- Two ids of one person: from now on the first is read as the second.

create table merges (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  into_id text not null check (into_id <> ''),
  merged_on text not null check (merged_on is date(merged_on) and merged_on between '1900' and '2200'),
  primary key (individual_id, id),
  check (into_id <> individual_id)
) strict, without rowid;

create trigger merges_in_program_book before insert on merges
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create index merges_by_target on merges (into_id);

create trigger merges_not_updated before update on merges
begin select raise(abort, 'guard: append-only'); end;

create trigger merges_not_deleted before delete on merges
begin select raise(abort, 'guard: append-only'); end;

-- Name, addresses and free text, sealed with the individual's own key, which is kept elsewhere.

create table profiles (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  from_day text not null check (from_day is date(from_day) and from_day between '1900' and '2200'),
  sealed text not null check (sealed <> ''),
  primary key (individual_id, id)
) strict, without rowid;

create trigger profiles_in_program_book before insert on profiles
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create trigger profiles_not_updated before update on profiles
begin select raise(abort, 'guard: append-only'); end;

create table erasures (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  erased_on text not null check (erased_on is date(erased_on) and erased_on between '1900' and '2200'),
  primary key (individual_id, id)
) strict, without rowid;

create trigger erasures_in_program_book before insert on erasures
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create trigger erasures_not_updated before update on erasures
begin select raise(abort, 'guard: append-only'); end;

create trigger erasures_not_deleted before delete on erasures
begin select raise(abort, 'guard: append-only'); end;

create trigger profiles_deleted_when_erased before delete on profiles
when not exists (select 1 from erasures where individual_id = old.individual_id)
begin select raise(abort, 'guard: append-only'); end;

create trigger profiles_not_after_erasure before insert on profiles
when exists (select 1 from erasures where individual_id = new.individual_id)
begin select raise(abort, 'guard: erased'); end;

-- What an individual lets a partner's administrators, its application authors or one person see.

create table grants (
  individual_id text not null check (individual_id <> ''),
  id text not null check (id <> ''),
  sequence integer not null references recordings (sequence),
  partner_id text not null check (partner_id <> ''),
  audience text not null check (audience in ('administrators', 'authors', 'person')),
  person text check (person <> ''),
  scope text not null check (scope in ('profile', 'status', 'exam-history')),
  from_day text not null check (from_day is date(from_day) and from_day between '1900' and '2200'),
  until_day text check (until_day is date(until_day) and until_day between '1900' and '2200'),
  primary key (individual_id, id),
  check ((audience = 'person') = (person is not null)),
  check (until_day >= from_day)
) strict, without rowid;

create trigger grants_in_program_book before insert on grants
when not exists (select 1 from recordings where partner_id = '' and sequence = new.sequence)
begin select raise(abort, 'guard: another-book'); end;

create index grants_by_partner on grants (partner_id);

create trigger grants_not_updated before update on grants
begin select raise(abort, 'guard: append-only'); end;

create trigger grants_not_deleted before delete on grants
begin select raise(abort, 'guard: append-only'); end;

insert into schema_versions (version, name) values (2, '0002_individuals');
