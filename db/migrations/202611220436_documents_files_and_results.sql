create schema documents;

-- One row a sending: the same content sent twice is two rows over one blob.
create table documents.file (
  jurisdiction smallint not null,
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null check (name = normalize(name, nfc)),
  -- upload: a person sent it; letter: the system printed it.
  purpose text not null check (purpose in ('upload', 'letter')),
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (jurisdiction, file_id),
  check ((purpose = 'upload') = (uploaded_by is not null))
);
-- Hash, not sorted: the sweep asks for one content over all jurisdictions.
create index file_by_content on documents.file using hash (sha256);

-- The last number given in one agency's book in one year; its row lock makes the series gapless.
create table documents.number_counter (
  jurisdiction smallint not null,
  unit_id uuid not null,
  book text not null,
  year smallint not null,
  last_number integer not null check (last_number > 0),
  primary key (jurisdiction, unit_id, book, year)
);

-- Register of results that left an agency. The subject (a dossier) is opaque here.
create table documents.result (
  jurisdiction smallint not null,
  result_id uuid not null,
  subject_id uuid not null,
  type_code text not null,
  unit_id uuid not null,
  book text not null,
  year smallint not null,
  -- As written on the paper; given here from the counter, or elsewhere by a ministry's system.
  number text not null,
  issued_on date not null,
  signer_lines text[] not null,
  signer_id uuid,
  file_id uuid,
  registered_at timestamptz not null,
  registered_by uuid,
  primary key (jurisdiction, result_id),
  foreign key (jurisdiction, file_id) references documents.file
);
create unique index result_number on documents.result (jurisdiction, unit_id, book, year, type_code, number);
create index result_by_subject on documents.result (jurisdiction, subject_id, result_id);

select platform.wall('documents.file');
select platform.wall('documents.number_counter');
select platform.wall('documents.result');

-- The sweep of contents asks over all jurisdictions, behind the wall: they share one store.
create function documents.content_is_named(content_sha256 text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (select from documents.file f where f.sha256 = content_sha256);
revoke execute on function documents.content_is_named(text) from public;

select platform.grant_app('documents');
