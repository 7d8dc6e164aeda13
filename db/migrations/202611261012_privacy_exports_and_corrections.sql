create schema privacy;

-- A copy of somebody's own data, made by a job, taken once in each form, then erased.
create table privacy.data_export (
  jurisdiction smallint not null,
  export_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  -- Every account of the person when they asked.
  account_ids uuid[] not null,
  requested_at timestamptz not null,
  made_at timestamptz,
  content_sealed text,
  expires_at timestamptz not null,
  json_taken_at timestamptz,
  page_taken_at timestamptz,
  primary key (jurisdiction, export_id)
);
create index data_export_by_person on privacy.data_export (jurisdiction, person_id, requested_at desc, export_id desc);
create index data_export_by_end on privacy.data_export (jurisdiction, expires_at) where content_sealed is not null;

-- "This about me is wrong": asked, routed to a unit or (unit_id null) to whoever answers for the whole jurisdiction, answered with
-- a reason. What was written is sealed: it may name numbers.
create table privacy.correction (
  jurisdiction smallint not null,
  correction_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  field text not null,
  dossier_id uuid,
  dossier_code text,
  unit_id uuid,
  asked_sealed text not null,
  asked_at timestamptz not null,
  due_on date not null,
  -- Where the time is written down.
  due_source text not null,
  answered_at timestamptz,
  answered_by uuid,
  outcome text check (outcome in ('corrected', 'refused', 'elsewhere')),
  answer_sealed text,
  primary key (jurisdiction, correction_id),
  check ((dossier_id is null) = (dossier_code is null)),
  check ((answered_at is null) = (outcome is null) and (answered_at is null) = (answer_sealed is null))
);
create index correction_by_person on privacy.correction (jurisdiction, person_id, asked_at desc, correction_id desc);
create index correction_open on privacy.correction (jurisdiction, due_on, correction_id) where answered_at is null;

select platform.wall('privacy.data_export');
select platform.wall('privacy.correction');
select platform.grant_app('privacy');
