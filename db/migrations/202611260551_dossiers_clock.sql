-- What was promised, each once and never changed: the receipt's first, then an extension or an apology with its reason.
create table dossiers.promise (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  seq smallint not null check (seq > 0),
  kind text not null check (kind in ('receipt', 'extension', 'apology')),
  due_at timestamptz not null,
  -- The count rests on days that were not decided officially.
  forecast boolean not null,
  -- Sentences as they were issued.
  explanation jsonb not null,
  issued_at timestamptz not null,
  issued_by uuid,
  signer_lines jsonb not null default '[]',
  reason text,
  -- Issued after the first promise had passed.
  late boolean not null default false,
  primary key (jurisdiction, dossier_id, seq),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  check ((seq = 1) = (kind = 'receipt')),
  check ((kind = 'receipt') = (reason is null))
);

-- The running clock of an accepted dossier: a forecast while it runs, what is left while it stands still, never both. Apart
-- from the dossier, so that a changed calendar rewrites forty thousand narrow rows and no wide ones.
create table dossiers.clock (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  received_at timestamptz not null,
  -- The time limit counted by; null where the published one is not known.
  rule jsonb,
  -- Which version of which calendar the forecast was counted by; null before the first count.
  calendar text,
  calendar_version integer,
  forecast_at timestamptz,
  -- { lines, undecided }
  forecast jsonb,
  -- { unit, amount }
  remaining jsonb,
  -- Since when the law stops the clock.
  suspended_at timestamptz,
  -- Moves with every count, so that a count of many does not overwrite a newer one of one.
  revision integer not null default 1,
  ended boolean not null default false,
  primary key (jurisdiction, dossier_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  check ((forecast_at is null) = (forecast is null)),
  check (forecast_at is null or suspended_at is null),
  check (remaining is null or suspended_at is not null)
) with (fillfactor = 50);
create index clock_open on dossiers.clock (jurisdiction, calendar, dossier_id) where not ended;

-- Why a clock stood still and since when, [from_at, to_at). What the law counts as a stop never overlaps in one dossier;
-- outages and technical waiting are logged beside it and stop nothing.
create table dossiers.suspension (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  suspension_id uuid not null,
  ground text not null,
  -- The ground as its regime named it and where that is written, on the day it was used.
  ground_name text not null,
  source text not null,
  certainty text not null,
  effect text not null check (effect in ('continue', 'restart', 'none')),
  status smallint check (status in (5, 6)),
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  -- Number of the paper it rests on.
  document text,
  opened_by uuid,
  closed_by uuid,
  primary key (jurisdiction, dossier_id, suspension_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  exclude using gist (jurisdiction with =, dossier_id with =, tstzrange(from_at, to_at) with &&) where (effect <> 'none')
);

-- 5 or 6 of the national statuses while a suspension that shows it is open.
alter table dossiers.dossier add column waiting_status smallint check (waiting_status in (5, 6));
-- Since when the clock of the dossier stands still: such a step is not late.
alter table dossiers.task add column suspended_at timestamptz;

insert into dossiers.promise (jurisdiction, dossier_id, seq, kind, due_at, forecast, explanation, issued_at)
select jurisdiction, dossier_id, 1, 'receipt', promised_at, coalesce((promise ->> 'forecast')::boolean, false),
  coalesce(promise -> 'explanation', '[]'), accepted_at
from dossiers.dossier where promised_at is not null;
-- The rule comes from the pinned version at the next count; until then the forecast is the promise.
insert into dossiers.clock (jurisdiction, dossier_id, received_at, forecast_at, forecast, ended)
select jurisdiction, dossier_id, accepted_at, promised_at,
  case when promised_at is null then null else '{"lines": [], "undecided": false}'::jsonb end,
  phase not in ('accepted', 'inProcess')
from dossiers.dossier where accepted_at is not null;

create or replace function dossiers.keep_issued() returns trigger
language plpgsql as $$
begin
  if (new.code, new.submitted_under, new.submitted_at) is distinct from (old.code, old.submitted_under, old.submitted_at)
    or old.accepted_at is not null
      and (new.accepted_at, new.promised_at, new.register_unit_id, new.register_year, new.register_serial)
        is distinct from
        (old.accepted_at, old.promised_at, old.register_unit_id, old.register_year, old.register_serial)
  then
    raise exception 'dossier %: its code, serial and promise are issued and stay as they are', old.dossier_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
alter table dossiers.dossier drop column promise;

-- A closed entry of the log stays as it is.
create function dossiers.keep_log() returns trigger
language plpgsql as $$
begin
  if old.to_at is not null or (new.ground, new.effect, new.status, new.from_at, new.opened_by)
    is distinct from (old.ground, old.effect, old.status, old.from_at, old.opened_by)
  then
    raise exception 'dossier %: its suspension log only gets its ends', old.dossier_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_log before update on dossiers.suspension
  for each row execute function dossiers.keep_log();

select platform.wall('dossiers.promise');
select platform.wall('dossiers.clock');
select platform.wall('dossiers.suspension');
grant select, insert on dossiers.promise to motcua_app;
grant select, insert, update on dossiers.clock, dossiers.suspension to motcua_app;
