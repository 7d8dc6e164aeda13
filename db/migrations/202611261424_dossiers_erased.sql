-- What was erased of a dossier when its retention ran out: the facts about people, the papers handed in, the letters, the results.
-- The row, its codes, days and states stay, so that no count of the past changes.
alter table dossiers.dossier
  add column erased_at timestamptz,
  add column erased_kinds text[] not null default '{}'
    check (erased_kinds <@ array['facts', 'papers', 'letters', 'results']),
  add constraint dossier_erased check ((erased_at is null) = (not 'facts' = any(erased_kinds)));

-- The nightly walk over what has ended and still holds something.
create index dossier_ended on dossiers.dossier
  (jurisdiction, (coalesce(returned_at, stopped_at, refused_at)), dossier_id)
  where phase in ('returned', 'stopped', 'refused') and cardinality(erased_kinds) < 4;

-- Besides what was issued stays: what was erased is not written again, by whatever command came late.
create or replace function dossiers.keep_issued() returns trigger language plpgsql as $$
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
  if not old.erased_kinds <@ new.erased_kinds
    or old.erased_at is not null
      and (new.erased_at, new.phase, new.owner_name, new.search_text, new.second_facts, new.answers, new.case_answers)
        is distinct from (old.erased_at, old.phase, '', '', '{}'::text[], '{}'::jsonb, '{}'::jsonb)
  then
    raise exception 'dossier %: what was erased stays erased', old.dossier_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function dossiers.is_erased(of_jurisdiction smallint, of_dossier uuid) returns boolean language sql stable as $$
  select exists (
    select from dossiers.dossier d
    where d.jurisdiction = of_jurisdiction and d.dossier_id = of_dossier and d.erased_at is not null
  )
$$;

-- The words of an apology and the papers of a wait are free text: they go with the dossier, and nothing else of the row.
create function dossiers.keep_promise() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'reason' <> to_jsonb(old) - 'reason' or new.reason is distinct from ''
    or not dossiers.is_erased(old.jurisdiction, old.dossier_id)
  then
    raise exception 'dossiers.promise: what was promised or logged stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger keep_row on dossiers.promise;
create trigger keep_row before delete on dossiers.promise for each row execute function dossiers.keep_row();
create trigger keep_promise before update on dossiers.promise for each row execute function dossiers.keep_promise();
grant update (reason) on dossiers.promise to motcua_app;

create or replace function dossiers.keep_log() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'document' = to_jsonb(old) - 'document' and new.document is null
    and dossiers.is_erased(old.jurisdiction, old.dossier_id)
  then
    return new;
  end if;
  if old.to_at is not null or (new.ground, new.effect, new.status, new.from_at, new.opened_by)
    is distinct from (old.ground, old.effect, old.status, old.from_at, old.opened_by)
  then
    raise exception 'dossier %: its suspension log only gets its ends', old.dossier_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
