-- What falls due: one row per ended dossier whose day has come or is near, written anew each night.
create table privacy.retention_due (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  dossier_code text not null,
  procedure_code text not null,
  procedure_name text not null,
  unit_id uuid not null,
  ended_on date not null,
  due_on date not null,
  -- Facts about people, papers handed in, letters, results: what is due on that day.
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Why, as the rule says it; a rule that is not certain only warns.
  basis text not null,
  source text not null,
  certain boolean not null,
  warned_at timestamptz,
  found_at timestamptz not null,
  primary key (jurisdiction, dossier_id)
);
create index retention_due_by_day on privacy.retention_due (jurisdiction, due_on, dossier_id);

-- Nothing of a dossier is erased while one of these is open. What was written about it is sealed, and goes with the dossier.
create table privacy.retention_hold (
  jurisdiction smallint not null,
  hold_id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  unit_id uuid not null,
  ground text not null check (ground in ('complaint', 'court', 'inspection', 'other')),
  reason_sealed text,
  decision_number text not null check (decision_number <> ''),
  -- The last day; null until it is lifted.
  until_on date,
  put_at timestamptz not null,
  put_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason_sealed text,
  primary key (jurisdiction, hold_id),
  check ((lifted_at is null) = (lifted_by is null))
);
create index retention_hold_of_dossier on privacy.retention_hold (jurisdiction, dossier_id) where lifted_at is null;
create index retention_hold_open on privacy.retention_hold (jurisdiction, put_at desc, hold_id desc) where lifted_at is null;

-- A list to erase: fixed by one person, confirmed by another under a decision, carried out by a job.
create table privacy.erasure (
  jurisdiction smallint not null,
  erasure_id uuid not null,
  fixed_at timestamptz not null,
  fixed_by uuid not null,
  fixed_by_person uuid not null,
  items integer not null check (items > 0),
  decision_number text,
  decided_on date,
  confirmed_at timestamptz,
  confirmed_by uuid,
  dropped_at timestamptz,
  dropped_by uuid,
  finished_at timestamptz,
  primary key (jurisdiction, erasure_id),
  check (confirmed_at is null or dropped_at is null),
  check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (decision_number is null)),
  check (finished_at is null or confirmed_at is not null)
);
create index erasure_newest on privacy.erasure (jurisdiction, fixed_at desc, erasure_id desc);
create index erasure_running on privacy.erasure (jurisdiction, erasure_id)
  where confirmed_at is not null and finished_at is null;

-- One dossier of such a list, and the trace of its erasing: when, under which rule, and where it was not, why.
create table privacy.erasure_item (
  jurisdiction smallint not null,
  erasure_id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  procedure_code text not null,
  procedure_name text not null,
  unit_id uuid not null,
  ended_on date not null,
  due_on date not null,
  kinds text[] not null,
  basis text not null,
  source text not null,
  erased_at timestamptz,
  left_because text check (left_because in ('held', 'correction', 'rule', 'gone')),
  primary key (jurisdiction, erasure_id, dossier_id),
  foreign key (jurisdiction, erasure_id) references privacy.erasure (jurisdiction, erasure_id),
  check (erased_at is null or left_because is null)
);
create index erasure_item_of_dossier on privacy.erasure_item (jurisdiction, dossier_id);

select platform.wall('privacy.retention_due');
select platform.wall('privacy.retention_hold');
select platform.wall('privacy.erasure');
select platform.wall('privacy.erasure_item');
select platform.grant_app('privacy');
-- Who held, fixed, confirmed and erased what stays.
revoke delete on privacy.retention_hold, privacy.erasure, privacy.erasure_item from motcua_app;
