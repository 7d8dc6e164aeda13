-- Lists that decisions set apart from a procedure's text: who is on which from when to when, and what follows from it.
create table catalogue.list_entry (
  jurisdiction smallint not null,
  entry_id uuid not null,
  list text not null
    check (list in ('interconnected', 'post', 'essential', 'paperless', 'onlineTime', 'onlineFee')),
  code text not null check (code ~ '^[0-9]\.[0-9]{6}$'),
  valid daterange not null check (not isempty(valid) and lower(valid) is not null and lower_inc(valid)),
  facts jsonb not null,
  -- The decision that put it there; only what the product ships has none and names its source instead.
  decision_id uuid,
  removed_by uuid,
  source text not null,
  amended_on date not null,
  primary key (jurisdiction, entry_id),
  foreign key (jurisdiction, decision_id) references catalogue.decision,
  foreign key (jurisdiction, removed_by) references catalogue.decision,
  constraint once_on_a_list exclude using gist (jurisdiction with =, list with =, code with =, valid with &&)
);

-- What a decision changes of the lists once it is carried out.
create table catalogue.decision_list_line (
  jurisdiction smallint not null,
  decision_id uuid not null,
  list text not null
    check (list in ('interconnected', 'post', 'essential', 'paperless', 'onlineTime', 'onlineFee')),
  code text not null check (code ~ '^[0-9]\.[0-9]{6}$'),
  change text not null check (change in ('add', 'remove')),
  facts jsonb not null,
  primary key (jurisdiction, decision_id, list, code),
  foreign key (jurisdiction, decision_id) references catalogue.decision
);
create trigger keep_decided_lines before insert or update or delete on catalogue.decision_list_line
  for each row execute function catalogue.keep_decided_lines();

-- An entry ends by a decision, from the day of the change on; what it says never changes.
create function catalogue.keep_listed() returns trigger
language plpgsql as $$
declare
  movable constant text[] := array['valid', 'removed_by', 'amended_on'];
begin
  if tg_op = 'DELETE' and (old.amended_on is null or lower(old.valid) < old.amended_on) then
    raise exception 'an entry of list % that was in force is never deleted', old.list using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if to_jsonb(new) - movable <> to_jsonb(old) - movable or lower(new.valid) <> lower(old.valid)
    or new.amended_on < old.amended_on
    or new.valid <> old.valid and least(upper(old.valid), upper(new.valid)) < new.amended_on
  then
    raise exception 'an entry of list % only ends, and not on a day that is over', old.list
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_listed before update or delete on catalogue.list_entry
  for each row execute function catalogue.keep_listed();

select platform.wall('catalogue.list_entry');
select platform.wall('catalogue.decision_list_line');
grant select, insert, update, delete on catalogue.list_entry, catalogue.decision_list_line to motcua_app;
