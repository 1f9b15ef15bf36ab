-- How far an import has come: written in the same batch as the rows, so that one that was ended goes on where it was.
-- The fingerprint is of the rows so far: another file is not taken for the rest of this one.

create table imports (
  id text not null primary key check (id <> ''),
  kind text not null check (kind in ('people', 'affiliations', 'results', 'agreements', 'awards')),
  total integer not null check (total >= 0),
  accepted integer not null,
  already integer not null,
  unfit integer not null,
  fingerprint text not null,
  begun_at text not null check (begun_at glob '????-??-??T??:??:??.???Z'),
  finished_at text check (finished_at glob '????-??-??T??:??:??.???Z'),
  dry integer not null,
  check (total = accepted + already + unfit),
  constraint dry_run check (dry = 0)
) strict, without rowid;

-- Which recordings an import made, and the first row of the file that stands in them. A dry run writes the same
-- statements, and the constraint takes all of its batch back.

create table import_recordings (
  partner_id text not null,
  sequence integer not null,
  import_id text not null check (import_id <> ''),
  first_row integer not null,
  dry integer not null,
  primary key (partner_id, sequence),
  foreign key (partner_id, sequence) references recordings (partner_id, sequence),
  constraint dry_run check (dry = 0)
) strict, without rowid;

create trigger import_recordings_not_updated before update on import_recordings
begin select raise(abort, 'guard: append-only'); end;

create trigger import_recordings_not_deleted before delete on import_recordings
begin select raise(abort, 'guard: append-only'); end;

-- Rows that do not fit, with the reason. What is written here is well-formed and no name: columns with a fault, names and
-- addresses are left out. A row that lacks something is tried again when that arrives.

create table import_inbox (
  id text not null primary key check (id <> ''),
  kind text not null check (kind in ('people', 'affiliations', 'results', 'agreements', 'awards')),
  fields text not null check (json_valid(fields)),
  individual_id text not null,
  partner_id text not null,
  code text not null check (code <> ''),
  column_name text check (column_name <> ''),
  lacks text check (lacks in ('individual', 'partner', 'exam', 'agreement', 'certification')),
  lacks_id text check (lacks_id <> ''),
  import_id text not null,
  line integer not null,
  received_at text not null check (received_at glob '????-??-??T??:??:??.???Z'),
  settled_at text check (settled_at glob '????-??-??T??:??:??.???Z'),
  outcome text check (outcome in ('accepted', 'already', 'dismissed')),
  reason text check (reason <> ''),
  author text check (author <> ''),
  check ((lacks is null) = (lacks_id is null)),
  check ((settled_at is null) = (outcome is null)),
  constraint dismissed_with_reason check (outcome is not 'dismissed' or (reason is not null and author is not null))
) strict, without rowid;

create index import_inbox_waiting on import_inbox (lacks, lacks_id) where settled_at is null;

create index import_inbox_by_individual on import_inbox (individual_id);

insert into schema_versions (version, name) values (6, '0006_imports');
