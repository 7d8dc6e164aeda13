create schema dossiers;

-- How codes are written: effective-dated, for one unit or (unit_id is the nil uuid) for all. TT 01/2018 Art. 19, TT 03/2025.
create table dossiers.code_pattern (
  jurisdiction smallint not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  pattern text not null,
  source text not null,
  certainty text not null,
  primary key (jurisdiction, unit_id, valid_from),
  check (valid_to is null or valid_to > valid_from)
);

-- Gapless series; the row is locked last in a transaction and rolls back with it.
create table dossiers.number_counter (
  jurisdiction smallint not null,
  series text not null check (series in ('code', 'register')),
  unit_id uuid not null,
  period text not null,
  last_number integer not null check (last_number > 0),
  primary key (jurisdiction, series, unit_id, period)
);

create table dossiers.draft (
  jurisdiction smallint not null,
  draft_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  procedure_version_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  form_version_id uuid not null,
  case_key text not null,
  case_answers jsonb not null,
  competent_unit_id uuid not null,
  -- Identity numbers inside are sealed texts.
  answers jsonb not null,
  contact jsonb not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  dossier_id uuid,
  primary key (jurisdiction, draft_id)
);
create index draft_by_account on dossiers.draft (jurisdiction, account_id, saved_at desc, draft_id)
  where dossier_id is null;

create table dossiers.draft_file (
  jurisdiction smallint not null,
  draft_id uuid not null,
  file_id uuid not null,
  component_key text not null,
  attached_at timestamptz not null,
  primary key (jurisdiction, draft_id, file_id),
  foreign key (jurisdiction, draft_id) references dossiers.draft on delete cascade
);

create table dossiers.dossier (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  code text not null,
  -- Code given elsewhere (national portal); every search takes both.
  foreign_code text,
  channel text not null check (channel in ('online', 'assistedOnline', 'counter', 'post')),
  phase text not null
    check (phase in ('submitted', 'refused', 'accepted', 'inProcess', 'stopped', 'completed', 'returned')),
  version integer not null check (version > 0),
  last_seq integer not null,
  -- What it was submitted under never changes; the plain columns say what it is on now.
  submitted_under jsonb not null,
  procedure_version_id uuid not null,
  process_version_id uuid not null,
  form_version_id uuid,
  procedure_code text not null,
  procedure_name text not null,
  sector text not null,
  case_key text not null,
  case_answers jsonb not null,
  -- Four places: helped at, received at, resolved by, returned at.
  helped_unit_id uuid,
  received_unit_id uuid not null,
  competent_unit_id uuid not null,
  return_unit_id uuid not null,
  owner_name text not null,
  search_text text not null,
  -- Blind indexes of the facts that prove, beside the code, a right to follow it: full identity or phone numbers.
  second_facts text[] not null,
  answers jsonb not null,
  submitter_account_id uuid,
  submitted_at timestamptz not null,
  answer_due_at timestamptz,
  accepted_at timestamptz,
  promised_at timestamptz,
  promise jsonb,
  register_unit_id uuid,
  register_year smallint,
  register_serial integer,
  refused_at timestamptz,
  refusal_reason text,
  stopped_at timestamptz,
  completed_at timestamptz,
  returned_at timestamptz,
  primary key (jurisdiction, dossier_id),
  check ((phase = 'submitted' or phase = 'refused') = (accepted_at is null)),
  check ((register_serial is null) = (accepted_at is null))
);
create unique index dossier_code on dossiers.dossier (jurisdiction, code);
create unique index dossier_foreign_code on dossiers.dossier (jurisdiction, foreign_code) where foreign_code is not null;
create unique index dossier_register_serial
  on dossiers.dossier (jurisdiction, register_unit_id, register_year, register_serial) where register_serial is not null;
create index dossier_by_submitter on dossiers.dossier (jurisdiction, submitter_account_id, submitted_at desc, dossier_id desc)
  where submitter_account_id is not null;
create index dossier_by_received_unit on dossiers.dossier (jurisdiction, received_unit_id, submitted_at desc, dossier_id desc);
create index dossier_by_competent_unit on dossiers.dossier (jurisdiction, competent_unit_id, submitted_at desc, dossier_id desc);
create index dossier_search on dossiers.dossier using gin (jurisdiction, search_text gin_trgm_ops);

-- Four legal persons of a dossier.
create table dossiers.party (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  role text not null check (role in ('owner', 'submitter', 'authorised', 'helper')),
  person_id uuid,
  name text not null,
  birth_date text,
  identity_sealed text,
  identity_index text,
  phone text,
  email text,
  address text,
  primary key (jurisdiction, dossier_id, role),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier
);
create index party_by_identity on dossiers.party (jurisdiction, identity_index) where identity_index is not null;

-- The published list as it was when the dossier came, with what was handed in or shown.
create table dossiers.component (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  component_key text not null,
  position smallint not null,
  name text not null,
  mode text not null check (mode in ('submit', 'present')),
  need text not null check (need in ('required', 'conditional', 'unverified')),
  by_form boolean not null,
  originals smallint,
  copies smallint,
  certified_copies smallint,
  received_originals smallint,
  received_copies smallint,
  compared_with_original boolean,
  checked_by uuid,
  checked_at timestamptz,
  note text,
  primary key (jurisdiction, dossier_id, component_key),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier
);

create table dossiers.dossier_file (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('component', 'letter', 'result')),
  component_key text,
  attached_at timestamptz not null,
  primary key (jurisdiction, dossier_id, file_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier
);
create index dossier_file_by_file on dossiers.dossier_file (jurisdiction, file_id);

create table dossiers.token (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  -- A step's key, or where a finished parallel branch waits; at most one token stands on a place.
  node text not null,
  entered_at timestamptz not null,
  primary key (jurisdiction, dossier_id, node),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier
);

-- Work to do and work done. What a list shows is pinned here so that an inbox page is one index walk.
create table dossiers.task (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  task_id uuid not null,
  step_key text not null,
  step_name text not null,
  kind text not null check (kind in ('intake', 'work', 'sign', 'issue', 'return')),
  unit_id uuid not null,
  role text not null,
  hours numeric not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  taken_up_by uuid,
  taken_up_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_person uuid,
  outcome text check (outcome in ('forward', 'back', 'stop', 'refuse')),
  note text,
  facts jsonb not null default '{}',
  code text not null,
  procedure_code text not null,
  procedure_name text not null,
  owner_name text not null,
  promised_at timestamptz,
  primary key (jurisdiction, dossier_id, task_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  check ((closed_at is null) = (outcome is null))
);
create index task_inbox on dossiers.task (jurisdiction, unit_id, role, kind, due_at, task_id) where closed_at is null;
create unique index task_by_id on dossiers.task (jurisdiction, task_id);

-- Papers the office issued; the file appears when the job has rendered it.
create table dossiers.letter (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  letter_id uuid not null,
  form text not null,
  requested_at timestamptz not null,
  file_id uuid,
  rendered_at timestamptz,
  primary key (jurisdiction, dossier_id, letter_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier
);

-- Wrong answers when somebody looks a code up without signing in; five within an hour close the code to guessing.
create table dossiers.look_up_failure (
  jurisdiction smallint not null,
  code text not null,
  hour timestamptz not null,
  failures integer not null,
  primary key (jurisdiction, code, hour)
);

-- The one way to search by name. As definer it is free of row-level security, under which `like` leaves the trigram
-- index (it is not leakproof); the jurisdiction is therefore part of its own condition. `units` null means all.
create function dossiers.search(code text, name text, units uuid[], most integer)
returns table (dossier_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  -- Planned for the words asked: a plan for any words would walk the table.
  set plan_cache_mode = force_custom_plan
begin atomic
  select d.dossier_id from dossiers.dossier d
  where d.jurisdiction = platform.current_jurisdiction()
    and (d.code = search.code or d.foreign_code = search.code or d.search_text like '%' || search.name || '%')
    and (search.units is null or d.received_unit_id = any(search.units) or d.competent_unit_id = any(search.units)
      or exists (
        select from dossiers.task t
        where t.jurisdiction = d.jurisdiction and t.dossier_id = d.dossier_id and t.unit_id = any(search.units)))
  order by d.submitted_at desc, d.dossier_id desc
  limit search.most;
end;
revoke execute on function dossiers.search(text, text, uuid[], integer) from public;

do $$
declare target text;
begin
  foreach target in array array['code_pattern', 'number_counter', 'draft', 'draft_file', 'dossier', 'party', 'component',
    'dossier_file', 'token', 'task', 'letter', 'look_up_failure']
  loop
    perform platform.wall(format('dossiers.%I', target)::regclass);
  end loop;
end $$;
select platform.grant_app('dossiers');
