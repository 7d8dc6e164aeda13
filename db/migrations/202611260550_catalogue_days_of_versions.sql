-- The days of a version: what has been lived through stays as it was, what is to come may still be decided otherwise.
alter table catalogue.procedure_version
  -- First day as published; `valid` is empty when it was withdrawn before it came to be.
  add column valid_from date,
  -- Latest day on which `valid` was set: nothing before it has moved.
  add column amended_on date,
  -- How it ended without a successor, and by which decision.
  add column ended text check (ended in ('abolished', 'replaced', 'suspended')),
  add column ended_by uuid,
  add foreign key (jurisdiction, ended_by) references catalogue.decision;

alter table catalogue.procedure_version disable trigger keep_published;
update catalogue.procedure_version v
set valid_from = lower(v.valid),
  amended_on = (v.published_at at time zone 'Asia/Ho_Chi_Minh')::date,
  ended = case when upper(v.valid) is not null and not exists (
      select from catalogue.procedure_version w
      where w.jurisdiction = v.jurisdiction and w.code = v.code and lower(w.valid) = upper(v.valid)
    ) then 'abolished' end;
alter table catalogue.procedure_version enable trigger keep_published;

alter table catalogue.procedure_version
  alter column valid_from set not null,
  alter column amended_on set not null,
  drop constraint procedure_version_valid_check,
  add constraint procedure_version_valid_check
    check (isempty(valid) or lower(valid) = valid_from and lower_inc(valid)),
  add check (ended is null or upper(valid) is not null),
  -- Only the facts that ship may end one without a decision of the office.
  add check (ended_by is null or ended is not null),
  add check (ended is null or ended_by is not null or origin = 'shipped');

/*
 * Published text never changes. Its days may: withdrawn before the first, ended, or ended later than said, as long as
 * no day before `amended_on` (the day of the change, which never goes back) reads otherwise than before.
 */
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
  if to_jsonb(new) - movable <> to_jsonb(old) - movable or isempty(old.valid) and not isempty(new.valid) then
    raise exception 'version % of % is published; its text never changes', old.number, old.code
      using errcode = 'restrict_violation';
  end if;
  first_moved := case
    when new.valid = old.valid then null
    when isempty(new.valid) then old.valid_from
    else least(upper(old.valid), upper(new.valid))
  end;
  if new.amended_on < old.amended_on or first_moved < new.amended_on then
    raise exception 'version % of % is published; days that are over stay as they were', old.number, old.code
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger keep_published on catalogue.procedure_version;
create trigger keep_published before insert or update or delete on catalogue.procedure_version
  for each row execute function catalogue.keep_published();

-- Exactly one version a day from the first day of a procedure until it is ended: judged when the transaction ends.
create function catalogue.leave_no_gap() returns trigger
language plpgsql as $$
declare
  faulty record;
begin
  select v.number, upper(v.valid) as last_day, v.ended, v.followed, v.decided into faulty
  from (
    select p.number, p.valid, p.ended,
      exists (
        select from catalogue.procedure_version n
        where n.jurisdiction = p.jurisdiction and n.code = p.code and not isempty(n.valid)
          and lower(n.valid) = upper(p.valid)
      ) as followed,
      p.ended_by is null or exists (
        select from catalogue.decision_line l
        where l.jurisdiction = p.jurisdiction and l.decision_id = p.ended_by and l.code = p.code
          and l.change = p.ended
      ) as decided
    from catalogue.procedure_version p
    where p.jurisdiction = new.jurisdiction and p.code = new.code and upper(p.valid) is not null
  ) v
  where (v.ended is null) <> v.followed or not v.decided
  limit 1;
  if found then
    raise exception 'version % of % ends before % and % ', faulty.number, new.code, faulty.last_day,
      case when not faulty.decided then 'the decision named does not end it'
        when faulty.followed then 'is said to end the procedure, which goes on'
        else 'no version follows, though the procedure was not ended' end
      using errcode = 'integrity_constraint_violation', constraint = 'no_gap';
  end if;
  return null;
end $$;
create constraint trigger no_gap after insert or update on catalogue.procedure_version
  deferrable initially deferred for each row execute function catalogue.leave_no_gap();
