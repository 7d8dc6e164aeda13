-- One complete notice of what is missing. `intake`: before acceptance, nothing is running; `appraisal`: the step stays
-- open and the clock does what ground and regime say.
create table dossiers.supplement_request (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  request_id uuid not null,
  ordinal smallint not null check (ordinal > 0),
  stage text not null check (stage in ('intake', 'appraisal')),
  task_id uuid not null,
  unit_id uuid not null,
  suspension_id uuid,
  guidance text,
  answer_by date not null,
  number text not null,
  -- How the notice is signed, for a superior where one signed it; empty where the counter does.
  signer_lines text[] not null,
  signer_id uuid,
  requested_at timestamptz not null,
  requested_by uuid not null,
  requested_by_person uuid not null,
  -- When its citizen first opened the dossier since: from then on it cannot be taken back.
  seen_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closed_as text check (closed_as in ('online', 'counter', 'withdrawn', 'ended')),
  answer_note text,
  primary key (jurisdiction, dossier_id, request_id),
  unique (jurisdiction, dossier_id, ordinal),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  check ((closed_at is null) = (closed_as is null))
);
create unique index supplement_one_open on dossiers.supplement_request (jurisdiction, dossier_id) where closed_at is null;
create index supplement_unanswered on dossiers.supplement_request (jurisdiction, unit_id, answer_by, request_id)
  where closed_at is null;

-- Only papers of the dossier's own published list can be asked for: the key says so a second time.
create table dossiers.supplement_item (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  request_id uuid not null,
  component_key text not null,
  position smallint not null,
  reason text not null check (reason <> ''),
  primary key (jurisdiction, dossier_id, request_id, component_key),
  foreign key (jurisdiction, dossier_id, request_id) references dossiers.supplement_request,
  foreign key (jurisdiction, dossier_id, component_key) references dossiers.component
);

-- Files its citizen has put to an unanswered notice; they join the dossier when it is handed in.
create table dossiers.supplement_file (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  request_id uuid not null,
  file_id uuid not null,
  component_key text not null,
  attached_at timestamptz not null,
  primary key (jurisdiction, dossier_id, request_id, file_id),
  foreign key (jurisdiction, dossier_id, request_id, component_key) references dossiers.supplement_item
);
create index supplement_file_by_file on dossiers.supplement_file (jurisdiction, file_id);

-- A citizen asks to have the dossier back (status 7): a request, which an officer answers.
create table dossiers.withdrawal_request (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  request_id uuid not null,
  reason text not null,
  requested_at timestamptz not null,
  requested_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_as text check (closed_as in ('stopped', 'declined', 'takenBack')),
  answer text,
  primary key (jurisdiction, dossier_id, request_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  check ((closed_at is null) = (closed_as is null))
);
create unique index withdrawal_one_open on dossiers.withdrawal_request (jurisdiction, dossier_id) where closed_at is null;

-- "Thông báo dừng giải quyết hồ sơ" (TT 03/2025, form 05): why, how far it had come, what became of the money.
create table dossiers.stop_notice (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  notice_id uuid not null,
  ground text not null check (ground in ('requested', 'unanswered', 'law')),
  reason text not null,
  stage text not null,
  money text not null,
  unit_id uuid not null,
  number text not null,
  signer_lines text[] not null,
  signer_id uuid,
  stopped_at timestamptz not null,
  stopped_by uuid not null,
  primary key (jurisdiction, dossier_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier
);

-- Status 7 while the citizen's wish to withdraw is unanswered.
alter table dossiers.dossier add column withdrawal_requested_at timestamptz;

-- The row a letter or file is about, where a dossier can have several of its kind.
alter table dossiers.letter add column subject_id uuid;
alter table dossiers.dossier_file add column subject_id uuid;
alter table dossiers.dossier_file drop constraint dossier_file_kind_check;
alter table dossiers.dossier_file add constraint dossier_file_kind_check
  check (kind in ('component', 'letter', 'result', 'opinion', 'message'));

alter table dossiers.task drop constraint task_outcome_check;
alter table dossiers.task add constraint task_outcome_check
  check (outcome in ('forward', 'back', 'stop', 'refuse', 'transfer', 'silence', 'withdrawn'));
-- A step of another agency begins with its acceptance; its clock runs from there.
alter table dossiers.task add column needs_acceptance boolean not null default false,
  add column accepted_at timestamptz;

-- What another unit was asked in the course of a step: by its officer, or because the process names it as coordinating.
create table dossiers.opinion (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  opinion_id uuid not null,
  kind text not null check (kind in ('asked', 'coordination')),
  for_task_id uuid not null,
  step_key text not null,
  unit_id uuid not null,
  -- The task in the asked unit's list; null where it works outside this system and the asker writes its answer down.
  task_id uuid,
  question text not null,
  -- The step cannot go on without it.
  mandatory boolean not null,
  -- The step rests meanwhile.
  waits boolean not null,
  -- Silence until the due time counts as consent: only where law or process say so.
  silence_consents boolean not null,
  due_at timestamptz not null,
  asked_at timestamptz not null,
  asked_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  closed_as text check (closed_as in ('answered', 'silence', 'withdrawn')),
  verdict text check (verdict in ('agree', 'disagree', 'remarks')),
  answer text,
  -- Number and day of the written answer, where there is one.
  document text,
  primary key (jurisdiction, dossier_id, opinion_id),
  foreign key (jurisdiction, dossier_id, for_task_id) references dossiers.task,
  check ((closed_at is null) = (closed_as is null)),
  check ((closed_as = 'answered') = (verdict is not null))
);
create index opinion_of_task on dossiers.opinion (jurisdiction, dossier_id, for_task_id);

do $$
declare target text;
begin
  foreach target in array array['supplement_request', 'supplement_item', 'supplement_file', 'withdrawal_request',
    'stop_notice', 'opinion']
  loop
    perform platform.wall(format('dossiers.%I', target)::regclass);
    execute format('grant select, insert, update on dossiers.%I to motcua_app', target);
  end loop;
end $$;
grant delete on dossiers.supplement_file to motcua_app;
