-- As `dossiers.search`, in units where only some matters are seen: these alone, so that no others fill the list.
create function dossiers.search_matters(
  code text, name text, units uuid[], sectors text[], procedures text[], most integer
) returns table (dossier_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  set plan_cache_mode = force_custom_plan
begin atomic
  select d.dossier_id from dossiers.dossier d
  where d.jurisdiction = platform.current_jurisdiction()
    and (d.code = search_matters.code or d.foreign_code = search_matters.code
      or d.search_text like '%' || search_matters.name || '%')
    and (d.sector = any(search_matters.sectors) or d.procedure_code = any(search_matters.procedures))
    and (d.received_unit_id = any(search_matters.units) or d.competent_unit_id = any(search_matters.units)
      or exists (
        select from dossiers.task t
        where t.jurisdiction = d.jurisdiction and t.dossier_id = d.dossier_id and t.unit_id = any(search_matters.units)))
  order by d.submitted_at desc, d.dossier_id desc
  limit search_matters.most;
end;
revoke execute on function dossiers.search_matters(text, text, uuid[], text[], text[], integer) from public;
grant execute on function dossiers.search_matters(text, text, uuid[], text[], text[], integer) to motcua_app;
