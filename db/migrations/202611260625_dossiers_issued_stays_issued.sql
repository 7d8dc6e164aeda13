-- A later grant on all tables of the schema gave back what was revoked: taken away again, and held by triggers besides, which
-- no grant undoes.
revoke delete on dossiers.dossier, dossiers.party, dossiers.component, dossiers.dossier_file, dossiers.task,
  dossiers.letter, dossiers.number_counter, dossiers.code_pattern, dossiers.clock, dossiers.suspension from motcua_app;
revoke update, delete on dossiers.promise from motcua_app;

create function dossiers.keep_row() returns trigger
language plpgsql as $$
begin
  raise exception 'dossiers.%: what was promised or logged stays', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger keep_row before update or delete on dossiers.promise
  for each row execute function dossiers.keep_row();
create trigger keep_row before delete on dossiers.suspension
  for each row execute function dossiers.keep_row();
