-- `grant_app` gave every right on every table of a schema, so that each later migration which called it gave back what an
-- earlier one had taken away. From here on it grants on tables of which the application has no right yet.
create or replace function platform.grant_app(target_schema text) returns void
language plpgsql as $$
declare
  fresh regclass;
begin
  execute format('grant usage on schema %I to motcua_app', target_schema);
  for fresh in
    select c.oid::regclass
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = target_schema and c.relkind in ('r', 'p', 'v', 'm')
      and not has_table_privilege('motcua_app', c.oid, 'select')
  loop
    execute format('grant select, insert, update, delete on %s to motcua_app', fresh);
  end loop;
  execute format('grant usage on all sequences in schema %I to motcua_app', target_schema);
  execute format('grant execute on all functions in schema %I to motcua_app', target_schema);
end $$;
