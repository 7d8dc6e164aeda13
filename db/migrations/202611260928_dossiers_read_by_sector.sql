-- Who may read a sector reads it wherever it is. The one way to search by name (see the first version): `units` null means all.
drop function dossiers.search(text, text, uuid[], integer);
create function dossiers.search(code text, name text, units uuid[], sectors text[], most integer)
returns table (dossier_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  -- Planned for the words asked: a plan for any words would walk the table.
  set plan_cache_mode = force_custom_plan
begin atomic
  select d.dossier_id from dossiers.dossier d
  where d.jurisdiction = platform.current_jurisdiction()
    and (d.code = search.code or d.foreign_code = search.code or d.search_text like '%' || search.name || '%')
    and (search.units is null or d.received_unit_id = any(search.units) or d.competent_unit_id = any(search.units)
      or d.sector = any(search.sectors)
      or exists (
        select from dossiers.task t
        where t.jurisdiction = d.jurisdiction and t.dossier_id = d.dossier_id and t.unit_id = any(search.units)))
  order by d.submitted_at desc, d.dossier_id desc
  limit search.most;
end;
revoke execute on function dossiers.search(text, text, uuid[], text[], integer) from public;
select platform.grant_app('dossiers');
