-- A working copy of the next text of a procedure. `version` is what an editor must have seen to change it.
create table catalogue.draft (
  jurisdiction smallint not null,
  draft_id uuid not null,
  code text not null check (code ~ '^[0-9]\.[0-9]{6}$'),
  -- The text it started from, and whether that is the same procedure (else a clone); null: blank.
  base_version_id uuid,
  state text not null check (state in ('draft', 'inReview', 'approved', 'published', 'discarded')),
  version integer not null check (version > 0),
  document jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  submitted_at timestamptz,
  submitted_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  -- The version its publication made.
  version_id uuid,
  primary key (jurisdiction, draft_id),
  foreign key (jurisdiction, base_version_id) references catalogue.procedure_version,
  foreign key (jurisdiction, version_id) references catalogue.procedure_version,
  check ((state = 'published') = (version_id is not null)),
  check ((state = 'approved') <= (approved_at is not null))
);
-- Two texts of one procedure written side by side would each undo the other.
create unique index one_open_draft on catalogue.draft (jurisdiction, code)
  where state in ('draft', 'inReview', 'approved');
create index draft_by_change on catalogue.draft (jurisdiction, changed_at desc, draft_id desc);

-- Who changed what: one row a changed place, in the order of changing.
create table catalogue.draft_change (
  jurisdiction smallint not null,
  draft_id uuid not null,
  seq integer not null check (seq > 0),
  -- The draft's version that the change made.
  version integer not null,
  op text not null check (op in ('add', 'replace', 'remove', 'move')),
  pointer text not null,
  before jsonb,
  after jsonb,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (jurisdiction, draft_id, seq),
  foreign key (jurisdiction, draft_id) references catalogue.draft
);

create table catalogue.draft_comment (
  jurisdiction smallint not null,
  draft_id uuid not null,
  comment_id uuid not null,
  kind text not null check (kind in ('comment', 'submitted', 'returned', 'approved', 'discarded')),
  -- The place in the text it is about; null: the whole.
  pointer text,
  body text not null,
  -- The draft's version it was said of.
  version integer not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (jurisdiction, draft_id, comment_id),
  foreign key (jurisdiction, draft_id) references catalogue.draft
);

-- What puts a version in force or ends it. Three dates: announced (công bố), published (công khai), posted (niêm yết).
create table catalogue.decision (
  jurisdiction smallint not null,
  decision_id uuid not null,
  kind text not null
    check (kind in ('ministry', 'province', 'process', 'online', 'post', 'interconnection', 'fees')),
  number text not null,
  decided_on date not null,
  agency text not null,
  signer text,
  title text,
  -- A file of `documents`; its bytes never change.
  file_id uuid,
  -- When the law itself says it begins, which may lie before the day it was entered here.
  effective_on date,
  announced_on date,
  published_on date,
  posted_on date,
  version integer not null check (version > 0),
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- First day its changes are in force here; both null until it is carried out.
  in_force_from date,
  carried_out_at timestamptz,
  carried_out_by uuid,
  primary key (jurisdiction, decision_id),
  unique (jurisdiction, agency, number, decided_on),
  check ((in_force_from is null) = (carried_out_at is null))
);
create index decision_by_day on catalogue.decision (jurisdiction, decided_on desc, decision_id desc);

-- Many to many: a decision touches many procedures, a version rests on several decisions.
create table catalogue.decision_line (
  jurisdiction smallint not null,
  decision_id uuid not null,
  code text not null check (code ~ '^[0-9]\.[0-9]{6}$'),
  change text not null check (change in ('new', 'amended', 'replaced', 'abolished', 'suspended')),
  -- The text it puts in force; absent where it only ends one, or rests on a text put in force by another decision.
  draft_id uuid,
  -- The procedure that takes its place.
  replaced_by text check (replaced_by ~ '^[0-9]\.[0-9]{6}$' and replaced_by <> code),
  primary key (jurisdiction, decision_id, code),
  foreign key (jurisdiction, decision_id) references catalogue.decision,
  foreign key (jurisdiction, draft_id) references catalogue.draft,
  check (change not in ('abolished', 'suspended') or draft_id is null)
);
create index decision_line_by_procedure on catalogue.decision_line (jurisdiction, code);
create index decision_line_by_draft on catalogue.decision_line (jurisdiction, draft_id);

-- What has been carried out stays as it was; only the days of publicity may still be filled in, once.
create function catalogue.keep_decided() returns trigger
language plpgsql as $$
declare
  later constant text[] := array['published_on', 'posted_on', 'version'];
begin
  if old.carried_out_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE'
    or to_jsonb(new) - later <> to_jsonb(old) - later
    or old.published_on is not null and new.published_on is distinct from old.published_on
    or old.posted_on is not null and new.posted_on is distinct from old.posted_on
  then
    raise exception 'decision % is carried out and stays as it is', old.number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_decided before update or delete on catalogue.decision
  for each row execute function catalogue.keep_decided();

create function catalogue.keep_decided_lines() returns trigger
language plpgsql as $$
declare
  touched record;
begin
  for touched in
    select d.number from catalogue.decision d
    where d.carried_out_at is not null
      and (tg_op <> 'INSERT' and d.jurisdiction = old.jurisdiction and d.decision_id = old.decision_id
        or tg_op <> 'DELETE' and d.jurisdiction = new.jurisdiction and d.decision_id = new.decision_id)
  loop
    raise exception 'decision % is carried out; its lines stay as they are', touched.number
      using errcode = 'restrict_violation';
  end loop;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger keep_decided_lines before insert or update or delete on catalogue.decision_line
  for each row execute function catalogue.keep_decided_lines();

-- A draft that ended stays as it ended, and what was said and changed stays said.
create function catalogue.keep_ended_draft() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('published', 'discarded') then
    raise exception 'draft % is %; it stays as it is', old.draft_id, old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_ended_draft before update or delete on catalogue.draft
  for each row execute function catalogue.keep_ended_draft();

create function catalogue.keep_history() returns trigger
language plpgsql as $$
begin
  raise exception 'the history of draft % is never changed', old.draft_id using errcode = 'restrict_violation';
end $$;
create trigger keep_history before update or delete on catalogue.draft_change
  for each row execute function catalogue.keep_history();
create trigger keep_history before update or delete on catalogue.draft_comment
  for each row execute function catalogue.keep_history();

select platform.wall('catalogue.draft');
select platform.wall('catalogue.draft_change');
select platform.wall('catalogue.draft_comment');
select platform.wall('catalogue.decision');
select platform.wall('catalogue.decision_line');
select platform.grant_app('catalogue');
revoke delete on catalogue.procedure_version, catalogue.draft, catalogue.draft_change, catalogue.draft_comment
  from motcua_app;
revoke update on catalogue.draft_change, catalogue.draft_comment from motcua_app;
