-- What was warned about, and what was put before whoever leads, each a list of its own in the order of due times.
create index task_warned on dossiers.task (jurisdiction, unit_id, role, due_at, task_id)
  where closed_at is null and warned_at is not null and waiting is null and suspended_at is null
    and kind not in ('return', 'wait');
create index task_escalated on dossiers.task (jurisdiction, unit_id, role, due_at, task_id)
  where closed_at is null and escalated_at is not null and waiting is null and suspended_at is null
    and kind not in ('return', 'wait');

-- A timer whose step could not go on (nobody can do what follows): why, how often, and when it is tried again.
alter table dossiers.timer add column refused smallint not null default 0, add column refusal text,
  add column retry_at timestamptz;
drop index dossiers.timer_to_fire;
create index timer_to_fire on dossiers.timer (jurisdiction, coalesce(retry_at, fire_at), timer_id) where fired_at is null;
