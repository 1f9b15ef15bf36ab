-- A statement is a paragraph: blank lines part them, and none stands inside one.

create table schema_versions (
  version integer primary key,
  name text not null
) strict;

-- The rows of every table before and after each migration; a difference refuses the migration.

create table schema_counts (
  version integer not null,
  name text not null,
  rows_before integer not null,
  rows_after integer not null,
  primary key (version, name),
  constraint rows_kept check (rows_before = rows_after)
) strict, without rowid;

-- One act of writing: who wrote down how many facts, when, and where they came from. The sequence is the whole
-- database's, so that one number says what was known at an instant; a partner's facts stand under that partner's
-- recordings, those about individuals and the program under the empty id.

create table recordings (
  partner_id text not null,
  sequence integer not null unique check (sequence > 0),
  recorded_at text not null check (recorded_at glob '????-??-??T??:??:??.???Z'),
  author text not null check (author <> ''),
  source text not null check (source <> ''),
  primary key (partner_id, sequence)
) strict, without rowid;

create index recordings_by_instant on recordings (recorded_at, sequence);

-- What was known at an instant must not change afterwards, not even when the clock is set back.

create trigger recordings_in_order before insert on recordings
when exists (select 1 from recordings where sequence >= new.sequence or recorded_at > new.recorded_at)
begin select raise(abort, 'guard: recorded-out-of-order'); end;

create trigger recordings_not_updated before update on recordings
begin select raise(abort, 'guard: append-only'); end;

create trigger recordings_not_deleted before delete on recordings
begin select raise(abort, 'guard: append-only'); end;

insert into schema_versions (version, name) values (1, '0001_recordings');
