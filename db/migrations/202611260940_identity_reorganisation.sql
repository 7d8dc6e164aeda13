-- A reorganisation as one prepared operation. The plan is what its editor wrote; carried out, it becomes spans, successions,
-- rules of splits and posts that hold from its day, and `applied` says which, so that it can be undone before that day.
create table identity.reorganisation (
  jurisdiction smallint not null,
  reorganisation_id uuid not null,
  title text not null check (length(title) between 1 and 300),
  decision_number text check (length(decision_number) between 1 and 100),
  decided_on date,
  effective_on date,
  note text check (length(note) between 1 and 4000),
  state text not null check (state in ('draft', 'carriedOut', 'discarded')),
  version integer not null check (version > 0),
  plan jsonb not null,
  applied jsonb,
  created_at timestamptz not null,
  created_by uuid not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  carried_out_at timestamptz,
  carried_out_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (jurisdiction, reorganisation_id),
  check ((state = 'carriedOut') = (applied is not null)),
  check (state <> 'carriedOut' or
    (decision_number is not null and effective_on is not null and carried_out_at is not null and carried_out_by is not null))
);
create index reorganisation_by_saving on identity.reorganisation (jurisdiction, saved_at desc, reorganisation_id desc);

-- Which successor of a split unit goes on with which open work. Without a line of `rest` what no rule names is decided one by one.
create table identity.split_rule (
  jurisdiction smallint not null,
  from_id uuid not null,
  position smallint not null,
  by text not null check (by in ('procedure', 'sector', 'rest')),
  value text not null,
  to_id uuid not null check (to_id <> from_id),
  effective_on date not null,
  reorganisation_id uuid not null,
  primary key (jurisdiction, from_id, position),
  foreign key (jurisdiction, from_id) references identity.unit (jurisdiction, id),
  foreign key (jurisdiction, to_id) references identity.unit (jurisdiction, id),
  foreign key (jurisdiction, reorganisation_id) references identity.reorganisation
);

-- Which reorganisation wrote it; null for reference data and corrections.
alter table identity.unit_span add column reorganisation_id uuid;
alter table identity.unit_succession add column reorganisation_id uuid;

select platform.wall('identity.reorganisation');
select platform.wall('identity.split_rule');
select platform.grant_app('identity');
