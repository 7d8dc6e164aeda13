create schema process;

-- A calendar as an office wrote it, whole. A change is a new row, so that what was promised under the old one can be proved.
create table process.calendar_version (
  jurisdiction smallint not null,
  calendar text not null,
  version integer not null check (version > 0),
  definition jsonb not null,
  content_hash text not null,
  origin text not null check (origin in ('reference', 'office')),
  recorded_at timestamptz not null,
  primary key (jurisdiction, calendar, version)
);

-- A process as its decision prints it, a table of steps. Never changed: a running dossier stays on its own version.
create table process.process_version (
  jurisdiction smallint not null,
  process_version_id uuid not null,
  process text not null,
  version integer not null check (version > 0),
  name text not null,
  name_en text,
  steps jsonb not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  source text not null,
  certainty text not null,
  note text,
  content_hash text not null,
  origin text not null check (origin in ('reference', 'office')),
  recorded_at timestamptz not null,
  primary key (jurisdiction, process_version_id),
  unique (jurisdiction, process, version)
);

-- Which procedures, and which of their cases, a version serves; an empty case is any case.
create table process.process_procedure (
  jurisdiction smallint not null,
  procedure_code text not null,
  case_key text not null,
  process_version_id uuid not null,
  primary key (jurisdiction, procedure_code, case_key, process_version_id),
  foreign key (jurisdiction, process_version_id) references process.process_version
);

select platform.wall('process.calendar_version');
select platform.wall('process.process_version');
select platform.wall('process.process_procedure');
select platform.grant_app('process');
-- What a promise or a dossier rests on is never rewritten.
revoke update, delete on all tables in schema process from motcua_app;
