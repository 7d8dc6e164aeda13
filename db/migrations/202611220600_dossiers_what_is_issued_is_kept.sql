-- What has been issued to somebody never changes: the code, what it was submitted under, the serial, the promise.
create function dossiers.keep_issued() returns trigger
language plpgsql as $$
begin
  if (new.code, new.submitted_under, new.submitted_at) is distinct from (old.code, old.submitted_under, old.submitted_at)
    or old.accepted_at is not null
      and (new.accepted_at, new.promised_at, new.promise, new.register_unit_id, new.register_year, new.register_serial)
        is distinct from
        (old.accepted_at, old.promised_at, old.promise, old.register_unit_id, old.register_year, old.register_serial)
  then
    raise exception 'dossier %: its code, serial and promise are issued and stay as they are', old.dossier_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_issued before update on dossiers.dossier
  for each row execute function dossiers.keep_issued();

-- The application takes apart drafts and moves tokens; nothing else of a dossier is ever deleted by it.
revoke delete on dossiers.dossier, dossiers.party, dossiers.component, dossiers.dossier_file, dossiers.task,
  dossiers.letter, dossiers.number_counter, dossiers.code_pattern from motcua_app;
