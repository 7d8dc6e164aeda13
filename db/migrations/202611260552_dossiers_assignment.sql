-- Whose a task is, why it rests, and the list it therefore stands in: stored with the row by the statement that changes
-- it, so that a list is one walk of an index.
alter table dossiers.task drop constraint task_kind_check;
alter table dossiers.task
  -- `wait` is nobody's work (a message is awaited); `opinion` is a question another unit was asked.
  add constraint task_kind_check check (kind in ('intake', 'work', 'sign', 'issue', 'return', 'wait', 'opinion')),
  add column channel text,
  -- The person who has it; null while it belongs to the group that holds the role in the unit.
  add column assigned_to uuid,
  add column assigned_at timestamptz,
  -- The step's rule leaves the choice of the person to the head of the section.
  add column to_assign boolean not null default false,
  -- Why nothing can be done about it now.
  add column waiting text check (waiting in ('supplement', 'financialDuty', 'withdrawal', 'opinion')),
  -- For whom it was closed, where a substitute closed it.
  add column closed_for uuid,
  -- The list it stands in, in the officers' words. Lists of time (overdue, due soon) are read from the due time.
  add column queue text generated always as (case
    when waiting = 'supplement' then 'cho-bo-sung'
    when waiting = 'financialDuty' then 'cho-nghia-vu-tai-chinh'
    when waiting = 'withdrawal' then 'xin-rut'
    when waiting = 'opinion' or kind in ('opinion', 'wait') then 'phoi-hop'
    when kind = 'intake' then 'cho-tiep-nhan'
    when to_assign and assigned_to is null then 'cho-phan-cong'
    when kind = 'sign' then 'cho-ky'
    when kind = 'issue' then 'cho-phat-hanh'
    when kind = 'return' then 'cho-tra-ket-qua'
    when role = 'oneStopOfficer' then 'cho-chuyen'
    when role = 'headOfSection' then 'trinh-lanh-dao-phong'
    else 'dang-thu-ly' end) stored;
update dossiers.task set assigned_to = taken_up_by, assigned_at = taken_up_at
  where closed_at is null and taken_up_by is not null;
update dossiers.task t set channel = d.channel
  from dossiers.dossier d where d.jurisdiction = t.jurisdiction and d.dossier_id = t.dossier_id and t.closed_at is null;

drop index dossiers.task_inbox;
create index task_queue on dossiers.task (jurisdiction, unit_id, role, queue, due_at, task_id) where closed_at is null;
-- The same list, newest first.
create index task_queue_newest on dossiers.task (jurisdiction, unit_id, role, queue, opened_at desc, task_id desc)
  where closed_at is null;
-- What runs against somebody's time: a result that waits for its people and what rests are not late (practice 7).
create index task_running on dossiers.task (jurisdiction, unit_id, role, due_at, task_id)
  where closed_at is null and waiting is null and suspended_at is null and kind not in ('return', 'wait');
create index task_of_holder on dossiers.task (jurisdiction, assigned_to, due_at, task_id)
  where closed_at is null and assigned_to is not null;
-- What a counter has promised for a day and not handed over yet.
create index dossier_to_return on dossiers.dossier (jurisdiction, return_unit_id, promised_at, dossier_id)
  where phase in ('accepted', 'inProcess', 'completed');

-- Who had a task when, by whose hand and why. The reason is free text and stays out of the events.
create table dossiers.assignment (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  task_id uuid not null,
  assignment_id uuid not null,
  how text not null check (how in ('claim', 'release', 'assign', 'reassign', 'handOver')),
  from_account uuid,
  to_account uuid,
  by_account uuid,
  reason text,
  assigned_at timestamptz not null,
  primary key (jurisdiction, dossier_id, task_id, assignment_id),
  foreign key (jurisdiction, dossier_id, task_id) references dossiers.task,
  check (how <> 'reassign' or reason is not null)
);

-- "Phân công xử lý thay": somebody is away, somebody else does what was assigned to them. Never lends the power to sign.
create table dossiers.substitution (
  jurisdiction smallint not null,
  substitution_id uuid not null,
  unit_id uuid not null,
  absent_account uuid not null,
  substitute_account uuid not null check (substitute_account <> absent_account),
  from_on date not null,
  -- The first day on which it no longer holds.
  until_on date not null check (until_on > from_on),
  reason text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (jurisdiction, substitution_id),
  -- One substitute at a time: two would not know who acts.
  constraint one_substitute exclude using gist (jurisdiction with =, absent_account with =, unit_id with =,
    daterange(from_on, until_on) with &&) where (ended_at is null)
);
create index substitution_by_substitute on dossiers.substitution (jurisdiction, substitute_account, until_on)
  where ended_at is null;

-- Somebody leaves: everything assigned to them in a unit goes to one other person or back to the group. Large ones go on
-- in the worker; what is left to move is found anew each time, so that a broken run is simply continued.
create table dossiers.hand_over (
  jurisdiction smallint not null,
  hand_over_id uuid not null,
  unit_id uuid not null,
  from_account uuid not null,
  to_account uuid check (to_account <> from_account),
  reason text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  to_person integer not null default 0,
  to_group integer not null default 0,
  finished_at timestamptz,
  primary key (jurisdiction, hand_over_id)
);
create index hand_over_by_unit on dossiers.hand_over (jurisdiction, unit_id, created_at desc);

-- Whose turn it is where work goes round: the row is the lock under which open tasks are counted.
create table dossiers.turn (
  jurisdiction smallint not null,
  unit_id uuid not null,
  role text not null,
  given_at timestamptz not null,
  primary key (jurisdiction, unit_id, role)
);

-- Columns and filters of a list as a person last chose them.
create table dossiers.queue_choice (
  jurisdiction smallint not null,
  account_id uuid not null,
  queue text not null,
  choice jsonb not null,
  saved_at timestamptz not null,
  primary key (jurisdiction, account_id, queue)
);

-- Found each night: work that nobody can do, and processes whose steps nobody can do somewhere.
create table dossiers.performer_gap (
  jurisdiction smallint not null,
  gap_id uuid not null,
  what text not null check (what in ('tasks', 'process')),
  unit_id uuid not null,
  role text not null,
  step_name text not null,
  procedure_code text,
  procedure_name text,
  tasks integer not null default 0,
  found_at timestamptz not null,
  primary key (jurisdiction, gap_id)
);

do $$
declare target text;
begin
  foreach target in array array['assignment', 'substitution', 'hand_over', 'turn', 'queue_choice', 'performer_gap']
  loop
    perform platform.wall(format('dossiers.%I', target)::regclass);
  end loop;
end $$;
select platform.grant_app('dossiers');
