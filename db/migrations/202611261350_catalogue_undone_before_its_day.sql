-- A decision carried out can be taken back while its day has not come: everything is as it was, and it is open again.
alter table catalogue.decision
  add column undone_at timestamptz,
  add column undone_by uuid,
  add column undo_reason text check (length(undo_reason) between 1 and 1000),
  add check ((undone_at is null) = (undo_reason is null));

-- What stood before a decision was carried out from a later day, until it is taken back: the days of the versions it
-- touched, the entries of lists it touched, and which versions it made.
create table catalogue.decision_before (
  jurisdiction smallint not null,
  decision_id uuid not null,
  published uuid[] not null,
  versions jsonb not null,
  lists jsonb not null,
  primary key (jurisdiction, decision_id),
  foreign key (jurisdiction, decision_id) references catalogue.decision
);
select platform.wall('catalogue.decision_before');
grant select, insert, delete on catalogue.decision_before to motcua_app;

create or replace function catalogue.keep_decided() returns trigger
language plpgsql as $$
declare
  later constant text[] := array['published_on', 'posted_on', 'version'];
  taken_back constant text[] := array['version', 'in_force_from', 'carried_out_at', 'carried_out_by', 'undone_at',
    'undone_by', 'undo_reason'];
begin
  if old.carried_out_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and new.carried_out_at is null and new.in_force_from is null
    and new.undone_at is distinct from old.undone_at
    and (new.undone_at at time zone 'Asia/Ho_Chi_Minh')::date < old.in_force_from
    and to_jsonb(new) - taken_back = to_jsonb(old) - taken_back
  then
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

-- A text is an approved draft again once the version it made is withdrawn.
create or replace function catalogue.keep_ended_draft() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'published' and new.state = 'approved'
    and to_jsonb(new) - array['state', 'version', 'version_id'] = to_jsonb(old) - array['state', 'version', 'version_id']
    and exists (
      select from catalogue.procedure_version v
      where v.jurisdiction = old.jurisdiction and v.version_id = old.version_id and isempty(v.valid)
    )
  then
    return new;
  end if;
  if tg_op = 'DELETE' or old.state in ('published', 'discarded') then
    raise exception 'draft % is %; it stays as it is', old.draft_id, old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- As before, but a version withdrawn may come to be after all, from its own first day, while that is still to come.
create or replace function catalogue.keep_published() returns trigger
language plpgsql as $$
declare
  movable constant text[] := array['valid', 'amended_on', 'ended', 'ended_by', 'search_name', 'search_line',
    'search_sector', 'search_words'];
  first_moved date;
begin
  if tg_op = 'DELETE' then
    raise exception 'version % of % is published and is never deleted', old.number, old.code
      using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then
    if isempty(new.valid) or new.number > 1 and new.valid_from < new.amended_on
      or new.amended_on <> (new.published_at at time zone 'Asia/Ho_Chi_Minh')::date
    then
      raise exception 'version % of % is published for days that are over', new.number, new.code
        using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if to_jsonb(new) - movable <> to_jsonb(old) - movable then
    raise exception 'version % of % is published; its text never changes', old.number, old.code
      using errcode = 'restrict_violation';
  end if;
  first_moved := case
    when new.valid = old.valid then null
    when isempty(new.valid) or isempty(old.valid) then old.valid_from
    else least(upper(old.valid), upper(new.valid))
  end;
  if new.amended_on < old.amended_on or first_moved < new.amended_on
    or isempty(old.valid) and not isempty(new.valid) and old.valid_from <= new.amended_on
  then
    raise exception 'version % of % is published; days that are over stay as they were', old.number, old.code
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- The feed tells what is taken back: a version goes on after all, or begins after all.
alter table catalogue.change
  drop constraint change_kind_check,
  add constraint change_kind_check check (kind in ('published', 'closed', 'ended', 'withdrawn', 'reopened'));
create or replace function catalogue.record_change() returns trigger
language plpgsql as $$
declare
  goes_on boolean := tg_op = 'UPDATE' and not isempty(new.valid)
    and (isempty(old.valid) or upper(new.valid) is null or upper(new.valid) > upper(old.valid));
begin
  if tg_op = 'UPDATE' and new.valid = old.valid and new.ended is not distinct from old.ended then return null; end if;
  insert into catalogue.change (jurisdiction, code, version_id, kind, from_day)
  values (new.jurisdiction, new.code, new.version_id,
    case
      when tg_op = 'INSERT' then 'published'
      when isempty(new.valid) then 'withdrawn'
      when goes_on then 'reopened'
      when new.ended is not null then 'ended'
      else 'closed'
    end,
    case
      when tg_op = 'INSERT' or isempty(new.valid) or isempty(old.valid) then new.valid_from
      when goes_on then upper(old.valid)
      else upper(new.valid)
    end);
  return null;
end $$;
