-- Clocks of an open step: warn and escalate tell somebody, proceed goes on by itself. Each fires once, or is void when its step
-- ended before.
create table dossiers.timer (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  timer_id uuid not null,
  task_id uuid not null,
  step_key text not null,
  timer_key text not null,
  kind text not null check (kind in ('warn', 'escalate', 'proceed')),
  -- Working hours of the unit after the step was opened, by which it is timed anew when the clock or the calendar moves.
  after_hours numeric not null check (after_hours >= 0),
  fire_at timestamptz not null,
  fired_at timestamptz,
  primary key (jurisdiction, dossier_id, timer_id),
  unique (jurisdiction, dossier_id, task_id, timer_key),
  foreign key (jurisdiction, dossier_id, task_id) references dossiers.task
);
create index timer_to_fire on dossiers.timer (jurisdiction, fire_at, timer_id) where fired_at is null;

alter table dossiers.task add column warned_at timestamptz, add column escalated_at timestamptz;

select platform.wall('dossiers.timer');
grant select, insert, update on dossiers.timer to motcua_app;
